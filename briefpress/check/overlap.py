"""Preflight rule on text that is printed over other text."""

from collections.abc import Iterable, Iterator

from briefpress.check.judged import SHOWN, Judged, counted, judged, spot_of
from briefpress.check.opened import Opened
from briefpress.check.reading.seen import Box, Seen, visible
from briefpress.model.checked import Fault, Spot
from briefpress.model.document import TextRun

SHARED_HEIGHT = 0.35
"""Of the lower of the two: lines that are set tight share about a quarter of their boxes."""
SHARED_WIDTH = 0.3
"""mm. Letters that lean over their box into the next word share less."""


Shape = tuple[float, float, int, float, float, TextRun | Seen]
"""The top and left of what can be seen of a piece of text, its number, its right and bottom."""


def overlap(opened: Opened) -> Judged:
    """No line of text stands on another: neither its box nor, in the file, its glyphs."""
    laid = (
        fault
        for number, page in enumerate(opened.proof.pages, 1)
        for fault in _faults(number, page.runs)
    )
    seen = (fault for page in opened.pages for fault in _faults(page.number, page.texts))
    faults = {fault.message: fault for fault in (*seen, *laid)}.values()
    return judged(counted(len(faults), "overlap"), faults)


def _faults(page: int, items: Iterable[TextRun | Seen]) -> Iterator[Fault]:
    for upper, lower in _overlapping(sorted(_shapes(items))):
        message = f"page {page}: {_text(lower)!r} stands on {_text(upper)!r}"
        yield Fault(message, (_spot(page, upper), _spot(page, lower)))


def _shapes(items: Iterable[TextRun | Seen]) -> Iterator[Shape]:
    for number, item in enumerate(items):
        box: Box | None = item.box
        if item.clip is not None:
            box = visible(item.box, item.clip)
        if box is not None:
            left, top, right, bottom = box
            if left < right and top < bottom:
                yield top, left, number, right, bottom, item


def _overlapping(shapes: Iterable[Shape]) -> Iterator[tuple[TextRun | Seen, TextRun | Seen]]:
    """Pairs that overlap, found from the top of the page down."""
    above: list[Shape] = []
    lowest = 0.0
    for shape in shapes:
        top, left, _, right, bottom, item = shape
        if lowest <= top:
            above, lowest = [shape], bottom
            continue
        above = [other for other in above if other[4] > top]
        for upper, start, _, end, foot, other in above:
            shared = SHARED_HEIGHT * min(bottom - top, foot - upper)
            if (
                min(bottom, foot) - top > shared
                and min(right, end) - max(left, start) > SHARED_WIDTH
            ):
                yield other, item
        above.append(shape)
        lowest = max(lowest, bottom)


def _text(item: TextRun | Seen) -> str:
    return (item.text if isinstance(item, Seen) else item.text.strip())[:SHOWN]


def _spot(page: int, item: TextRun | Seen) -> Spot:
    return item.spot if isinstance(item, Seen) else spot_of(page, item)
