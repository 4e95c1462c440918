"""Preflight rules on page breaks: no page that is nearly empty, no line or heading left alone.

Sources: CSS Fragmentation 3, 3.3 (widows and orphans); the layouts' own promise to fill pages.
"""

from collections.abc import Iterator, Sequence

from briefpress.check.judged import SHOWN, Judged, counted, judged
from briefpress.check.opened import Block, Opened
from briefpress.check.reading.plain import plain
from briefpress.diagnostics import NOWHERE, Where
from briefpress.model.checked import Fault, Spot
from briefpress.model.document import PageProof, Proof, TextLine

SPARSE = 0.2
"""The share of the height of text below which a page is nearly empty."""
SAME_LINE = 1.0
"""mm. Pieces of text that stand less apart than this share a line."""


def sparse(opened: Opened) -> Judged:
    """No page holds only a few lines that the page before it had no room for.

    A document whose number of pages is fixed has no page to save.
    """
    proof = opened.proof
    allowed = proof.document.layout.pages
    if allowed.least == allowed.most or len(proof.pages) < 2:  # noqa: PLR2004 - one page is the least
        return judged("no page to save", ())
    shares = _shares(proof)
    if not shares:
        return judged("no page runs over", ())
    emptiest = min(shares, key=lambda number: shares[number])
    figure = f"emptiest page {emptiest} {shares[emptiest]:.0%} full"
    empty = (number for number, share in shares.items() if share < SPARSE)
    return judged(figure, (_spill(opened, number) for number in empty))


def _spilled(proof: Proof) -> Iterator[tuple[int, PageProof]]:
    """The pages that are there because the one before them was full, with their numbers."""
    for number, page in enumerate(proof.pages, 1):
        if not page.is_forced and number > 1:
            yield number, page


def _shares(proof: Proof) -> dict[int, float]:
    """How far down these pages text and pictures reach, of how far they reach anywhere."""
    top = min((line.y for each in proof.pages for line in each.lines), default=0.0)
    feet = dict(enumerate(map(_foot, proof.pages), 1))
    height = max(feet.values()) - top
    return {
        number: max(0.0, feet[number] - top) / height if height > 0 else 1.0
        for number, _ in _spilled(proof)
    }


def _foot(page: PageProof) -> float:
    ends = [line.y + line.height for line in page.lines]
    ends += [drawing.y + drawing.height for drawing in page.drawings]
    return max(ends, default=0.0)


def _spill(opened: Opened, number: int) -> Fault:
    proof = opened.proof
    page = proof.pages[number - 1]
    rows = _rows(page)
    lines = counted(len(rows), "line") if rows else "nothing to read"
    first = max(n for n, each in enumerate(proof.pages[:number], 1) if each.is_forced)
    title = _title(proof, number)
    what = f" of {title!r}" if title else ""
    before = f"page {first}" if first == number - 1 else f"pages {first} to {number - 1}"
    message = f"page {number} of {len(proof.pages)} holds {lines}{what}, and no more"
    hint = (
        f"shorten what stands on {before} by {lines if rows else 'a line'}, and the page is saved"
    )
    spots = (_spot(number, page.lines),) if page.lines else ()
    return Fault(message, spots, _where(opened, page.lines), hint)


def _title(proof: Proof, number: int) -> str:
    """The heading that the text of a page stands under."""
    titles = [title for title, _, page in proof.bookmarks if page <= number]
    return titles[-1] if titles else ""


def _rows(page: PageProof) -> list[float]:
    """The lines of a page by how far down they stand; pieces side by side are one."""
    rows: list[float] = []
    for y in sorted(line.y for line in page.lines):
        if not rows or y - rows[-1] > SAME_LINE:
            rows.append(y)
    return rows


def lines_alone(opened: Opened) -> Judged:
    """No paragraph leaves its first line at the foot of a page, or its last at the head of one."""
    broken = _broken(opened)
    faults = (fault for parts in broken for fault in _alone(opened, parts))
    return judged(
        counted(len(broken), "block broken over pages", "blocks broken over pages"), faults
    )


Parts = list[tuple[int, list[TextLine]]]
"""The lines of a block by the pages that it stands on."""


def _broken(opened: Opened) -> list[Parts]:
    """The blocks that stand on more than one page."""
    return [_parts(block) for block in opened.blocks if block[0][0] != block[-1][0]]


def _parts(block: Block) -> Parts:
    parts: dict[int, list[TextLine]] = {}
    for number, line in block:
        parts.setdefault(number, []).append(line)
    return list(parts.items())


def _alone(opened: Opened, parts: Parts) -> Iterator[Fault]:
    where = _where(opened, parts[0][1])
    for place, what in ((0, "the first line"), (-1, "the last line")):
        page, lines = parts[place]
        if len(lines) == 1:
            message = f"page {page}: {what} of a paragraph stands alone: {_cut(lines[0].text)}"
            yield Fault(message, (_spot(page, lines),), where)


def headings_alone(opened: Opened) -> Judged:
    """No heading ends a page while what it heads stands on the next."""
    pages = opened.proof.pages
    headings = {line.block for page in pages for line in page.lines if line.is_heading}
    faults = (
        _left(opened, number, page)
        for number, page in enumerate(pages[:-1], 1)
        if _ends_in_heading(page) and not pages[number].is_forced
    )
    return judged(counted(len(headings), "heading"), faults)


def _ends_in_heading(page: PageProof) -> bool:
    """Whether neither text nor a picture follows the last heading of a page."""
    if not page.lines or not page.lines[-1].is_heading:
        return False
    last = page.lines[-1]
    return all(drawing.y + drawing.height <= last.y + last.height for drawing in page.drawings)


def _left(opened: Opened, number: int, page: PageProof) -> Fault:
    last = page.lines[-1]
    lines = [line for line in page.lines if line.block == last.block]
    text = _cut(" ".join(line.text for line in lines))
    message = f"page {number}: the heading {text} stands alone at the foot"
    return Fault(message, (_spot(number, lines),), _where(opened, lines))


def _where(opened: Opened, lines: Sequence[TextLine]) -> Where:
    """The line of the source that the first of some lines of text comes from."""
    for line in lines:
        words = plain(line.text)
        for claim in opened.document.claims:
            if claim.where.file and words and words in plain(claim.text):
                return claim.where
    return NOWHERE


def _spot(page: int, lines: Sequence[TextLine]) -> Spot:
    left, top = min(line.x for line in lines), min(line.y for line in lines)
    right = max(line.x + line.width for line in lines)
    foot = max(line.y + line.height for line in lines)
    return Spot(page, left, top, right - left, foot - top)


def _cut(text: str) -> str:
    return repr(text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…")
