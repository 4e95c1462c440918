"""Preflight rules on laid-out pages: number, size, and that all text is there and can be seen."""

from collections.abc import Callable, Iterator, Mapping

from briefpress.check.overlap import overlap
from briefpress.model.document import Proof, TextRun

TOLERANCE = 0.2
"""mm. Measured boxes are exact to about 0.01 mm; a hair over an edge cannot be seen."""
SHOWN = 40
SHOWN_LOST = 200
"""Characters. Enough to see which sentences are meant."""

Rule = Callable[[Proof], Iterator[str]]
"""Gives one message for each fault that it finds."""


def engine_log(proof: Proof) -> Iterator[str]:
    """Nothing that the engine said at WARNING or above is let through."""
    yield from dict.fromkeys(proof.log)


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
            floor = f"{fitted.slot.floor:g}pt"
            yield f"{fitted.slot.id} is {over:.1f} mm too high at its smallest type, {floor}"


def lost(proof: Proof) -> Iterator[str]:
    """All text of the document can be seen on some page."""
    if proof.lost:
        count = len(proof.lost.replace(" ", ""))
        characters = "character is" if count == 1 else "characters are"
        sample = proof.lost if len(proof.lost) <= SHOWN_LOST else f"{proof.lost[:SHOWN_LOST]}…"
        yield f"{count} {characters} on no page: {sample}"


def clipped(proof: Proof) -> Iterator[str]:
    """No text stands outside the box that shows it."""
    for number, page in enumerate(proof.pages, 1):
        cut = [r for r in page.runs if r.clip is not None and not _inside(r, r.clip)]
        if cut:
            yield f"page {number}: {_shown(cut)}"


def off_page(proof: Proof) -> Iterator[str]:
    """No text stands outside the trim."""
    for number, page in enumerate(proof.pages, 1):
        trim = (0.0, 0.0, page.width, page.height)
        off = [run for run in page.runs if not _inside(run, trim)]
        if off:
            yield f"page {number}: {_shown(off)}"


RULES: Mapping[str, Rule] = {
    "ENGINE-LOG": engine_log,
    "FETCH-REFUSED": fetches,
    "PAGE-COUNT": page_count,
    "PAGE-SIZE": page_size,
    "COPYFIT": copyfit,
    "TEXT-LOST": lost,
    "TEXT-CLIPPED": clipped,
    "TEXT-OFF-PAGE": off_page,
    "TEXT-OVERLAP": overlap,
}


def _shown(runs: list[TextRun]) -> str:
    """The first of some lines, and how many more there are."""
    more = f" and {len(runs) - 1} more" if len(runs) > 1 else ""
    return f"{runs[0].text[:SHOWN]!r}{more}"


def _inside(run: TextRun, box: tuple[float, float, float, float]) -> bool:
    return (
        run.x >= box[0] - TOLERANCE
        and run.y >= box[1] - TOLERANCE
        and run.x + run.width <= box[2] + TOLERANCE
        and run.y + run.height <= box[3] + TOLERANCE
    )
