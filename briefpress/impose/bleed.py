"""Bleed preflight: colour that reaches the trim runs on past it, or a cut shows white paper."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefpress.units import mm_to_pt

if TYPE_CHECKING:
    from numpy.typing import NDArray

SCALE = 2.0
"""Pixels to the point."""
NEAR = 0.3
"""mm from the trim and from the end of the bleed: past the pixel that both sides share."""
BARE = 246
"""What is as light as this is bare paper (of 255)."""
INKED = 236
"""What is as dark as this is colour; the lightest tint of a brand is darker."""
GAP = 1.0
"""mm of an edge without colour just outside the trim that a reader sees on a cut card."""
SHORT = 10.0
"""mm of an edge whose colour ends inside the bleed: less may be a light part of a picture."""
SIDES = ("left", "right", "head", "foot")
Edges = tuple["NDArray[Any]", "NDArray[Any]", "NDArray[Any]"]


def bleed_faults(finished: bytes, bleed: float) -> Iterator[tuple[str, str]]:
    """Code and message of each edge at which colour stops, of a PDF with `bleed` mm round it."""
    if bleed <= 2 * NEAR:
        return
    import pypdfium2  # noqa: PLC0415 - only what is printed past its trim is looked at

    document = pypdfium2.PdfDocument(finished)
    for number, page in enumerate(document, 1):
        pixels = page.render(scale=SCALE, may_draw_forms=False).to_numpy().min(axis=2)
        for side, edges in zip(SIDES, _edges(pixels, bleed), strict=True):
            gap = _gap(*edges)
            if gap:
                what = f"page {number}: at the {side} colour ends at the cut"
                yield "PRINT-BLEED", f"{what} along {gap:.0f} mm; {bleed:g} mm more are needed"


def _edges(pixels: "NDArray[Any]", bleed: float) -> Iterator[Edges]:
    """Of each side a line of pixels inside the trim, one just outside, one at the bleed's end."""
    dot = mm_to_pt(1.0) * SCALE
    trim = bleed * dot
    places = [round(at) for at in (trim + NEAR * dot, trim - NEAR * dot, NEAR * dot)]
    along = slice(round(trim), -round(trim))
    for lines in (pixels.T, pixels.T[::-1], pixels, pixels[::-1]):
        inside, outside, end = (lines[place][along] for place in places)
        yield inside, outside, end


def _gap(inside: "NDArray[Any]", outside: "NDArray[Any]", end: "NDArray[Any]") -> float:
    """The longest stretch (mm) at which colour does not run on; 0 if it does everywhere."""
    inked = inside <= INKED
    at_once, later = _run(inked & (outside >= BARE)), _run(inked & (end >= BARE))
    return at_once if at_once >= GAP else later if later >= SHORT else 0.0


def _run(found: "NDArray[Any]") -> float:
    """The longest run of places where something is so, mm."""
    longest = run = 0
    for here in found.tolist():
        run = run + 1 if here else 0
        longest = max(longest, run)
    return longest / (mm_to_pt(1.0) * SCALE)
