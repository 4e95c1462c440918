"""The stamp of a proof: PROOF on every page, and the safe area drawn, over everything else."""

from typing import Any

import pydyf

SAFE = 14.17
"""pt: 5 mm inside the trim, what print shops ask to keep text away from the cut."""
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


def stamp(document: object, pdf: pydyf.PDF) -> None:
    """Stamp every page of a PDF that the engine is about to write (its `finisher`)."""
    del document
    for page in pdf.objects:
        if isinstance(page, pydyf.Dictionary) and page.get("Type") == "/Page":
            _stamp_page(pdf, page)


def _stamp_page(pdf: pydyf.PDF, page: Any) -> None:  # noqa: ANN401 - the engine has no types
    """What the page draws is wrapped, so that its coordinates do not move the stamp."""
    _, _, width, height = (float(value) for value in page["MediaBox"])
    before, after = pydyf.Stream([b"q"]), pydyf.Stream([b"Q", _drawing(width, height)])
    for stream in (before, after):
        pdf.add_object(stream)
    page["Contents"] = pydyf.Array([before.reference, page["Contents"], after.reference])


def _drawing(width: float, height: float) -> bytes:
    """The operators of a stamp on a page of this size, pt (ISO 32000-1, 8.5; 14.8.2.2)."""
    frame = f"{SAFE} {SAFE} {width - 2 * SAFE:.2f} {height - 2 * SAFE:.2f} re S"
    word = "\n".join(_strokes(width - SAFE - 5 * _ADVANCE * HEIGHT, height - HEIGHT - 1.5))
    dashed = f"{WIDTH / 2} w [3 2] 0 d {frame}"
    return f"/Artifact BMC q {_RED} RG {dashed} [] 0 d {WIDTH * 2} w\n{word}\nQ EMC".encode()


def _strokes(left: float, foot: float) -> list[str]:
    return [
        f"{left + (place * _ADVANCE + x1) * HEIGHT:.2f} {foot + y1 * HEIGHT:.2f} m "
        f"{left + (place * _ADVANCE + x2) * HEIGHT:.2f} {foot + y2 * HEIGHT:.2f} l S"
        for place, letter in enumerate("PROOF")
        for x1, y1, x2, y2 in _LETTERS[letter]
    ]
