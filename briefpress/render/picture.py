"""Pictures of pages, for people who browse."""

from io import BytesIO

import pypdfium2


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
        bitmap.to_pil().quantize(64).save(out, "PNG", optimize=True)
        return out.getvalue()
    finally:
        document.close()
