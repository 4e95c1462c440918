"""Outlines: paths of the few operators that our logos and codes are written in, drawn straight."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

_NUMBER = r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?"
_POINT = f"{_NUMBER} {_NUMBER}"
_PART = f"[ML]{_POINT}|Q{_POINT} {_POINT}|C{_POINT} {_POINT} {_POINT}|[hv]{_NUMBER}|[Zz]"
_OUTLINE = re.compile(f"(?:{_PART})*")
_PARTS = re.compile("([A-Zhvz])([^A-Zhvz]*)")
_OPERATORS = {"M": "m", "L": "l", "h": "l", "v": "l", "C": "c", "Q": "c"}
_ZEROS = re.compile("0+ ")
_WHOLE = "~"
"""Marks whole numbers while the zeros at the end of others are taken off."""
Point = tuple[float, float]


def outline_lines(d: str) -> list[bytes] | None:
    """The lines that draw a path, as the engine would write them; None if that has to read it."""
    return _written(list(_drawn(d))) if _OUTLINE.fullmatch(d) else None


def _drawn(d: str) -> Iterator[tuple[str, Sequence[float]]]:
    """The operators of PDF that draw a path, each with its numbers."""
    yield "m", (0.0, 0.0)
    at: Point = (0.0, 0.0)
    begun: Point | None = None
    for letter, numbers in _PARTS.findall(d):
        values: Sequence[float] = [float(number) for number in numbers.split()]
        if letter in "Zz":
            if begun:
                yield "h", ()
                at, begun = begun, None
            continue
        if letter == "M":
            begun = None
        else:
            begun = begun or at
            values = _whole(letter, values, at)
        yield _OPERATORS[letter], values
        at = (values[-2], values[-1])


def _whole(letter: str, values: Sequence[float], at: Point) -> Sequence[float]:
    """The points of an operator of SVG (SVG 1.1, 8.3) for that of PDF, by the engine's own sums."""
    x, y = at
    if letter == "Q":
        x2, y2, x3, y3 = values
        first = (x2 * 2 / 3 + x / 3, y2 * 2 / 3 + y / 3)
        return (*first, x2 * 2 / 3 + x3 / 3, y2 * 2 / 3 + y3 / 3, x3, y3)
    if letter == "h":
        return (values[0] + x, y)
    if letter == "v":
        return (x, values[0] + y)
    return values


def _written(drawn: Sequence[tuple[str, Sequence[float]]]) -> list[bytes]:
    """As the engine writes numbers: whole ones without a point, others without zeros at the end."""
    forms = [
        " ".join([*(f"%d{_WHOLE}" if v.is_integer() else "%f" for v in values), operator])
        for operator, values in drawn
    ]
    text = "\n".join(forms) % tuple(chain.from_iterable(values for _, values in drawn))
    return _ZEROS.sub(" ", text).replace(_WHOLE, "").encode().split(b"\n")
