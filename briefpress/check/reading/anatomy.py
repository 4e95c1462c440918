"""The anatomy of a file: its structure tree in order, its bookmarks, links and strings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from briefpress.check.reading.seen import Box
from briefpress.model.checked import Spot
from briefpress.units import pt_to_mm

Place = tuple[int, int]
"""A page, from 1, and the number of a marked content on it."""
STRINGS = {
    "/Alt": "alternative text",
    "/ActualText": "replacement text",
    "/E": "expansion",
    "/T": "title",
}
_HEADING = re.compile("/H([1-6])")
DEEPEST = 200
"""Levels of structure or bookmarks; a tree that is deeper is broken, or a trap."""


@dataclass(frozen=True)
class Said:
    """A string that tools read out, what it is, and the page where that is known (else 0)."""

    kind: str
    text: str
    page: int = 0


@dataclass(frozen=True)
class Mark:
    """A bookmark: its title, its depth from 1, and the page that it leads to (0: none)."""

    title: str
    level: int
    page: int


@dataclass(frozen=True)
class Link:
    """A link: where it leads to, what is read out of it, and where it stands.

    One inside the document has no address.
    """

    page: int
    address: str
    said: str
    box: Box

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        left, top, right, bottom = self.box
        return Spot(self.page, left, top, right - left, bottom - top)


@dataclass(frozen=True)
class Structure:
    """The structure tree: its marked contents in reading order, and its strings.

    `written` is the replacement text of elements that hold one marked content, by that content;
    `levels` are those of its headings in their order.
    """

    order: tuple[Place, ...]
    strings: tuple[Said, ...]
    written: Mapping[Place, str] = field(default_factory=dict)
    levels: tuple[int, ...] = ()


def structure_of(pdf: pikepdf.Pdf) -> Structure:
    """The structure tree of a file; an empty one if it has none."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    reader = _Tree(pages)
    root = pdf.Root.get("/StructTreeRoot")
    if root is not None and "/K" in root:
        reader.walk(root.K, 0, 0)
    return Structure(
        tuple(reader.order), tuple(reader.strings), reader.written, tuple(reader.levels)
    )


class _Tree:
    """Walks structure elements (ISO 32000-1, 14.7.2) in their order."""

    def __init__(self, pages: dict[Any, int]) -> None:
        self._pages = pages
        self.order: list[Place] = []
        self.strings: list[Said] = []
        self.written: dict[Place, str] = {}
        self.levels: list[int] = []

    def walk(self, kid: Any, page: int, depth: int) -> None:  # noqa: ANN401 - any PDF object
        if depth > DEEPEST:
            return
        if isinstance(kid, pikepdf.Array):
            for one in kid:
                self.walk(one, page, depth + 1)
        elif isinstance(kid, pikepdf.Dictionary):
            self._element(kid, page, depth)
        else:
            self.order.append((page, int(kid)))

    def _element(self, kid: Any, page: int, depth: int) -> None:  # noqa: ANN401
        """A marked-content reference, or an element with what is below it."""
        if "/Pg" in kid:
            page = self._pages.get(kid.Pg.objgen, 0)
        if "/MCID" in kid:
            self.order.append((page, int(kid.MCID)))
            return
        self.strings += (
            Said(kind, str(kid[key]), page) for key, kind in STRINGS.items() if key in kid
        )
        heading = _HEADING.fullmatch(str(kid.get("/S", "")))
        if heading is not None:
            self.levels.append(int(heading[1]))
        before = len(self.order)
        if "/K" in kid:
            self.walk(kid.K, page, depth + 1)
        if "/ActualText" in kid and len(self.order) == before + 1:
            self.written[self.order[-1]] = str(kid.ActualText)


def marks_of(pdf: pikepdf.Pdf) -> tuple[Mark, ...]:
    """The bookmarks in their order."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    with pdf.open_outline(max_depth=DEEPEST) as outline:
        return tuple(_marks(outline.root, 1, pages))


def _marks(items: Any, level: int, pages: dict[Any, int]) -> Iterator[Mark]:  # noqa: ANN401
    for item in items:
        target = item.destination
        if target is None and item.action is not None:
            target = item.action.get("/D")
        page = 0
        if isinstance(target, pikepdf.Array) and len(target):
            page = pages.get(getattr(target[0], "objgen", None), 0)
        yield Mark(str(item.title), level, page)
        yield from _marks(item.children, level + 1, pages)


def links_of(pdf: pikepdf.Pdf) -> tuple[Link, ...]:
    """The links of all pages."""
    return tuple(
        _link(number, note, page.trimbox)
        for number, page in enumerate(pdf.pages, 1)
        for note in page.get("/Annots", ())
        if note.get("/Subtype") == "/Link"
    )


def _link(number: int, note: Any, trim: Any) -> Link:  # noqa: ANN401
    left, bottom, right, top = (float(value) for value in note.Rect)
    x, y = float(trim[0]), float(trim[3])
    box = (pt_to_mm(left - x), pt_to_mm(y - top), pt_to_mm(right - x), pt_to_mm(y - bottom))
    action = note.get("/A")
    address = str(action.get("/URI", "")) if action is not None else ""
    return Link(number, address, str(note.get("/Contents", "")), box)
