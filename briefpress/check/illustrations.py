"""Rule on illustrations: every logo, chart and code of the document can be seen on a page."""

from collections import Counter
from collections.abc import Iterator

from briefpress.check.judged import Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.markup import elements
from briefpress.model.checked import Fault, Spot
from briefpress.model.document import Drawing

SMALLEST = 3.0
"""mm. What is neither as wide nor as high as this shows nothing that has an alternative."""
BLANK = 0.01
"""The share of a place that something has to be seen on; a wordmark of thin letters has 0.05."""


def illustrations(opened: Opened) -> Judged:
    """Each picture of the document is laid out as often as it is named, upright, and seen."""
    wanted = Counter(dict(_named(opened)))
    laid = [
        (number, index, drawing)
        for number, page in enumerate(opened.proof.pages, 1)
        for index, drawing in enumerate(page.drawings)
    ]
    left = wanted - Counter(drawing.url for _, _, drawing in laid)
    faults = [Fault(f"{url} is on no page") for url in left]
    faults += (
        Fault(f"page {number}: {drawing.url} {what}", (_spot(number, drawing),))
        for number, index, drawing in laid
        if drawing.url in wanted and (what := _lack(opened, number, index, drawing))
    )
    return judged(counted(len(laid), "picture"), faults)


def _named(opened: Opened) -> Iterator[tuple[str, int]]:
    """The files of pictures that say something, and how often the document shows each."""
    names = [
        image.get("src", "")
        for image in elements(opened.markup.root, "img")
        if image.get("alt", "").strip()
    ]
    yield from Counter(names).items()


def _lack(opened: Opened, number: int, index: int, drawing: Drawing) -> str:
    """Why a picture cannot be seen; empty if it can."""
    if max(drawing.width, drawing.height) < SMALLEST:
        return f"is {drawing.width:.1f} x {drawing.height:.1f} mm small"
    if not drawing.is_upright:
        return "is turned, slanted or mirrored"
    if drawing.opacity < 1.0:
        return f"is painted with an opacity of {drawing.opacity:.2g}"
    marks = opened.pages[number - 1].marks if number <= len(opened.pages) else ()
    if index < len(marks) and marks[index] < BLANK:
        return "leaves no mark: its place is of one colour"
    return ""


def _spot(number: int, drawing: Drawing) -> Spot:
    return Spot(number, drawing.x, drawing.y, drawing.width, drawing.height)
