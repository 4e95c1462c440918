"""Pixels: whether the pages of two files look the same, and where they do not."""

from collections.abc import Iterator
from math import ceil

import pypdfium2
import pypdfium2.raw as pdfium

from briefpress.check.reading.arrays import NDArray, np
from briefpress.check.reading.pictures import SCALE, Sheets, draw

Colours = NDArray[np.uint32]
"""Blue, green, red and nothing as one number: one number is one colour."""


def unlike(wanted: bytes, made: bytes) -> Iterator[str]:
    """The pages that do not look the same, and where. Every page of both is drawn."""
    one, other = pypdfium2.PdfDocument(wanted), pypdfium2.PdfDocument(made)
    try:
        if len(one) != len(other):
            yield f"{len(one)} pages became {len(other)}"
            return
        left, right = _Easel(), _Easel()
        for index in range(len(one)):
            pictures = left.drawn(one[index]), right.drawn(other[index])
            yield from (f"page {index + 1}{where}" for where in _where(*pictures))
    finally:
        one.close()
        other.close()


class _Easel:
    """Draws one page after another on the same sheet."""

    def __init__(self) -> None:
        self._sheets = Sheets(1)

    def drawn(self, page: pypdfium2.PdfPage) -> Colours:
        """A page as rows of pixels. They hold until the next one is drawn."""
        width, height = page.get_size()
        (paper,) = self._sheets.clean((ceil(width * SCALE), ceil(height * SCALE)))
        draw(page.raw, paper, pdfium.FPDF_ANNOT)
        page.close()
        return paper.view(np.uint32)[:, :, 0]


def _where(left: Colours, right: Colours) -> Iterator[str]:
    """In what two pictures differ."""
    if left.shape != right.shape:
        yield f" has {right.shape} pixels, not {left.shape}"
    elif not np.array_equal(left, right):
        rows, columns = (left != right).nonzero()
        place = f"from {columns.min()}, {rows.min()} to {columns.max()}, {rows.max()}"
        yield f": {len(rows)} differ, {place}"
