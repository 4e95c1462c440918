"""The plate: one audience's layout as finished bytes, with holes for what a brand adds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from briefpress.plates import numbers as n
from briefpress.plates.colours import NAME, is_marked, recoloured
from briefpress.plates.cut import Cut
from briefpress.plates.objects import Block, Item, block, is_stream, packed, text_of, without
from briefpress.plates.source import (
    Allotted,
    Heading,
    Names,
    Source,
    UnfitError,
    draws,
    reference,
    whole,
)

FINEST = 9
"""A plate is compressed once, for all brands."""
_MARK = re.compile(rb"/MCID (\d+)")
_COMPOSED = ("/Contents", "/Annots", "/Resources", "/StructParents")
"""What a page to which brands add does not say once and for all."""


Mark = tuple[tuple[int, int] | None, int]
"""A mark that an element holds: its page as an object, if that is told, and its number."""
Marks = frozenset[Mark]


@dataclass(frozen=True)
class SlotPage:
    """A page to which brands add: its place from 1, its number as an object, and what it has.

    `frames` are the places of those that stand on it; `owners` the elements of the plate's marks.
    On a page that is `told`, brands have marks of their own.
    """

    place: int
    number: int
    told: bool
    entries: bytes
    contents: bytes
    links: tuple[bytes, ...]
    owners: tuple[bytes, ...]
    frames: tuple[int, ...]


@dataclass(frozen=True)
class Hole:
    """The place of a slot among what an element holds."""

    slot: str


@dataclass(frozen=True)
class Parent:
    """An element around slots: itself without its kids, and these."""

    entries: bytes
    kids: tuple[bytes | Hole, ...]


@dataclass(frozen=True)
class Shape:
    """What a shell has to know of a plate: by frame its page, by slot the element around it."""

    pages: Mapping[int, int]
    parents: Mapping[str, int]


@dataclass(frozen=True)
class Plate:
    """All that brands share of one audience's layout; `pages` are in the order of the document."""

    block: Block
    pages: tuple[SlotPage, ...]
    parents: Mapping[int, Parent]
    names: Names
    headings: tuple[Heading, ...]
    info: Mapping[bytes, bytes]
    packet: bytes
    shape: Shape

    @cached_property
    def held(self) -> dict[int, Marks]:
        """By number of an element the marks that it holds, as far as they have been read back."""
        return {}


def plate_of(pdf: bytes, cut: Cut, holes: Mapping[str, tuple[int, ...]]) -> Plate:
    """A plate of a file that was rendered with empty slots; `holes` are the pages of each.

    Raises:
        UnfitError: it is not made in the way that plates are made of.
    """
    return _Maker(Source(pdf), cut, holes).plate()


class _Maker:
    """Makes one plate."""

    def __init__(self, source: Source, cut: Cut, holes: Mapping[str, tuple[int, ...]]) -> None:
        self._source = source
        self._frames = tuple(_pages_of(frame.names, holes) for frame in cut.frames)
        self._slots = tuple(name for frame in cut.frames for name in frame.names)
        if len(self._slots) > n.MOST:
            raise UnfitError(f"it has {len(self._slots)} slots")
        self._holes = self._find_holes()
        self._around = tuple(dict.fromkeys(around for around, _ in self._holes.values()))
        self._told = self._told_pages()
        agreed = self._agreed()
        self._numbers = Allotted(agreed, max(n.FIRST - 1, *agreed.values()) + 1)

    def plate(self) -> Plate:
        """The plate. What brands add to is read first, so that all it refers to gets its number."""
        self._make_room()
        pages = tuple(self._pages())
        parents = {self._numbers(number): self._parent(number) for number in self._around}
        names = self._source.names(self._numbers)
        headings = self._source.headings(self._numbers)
        info = self._source.pdf.trailer.Info
        return Plate(
            block=self._block(),
            pages=pages,
            parents=parents,
            names=names,
            headings=headings,
            info={key.encode(): value.unparse() for key, value in info.items()},
            packet=self._source.root.Metadata.read_bytes(),
            shape=Shape(
                {place: n.PAGES + place for place in self._told.values()},
                {slot: self._numbers(around) for slot, (around, _) in self._holes.items()},
            ),
        )

    def _find_holes(self) -> dict[str, tuple[int, int]]:
        """By slot the numbers of the element around it and of the one that keeps its place."""
        found: dict[str, tuple[int, int]] = {}
        for element, _ in self._source.elements():
            for kid in element.get("/K", ()):
                name = str(kid.get("/T", "")) if isinstance(kid, pikepdf.Dictionary) else ""
                if name in self._slots:
                    found[name] = (element.objgen[0], kid.objgen[0])
        missing = [slot for slot in self._slots if slot not in found]
        if missing:
            raise UnfitError(f"the structure has no place for {', '.join(missing)}")
        return {slot: found[slot] for slot in self._slots}

    def _told_pages(self) -> dict[int, int]:
        """The pages that have a frame of their own, by number, with its place."""
        told: dict[int, int] = {}
        for place, pages in enumerate(self._frames):
            if len(pages) == 1 and pages[0] in told:
                raise UnfitError(f"two frames stand on page {pages[0]}")
            if len(pages) == 1:
                told[pages[0]] = place
        return told

    def _agreed(self) -> dict[int, int]:
        """What has the same number in every plate."""
        source, root = self._source, self._source.root
        agreed = {
            root.objgen[0]: n.CATALOG,
            source.resources.ColorSpace.objgen[0]: n.SPACES,
            source.pdf.trailer.Info.objgen[0]: n.INFO,
            root.Metadata.objgen[0]: n.PACKET,
            root.StructTreeRoot.ParentTree.objgen[0]: n.OWNERS,
            source.resources.objgen[0]: n.RESOURCES,
        }
        if "/Outlines" in root:
            agreed[root.Outlines.objgen[0]] = n.OUTLINE
        agreed |= {source.pages[p - 1].objgen[0]: n.PAGES + i for p, i in self._told.items()}
        shared = sorted({p for pages in self._frames for p in pages} - self._told.keys())
        agreed |= {source.pages[p - 1].objgen[0]: n.FIRST + i for i, p in enumerate(shared)}
        return agreed | {number: n.PARENTS + i for i, number in enumerate(self._around)}

    def _make_room(self) -> None:
        """Give the first numbers of marks away, on pages on which brands have marks."""
        told = {self._source.pages[page - 1].objgen for page in self._told}
        for element, page in list(self._source.elements()):
            if "/K" in element:
                kids = [_moved(kid, page, told) for kid in element.K]
                element.K = pikepdf.Array(kids)

    def _pages(self) -> Iterator[SlotPage]:
        on: dict[int, list[int]] = {}
        for place, pages in enumerate(self._frames):
            for page in pages:
                on.setdefault(page, []).append(place)
        for number, frames in sorted(on.items()):
            yield self._page(number, tuple(frames))

    def _page(self, place: int, frames: tuple[int, ...]) -> SlotPage:
        page = self._source.pages[place - 1]
        rest = without(page, *_COMPOSED)
        owners = self._source.owners.get(int(page.StructParents), ())
        return SlotPage(
            place=place,
            number=self._numbers(page.objgen[0]),
            told=place in self._told,
            entries=text_of(rest, self._numbers),
            contents=self._reference(page.Contents),
            links=tuple(self._reference(link) for link in page.get("/Annots", ())),
            owners=tuple(b"null" if one is None else self._reference(one) for one in owners),
            frames=frames,
        )

    def _parent(self, number: int) -> Parent:
        element = self._source.items[number]
        holes = {hole: Hole(slot) for slot, (_, hole) in self._holes.items()}
        kids = [
            (isinstance(kid, pikepdf.Object) and holes.get(kid.objgen[0]))
            or reference(kid, self._numbers)
            for kid in element.K
        ]
        return Parent(text_of(without(element, "/K"), self._numbers), tuple(kids))

    def _reference(self, item: Item) -> bytes:
        return b"%d 0 R" % self._numbers(item.objgen[0])

    def _block(self) -> Block:
        """All that is the same for all brands: the catalogue, and what anything refers to."""
        source = self._source
        objects = {n.CATALOG: whole(source.root, self._numbers), n.SPACES: self._spaces()}
        objects |= self._owners()
        for number in self._numbers.given():
            objects[self._numbers(number)] = self._object(number)
        holder = self._numbers.take()
        if holder >= n.PLATE_END:
            raise UnfitError("it has too many objects")
        return block(objects, holder, FINEST)

    def _spaces(self) -> bytes:
        spaces = whole(self._source.resources.ColorSpace, self._numbers)
        return b"%b/%b %d 0 R>>" % (spaces.removesuffix(b">>"), NAME, n.COLOURS)

    def _object(self, number: int) -> bytes:
        item = self._source.items[number]
        page = self._drawing.get(number)
        if page is not None:
            data = recoloured(item.read_bytes())
            if page in self._told:
                data = _MARK.sub(lambda m: b"/MCID %d" % (int(m[1]) + n.MARKS), data)
            return packed(b"q\n%b\nQ" % data, level=FINEST)
        if is_stream(item) and draws(item):
            return self._form(item)
        data = whole(item, self._numbers)
        if not is_stream(item) and is_marked(data):
            raise UnfitError("a gradient has a colour of the brand")
        return data

    def _form(self, item: Item) -> bytes:
        rest = without(item.stream_dict, "/Length", "/Filter")
        entries = text_of(rest, self._numbers)[2:-2].strip()
        return packed(recoloured(item.read_bytes()), entries, FINEST)

    @cached_property
    def _drawing(self) -> dict[int, int]:
        """The pages, from 1, by the numbers of the streams that draw them."""
        return {page.Contents.objgen[0]: i for i, page in enumerate(self._source.pages, 1)}

    def _owners(self) -> dict[int, bytes]:
        """The tree of owners: a leaf of the plate, and one for what brands add."""
        added = {
            int(self._source.pages[page - 1].StructParents)
            for pages in self._frames
            for page in pages
        }
        rows = {k: v for k, v in sorted(self._source.owners.items()) if k not in added}
        last = b"%d 0 R" % n.OWNERS_LEAF
        if not rows:
            return {n.OWNERS: b"<</Kids [%b]>>" % last}
        if max(rows) >= n.PAGE_KEYS:
            raise UnfitError("it has too many links")
        leaf = self._numbers.take()
        numbered = (b"%d %b" % (key, reference(row, self._numbers)) for key, row in rows.items())
        entries = (min(rows), max(rows), b" ".join(numbered))
        return {
            n.OWNERS: b"<</Kids [%d 0 R %b]>>" % (leaf, last),
            leaf: b"<</Limits [%d %d] /Nums [%b]>>" % entries,
        }


def _moved(kid: Item, page: Item, told: set[tuple[int, int]]) -> Item:
    """A kid of an element, with the number of its mark behind those that belong to brands."""
    if isinstance(kid, int):
        return kid + n.MARKS if page is not None and page.objgen in told else kid
    if kid.get("/Type") == "/MCR" and "/Stm" not in kid and kid.Pg.objgen in told:
        kid.MCID = int(kid.MCID) + n.MARKS
    return kid


def _pages_of(names: tuple[str, ...], holes: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    """The pages on which the slots of a frame stand, together."""
    pages = {holes.get(name, ()) for name in names}
    if len(pages) != 1 or not next(iter(pages)):
        raise UnfitError(f"{', '.join(names)} do not stand on the same pages")
    return next(iter(pages))
