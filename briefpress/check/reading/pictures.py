"""Three pictures of one page: as it is, without its text, and its text alone in black.

The text alone has no clip, no opacity and no render mode: it is what the page should show of its
letters. Where it has ink and the other two are alike, ink is hidden, whatever hides it.

Pictures are taken on the same sheets again and again: those of a page hold until the next is taken.
What the machine does to give a process a new sheet takes longer than to draw on it.
"""

from collections.abc import Iterable
from ctypes import c_void_p
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from briefpress.check.reading.arrays import NDArray, np
from briefpress.check.reading.objects import FILL, FORM, OPAQUE, TEXT, Placed

Pixels = NDArray[np.uint8]
SCALE = 2.0
"""Pixels to the point: 144 to the inch. The stem of 9pt type is then 1.4 pixels wide."""
FAR = 1000.0
"""How many times a clip is enlarged around what it clips: as far as no page goes."""
PAPER = 255
DEPTH = 4
"""Bytes of a pixel. All three alike: PDFium places letters otherwise in pictures of greys."""


Size = tuple[int, int]
"""Width and height in pixels."""


@dataclass(frozen=True)
class Pictures:
    """Rows of pixels: with and without text as blue, green, red and nothing; letters in grey.

    Letters go from 0 (covered by ink) to 255.
    """

    page: Pixels
    bare: Pixels
    letters: Pixels


class Sheets:
    """Sheets of paper of one size, to draw on again and again."""

    def __init__(self, count: int) -> None:
        """So many of them, of which there is none yet."""
        self._count = count
        self._size: Size = (0, 0)
        self._papers: tuple[Pixels, ...] = ()

    def clean(self, size: Size) -> tuple[Pixels, ...]:
        """All of them, with nothing on them."""
        width, height = size
        if size != self._size:
            kept = range(self._count)
            self._papers = tuple(np.empty((height, width, DEPTH), np.uint8) for _ in kept)
            self._size = size
        for paper in self._papers:
            paper.fill(PAPER)
        return self._papers


_SHEETS = Sheets(3)
"""Of this process, which has one PDFium, and so takes one picture at a time."""


def take(page: Any, items: Iterable[Placed]) -> Pictures:  # noqa: ANN401 - PDFium has no types
    """Take the three pictures. The objects of the page are then no longer as they were."""
    size = (
        round(pdfium.FPDF_GetPageWidthF(page) * SCALE),
        round(pdfium.FPDF_GetPageHeightF(page) * SCALE),
    )
    items = tuple(items)
    whole, bare, letters = _SHEETS.clean(size)
    draw(page, whole, pdfium.FPDF_ANNOT)
    for item in items:
        if item.kind == TEXT:
            pdfium.FPDFPageObj_SetIsActive(item.handle, 0)
    draw(page, bare, pdfium.FPDF_ANNOT)
    for item in items:
        _lay_bare(item)
    draw(page, letters, 0)
    return Pictures(whole, bare, letters[:, :, 0])


def _lay_bare(item: Placed) -> None:
    """Let text be painted in full and in black, and nothing else at all."""
    if item.kind not in (TEXT, FORM):
        pdfium.FPDFPageObj_SetIsActive(item.handle, 0)
        return
    pdfium.FPDFPageObj_SetIsActive(item.handle, 1)
    pdfium.FPDFPageObj_SetFillColor(item.handle, 0, 0, 0, OPAQUE)
    pdfium.FPDFPageObj_SetBlendMode(item.handle, b"Normal")
    if item.kind == TEXT:
        pdfium.FPDFTextObj_SetTextRenderMode(item.handle, FILL)
    _open_clip(item)


def _open_clip(item: Placed) -> None:
    """Enlarge its clips until they let everything through."""
    if not item.is_clipped:
        return
    left, bottom, right, top = item.own_bounds
    x, y = (left + right) / 2, (bottom + top) / 2
    still = 1.0 - FAR
    pdfium.FPDFPageObj_TransformClipPath(item.handle, FAR, 0, 0, FAR, x * still, y * still)


def draw(page: Any, paper: Pixels, flags: int) -> None:  # noqa: ANN401
    """Draw a page over what is on a sheet, as large as that is."""
    height, width, _ = paper.shape
    start = paper.ctypes.data_as(c_void_p)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, start, width * DEPTH)
    try:
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
