"""The shell: what one brand adds to a frame of a layout, as finished bytes for all its plates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from briefpress.plates import numbers as n
from briefpress.plates.cut import Frame
from briefpress.plates.objects import Block, Item, block, is_stream, packed
from briefpress.plates.plate import Shape
from briefpress.plates.source import (
    RESOURCES,
    Allotted,
    Heading,
    Names,
    Source,
    UnfitError,
    reference,
    whole,
)

_USE = re.compile(rb"(?m)^/(\S+)( [0-9.]+ Tf| gs| Do| scn| SCN| sh)$")
"""Names of resources in what a page draws, as the engine writes them: an operator a line."""
_TAG = re.compile(rb"/([A-Z]{6})\+")
OWN = (b"/Author", b"/ModDate")
"""What a brand says of a file, in its dictionary of information."""


@dataclass(frozen=True)
class Shell:
    """What a brand adds to a frame.

    `kids` are by slot; `owners` are the elements of its marks, `others` those of its links and
    groups by their keys.
    """

    place: int
    block: Block
    contents: bytes
    links: tuple[bytes, ...]
    owners: tuple[bytes, ...]
    others: Mapping[int, bytes]
    kids: Mapping[str, bytes]
    names: Names
    headings: tuple[Heading, ...]
    info: Mapping[bytes, bytes]
    packet: bytes


def shell_of(pdf: bytes, frame: Frame, place: int, shape: Shape) -> Shell:
    """A shell of a file that shows the slots of a frame alone, for plates of this shape.

    Raises:
        UnfitError: it is not made in the way that shells are made of.
    """
    return _Maker(Source(pdf), frame, place, shape).shell()


class _Maker:
    """Makes one shell."""

    def __init__(self, source: Source, frame: Frame, place: int, shape: Shape) -> None:
        if len(source.pages) != 1:
            raise UnfitError(f"{', '.join(frame.names)} run on to another page")
        self._source = source
        self._page = source.pages[0]
        self._frame = frame
        self._place = place
        self._shape = shape
        self._keys = n.shell_keys(place)
        self._holes = self._find_holes()
        agreed = {
            self._page.objgen[0]: shape.pages.get(place, 0),
            source.resources.ColorSpace.objgen[0]: n.SPACES,
        }
        agreed |= {hole.objgen[0]: shape.parents[name] for name, hole in self._holes.items()}
        self._numbers = Allotted(agreed, n.shell_base(place))

    def shell(self) -> Shell:
        """The shell. What the plate refers to is read first, so that it gets its number."""
        contents = self._reference(self._page.Contents)
        links = tuple(self._reference(link) for link in self._page.get("/Annots", ()))
        owners = self._owners()
        kids = {name: self._kids(hole) for name, hole in self._holes.items()}
        if (links or owners) and self._place not in self._shape.pages:
            raise UnfitError(f"{', '.join(self._frame.names)} are read out on several pages")
        return Shell(
            place=self._place,
            contents=contents,
            links=links,
            owners=owners,
            others=self._others(),
            kids=kids,
            names=self._names(),
            headings=self._source.headings(self._numbers),
            info=self._info(),
            packet=self._source.root.Metadata.read_bytes(),
            block=self._block(),
        )

    def _reference(self, item: Item) -> bytes:
        return reference(item, self._numbers)

    def _find_holes(self) -> dict[str, Item]:
        """The elements that stand for slots."""
        return {
            str(element.T): element
            for element, _ in self._source.elements()
            if str(element.get("/T", "")) in self._frame.names
        }

    def _kids(self, hole: Item) -> bytes:
        """What an element around a slot gets; marks need an element of their own."""
        if any(isinstance(kid, int) or kid.get("/Type") == "/MCR" for kid in hole.K):
            raise UnfitError(f"the slot {hole.T} has text that no element holds")
        return b" ".join(self._reference(kid) for kid in hole.K)

    def _owners(self) -> tuple[bytes, ...]:
        """The elements of its marks, in the order of their numbers."""
        row = self._source.owners.get(int(self._page.StructParents), ())
        if len(row) > n.MARKS:
            raise UnfitError(f"{', '.join(self._frame.names)} have {len(row)} marks")
        return tuple(b"null" if one is None else self._reference(one) for one in row)

    def _others(self) -> dict[int, bytes]:
        """The elements of links and groups, under keys of its own."""
        page = int(self._page.StructParents)
        rest = {key: row for key, row in self._source.owners.items() if key != page}
        if max(rest, default=0) >= n.SHELL_KEYS_STEP:
            raise UnfitError(f"{', '.join(self._frame.names)} have too many links")
        for item in self._source.items.values():
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream) and item is not self._page:
                for name in ("/StructParent", "/StructParents"):
                    if name in item and item.objgen != self._page.objgen:
                        item[name] = int(item[name]) + self._keys
        return {key + self._keys: self._reference(row) for key, row in sorted(rest.items())}

    def _names(self) -> Names:
        """What it names, under names of its own, for pages have names of theirs."""
        names = self._source.names(self._numbers)
        return {
            kind: {self._own(name): value for name, value in names[kind].items()}
            for kind in RESOURCES
        }

    def _own(self, name: bytes) -> bytes:
        return b"/S%d%b" % (self._place, name.removeprefix(b"/"))

    def _info(self) -> dict[bytes, bytes]:
        info = self._source.pdf.trailer.Info
        return {key: info[key.decode()].unparse() for key in OWN if key.decode() in info}

    def _block(self) -> Block:
        objects: dict[int, bytes] = {}
        for number in self._numbers.given():
            objects[self._numbers(number)] = self._object(self._source.items[number])
        holder = self._numbers.take()
        if holder >= n.shell_base(self._place + 1):
            raise UnfitError(f"{', '.join(self._frame.names)} have too many objects")
        return block(objects, holder)

    def _object(self, item: Item) -> bytes:
        """An object; the page is drawn under its own names, its fonts are subsets of their own."""
        if item.objgen == self._page.Contents.objgen:
            data = _USE.sub(lambda m: self._own(m[1]) + m[2], item.read_bytes())
            return packed(b"q\n%b\nQ" % data)
        data = whole(item, self._numbers)
        return data if is_stream(item) else _TAG.sub(self._tagged, data)

    def _tagged(self, match: re.Match[bytes]) -> bytes:
        """The tag of a subset, which two subsets in a file may not share (ISO 32000-1, 9.6.4)."""
        turn = self._place + 1
        letters = bytes((letter - ord("A") + turn) % 26 + ord("A") for letter in match[1])
        return b"/%b+" % letters
