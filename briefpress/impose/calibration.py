"""The calibration sheet: rulers that show a printer's edges, and scales that show its drift."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from briefpress.impose.drawing import Line, Outline, Pen, Shape, operators
from briefpress.impose.lettering import Letters
from briefpress.model.printing import Printer
from briefpress.units import mm_to_pt

REACH = 15
"""mm from each edge that its ruler covers; few printers keep more clear."""
SPAN = 10
"""mm of drift that can be read each way."""
SQUARE = 100.0
"""mm: the side of the square that shows whether the printer made the page smaller."""
_TICK, _LONG_TICK = 3.0, 6.0
_SMALL, _TEXT, _LINE = 6.0, 10.0, 5.2
"""pt of numbers, pt of words, mm from line to line."""
PEN = Pen(width=0.12)


@dataclass(frozen=True)
class CalibrationWords:
    """What stands on the sheet, line by line."""

    title: str
    front: tuple[str, ...]
    back: tuple[str, ...]


def calibration(
    printer: Printer, words: CalibrationWords, letters: Letters, language: str
) -> bytes:
    """Two pages for one sheet of the printer's paper, to be printed as cards are."""
    import pikepdf  # noqa: PLC0415 - only sheets are put together

    width, height = printer.paper.sides
    sheet = pikepdf.new()
    sides = (
        (_front(width, height), (words.title, *words.front)),
        (_back(width, height, letters), (words.title, *words.back)),
    )
    for shapes, lines in sides:
        page = sheet.add_blank_page(page_size=(mm_to_pt(width), mm_to_pt(height)))
        told = [*shapes, *_edges(width, height, letters), *_told(lines, width, height, letters)]
        page.Contents = sheet.make_stream(operators(told, height, PEN))
    sheet.docinfo["/Title"] = words.title
    sheet.Root.Lang = pikepdf.String(language)
    out = BytesIO()
    sheet.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _edges(width: float, height: float, letters: Letters) -> Iterator[Shape]:
    """A ruler inwards from the middle of each edge; the first tick that is seen is the margin."""
    middle_x, middle_y = width / 2, height / 2
    for mm in range(REACH + 1):
        reach = _LONG_TICK if mm % 5 == 0 else _TICK
        yield Line(middle_x - reach, mm, middle_x + reach, mm)
        yield Line(middle_x - reach, height - mm, middle_x + reach, height - mm)
        yield Line(mm, middle_y - reach, mm, middle_y + reach)
        yield Line(width - mm, middle_y - reach, width - mm, middle_y + reach)
        if mm and mm % 5 == 0:
            number = str(mm)
            yield letters.line(number, middle_x + reach + 1, mm + 0.8, _SMALL)
            yield letters.line(number, middle_x + reach + 1, height - mm + 0.8, _SMALL)
            yield letters.line(number, mm - 0.8, middle_y - reach - 1, _SMALL)
            yield letters.line(number, width - mm - 0.8, middle_y - reach - 1, _SMALL)


def _front(width: float, height: float) -> Iterator[Shape]:
    """A cross in the middle, and the square that is measured with a ruler."""
    x, y = width / 2, height / 2
    yield Line(x - 5, y, x + 5, y)
    yield Line(x, y - 5, x, y + 5)
    left, top = x - SQUARE / 2, y + 25
    for x1, y1, x2, y2 in (
        (0, 0, SQUARE, 0),
        (SQUARE, 0, SQUARE, SQUARE),
        (SQUARE, SQUARE, 0, SQUARE),
        (0, SQUARE, 0, 0),
    ):
        yield Line(left + x1, top + y1, left + x2, top + y2)


def _back(width: float, height: float, letters: Letters) -> Iterator[Shape]:
    """Two scales through the middle. Against the light one reads where the front's cross is.

    Where the back has landed too far right, the cross of the front is seen at its left: so the
    numbers at the left say right. On a sheet that was turned over its top the same holds.
    """
    x, y = width / 2, height / 2
    yield Line(x - SPAN, y, x + SPAN, y)
    yield Line(x, y - SPAN, x, y + SPAN)
    for mm in range(-SPAN, SPAN + 1):
        reach = 2.4 if mm % 5 == 0 else 1.2
        yield Line(x + mm, y - reach, x + mm, y + reach)
        yield Line(x - reach, y + mm, x + reach, y + mm)
        if mm and mm % 5 == 0:
            number = f"{-mm:+d}".replace("-", "\N{MINUS SIGN}")
            yield letters.line(number, x + mm - 1.6, y + SPAN + 4, _SMALL)
            yield letters.line(number, x + SPAN + 2, y + mm + 0.8, _SMALL)


def _told(
    lines: tuple[str, ...], width: float, height: float, letters: Letters
) -> Iterator[Outline]:
    """The words, in the upper half, the first larger."""
    left, y = (width - 160) / 2, height / 2 - 95
    for number, line in enumerate(lines):
        size = _TEXT * 1.6 if number == 0 else _TEXT
        yield letters.line(line, left, y, size)
        y += _LINE * (1.8 if number == 0 else 1)
