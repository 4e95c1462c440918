"""Elements of a structure tree as they are written: each is understood once for all files.

A file from a plate has the elements of the plate word for word, and of a direct render most are
like others. An element is remembered by the bytes that it is written in; what it refers to is
looked up in each file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from briefpress.check.reading.once import Once

STRINGS = {
    "/Alt": "alternative text",
    "/ActualText": "replacement text",
    "/E": "expansion",
    "/T": "title",
}
_HEADING = re.compile("/H([1-6])")
_REFERENCE = re.compile(rb"\b\d+ \d+ R\b")
_UNDERSTOOD = ("/MCID", "/S", *STRINGS)
"""What has to stand in an element itself, so that its bytes say all of it."""
_KEPT = 32768
"""Elements; a briefing has 700 of them."""


@dataclass(frozen=True)
class Reference:
    """An object that stands elsewhere in the file: its number and its generation."""

    number: int
    generation: int


@dataclass(frozen=True)
class Row:
    """What stands in a row below an element."""

    kids: "tuple[Kid, ...]"


@dataclass(frozen=True)
class Element:
    """An element of the tree, or a reference to marked content.

    `page` is the one that it names; `mark` the number of a marked content; `said` are its strings,
    each with its kind; `level` is that of a heading, else 0; `written` its replacement text.
    """

    page: Reference | None
    mark: int | None
    said: tuple[tuple[str, str], ...]
    level: int
    written: str | None
    below: "Kid | None"


Kid = Reference | Row | Element | int
"""What stands in a tree: something elsewhere, several, an element, or the number of a mark."""
_elements: Once[Kid] = Once(_KEPT)


def read_kid(item: Any) -> Kid:  # noqa: ANN401 - any PDF object
    """What an object of the file is in a tree."""
    if not isinstance(item, pikepdf.Object):
        return int(item)
    written = item.unparse(resolved=True)
    known = _elements.find(written)
    if known is not None:
        return known
    made = _made(item)
    counted = sum(1 for _ in _references(item))
    says_all = counted == len(_REFERENCE.findall(written))
    return _elements.keep(written, made) if says_all else made


def _kid(item: Any) -> Kid:  # noqa: ANN401
    """What an object is where it is referred to."""
    return _reference(item) or _made(item)


def _reference(item: Any) -> Reference | None:  # noqa: ANN401
    if isinstance(item, pikepdf.Object) and item.is_indirect:
        return Reference(*item.objgen)
    return None


def _made(item: Any) -> Kid:  # noqa: ANN401
    if isinstance(item, pikepdf.Array):
        return Row(tuple(map(_kid, item)))
    if isinstance(item, pikepdf.Dictionary):
        return _element(item)
    return int(item)


def _element(item: Any) -> Element:  # noqa: ANN401
    heading = _HEADING.fullmatch(str(item.get("/S", "")))
    return Element(
        page=_reference(item.get("/Pg")),
        mark=int(item.MCID) if "/MCID" in item else None,
        said=tuple((kind, str(item[key])) for key, kind in STRINGS.items() if key in item),
        level=int(heading[1]) if heading is not None else 0,
        written=str(item.ActualText) if "/ActualText" in item else None,
        below=_kid(item.K) if "/K" in item else None,
    )


def _references(item: Any) -> Iterator[None]:  # noqa: ANN401
    """One for each reference in an object that can be told and is none of what is understood.

    Numbers that stand elsewhere cannot be told from those that stand here, and are not counted.
    """
    if isinstance(item, pikepdf.Array):
        values = [("", one) for one in item]
    elif isinstance(item, pikepdf.Dictionary):
        values = list(item.items())
    else:
        return
    for key, value in values:
        if _reference(value) is None:
            yield from _references(value)
        elif key not in _UNDERSTOOD:
            yield None
