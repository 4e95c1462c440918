"""Preflight rules on laid-out pages: number, size, and that all text is there and can be seen."""

from collections.abc import Iterator

from briefpress.check.judged import Judged, counted, judged, shown, spot_of
from briefpress.model.checked import Fault, Spot
from briefpress.model.document import PageProof, Proof, TextRun

TOLERANCE = 0.2
"""mm. Measured boxes are exact to about 0.01 mm; a hair over an edge cannot be seen."""
SHOWN_LOST = 200
"""Characters. Enough to see which sentences are meant."""


def engine_log(proof: Proof) -> Judged:
    """Nothing that the engine said at WARNING or above is let through."""
    return judged(counted(len(proof.log), "line"), (Fault(line) for line in proof.log))


def fetches(proof: Proof) -> Judged:
    """Every file that was asked for is the document's own."""
    faults = (Fault(f"{url} was asked for and refused") for url in proof.refused)
    return judged(f"{len(proof.refused)} refused", faults)


def page_count(proof: Proof) -> Judged:
    """The layout's promise."""
    allowed = proof.document.layout.pages
    count = len(proof.pages)
    faults = []
    if not allowed.least <= count <= allowed.most:
        wanted = f"{allowed.least}"
        if allowed.most != allowed.least:
            wanted = f"{allowed.least} to {allowed.most}"
        faults = [Fault(f"{count} pages, {wanted} expected")]
    return judged(counted(count, "page"), faults)


def page_size(proof: Proof) -> Judged:
    """Every page has the size that layout.yaml gives."""
    sizes = {f"{page.width:.1f} x {page.height:.1f} mm": None for page in proof.pages}
    return judged(", ".join(sizes), _misfits(proof))


def _misfits(proof: Proof) -> Iterator[Fault]:
    size = proof.document.layout.page
    for number, page in enumerate(proof.pages, 1):
        off = max(abs(page.width - size.width), abs(page.height - size.height))
        if off > TOLERANCE:
            measured = f"{page.width:.1f} x {page.height:.1f} mm"
            wanted = f"{size.width:g} x {size.height:g} mm"
            message = f"page {number} is {measured}, {wanted} expected"
            yield Fault(message, (Spot(number, 0.0, 0.0, page.width, page.height),))


def copyfit(proof: Proof) -> Judged:
    """At the size that was chosen, each slot holds its text."""
    if not proof.fitted:
        return judged("no slots", ())
    fullest = max(proof.fitted, key=lambda one: one.natural / one.slot.height)
    share = fullest.natural / fullest.slot.height
    figure = f"fullest slot {fullest.slot.id} {share:.0%} at {fullest.size:g}pt"
    return judged(figure, _overfull(proof))


def _overfull(proof: Proof) -> Iterator[Fault]:
    for fitted in proof.fitted:
        if not fitted.fits:
            over = fitted.natural - fitted.slot.height
            floor = f"{fitted.slot.floor:g}pt"
            yield Fault(f"{fitted.slot.id} is {over:.1f} mm too high at its smallest type, {floor}")


def lost(proof: Proof) -> Judged:
    """All text of the document can be seen on some page."""
    missing = len(proof.lost.replace(" ", ""))
    figure = f"{counted(missing, 'character')} lost"
    if not missing:
        return judged(figure, ())
    characters = "character is" if missing == 1 else "characters are"
    sample = proof.lost if len(proof.lost) <= SHOWN_LOST else f"{proof.lost[:SHOWN_LOST]}…"
    return judged(figure, [Fault(f"{missing} {characters} on no page: {sample}")])


def clipped(proof: Proof) -> Judged:
    """No text stands outside the box that shows it."""
    outside = [
        (number, [r for r in page.runs if r.clip is not None and not _inside(r, r.clip)])
        for number, page in enumerate(proof.pages, 1)
    ]
    return _told(outside, "cut")


def off_page(proof: Proof) -> Judged:
    """No text stands outside the trim."""
    outside = [
        (number, [run for run in page.runs if not _inside(run, _trim(page))])
        for number, page in enumerate(proof.pages, 1)
    ]
    return _told(outside, "off the page")


def _told(found: list[tuple[int, list[TextRun]]], what: str) -> Judged:
    """One fault for each page that has such runs."""
    count = sum(len(runs) for _, runs in found)
    faults = (
        Fault(f"page {number}: {shown(runs)}", tuple(spot_of(number, run) for run in runs))
        for number, runs in found
        if runs
    )
    return judged(f"{counted(count, 'line')} {what}", faults)


def _trim(page: PageProof) -> tuple[float, float, float, float]:
    return (0.0, 0.0, page.width, page.height)


def _inside(run: TextRun, box: tuple[float, float, float, float]) -> bool:
    return (
        run.x >= box[0] - TOLERANCE
        and run.y >= box[1] - TOLERANCE
        and run.x + run.width <= box[2] + TOLERANCE
        and run.y + run.height <= box[3] + TOLERANCE
    )
