"""A booklet: pages of a finished PDF set two by two on sheets that are folded and stapled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    """The booklet of a PDF on the printer's paper, no page larger than it was set.

    Pages are as large as half of the paper allows, if their words then stay on what the printer
    reaches; else a little smaller.
    """
    import pikepdf  # noqa: PLC0415 - only sheets are put together

    short, long = printer.paper.sides
    sheet, source = pikepdf.new(), pikepdf.open(BytesIO(finished))
    inset = _inset(finished)
    for number, (left, right) in enumerate(spreads(len(source.pages))):
        back = number % 2 == 1
        page = sheet.add_blank_page(page_size=(mm_to_pt(long), mm_to_pt(short)))
        forms = {}
        steps = [_turned(printer, long, short) if back else b"q"]
        for place, index in enumerate((left, right)):
            if index is not None:
                name = f"/P{place}"
                form = _half(sheet, source.pages[index], (long / 2, short), place)
                forms[name], matrix = form.placed(_edge(printer), inset)
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


def _edge(printer: Printer) -> float:
    """Mm that are not printed at the worst edge, on the worse side of the sheet."""
    margins, drift = printer.margins, printer.drift
    widest = max(margins.top, margins.right, margins.bottom, margins.left)
    return widest + max(abs(drift.right), abs(drift.down))


def _inset(finished: bytes) -> float:
    """How far inside the trim all words of a PDF stand, mm."""
    import pypdfium2  # noqa: PLC0415 - only booklets are measured

    found = []
    for page in pypdfium2.PdfDocument(finished):
        left, bottom, right, top = page.get_trimbox()
        text = page.get_textpage()
        for number in range(text.count_rects()):
            x1, y1, x2, y2 = text.get_rect(number)
            found += [x1 - left, y1 - bottom, right - x2, top - y2]
    return max(0.0, min(found, default=0.0)) / mm_to_pt(1)


@dataclass(frozen=True)
class _Half:
    """A page as a form, its trim (pt), and the half of a sheet (mm) on which it stands."""

    form: Any
    trim: tuple[float, float, float, float]
    room: tuple[float, float]
    place: int

    def placed(self, edge: float, inset: float) -> tuple[Any, str]:
        """The form and the way to the middle of its half; words keep off the printer's edge."""
        left, bottom, right, top = self.trim
        scale = min(
            1.0,
            *(
                _scale(side / mm_to_pt(1), room, edge, inset)
                for side, room in zip((right - left, top - bottom), self.room, strict=True)
            ),
        )
        width, height = (mm_to_pt(room) for room in self.room)
        x = width * self.place + (width - (right - left) * scale) / 2 - left * scale
        y = (height - (top - bottom) * scale) / 2 - bottom * scale
        return self.form, f"{scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f}"


def _scale(side: float, room: float, edge: float, inset: float) -> float:
    """How large a side may be (all mm): it fits its room, and its words what is printed on it."""
    return min(room / side, (room / 2 - edge) / (side / 2 - inset))


def _half(
    sheet: Any,  # noqa: ANN401 - pikepdf's own objects
    page: Any,  # noqa: ANN401
    room: tuple[float, float],
    place: int,
) -> _Half:
    """A page of another file for one half of a sheet."""
    left, bottom, right, top = (float(value) for value in page.trimbox)
    form = sheet.copy_foreign(page.as_form_xobject())
    return _Half(form, (left, bottom, right, top), room, place)
