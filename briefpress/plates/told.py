"""What a brand adds to a page of its own frame: seen in one file, and so known in others.

What is seen of it depends on what the shell draws, and on what is under that. Plates of several
audiences are alike there, so that one file of a brand tells for all.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpress.check.reading.pages import PdfiumError, read_page
from briefpress.check.reading.seen import Box, Seen
from briefpress.compose.memory import Memory
from briefpress.model.document import PageProof
from briefpress.plates.keeping import Store, keep, kept
from briefpress.plates.reading import Added, PageReading

KEPT = 64
"""What was seen in so many files is kept; a brand has about six such frames, made in a row."""
CLIP = "clip"
"""The kind of a stroke that paints nothing."""
NEAR = 0.02
"""mm. Two readings of one piece of text are this near to each other."""


@dataclass(frozen=True)
class Frame:
    """A frame on its page of a file: the bytes of its shell, what that drew, and what is around.

    `before` is what is seen of the plate and of frames below it, `after` how much of those above.
    """

    part: bytes
    laid: PageProof
    before: Sequence[Seen]
    after: int


class Witness:
    """Looks at frames in finished files, and remembers."""

    def __init__(self, store: Store | None = None) -> None:
        """Start with what the `store` has of earlier looks."""
        self._store = store
        self._known: Memory[Added | None] = Memory(KEPT)

    def added(self, pdf: bytes, reading: PageReading, frame: Frame) -> Added | None:
        """What is seen of a frame on its page; None where it cannot be told from the plate."""
        if _covers(frame.laid, reading):
            return None
        name = _name(frame, reading)
        return self._known.get(
            name,
            lambda: kept(self._store, name, Added) or self._looked(pdf, reading, frame, name),
        )

    def _looked(self, pdf: bytes, reading: PageReading, frame: Frame, name: str) -> Added | None:
        found = _seen(pdf, reading, frame)
        if found is not None:
            keep(self._store, name, found)
        return found


def _name(frame: Frame, reading: PageReading) -> str:
    """The same where what is drawn, and what is under it, is the same, whichever page that is."""
    digest = hashlib.sha256(frame.part)
    digest.update(f"\0{reading.seen.width} {reading.seen.height}\0".encode())
    digest.update(reading.ground(list(_places(frame.laid))))
    return digest.hexdigest()


def _seen(pdf: bytes, reading: PageReading, frame: Frame) -> Added | None:
    """What this file shows of the frame: all that is neither before nor after it."""
    try:
        places = [drawing.box for drawing in frame.laid.drawings]
        page = read_page(pdf, reading.seen.number, places, len(frame.before))
    except PdfiumError:
        return None
    first = page.texts[: len(frame.before)]
    if len(first) < len(frame.before) or not all(map(_is_same, first, frame.before)):
        return None
    texts = page.texts[len(first) : len(page.texts) - frame.after]
    images = page.images[len(reading.seen.images) :]
    return Added(texts, images, page.marks)


def _is_same(one: Seen, other: Seen) -> bool:
    apart = max(abs(a - b) for a, b in zip(one.box, other.box, strict=True))
    return apart < NEAR and (one.text, one.mcid) == (other.text, other.mcid)


def _covers(laid: PageProof, reading: PageReading) -> bool:
    """Whether a frame paints over what the plate shows there, or may: a chart is all over."""
    under = [seen.box for seen in reading.seen.texts]
    painted = (stroke for stroke in laid.strokes if stroke.kind != CLIP)
    strokes = ((one.left, one.top, one.right, one.bottom) for one in painted)
    return bool(reading.shares) or any(_meet(one, box) for one in strokes for box in under)


def _places(laid: PageProof) -> Iterator[Box]:
    yield from (run.box for run in laid.runs)
    yield from (drawing.box for drawing in laid.drawings)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
