"""Mutants of a library: each with one value changed, to see which documents that changes."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from briefpress.model.entry import Entry
from briefpress.model.library import Library
from briefpress.model.section import Line

SIGN = " zq"
LEFT_OUT = ("where", "fonts", "texts", "words", "icc")
"""What no author writes."""


def mutants(library: Library) -> Iterator[tuple[str, Library]]:
    """Each value of the library changed in its turn: where it is, and the library with it."""
    for field in fields(library):
        for where, value in changed(getattr(library, field.name)):
            yield f"{field.name}{where}", replace(library, **{field.name: value})


def changed(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - whatever a library holds
    """A value with one thing in it changed, in each way."""
    if type(value) is str and value:
        yield "", value + SIGN
    elif isinstance(value, date):
        yield "", value + timedelta(days=1)
    elif isinstance(value, Line):
        yield f"@{value.number}", replace(value, text=f"{value.text}{SIGN}")
    elif isinstance(value, tuple) and len(value) > 1:
        yield "[without the last]", value[:-1]
    yield from _changed_inside(value)


def _changed_inside(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as above
    """A value with one of its parts changed."""
    for key, part in _parts(value):
        for where, other in changed(part):
            yield f".{key}{where}", _with(value, key, other)


def _parts(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - as above
    if isinstance(value, tuple):
        yield from enumerate(value)
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, Entry):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif is_dataclass(value) and not isinstance(value, type | Line):
        names = (one.name for one in fields(value) if one.name not in LEFT_OUT)
        yield from ((name, getattr(value, name)) for name in names)


def _with(value: Any, key: Any, part: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, tuple):
        return (*value[:key], part, *value[key + 1 :])
    if isinstance(value, Mapping):
        return {**value, key: part}
    if isinstance(value, Entry):
        return value.model_copy(update={key: part})
    return replace(value, **{key: part})
