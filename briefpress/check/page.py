"""Rules on laid-out pages: what the engine said of them, number, size, and lost text."""

from collections.abc import Iterator

from briefpress.check.claims import lost_in_layout
from briefpress.check.judged import Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.check.presence import items_of
from briefpress.diagnostics import NOWHERE, Where
from briefpress.model.checked import Fault, Spot
from briefpress.model.document import Proof

TOLERANCE = 0.2
"""mm. Measured boxes are exact to about 0.01 mm; a hair over an edge cannot be seen."""
SHOWN_LOST = 200
"""Characters. Enough to see which sentences are meant."""


def readable(opened: Opened) -> Judged:
    """Two independent readers can open the file."""
    faults = [Fault(opened.broken)] if opened.broken else []
    return judged(f"{len(opened.proof.pdf):,} bytes", faults)


def engine_log(opened: Opened) -> Judged:
    """Nothing that the engine said at WARNING or above is let through."""
    proof = opened.proof
    return judged(counted(len(proof.log), "line"), (Fault(line) for line in proof.log))


def fetches(opened: Opened) -> Judged:
    """Every file that was asked for is the document's own."""
    proof = opened.proof
    faults = (Fault(f"{url} was asked for and refused") for url in proof.refused)
    return judged(f"{len(proof.refused)} refused", faults)


def page_count(opened: Opened) -> Judged:
    """The layout's promise."""
    proof = opened.proof
    allowed = proof.document.layout.pages
    count = len(proof.pages)
    faults = []
    if not allowed.least <= count <= allowed.most:
        wanted = f"{allowed.least}"
        if allowed.most != allowed.least:
            wanted = f"{allowed.least} to {allowed.most}"
        faults = [Fault(f"{count} pages, {wanted} expected")]
    return judged(counted(count, "page"), faults)


def page_size(opened: Opened) -> Judged:
    """Every page has the size that layout.yaml gives."""
    proof = opened.proof
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


def lost(opened: Opened) -> Judged:
    """All text of the document can be seen on some page."""
    proof = opened.proof
    missing = len(proof.lost.replace(" ", ""))
    figure = f"{counted(missing, 'character')} lost"
    if not missing:
        return judged(figure, ())
    characters = "character is" if missing == 1 else "characters are"
    sample = proof.lost if len(proof.lost) <= SHOWN_LOST else f"{proof.lost[:SHOWN_LOST]}…"
    message = f"{missing} {characters} on no page: {sample}"
    return judged(figure, [Fault(message, (), _where_of_lost(opened))])


def _where_of_lost(opened: Opened) -> Where:
    """The line of the first claim that was lost, if it can be told."""
    claims = opened.document.claims
    lost_ones = (n for n in items_of(claims, opened.presence.missing) if lost_in_layout(opened, n))
    return next((claims[number].where for number in lost_ones), NOWHERE)
