"""A finished file as plates and shells are made of it: its objects, its tree, its bookmarks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from briefpress.plates.numbers import FIRST
from briefpress.plates.objects import Item, Numbers, copied, is_stream, text_of

HEADING = re.compile(r"/H([1-6])")
RESOURCES = (b"/ExtGState", b"/Font", b"/Pattern", b"/Shading", b"/XObject")
"""What pages name in what they draw, besides colour spaces (ISO 32000-1, table 33)."""
Names = Mapping[bytes, Mapping[bytes, bytes]]
"""By kind of resource, what each name means."""


class UnfitError(Exception):
    """A file is not made in the way that plates are made of; the message says what is different."""


@dataclass(frozen=True)
class Heading:
    """A bookmark: the level and text of its heading, these as objects, and its page from 1."""

    level: int
    text: str
    title: bytes
    place: bytes
    page: int


class Source:
    """One finished file, opened."""

    def __init__(self, pdf: bytes) -> None:
        """Open it.

        Raises:
            UnfitError: it has no structure.
        """
        self.pdf = pikepdf.open(BytesIO(pdf))
        self.items: dict[int, Item] = {item.objgen[0]: item for item in self.pdf.objects}
        self.pages = [page.obj for page in self.pdf.pages]
        self.root = self.pdf.Root
        if "/StructTreeRoot" not in self.root or len(self.root.StructTreeRoot.K) != 1:
            raise UnfitError("the file has no structure")
        self.owners = dict(_entries(self.root.StructTreeRoot.ParentTree))
        """Elements by the key of a link, rows of them by the key of a page or group."""

    @property
    def resources(self) -> Item:
        """What the pages name; all share it.

        Raises:
            UnfitError: they do not.
        """
        held = {page.Resources.objgen: page.Resources for page in self.pages}
        if len(held) != 1:
            raise UnfitError("its pages do not share their resources")
        return next(iter(held.values()))

    def names(self, numbers: Numbers) -> Names:
        """What the pages name, with new numbers."""
        return {
            kind: {
                name.encode(): reference(value, numbers)
                for name, value in self.resources.get(kind.decode(), pikepdf.Dictionary()).items()
            }
            for kind in RESOURCES
        }

    def elements(self) -> Iterator[tuple[Item, Item]]:
        """Every element with the page that its marks stand on, in reading order."""
        yield from _below(self.root.StructTreeRoot.K[0], None)

    def headings(self, numbers: Numbers) -> tuple[Heading, ...]:
        """The bookmarks, each with the level of the heading that it is of.

        Raises:
            UnfitError: there is not one for each heading.
        """
        found = (HEADING.fullmatch(str(element.S)) for element, _ in self.elements())
        levels = [int(match[1]) for match in found if match]
        marks = list(_marks(self.root.get("/Outlines")))
        if len(levels) != len(marks):
            raise UnfitError(f"{len(levels)} headings have {len(marks)} bookmarks")
        places = {page.objgen: number for number, page in enumerate(self.pages, 1)}
        return tuple(
            Heading(
                level,
                str(mark.Title),
                mark.Title.unparse(),
                reference(mark.Dest, numbers),
                places[mark.Dest[0].objgen],
            )
            for level, mark in zip(levels, marks, strict=True)
        )


class Allotted:
    """New numbers: some are agreed upon, the others are given out as they are asked for."""

    def __init__(self, agreed: Mapping[int, int], first: int = FIRST) -> None:
        """Begin with those `agreed`; the next is `first`."""
        self._known = dict(agreed)
        self._given: list[int] = []
        self.next = first

    def __call__(self, number: int) -> int:
        """The new number of an object."""
        if number not in self._known:
            self._given.append(number)
            self._known[number] = self.take()
        return self._known[number]

    def take(self) -> int:
        """A number for something that no file had."""
        self.next += 1
        return self.next - 1

    def given(self) -> Iterator[int]:
        """The old numbers of all that was asked for and not agreed upon, while it still grows."""
        place = 0
        while place < len(self._given):
            yield self._given[place]
            place += 1


def whole(item: Item, numbers: Numbers) -> bytes:
    """An object, or a stream with its data as they stand in the file, with new numbers."""
    return copied(item, numbers) if is_stream(item) else text_of(item, numbers)


def draws(item: Item) -> bool:
    """Whether a stream is a form or a pattern, which draws as a page does."""
    return bool(item.get("/Subtype") == "/Form" or item.get("/PatternType") == 1)


def reference(value: Item, numbers: Numbers) -> bytes:
    """A value in an array or a dictionary: what stands by itself in its file stays a reference."""
    if not isinstance(value, pikepdf.Object):
        return str(value).encode()
    if value.is_indirect:
        return b"%d 0 R" % numbers(value.objgen[0])
    return text_of(value, numbers)


def _entries(node: Item) -> Iterator[tuple[int, Item]]:
    """The entries of a number tree that is one leaf, as ours are (ISO 32000-1, 7.9.7)."""
    row = list(node.Nums)
    for key, value in zip(row[::2], row[1::2], strict=True):
        yield int(key), value


def _below(element: Item, page: Item) -> Iterator[tuple[Item, Item]]:
    page = element.get("/Pg", page)
    yield element, page
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") is not None and "/P" in kid:
            yield from _below(kid, page)


def _marks(node: Item) -> Iterator[Item]:
    """The entries of an outline (ISO 32000-1, 12.3.3) in their order."""
    mark = None if node is None else node.get("/First")
    while mark is not None:
        yield mark
        yield from _marks(mark)
        mark = mark.get("/Next")
