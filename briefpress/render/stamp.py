"""The stamp of a proof: PROOF on every page, and the safe area drawn, over everything else."""

from typing import Any

import pydyf

from briefpress.units import mm_to_pt

EDGE = 14.0
"""pt: how far from the right edge of the trim the word ends."""
WIDTH = 1.0
HEIGHT = 11.0
"""pt: the height of the letters."""
_RED = "0.70 0.15 0.12"
_LETTERS = {
    "P": ((0, 0, 0, 1), (0, 1, 0.6, 1), (0.6, 1, 0.6, 0.5), (0.6, 0.5, 0, 0.5)),
    "R": ((0, 0, 0, 1), (0, 1, 0.6, 1), (0.6, 1, 0.6, 0.5), (0.6, 0.5, 0, 0.5), (0.2, 0.5, 0.6, 0)),
    "O": ((0, 0, 0, 1), (0, 1, 0.6, 1), (0.6, 1, 0.6, 0), (0.6, 0, 0, 0)),
    "F": ((0, 0, 0, 1), (0, 1, 0.6, 1), (0, 0.5, 0.5, 0.5)),
}
"""Each letter as strokes in a box one high: drawn, so that the stamp brings no font and no text."""
_ADVANCE = 0.95


def stamp(pdf: pydyf.PDF, safe: float) -> None:
    """Stamp every page of a PDF that the engine is about to write; text stays `safe` mm inside."""
    for page in pdf.objects:
        if isinstance(page, pydyf.Dictionary) and page.get("Type") == "/Page":
            _stamp_page(pdf, page, mm_to_pt(safe))


def _stamp_page(pdf: pydyf.PDF, page: Any, safe: float) -> None:  # noqa: ANN401 - no types
    """What the page draws is wrapped, so that its coordinates do not move the stamp."""
    trim = tuple(float(value) for value in page.get("TrimBox", page["MediaBox"]))
    before, after = pydyf.Stream([b"q"]), pydyf.Stream([b"Q", _drawing(trim, safe)])
    for stream in (before, after):
        pdf.add_object(stream)
    page["Contents"] = pydyf.Array([before.reference, page["Contents"], after.reference])


def _drawing(trim: tuple[float, ...], safe: float) -> bytes:
    """The operators of a stamp on a page with this trim, pt (ISO 32000-1, 8.5; 14.8.2.2)."""
    left, lower, right, upper = trim
    width, height = right - left - 2 * safe, upper - lower - 2 * safe
    frame = f"{left + safe:.2f} {lower + safe:.2f} {width:.2f} {height:.2f} re S"
    word = "\n".join(_strokes(right - EDGE - 5 * _ADVANCE * HEIGHT, upper - HEIGHT - 1.5))
    dashed = f"{WIDTH / 2} w [3 2] 0 d {frame}"
    return f"/Artifact BMC q {_RED} RG {dashed} [] 0 d {WIDTH * 2} w\n{word}\nQ EMC".encode()


def _strokes(left: float, foot: float) -> list[str]:
    return [
        f"{left + (place * _ADVANCE + x1) * HEIGHT:.2f} {foot + y1 * HEIGHT:.2f} m "
        f"{left + (place * _ADVANCE + x2) * HEIGHT:.2f} {foot + y2 * HEIGHT:.2f} l S"
        for place, letter in enumerate("PROOF")
        for x1, y1, x2, y2 in _LETTERS[letter]
    ]
