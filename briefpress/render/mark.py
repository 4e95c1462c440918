"""Marks on finished pages: a red box round each fault, and the safe area as a dashed line."""

from collections.abc import Iterable
from io import BytesIO

import pikepdf

from briefpress.model.checked import Spot
from briefpress.units import mm_to_pt

LEEWAY = 0.8
"""mm round a fault, so that the box does not touch what it shows."""
_RED = "0.85 0.07 0.07"
_FAULT_WIDTH = 1.4
_SAFE_WIDTH = 0.5
"""pt."""


def marked(pdf: bytes, spots: Iterable[Spot], safe: float = 0.0) -> bytes:
    """The PDF with its faults boxed and, inside the trim by `safe` mm, its safe area drawn.

    The marks are artifacts: whoever has the page read aloud hears nothing of them.
    """
    by_page: dict[int, list[Spot]] = {}
    for spot in spots:
        by_page.setdefault(spot.page, []).append(spot)
    with pikepdf.open(BytesIO(pdf)) as opened:
        for number, page in enumerate(opened.pages, 1):
            drawing = _drawing(_box(page), by_page.get(number, ()), safe)
            if drawing:
                page.contents_add(b"q", prepend=True)
                page.contents_add(f"Q\n{drawing}".encode())
        out = BytesIO()
        opened.save(out, deterministic_id=True)
    return out.getvalue()


def _box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(value) for value in page.trimbox)
    return left, bottom, right, top


def _drawing(trim: tuple[float, float, float, float], spots: Iterable[Spot], safe: float) -> str:
    """The operators of the marks (ISO 32000-1, 8.5), as an artifact (14.8.2.2)."""
    left, bottom, right, top = trim
    lines = []
    if safe:
        inset = mm_to_pt(safe)
        frame = _rectangle(
            left + inset, bottom + inset, right - left - 2 * inset, top - bottom - 2 * inset
        )
        lines.append(f"{_SAFE_WIDTH} w [3 2] 0 d {frame} [] 0 d")
    for spot in spots:
        around = mm_to_pt(LEEWAY)
        width, height = mm_to_pt(spot.width), mm_to_pt(spot.height)
        x, y = left + mm_to_pt(spot.x), top - mm_to_pt(spot.y) - height
        box = _rectangle(x - around, y - around, width + 2 * around, height + 2 * around)
        lines.append(f"{_FAULT_WIDTH} w {box}")
    drawn = "\n".join(lines)
    return f"/Artifact BMC q {_RED} RG\n{drawn}\nQ EMC" if lines else ""


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re S"
