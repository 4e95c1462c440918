"""The anatomy of a file: its structure tree in order, its bookmarks, links and strings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from briefpress.check.reading.elements import Element, Kid, Reference, Row, read_kid
from briefpress.check.reading.seen import Box
from briefpress.model.checked import Spot
from briefpress.units import pt_to_mm

Place = tuple[int, int]
"""A page, from 1, and the number of a marked content on it."""
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
    """A bookmark: its title, its depth from 1, and the page that it leads to (0: none).

    `deed` is what its action does, if it has one.
    """

    title: str
    level: int
    page: int
    deed: str | None = None


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
    reader = _Tree(pdf)
    root = pdf.Root.get("/StructTreeRoot")
    if root is not None and "/K" in root:
        reader.walk(read_kid(root.K), 0, 0)
    return Structure(
        tuple(reader.order), tuple(reader.strings), reader.written, tuple(reader.levels)
    )


class _Tree:
    """Walks structure elements (ISO 32000-1, 14.7.2) in their order."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages = _numbers(pdf)
        self.order: list[Place] = []
        self.strings: list[Said] = []
        self.written: dict[Place, str] = {}
        self.levels: list[int] = []

    def walk(self, kid: Kid, page: int, depth: int) -> None:
        if depth > DEEPEST:
            return
        if isinstance(kid, Reference):
            kid = read_kid(self._pdf.get_object(kid.number, kid.generation))
        if isinstance(kid, Element):
            self._element(kid, page, depth)
        elif isinstance(kid, Row):
            self._row(kid, page, depth + 1)
        elif isinstance(kid, int):
            self.order.append((page, kid))

    def _row(self, row: Row, page: int, depth: int) -> None:
        """Several in a row, of which most are marks."""
        if depth > DEEPEST:
            return
        for one in row.kids:
            if isinstance(one, int):
                self.order.append((page, one))
            else:
                self.walk(one, page, depth)

    def _element(self, kid: Element, page: int, depth: int) -> None:
        """A marked-content reference, or an element with what is below it."""
        if kid.page is not None:
            page = self._pages.get((kid.page.number, kid.page.generation), 0)
        if kid.mark is not None:
            self.order.append((page, kid.mark))
            return
        if kid.said:
            self.strings += (Said(kind, text, page) for kind, text in kid.said)
        if kid.level:
            self.levels.append(kid.level)
        before = len(self.order)
        if kid.below is not None:
            self.walk(kid.below, page, depth + 1)
        if kid.written is not None and len(self.order) == before + 1:
            self.written[self.order[-1]] = kid.written


def _numbers(pdf: pikepdf.Pdf) -> dict[Any, int]:
    """The pages from 1, by their objects."""
    return {page.objgen: number for number, page in enumerate(pdf.pages, 1)}


def marks_of(pdf: pikepdf.Pdf) -> tuple[Mark, ...]:
    """The bookmarks in their order (ISO 32000-1, 12.3.3)."""
    root = pdf.Root.get("/Outlines")
    return tuple(_marks(root, 1, _numbers(pdf), set())) if _is_dictionary(root) else ()


def _marks(above: Any, level: int, pages: dict[Any, int], met: set[Any]) -> Iterator[Mark]:  # noqa: ANN401
    """Those below one; a ring of them ends where it closes."""
    item = above.get("/First")
    while _is_dictionary(item) and item.objgen not in met and level <= DEEPEST:
        if item.is_indirect:
            met.add(item.objgen)
        action = item.get("/A")
        acts = _is_dictionary(action)
        target = item.get("/Dest", action.get("/D") if acts else None)
        page = 0
        if isinstance(target, pikepdf.Array) and len(target):
            page = pages.get(getattr(target[0], "objgen", None), 0)
        yield Mark(str(item.get("/Title", "")), level, page, deed_of(action) if acts else None)
        yield from _marks(item, level + 1, pages, met)
        item = item.get("/Next")


def deed_of(action: Any) -> str:  # noqa: ANN401
    """What an action does (ISO 32000-1, 12.6.4), and whether it does more after that."""
    return f"{action.get('/S', '')}{' and more' if '/Next' in action else ''}"


def _is_dictionary(item: Any) -> bool:  # noqa: ANN401
    return isinstance(item, pikepdf.Dictionary)


def links_of(pdf: pikepdf.Pdf) -> tuple[Link, ...]:
    """The links of all pages."""
    return tuple(
        _link(number, note, page.trimbox)
        for number, page in enumerate(pdf.pages, 1)
        for note in page.obj.get("/Annots", ())
        if note.get("/Subtype") == "/Link"
    )


def _link(number: int, note: Any, trim: Any) -> Link:  # noqa: ANN401
    left, bottom, right, top = (float(value) for value in note.Rect)
    x, y = float(trim[0]), float(trim[3])
    box = (pt_to_mm(left - x), pt_to_mm(y - top), pt_to_mm(right - x), pt_to_mm(y - bottom))
    action = note.get("/A")
    address = str(action.get("/URI", "")) if action is not None else ""
    return Link(number, address, str(note.get("/Contents", "")), box)
