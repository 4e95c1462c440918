"""The structure tree of a finished file, read back with its texts, and whether it leads back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from briefpress.plates.drawn import Drawn, Item, Mark, Name

KEYS = ("/ActualText", "/Alt", "/E", "/Lang", "/T")
ROUNDED = 3
"""Decimals of a point that are compared."""


@dataclass(frozen=True)
class Tag:
    """One element: its type, texts and attributes, and what it holds in order.

    A kid is another element, a text with its page, or the area of a link.
    """

    role: str
    keys: tuple[tuple[str, str], ...]
    attributes: tuple[tuple[str, object], ...]
    kids: tuple[object, ...]

    def lines(self, depth: int = 0) -> Iterator[str]:
        """It and all that it holds, a line each, to be compared one by one."""
        keys = "".join(f" {key}={value!r}" for key, value in (*self.keys, *self.attributes))
        yield f"{'  ' * depth}{self.role}{keys}"
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.lines(depth + 1)
            else:
                yield f"{'  ' * (depth + 1)}{kid}"


@dataclass(frozen=True)
class Tree:
    """A whole tree; `astray` says what does not lead back to the element that holds it."""

    root: Tag
    astray: tuple[str, ...]


def tree_of(pdf: pikepdf.Pdf, drawn: Drawn) -> Tree:
    """Read the tree of a file (ISO 32000-1, 14.7), whose marks have been read."""
    reader = _Reader(pdf, drawn)
    (top,) = pdf.Root.StructTreeRoot.K
    root = reader.tag(top, None)
    return Tree(root, (*reader.astray, *reader.unheld()))


class _Reader:
    """Walks the tree and, at each mark and link, the way back (ISO 32000-1, 14.7.4.4)."""

    def __init__(self, pdf: pikepdf.Pdf, drawn: Drawn) -> None:
        self._pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self._owners = dict(_numbers(pdf.Root.StructTreeRoot.ParentTree))
        self._texts = drawn.texts
        self._held: set[Mark] = set()
        self.astray: list[str] = []

    def tag(self, element: Item, page: Item) -> Tag:
        """An element; what it does not say of its page holds from the one above."""
        page = element.get("/Pg", page)
        keys = tuple((key[1:], str(element[key])) for key in KEYS if key in element)
        attributes = tuple(sorted(_attributes(element)))
        kids = tuple(self._kid(kid, element, page) for kid in element.get("/K", ()))
        return Tag(str(element.S)[1:], keys, attributes, kids)

    def _kid(self, kid: Item, holder: Item, page: Item) -> object:
        if isinstance(kid, int):
            return self._mark(page, page, kid, holder)
        kind = kid.get("/Type")
        if kind == "/MCR":
            page = kid.get("/Pg", page)
            return self._mark(kid.get("/Stm", page), page, int(kid.MCID), holder)
        if kind == "/OBJR":
            return self._link(kid.Obj, kid.get("/Pg", page), holder)
        if kid.P.objgen != holder.objgen:
            self.astray.append(f"the element {kid.S} names another element as its parent")
        return self.tag(kid, page)

    def _mark(self, stream: Item, page: Item, number: int, holder: Item) -> object:
        mark = (stream.objgen, number)
        owners = self._owners.get(int(stream.get("/StructParents", -1)), ())
        owner = owners[number] if number < len(owners) else None
        if mark in self._held or not _is(owner, holder):
            self.astray.append(f"page {self._page(page)}: mark {number} leads to another element")
        self._held.add(mark)
        return (self._page(page), self._texts.get(mark, "nothing is drawn"))

    def _link(self, link: Item, page: Item, holder: Item) -> object:
        if not _is(self._owners.get(int(link.get("/StructParent", -1))), holder):
            self.astray.append(f"page {self._page(page)}: a link leads to another element")
        area = tuple(round(float(value), ROUNDED) for value in link.Rect)
        return (self._page(page), "link", area, str(link.get("/Contents", "")))

    def unheld(self) -> Iterator[str]:
        """Marks that no element holds."""
        for mark, text in self._texts.items():
            if mark not in self._held:
                yield f"{text!r} is marked, and no element holds it"

    def _page(self, page: Item) -> int:
        return self._pages.get(page.objgen, 0) if page is not None else 0


def _numbers(node: Item) -> Iterator[tuple[int, Item]]:
    """The entries of a number tree (ISO 32000-1, 7.9.7)."""
    for kid in node.get("/Kids", ()):
        yield from _numbers(kid)
    row = list(node.get("/Nums", ()))
    for key, value in zip(row[::2], row[1::2], strict=True):
        yield int(key), value


def _is(owner: Item, element: Item) -> bool:
    name: Name = element.objgen
    return isinstance(owner, pikepdf.Object) and owner.objgen == name


def _attributes(element: Item) -> Iterator[tuple[str, object]]:
    """Attributes by owner and name (ISO 32000-1, 14.7.5); names of headers are not compared."""
    for owned in element.get("/A", ()):
        for key, value in owned.items():
            yield f"{str(owned.O)[1:]}.{key[1:]}", plain(value)


def plain(value: Any) -> object:  # noqa: ANN401 - any PDF object
    """A value as Python has it, numbers rounded."""
    if isinstance(value, pikepdf.Array):
        return tuple(plain(item) for item in value)
    if isinstance(value, pikepdf.Dictionary):
        return tuple((key, plain(item)) for key, item in value.items())
    if isinstance(value, pikepdf.Object):
        return str(value)
    return value if isinstance(value, int) else round(float(value), ROUNDED)
