"""A booklet: pages of a finished PDF set two by two on sheets that are folded and stapled."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from briefpress.model.printing import Binding, Printer
from briefpress.units import mm_to_pt

PER_SHEET = 4
Spread = tuple[int | None, int | None]
"""The pages at the left and the right of one side of a sheet; None is a blank."""


def spreads(pages: int) -> tuple[Spread, ...]:
    """The sides of the sheets, front and back in turn, outermost sheet first; pages from 0.

    Blanks are put before the last page, so that it stays on the back, with the numbers to call.
    """
    blanks = -pages % PER_SHEET
    last = [pages - 1] if pages else []
    order: list[int | None] = [*range(pages - 1), *[None] * blanks, *last]
    return tuple(_sides(order))


def _sides(order: Sequence[int | None]) -> Iterator[Spread]:
    count = len(order)
    for first in range(0, count // 2, 2):
        yield order[count - 1 - first], order[first]
        yield order[first + 1], order[count - 2 - first]


def fold(finished: bytes, printer: Printer, title: str, language: str) -> bytes:
    """The booklet of a PDF on the printer's paper, each page as large as half of it allows."""
    import pikepdf  # noqa: PLC0415 - only sheets are put together

    short, long = printer.paper.sides
    sheet, source = pikepdf.new(), pikepdf.open(BytesIO(finished))
    for number, (left, right) in enumerate(spreads(len(source.pages))):
        back = number % 2 == 1
        page = sheet.add_blank_page(page_size=(mm_to_pt(long), mm_to_pt(short)))
        forms = {}
        steps = [_turned(printer, long, short) if back else b"q"]
        for place, index in enumerate((left, right)):
            if index is not None:
                name = f"/P{place}"
                forms[name], matrix = _half(sheet, source.pages[index], place, long / 2, short)
                steps.append(f"q {matrix} cm {name} Do Q".encode())
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(forms))
        page.Contents = sheet.make_stream(b"\n".join((*steps, b"Q")))
    sheet.docinfo["/Title"] = title
    sheet.Root.Lang = pikepdf.String(language)
    out = BytesIO()
    sheet.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _turned(printer: Printer, width: float, height: float) -> bytes:
    """How a back is drawn: on its head where the printer turns sheets over their long edge.

    A booklet's sheets lie on their side, and their folds go the short way.
    """
    right, down = -printer.drift.right, -printer.drift.down
    if printer.binding is Binding.SHORT:
        return f"q 1 0 0 1 {mm_to_pt(right):.4f} {mm_to_pt(-down):.4f} cm".encode()
    x, y = mm_to_pt(width + right), mm_to_pt(height - down)
    return f"q -1 0 0 -1 {x:.4f} {y:.4f} cm".encode()


def _half(
    sheet: Any,  # noqa: ANN401 - pikepdf's own objects
    page: Any,  # noqa: ANN401
    place: int,
    width: float,
    height: float,
) -> tuple[Any, str]:
    """A page as a form, and the way to its half (mm) of the sheet, in its middle."""
    left, bottom, right, top = (float(value) for value in page.trimbox)
    form = sheet.copy_foreign(page.as_form_xobject())
    scale = min(mm_to_pt(width) / (right - left), mm_to_pt(height) / (top - bottom))
    x = mm_to_pt(width * place) + (mm_to_pt(width) - (right - left) * scale) / 2 - left * scale
    y = (mm_to_pt(height) - (top - bottom) * scale) / 2 - bottom * scale
    return form, f"{scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f}"
