"""Preflight rule on the size of type: what a layout promises holds for every line and chart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from briefpress.check.judged import SHOWN, Judged, judged, spot_of
from briefpress.check.opened import Opened
from briefpress.model.checked import Fault, Spot
from briefpress.model.claims import ClaimKind
from briefpress.model.document import PageProof, Proof
from briefpress.units import mm_to_pt

HAIR = 0.05
"""pt. Sizes that are computed from others are rounded; nobody sees less than this."""
_DIAL = ("tel:", "mailto:")
_TEXT = re.compile(r"<text\b[^>]*?font-size=\"([0-9.]+)px\"[^>]*>([^<]*)</text>")
_WIDTH = re.compile(r"<svg\b[^>]*?\swidth=\"([0-9.]+)\"")

Piece = tuple[float, float, str, Spot]
"""A size (pt), the size that is promised, the text, and where it stands."""
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
    printed = list(_printed(opened))
    smallest = min((size for size, *_ in (*laid, *printed)), default=0.0)
    return judged(f"smallest {smallest:.4g}pt", _told({**_small(printed), **_small(laid)}))


def _small(pieces: Iterable[Piece]) -> dict[Kind, list[Piece]]:
    """The pieces that are too small, by their page, size and promise."""
    found: dict[Kind, list[Piece]] = {}
    for piece in pieces:
        size, least, _, spot = piece
        if size < least - HAIR:
            found.setdefault((spot.page, round(size, 2), least), []).append(piece)
    return found


def _told(found: Mapping[Kind, list[Piece]]) -> Iterator[Fault]:
    """One fault for each size that is too small on a page."""
    for (page, size, least), small in found.items():
        more = f" and {len(small) - 1} more" if len(small) > 1 else ""
        message = f"page {page}: {size:g}pt, {least:g}pt is promised: {small[0][2][:SHOWN]!r}{more}"
        yield Fault(message, tuple(spot for *_, spot in small))


def _printed(opened: Opened) -> Iterator[Piece]:
    """The pieces of text of the file, and each key message at the size of most of its letters."""
    claims = opened.document.claims
    for seen in opened.texts:
        held = [claims[number] for number in opened.presence.holders.get(id(seen), ())]
        promised = [claim.least for claim in held if claim.kind is not ClaimKind.MESSAGE]
        least = max(promised, default=opened.document.layout.type.least)
        yield seen.size, least, seen.text, seen.spot
    for number, pieces in opened.presence.placed.items():
        claim = claims[number]
        if claim.kind is ClaimKind.MESSAGE:
            letters: Counter[float] = Counter()
            for piece in pieces:
                letters[round(piece.size, 2)] += len(piece.text)
            (size, _), *_ = letters.most_common(1)
            yield size, claim.least, claim.text, pieces[0].spot


def _pieces(proof: Proof, number: int, page: PageProof) -> Iterator[Piece]:
    promised = proof.document.layout.type
    messages = frozenset(proof.document.messages)
    for run in page.runs:
        least = promised.contacts if run.link.startswith(_DIAL) else promised.least
        yield run.size, least, run.text, spot_of(number, run)
    for line in page.lines:
        if not messages.isdisjoint(line.within):
            spot = Spot(number, line.x, line.y, line.width, line.height)
            yield line.size, promised.body, line.text, spot
    yield from _labels(proof, number, page)


def _labels(proof: Proof, number: int, page: PageProof) -> Iterator[Piece]:
    """The texts of drawings, as large as the page shows them."""
    for drawing in page.drawings:
        svg = proof.document.assets.get(drawing.url, b"").decode(errors="replace")
        width = _WIDTH.search(svg)
        if width is None or not float(width[1]):
            continue
        scale = mm_to_pt(drawing.width) / float(width[1])
        spot = Spot(number, drawing.x, drawing.y, drawing.width, drawing.height)
        for size, text in _TEXT.findall(svg):
            yield float(size) * scale, proof.document.layout.type.least, text, spot
