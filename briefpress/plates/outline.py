"""The bookmarks of a document, from the headings of its plate and of what its brand adds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefpress.plates import numbers as n
from briefpress.plates.objects import dictionary
from briefpress.plates.plate import Plate
from briefpress.plates.shell import Shell
from briefpress.plates.source import Heading


@dataclass
class Bookmark:
    """An entry of the outline on its way: its heading, its number, and those below it."""

    heading: Heading
    number: int
    below: "list[Bookmark]" = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many are below it, all of them open."""
        return sum(1 + mark.count for mark in self.below)

    def told(self, depth: int = 0) -> Iterator[tuple[str, int, int]]:
        """Title, depth from 1 and page from 1 of each below it, in their order."""
        for mark in self.below:
            yield mark.heading.text, depth + 1, mark.heading.page
            yield from mark.told(depth + 1)


def outline_of(plate: Plate, shells: Sequence[Shell]) -> Bookmark:
    """The outline, whose top is no bookmark itself; each is below the last of a higher level."""
    top = Bookmark(Heading(0, "", b"", b"", 0), n.OUTLINE)
    above = [top]
    ordered = sorted(_headings(plate, shells), key=lambda heading: heading.page)
    for place, heading in enumerate(ordered):
        mark = Bookmark(heading, n.BOOKMARKS + place)
        while above[-1].heading.level >= heading.level:
            above.pop()
        above[-1].below.append(mark)
        above.append(mark)
    return top


def _headings(plate: Plate, shells: Sequence[Shell]) -> Iterator[Heading]:
    """All headings, those of the plate before those of brands on the same page."""
    yield from plate.headings
    pages = {frame: page.place for page in plate.pages if page.told for frame in page.frames}
    for shell in shells:
        yield from (replace(heading, page=pages[shell.place]) for heading in shell.headings)


def objects_of(top: Bookmark) -> dict[int, bytes]:
    """The outline as objects (ISO 32000-1, 12.3.3)."""
    if not top.below:
        return {}
    first = dictionary({b"/Count": b"%d" % top.count, **_ends(top)})
    return {n.OUTLINE: first, **dict(_entries(top))}


def _entries(above: Bookmark) -> Iterator[tuple[int, bytes]]:
    marks = above.below
    for place, mark in enumerate(marks):
        entry = {
            b"/Title": mark.heading.title,
            b"/Dest": mark.heading.place,
            b"/Parent": b"%d 0 R" % above.number,
            b"/Count": b"%d" % mark.count,
            **_ends(mark),
        }
        if place:
            entry[b"/Prev"] = b"%d 0 R" % marks[place - 1].number
        if place < len(marks) - 1:
            entry[b"/Next"] = b"%d 0 R" % marks[place + 1].number
        yield mark.number, dictionary(entry)
        yield from _entries(mark)


def _ends(mark: Bookmark) -> dict[bytes, bytes]:
    if not mark.below:
        return {}
    first, last = mark.below[0].number, mark.below[-1].number
    return {b"/First": b"%d 0 R" % first, b"/Last": b"%d 0 R" % last}
