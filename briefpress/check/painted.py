"""Rules on how text is painted: that its ink can be seen, stands out, and is large enough."""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefpress.check.judged import Judged, judged
from briefpress.check.naming import faults_of
from briefpress.check.opened import Opened
from briefpress.check.placed import is_cut, is_off
from briefpress.check.reading.seen import Seen
from briefpress.units import pt_to_mm

HIDDEN = 0.2
"""The share of ink that may look like its ground: where a rule of the same colour runs through."""
GAP = 0.18
"""Of the type size: how wide a run of hidden columns may be. A figure is half the size wide."""
BAND = 0.15
"""Of the type size: how high a run of hidden rows may be. A rule under a word is 0.05 thick."""
CONTRAST, LARGE_CONTRAST = 4.5, 3.0
"""WCAG 2.2, 1.4.3: of text, and of large text."""
LARGE, LARGE_BOLD = 18.0, 14.0
"""pt. What WCAG calls large."""
NEAR_ENOUGH = 0.15
"""What measuring at the edges of letters costs: of text at 4.5:1 nine in ten pixels reach 4.4."""
SIZE_TOLERANCE = 0.05
"""pt. The engine rounds sizes to units of its text library, 1/1024 pt."""
FONTS = 512
_BOLD = re.compile(r"(?<!semi)(?<!demi)-(?:ultra-|extra-)?(?:bold|black|heavy)", re.IGNORECASE)


def hidden(opened: Opened) -> Judged:
    """Of each piece of text the ink is there, and nothing hides it."""
    texts = opened.texts
    most = max((seen.ink.hidden for seen in texts), default=0.0)
    return judged(f"at most {most:.0%} of a line hidden", faults_of(opened, _hidden(opened), _why))


def _hidden(opened: Opened) -> Iterator[Seen]:
    """Those that something hides; what is cut off or off the page is told as that."""
    for seen in opened.texts:
        if _is_hidden(seen) and not is_cut(seen) and not is_off(opened, seen):
            yield seen


def _is_hidden(seen: Seen) -> bool:
    ink = seen.ink
    if not (seen.oddity or ink.hidden or ink.gap or ink.band):
        return False
    em = pt_to_mm(seen.size)
    return bool(seen.oddity) or ink.hidden > HIDDEN or ink.gap > GAP * em or ink.band > BAND * em


def _why(pieces: tuple[Seen, ...]) -> str:
    oddity = next((piece.oddity for piece in pieces if piece.oddity), "")
    if oddity:
        return oddity
    if not any(piece.ink.pixels for piece in pieces):
        return "leaves no ink on the page"
    share = max(piece.ink.hidden for piece in pieces)
    return f"cannot be seen: {share:.0%} of its ink is covered, or of the colour of its ground"


def faint(opened: Opened) -> Judged:
    """All text stands out against what is around it, as WCAG asks."""
    texts = [seen for seen in opened.texts if seen.ink.hidden < 1.0 and not is_cut(seen)]
    if not texts:
        return judged("no text", ())
    needed = [_needed(seen) for seen in texts]
    shares = [seen.ink.contrast / least for seen, least in zip(texts, needed, strict=True)]
    lowest = texts[shares.index(min(shares))]
    figure = f"lowest contrast {lowest.ink.contrast:.1f}:1 on page {lowest.page}"
    pale = (
        seen
        for seen, least in zip(texts, needed, strict=True)
        if seen.ink.contrast < least - NEAR_ENOUGH
    )
    return judged(figure, faults_of(opened, pale, _too_pale))


def _needed(seen: Seen) -> float:
    return LARGE_CONTRAST if seen.size >= _large(seen.font) else CONTRAST


@lru_cache(maxsize=FONTS)
def _large(font: str) -> float:
    """From which size on (pt) type of a font is large."""
    return (LARGE_BOLD if _BOLD.search(font) else LARGE) - SIZE_TOLERANCE


def _too_pale(pieces: tuple[Seen, ...]) -> str:
    worst = min(pieces, key=lambda piece: piece.ink.contrast)
    return f"has a contrast of {worst.ink.contrast:.1f}:1; {_needed(worst):g}:1 is needed"
