"""Preflight rule on text that is printed over other text."""

from collections.abc import Iterator

from briefpress.check.judged import SHOWN, Judged, counted, judged, spot_of
from briefpress.model.checked import Fault
from briefpress.model.document import PageProof, Proof, TextRun

Box = tuple[float, float, float, float]
SHARED_HEIGHT = 0.35
"""Of the lower of the two: lines that are set tight share about a quarter of their boxes."""
SHARED_WIDTH = 0.3
"""mm. Letters that lean over their box into the next word share less."""


def overlap(proof: Proof) -> Judged:
    """No line of text stands on another."""
    faults = list(_faults(proof))
    return judged(counted(len(faults), "overlap"), faults)


def _faults(proof: Proof) -> Iterator[Fault]:
    for number, page in enumerate(proof.pages, 1):
        for upper, lower in _overlapping(page):
            message = f"page {number}: {lower.text[:SHOWN]!r} stands on {upper.text[:SHOWN]!r}"
            yield Fault(message, (spot_of(number, upper), spot_of(number, lower)))


def _overlapping(page: PageProof) -> Iterator[tuple[TextRun, TextRun]]:
    """Pairs of runs that overlap, found from the top of the page down."""
    seen = [(box, run) for run in page.runs if (box := _visible(run)) is not None]
    above: list[tuple[Box, TextRun]] = []
    for box, run in sorted(seen, key=lambda item: (item[0][1], item[0][0])):
        above = [item for item in above if item[0][3] > box[1]]
        for other, earlier in above:
            if _collide(other, box):
                yield earlier, run
        above.append((box, run))


def _visible(run: TextRun) -> Box | None:
    """The part of a run that its clip lets through."""
    left, top, right, bottom = run.x, run.y, run.x + run.width, run.y + run.height
    if run.clip is not None:
        left, top = max(left, run.clip[0]), max(top, run.clip[1])
        right, bottom = min(right, run.clip[2]), min(bottom, run.clip[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def _collide(one: Box, other: Box) -> bool:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    lower = min(one[3] - one[1], other[3] - other[1])
    return width > SHARED_WIDTH and height > SHARED_HEIGHT * lower
