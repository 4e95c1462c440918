"""Preflight rule on text that is printed over other text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefpress.check.judged import SHOWN, Judged, counted, judged, spot_of
from briefpress.check.opened import Opened
from briefpress.check.reading.seen import Box, Seen, visible
from briefpress.model.checked import Fault, Spot
from briefpress.model.document import TextRun

SHARED_HEIGHT = 0.35
"""Of the lower of the two: lines that are set tight share about a quarter of their boxes."""
SHARED_WIDTH = 0.3
"""mm. Letters that lean over their box into the next word share less."""


@dataclass(frozen=True)
class _Item:
    """A piece of text with the part of its box that can be seen."""

    text: str
    box: Box
    spot: Spot


def overlap(opened: Opened) -> Judged:
    """No line of text stands on another: neither its box nor, in the file, its glyphs."""
    laid = (
        fault
        for number, page in enumerate(opened.proof.pages, 1)
        for fault in _faults(number, (_of_run(number, run) for run in page.runs))
    )
    seen = (
        fault
        for page in opened.pages
        for fault in _faults(page.number, (_of_seen(one) for one in page.texts))
    )
    faults = {fault.message: fault for fault in (*seen, *laid)}.values()
    return judged(counted(len(faults), "overlap"), faults)


def _faults(page: int, items: Iterable[_Item | None]) -> Iterator[Fault]:
    for upper, lower in _overlapping(item for item in items if item is not None):
        message = f"page {page}: {lower.text[:SHOWN]!r} stands on {upper.text[:SHOWN]!r}"
        yield Fault(message, (upper.spot, lower.spot))


def _overlapping(items: Iterable[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Pairs that overlap, found from the top of the page down."""
    above: list[_Item] = []
    for item in sorted(items, key=lambda item: (item.box[1], item.box[0])):
        above = [other for other in above if other.box[3] > item.box[1]]
        for other in above:
            if _collide(other.box, item.box):
                yield other, item
        above.append(item)


def _of_run(page: int, run: TextRun) -> _Item | None:
    box = visible(run.box, run.clip)
    return box and _Item(run.text.strip(), box, spot_of(page, run))


def _of_seen(seen: Seen) -> _Item | None:
    box = visible(seen.box, seen.clip)
    return box and _Item(seen.text, box, seen.spot)


def _collide(one: Box, other: Box) -> bool:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    lower = min(one[3] - one[1], other[3] - other[1])
    return width > SHARED_WIDTH and height > SHARED_HEIGHT * lower
