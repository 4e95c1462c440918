"""Rule on drawings: what pages show besides text is what was drawn when they were laid out."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pikepdf

from briefpress.check.judged import Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.model.checked import Fault, Spot
from briefpress.model.document import Stroke
from briefpress.strokes import strokes_of

TOLD = 3
"""Strokes of one page that are told; whoever looks there sees the others."""


def strange_drawings(opened: Opened) -> Judged:
    """Page by page, the file draws the strokes that were laid out, in their order."""
    faults: list[Fault] = []
    count = 0
    for number, (page, laid) in enumerate(
        zip(opened.file.pages, opened.proof.pages, strict=False), 1
    ):
        count += len(laid.strokes)
        if number not in opened.known.drawn:
            faults += _page_faults(page, number, laid.strokes)
    return judged(counted(count, "stroke"), faults)


def _page_faults(page: pikepdf.Page, number: int, laid: Sequence[Stroke]) -> Iterator[Fault]:
    try:
        found = strokes_of(page)
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError) as error:
        yield Fault(f"page {number}: what it draws cannot be read: {error}")
        return
    if found == tuple(laid):
        return
    added, lost = Counter(found) - Counter(laid), Counter(laid) - Counter(found)
    yield from (_fault(number, stroke, "was not laid out") for stroke in [*added][:TOLD])
    yield from (_fault(number, stroke, "is not in the file") for stroke in [*lost][:TOLD])
    if not added and not lost:
        yield Fault(f"page {number}: what it draws is painted in another order")


def _fault(number: int, stroke: Stroke, what: str) -> Fault:
    width, height = stroke.right - stroke.left, stroke.bottom - stroke.top
    place = f"{stroke.left:.0f} mm from the left and {stroke.top:.0f} mm from the top"
    message = f"page {number}: a {stroke.kind} of {width:.1f} x {height:.1f} mm, {place}, {what}"
    return Fault(message, (Spot(number, stroke.left, stroke.top, width, height),))
