"""Preflight rules on laid-out pages: number, size, and that all text is there and can be seen."""

from collections.abc import Callable, Iterator, Mapping

from briefpress.model.document import Proof, TextRun

TOLERANCE = 0.2
"""mm. Measured boxes are exact to about 0.01 mm; a hair over an edge cannot be seen."""
SHOWN = 40

Rule = Callable[[Proof], Iterator[str]]
"""Gives one message for each fault that it finds."""


def engine_log(proof: Proof) -> Iterator[str]:
    """Nothing that the engine said at WARNING or above is let through."""
    for line in dict.fromkeys(proof.log):
        yield line


def fetches(proof: Proof) -> Iterator[str]:
    """Every file that was asked for is the document's own."""
    for url in proof.refused:
        yield f"{url} was asked for and refused"


def page_count(proof: Proof) -> Iterator[str]:
    """The layout's promise."""
    allowed = proof.document.layout.pages
    count = len(proof.pages)
    if not allowed.least <= count <= allowed.most:
        wanted = f"{allowed.least}"
        if allowed.most != allowed.least:
            wanted = f"{allowed.least} to {allowed.most}"
        yield f"{count} pages, {wanted} expected"


def page_size(proof: Proof) -> Iterator[str]:
    """Every page has the size that layout.yaml gives."""
    size = proof.document.layout.page
    for number, page in enumerate(proof.pages, 1):
        off = max(abs(page.width - size.width), abs(page.height - size.height))
        if off > TOLERANCE:
            shown = f"{page.width:.1f} x {page.height:.1f} mm"
            wanted = f"{size.width:g} x {size.height:g} mm"
            yield f"page {number} is {shown}, {wanted} expected"


def copyfit(proof: Proof) -> Iterator[str]:
    """At the size that was chosen, each slot holds its text."""
    for fitted in proof.fitted:
        if not fitted.fits:
            over = fitted.natural - fitted.slot.height
            message = f"{fitted.slot.id} is {over:.1f} mm too high at its smallest type, {fitted.slot.floor:g}pt"
            yield message


def lost(proof: Proof) -> Iterator[str]:
    """Every character of the document stands on some page."""
    if proof.lost:
        sample = proof.lost[:SHOWN]
        yield f"{len(proof.lost)} characters are on no page: {sample}"


def clipped(proof: Proof) -> Iterator[str]:
    """No text stands outside the box that shows it."""
    for number, run in _runs(proof):
        if run.clip is not None and not _inside(run, run.clip):
            yield f"page {number}: {run.text[:SHOWN]!r} is cut off"


def off_page(proof: Proof) -> Iterator[str]:
    """No text stands outside the trim."""
    for number, page in enumerate(proof.pages, 1):
        trim = (0.0, 0.0, page.width, page.height)
        for run in page.runs:
            if not _inside(run, trim):
                yield f"page {number}: {run.text[:SHOWN]!r}"


RULES: Mapping[str, Rule] = {
    "ENGINE-LOG": engine_log,
    "FETCH-REFUSED": fetches,
    "PAGE-COUNT": page_count,
    "PAGE-SIZE": page_size,
    "COPYFIT": copyfit,
    "TEXT-LOST": lost,
    "TEXT-CLIPPED": clipped,
    "TEXT-OFF-PAGE": off_page,
}


def _runs(proof: Proof) -> Iterator[tuple[int, TextRun]]:
    for number, page in enumerate(proof.pages, 1):
        for run in page.runs:
            yield number, run


def _inside(run: TextRun, box: tuple[float, float, float, float]) -> bool:
    return (
        run.x >= box[0] - TOLERANCE
        and run.y >= box[1] - TOLERANCE
        and run.x + run.width <= box[2] + TOLERANCE
        and run.y + run.height <= box[3] + TOLERANCE
    )
