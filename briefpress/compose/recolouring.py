"""Recolouring: a drawing that only hands colours on is made once, and coloured for each board."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_PAIRS = tuple(("#a0b1" + digit * 2, "#b1a0" + digit * 2) for digit in "0123456789")
"""Colours that no brand has, by which places are known again, in two sets."""
Draw = Callable[[Mapping[str, str]], str]


def pattern_of(specification: Mapping[str, Any], names: tuple[str, ...], draw: Draw) -> str | None:
    """A drawing in marks, to be coloured; None unless every colour stands in it as it is given.

    No expression may reckon with a colour, and drawn in other marks it must differ in these alone.
    """
    if len(names) > len(_PAIRS) or any(_reckons(specification, names)):
        return None
    first, second = draw(_marks(names, 0)), draw(_marks(names, 1))
    changes = dict(zip(_marks(names, 0).values(), _marks(names, 1).values(), strict=True))
    return first if _changed(first, changes) == second else None


def coloured(pattern: str, colours: Mapping[str, str]) -> str:
    """The drawing in these colours."""
    marks = _marks(tuple(colours), 0)
    return _changed(pattern, {marks[name]: colour for name, colour in colours.items()})


def _marks(names: tuple[str, ...], which: int) -> dict[str, str]:
    return {name: pair[which] for name, pair in zip(names, _PAIRS, strict=False)}


def _changed(drawing: str, changes: Mapping[str, str]) -> str:
    return re.sub("|".join(changes), lambda match: changes[match[0]], drawing)


def _reckons(value: object, names: tuple[str, ...], key: str = "") -> Iterator[bool]:
    """For each text of a specification whether it may do more with a colour than hand it on."""
    if isinstance(value, dict):
        yield "params" in value
        for below, inner in value.items():
            yield from _reckons(inner, names, below)
    elif isinstance(value, list):
        for inner in value:
            yield from _reckons(inner, names, key)
    elif isinstance(value, str):
        is_alone = value in names and key in ("expr", "type")
        yield not is_alone and re.search(rf"\b(?:{'|'.join(names)})\b", value) is not None
