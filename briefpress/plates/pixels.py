"""Pixels: whether the pages of two files look the same, and where they do not."""

from collections.abc import Iterator
from ctypes import Array, c_ubyte
from typing import Any

import pypdfium2

from briefpress.check.reading.arrays import NDArray, np

SCALE = 2.0
"""Pixels to the point: 144 to the inch."""
DEPTH = 4
"""Bytes of a pixel: blue, green, red and nothing, so that one number is one colour."""
Colours = NDArray[np.uint32]


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
    """Draws one page after another in the same place: to find new memory takes as long again."""

    def __init__(self) -> None:
        self._canvas: Array[c_ubyte] = (c_ubyte * 0)()

    def drawn(self, page: pypdfium2.PdfPage) -> Colours:
        """A page as rows of pixels. They hold until the next one is drawn."""
        bitmap = page.render(scale=SCALE, bitmap_maker=self._bitmap, prefer_bgrx=True)
        page.close()
        width, height = int(bitmap.width), int(bitmap.height)
        pixels = np.frombuffer(memoryview(self._canvas), np.uint32, width * height)
        return pixels.reshape(height, width)

    def _bitmap(self, width: int, height: int, **how: Any) -> pypdfium2.PdfBitmap:  # noqa: ANN401
        needed = width * height * DEPTH
        if len(self._canvas) < needed:
            self._canvas = (c_ubyte * needed)()
        return pypdfium2.PdfBitmap.new_native(width, height, buffer=self._canvas, **how)


def _where(left: Colours, right: Colours) -> Iterator[str]:
    """In what two pictures differ."""
    if left.shape != right.shape:
        yield f" has {right.shape} pixels, not {left.shape}"
    elif not np.array_equal(left, right):
        rows, columns = (left != right).nonzero()
        place = f"from {columns.min()}, {rows.min()} to {columns.max()}, {rows.max()}"
        yield f": {len(rows)} differ, {place}"
