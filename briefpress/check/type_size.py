"""Preflight rule on the size of type: what a layout promises holds for every line and chart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from briefpress.check.judged import SHOWN, Judged, judged
from briefpress.check.opened import Opened
from briefpress.check.reading.seen import Seen
from briefpress.model.checked import Fault, Spot
from briefpress.model.claims import ClaimKind
from briefpress.model.document import Drawing, PageProof, Proof, TextLine, TextRun
from briefpress.units import mm_to_pt

HAIR = 0.05
"""pt. Sizes that are computed from others are rounded; nobody sees less than this."""
DRAWINGS = 256
"""Files of pictures that are remembered: most are the same objects for all documents."""
_DIAL = ("tel:", "mailto:")
_TEXT = re.compile(r"<text\b[^>]*?font-size=\"([0-9.]+)px\"[^>]*>([^<]*)</text>")
_WIDTH = re.compile(r"<svg\b[^>]*?\swidth=\"([0-9.]+)\"")

Told = tuple[str, Spot]
"""A text, and where it stands."""
Piece = tuple[float, float, int, TextRun | TextLine | Seen | Told]
"""A size (pt), the size that is promised, the page, and what it is that has it."""
Kind = tuple[int, float, float]
"""A page, a size and a promise (pt)."""


def type_size(opened: Opened) -> Judged:
    """Nothing is smaller than its layout promises: messages, contacts, and everything.

    Sizes are those of the layout and, of the finished file, those after every transform.
    """
    proof = opened.proof
    laid = [
        piece
        for number, page in enumerate(proof.pages, 1)
        for piece in _pieces(proof, number, page)
    ]
    printed = [*_printed(opened), *_messages(opened)]
    smallest = min((piece[0] for piece in (*laid, *printed)), default=0.0)
    return judged(f"smallest {smallest:.4g}pt", _told({**_small(printed), **_small(laid)}))


def _small(pieces: Iterable[Piece]) -> dict[Kind, list[Told]]:
    """The pieces that are too small, by their page, size and promise."""
    found: dict[Kind, list[Told]] = {}
    for size, least, page, item in pieces:
        if size < least - HAIR:
            found.setdefault((page, round(size, 2), least), []).append(_named(page, item))
    return found


def _named(page: int, item: TextRun | TextLine | Seen | Told) -> Told:
    if isinstance(item, tuple):
        return item
    return item.text, item.spot if isinstance(item, Seen) else _spot(page, item)


def _told(found: Mapping[Kind, list[Told]]) -> Iterator[Fault]:
    """One fault for each size that is too small on a page."""
    for (page, size, least), small in found.items():
        more = f" and {len(small) - 1} more" if len(small) > 1 else ""
        message = f"page {page}: {size:g}pt, {least:g}pt is promised: {small[0][0][:SHOWN]!r}{more}"
        yield Fault(message, tuple(spot for _, spot in small))


def _printed(opened: Opened) -> Iterator[Piece]:
    """The pieces of text of the file, each with the most that is promised of an item in it."""
    claims = opened.document.claims
    promised: dict[int, float] = {}
    for number, pieces in opened.presence.placed.items():
        claim = claims[number]
        if claim.kind is not ClaimKind.MESSAGE:
            for piece in pieces:
                promised[id(piece)] = max(claim.least, promised.get(id(piece), claim.least))
    least = opened.document.layout.type.least
    most = max(promised.values(), default=least)
    for seen in _telling(opened.texts, max(most, least)):
        yield seen.size, promised.get(id(seen), least), seen.page, seen


Sized = TypeVar("Sized", TextRun, Seen)


def _telling(items: Sequence[Sized], most: float) -> Iterator[Sized]:
    """Those that may be too small where so much is promised at most; and always the smallest."""
    sizes = [item.size for item in items]
    below = max(most - HAIR, min(sizes, default=0.0))
    return (item for item, size in zip(items, sizes, strict=True) if size <= below)


def _messages(opened: Opened) -> Iterator[Piece]:
    """Each key message at the size of most of its letters."""
    claims = opened.document.claims
    for number, pieces in opened.presence.placed.items():
        claim = claims[number]
        if claim.kind is ClaimKind.MESSAGE:
            letters: Counter[float] = Counter()
            for piece in pieces:
                letters[round(piece.size, 2)] += len(piece.text)
            (size, _), *_ = letters.most_common(1)
            yield size, claim.least, pieces[0].page, (claim.text, pieces[0].spot)


def _pieces(proof: Proof, number: int, page: PageProof) -> Iterator[Piece]:
    promised = proof.document.layout.type
    messages = frozenset(proof.document.messages)
    for run in _telling(page.runs, max(promised.contacts, promised.least)):
        is_contact = run.link and run.link.startswith(_DIAL)
        least = promised.contacts if is_contact else promised.least
        yield run.size, least, number, run
    for line in page.lines:
        if not messages.isdisjoint(line.within):
            yield line.size, promised.body, number, line
    yield from _labels(proof, number, page)


def _labels(proof: Proof, number: int, page: PageProof) -> Iterator[Piece]:
    """The texts of drawings, as large as the page shows them."""
    least = proof.document.layout.type.least
    for drawing in page.drawings:
        width, labels = _drawn(proof.document.assets.get(drawing.url, b""))
        if labels:
            scale, spot = mm_to_pt(drawing.width) / width, _spot(number, drawing)
            yield from ((size * scale, least, number, (text, spot)) for size, text in labels)


@lru_cache(maxsize=DRAWINGS)
def _drawn(data: bytes) -> tuple[float, tuple[tuple[float, str], ...]]:
    """The width of a drawing, and its texts with their sizes; none if it has no width."""
    svg = data.decode(errors="replace")
    width = _WIDTH.search(svg)
    if width is None or not float(width[1]):
        return 0.0, ()
    return float(width[1]), tuple((float(size), text) for size, text in _TEXT.findall(svg))


def _spot(page: int, item: TextRun | TextLine | Drawing) -> Spot:
    return Spot(page, item.x, item.y, item.width, item.height)
