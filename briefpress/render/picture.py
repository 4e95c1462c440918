"""Pictures of pages, for people who browse."""

from io import BytesIO

import pypdfium2
from PIL import Image

LEVEL = 6
"""The next three take eight times as long and save three bytes of a hundred."""
COLOURS = 128
WHITE, NEARLY_WHITE = 255, 252


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def picture(pdf: bytes, width: int, page: int = 0) -> bytes:
    """One page of a PDF as PNG, `width` pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width())
        out = BytesIO()
        _in_few_colours(bitmap.to_pil()).save(out, "PNG", compress_level=LEVEL)
        return out.getvalue()
    finally:
        document.close()


def _in_few_colours(image: Image.Image) -> Image.Image:
    """A picture with a palette, which is a quarter of the bytes; what was white is white.

    The usual way (median cut) takes four times as long, and blurs small letters on a bright label.
    """
    few = image.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE)
    palette = few.getpalette() or []
    for start in range(0, len(palette), 3):
        if min(palette[start : start + 3]) >= NEARLY_WHITE:
            palette[start : start + 3] = [WHITE] * 3
    few.putpalette(palette)
    return few
