"""Rules on where text stands: inside what shows it, inside the trim, and in the safe area.

Each is judged twice: by the boxes that were laid out, and by the glyphs of the finished file.
"""

from collections.abc import Callable, Iterator

from briefpress.check.judged import Judged, counted, judged, shown, spot_of
from briefpress.check.naming import faults_of
from briefpress.check.opened import Opened
from briefpress.check.reading.seen import Box, Seen, SeenPage, visible
from briefpress.model.checked import Fault
from briefpress.model.document import PageProof, TextRun

TOLERANCE = 0.2
"""mm. Measured boxes are exact to about 0.01 mm; a hair over an edge cannot be seen."""


def is_cut(seen: Seen) -> bool:
    """Whether its clips leave out a part of its glyphs."""
    return seen.clip is not None and not _inside(seen.box, seen.clip)


def is_off(opened: Opened, seen: Seen) -> bool:
    """Whether its glyphs reach over the trim."""
    return not _inside(seen.box, _trim_of(opened, seen))


def clipped(opened: Opened) -> Judged:
    """No text stands outside the box that shows it."""
    cut = [seen for seen in opened.texts if seen.clip is not None and is_cut(seen)]
    told = list(faults_of(opened, cut, lambda _: "is cut off"))
    told += _of_runs(opened, told, lambda _, run: run.clip is None or _inside(run.box, run.clip))
    return judged(f"{counted(len(cut), 'line')} cut", told)


def off_page(opened: Opened) -> Judged:
    """No text stands outside the trim."""
    out = [seen for page in opened.pages for seen in _off(page)]
    told = list(faults_of(opened, out, lambda _: "stands off the page"))
    told += _of_runs(opened, told, _is_on)
    return judged(f"{counted(len(out), 'line')} off the page", told)


def _is_on(page: PageProof, run: TextRun) -> bool:
    return (
        run.x >= -TOLERANCE
        and run.y >= -TOLERANCE
        and run.x + run.width <= page.width + TOLERANCE
        and run.y + run.height <= page.height + TOLERANCE
    )


def _off(page: SeenPage) -> Iterator[Seen]:
    trim = (0.0, 0.0, page.width, page.height)
    return (seen for seen in page.texts if not _inside(seen.box, trim))


def unsafe(opened: Opened) -> Judged:
    """No text stands so near to the trim that cutting or sealing may reach it."""
    texts = [seen for seen in opened.texts if visible(seen.box, seen.clip)]
    if not texts:
        return judged("no text", ())
    safe = opened.document.safe
    edges = [_edge(opened.pages[seen.page - 1], seen) for seen in texts]
    least = min(edges)
    page = texts[edges.index(least)].page
    figure = f"nearest to the edge {max(0.0, least):.1f} mm on page {page}"
    near = (
        seen
        for seen, edge in zip(texts, edges, strict=True)
        if -TOLERANCE <= edge < safe - TOLERANCE
    )
    return judged(figure, faults_of(opened, near, lambda pieces: _near(opened, pieces)))


def _near(opened: Opened, pieces: tuple[Seen, ...]) -> str:
    least = max(0.0, min(_edge(opened.pages[piece.page - 1], piece) for piece in pieces))
    return f"is {least:.1f} mm from the edge; {opened.document.safe:g} mm are to stay clear"


def _edge(page: SeenPage, seen: Seen) -> float:
    """How far (mm) what is shown of it is from the nearest edge of the trim; below 0 outside."""
    box = seen.box if seen.clip is None else visible(seen.box, seen.clip) or seen.box
    left, top, right, bottom = box
    return min(left, top, page.width - right, page.height - bottom)


def _trim_of(opened: Opened, seen: Seen) -> Box:
    page = opened.pages[seen.page - 1]
    return (0.0, 0.0, page.width, page.height)


def _of_runs(
    opened: Opened, told: list[Fault], is_sound: Callable[[PageProof, TextRun], bool]
) -> Iterator[Fault]:
    """What the laid-out boxes show besides, on pages of which nothing has been told."""
    pages = {spot.page for fault in told for spot in fault.spots}
    for number, page in enumerate(opened.proof.pages, 1):
        out = [run for run in page.runs if not is_sound(page, run)]
        if out and number not in pages:
            spots = tuple(spot_of(number, run) for run in out)
            yield Fault(f"page {number}: {shown(out)}", spots)


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - TOLERANCE
        and inner[1] >= outer[1] - TOLERANCE
        and inner[2] <= outer[2] + TOLERANCE
        and inner[3] <= outer[3] + TOLERANCE
    )
