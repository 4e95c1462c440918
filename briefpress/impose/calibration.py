"""The calibration sheet: stairs that show a printer's edges, and scales that show its drift."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from briefpress.impose.drawing import Line, Outline, Pen, Shape, operators
from briefpress.impose.lettering import Letters
from briefpress.model.printing import Printer
from briefpress.units import mm_to_pt

REACH = 15
"""mm from each edge that its stairs cover; few printers keep more clear."""
STEP = 5.0
"""mm along the edge that each stair takes."""
NUMBERS = 17.0
"""mm from the edge: every printer reaches the numbers."""
SPAN = 10
"""mm of drift that can be read each way."""
SQUARE = 100.0
"""mm: the side of the square that shows whether the printer made the page smaller."""
WIDTH = 160.0
"""mm of the block of words."""
_TITLE, _TEXT, _SMALL = 18.0, 11.0, 7.5
"""pt."""
_LINE, _PARAGRAPH, _NUMBER = 5.6, 8.2, 9.0
"""mm from line to line, from step to step, and from a step's number to its words."""
_HALF_HEIGHT = 0.9
"""mm: half of a figure of the small size."""
_BLANK = 17.0
"""mm to write a number on."""
PEN = Pen(width=0.15)


@dataclass(frozen=True)
class CalibrationWords:
    """What stands on the sheet: its title, steps of each side, and what is filled in by hand."""

    title: str
    front: tuple[str, ...]
    back: tuple[str, ...]
    edges: tuple[str, ...]
    """What the margins are called: top, right, bottom, left."""
    drift: tuple[str, ...]
    """What the two ways of the drift are called: right, down."""


@dataclass(frozen=True)
class Hands:
    """The two weights that a sheet is lettered with."""

    plain: Letters
    bold: Letters

    def centred(self, text: str, x: float, y: float, size: float = _SMALL) -> Outline:
        """Small words whose middle is at `x`, `y` (mm)."""
        return self.plain.line(text, x - self.plain.width(text, size) / 2, y + _HALF_HEIGHT, size)


def calibration(printer: Printer, words: CalibrationWords, hands: Hands, language: str) -> bytes:
    """Two pages for one sheet of the printer's paper, to be printed as cards are."""
    import pikepdf  # noqa: PLC0415 - only sheets are put together

    width, height = printer.paper.sides
    sheet = pikepdf.new()
    first = len(words.front) + 1
    sides = (
        (*_front(width, height), *_told(words.title, words.front, 1, (width, height), hands)),
        (
            *_back(width, height, words, hands),
            *_told(words.title, words.back, first, (width, height), hands),
            *_form(words, width, height, hands),
        ),
    )
    for shapes in sides:
        page = sheet.add_blank_page(page_size=(mm_to_pt(width), mm_to_pt(height)))
        drawn = [*shapes, *_stairs(width, height, hands)]
        page.Contents = sheet.make_stream(operators(drawn, height, PEN))
    sheet.docinfo["/Title"] = words.title
    sheet.Root.Lang = pikepdf.String(language)
    out = BytesIO()
    sheet.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _stairs(width: float, height: float, hands: Hands) -> Iterator[Shape]:
    """Stairs inwards from the middle of each edge; the first that is printed is the margin."""
    for mm in range(REACH + 1):
        start = (mm - REACH / 2 - 0.5) * STEP
        x, y, number = width / 2 + start, height / 2 + start, str(mm)
        yield Line(x, mm, x + STEP, mm)
        yield Line(x, height - mm, x + STEP, height - mm)
        yield Line(mm, y, mm, y + STEP)
        yield Line(width - mm, y, width - mm, y + STEP)
        yield hands.centred(number, x + STEP / 2, NUMBERS + 1)
        yield hands.centred(number, x + STEP / 2, height - NUMBERS - 1)
        yield hands.centred(number, NUMBERS + 1, y + STEP / 2)
        yield hands.centred(number, width - NUMBERS - 1, y + STEP / 2)


def _front(width: float, height: float) -> Iterator[Shape]:
    """A cross in the middle, and the square that is measured with a ruler."""
    x, y = width / 2, height / 2
    yield Line(x - 5, y, x + 5, y)
    yield Line(x, y - 5, x, y + 5)
    left, top = x - SQUARE / 2, y + 20
    for x1, y1, x2, y2 in (
        (0, 0, SQUARE, 0),
        (SQUARE, 0, SQUARE, SQUARE),
        (SQUARE, SQUARE, 0, SQUARE),
        (0, SQUARE, 0, 0),
    ):
        yield Line(left + x1, top + y1, left + x2, top + y2)


def _back(width: float, height: float, words: CalibrationWords, hands: Hands) -> Iterator[Shape]:
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
            yield hands.centred(number, x + mm, y + SPAN + 3.5)
            yield hands.centred(number, x + SPAN + 5, y + mm)
    across, down = words.drift
    yield hands.centred(across, x, y + SPAN + 8)
    yield hands.plain.line(down, x + SPAN + 10, y + _HALF_HEIGHT, _SMALL)


def _told(
    title: str, steps: tuple[str, ...], first: int, size: tuple[float, float], hands: Hands
) -> Iterator[Outline]:
    """The title and the numbered steps of one side, in its upper half."""
    left, y = (size[0] - WIDTH) / 2, size[1] / 2 - 108
    yield hands.bold.line(title, left, y, _TITLE)
    y += _PARAGRAPH * 1.5
    for number, step in enumerate(steps, first):
        yield hands.bold.line(str(number), left, y, _TEXT)
        for line in hands.plain.wrapped(step, WIDTH - _NUMBER, _TEXT):
            yield hands.plain.line(line, left + _NUMBER, y, _TEXT)
            y += _LINE
        y += _PARAGRAPH - _LINE


def _form(words: CalibrationWords, width: float, height: float, hands: Hands) -> Iterator[Shape]:
    """Lines to write the numbers on, each behind its name."""
    top = height / 2 + 45
    for row, (title, names) in enumerate((("margins", words.edges), ("drift", words.drift))):
        left, y = (width - WIDTH) / 2, top + row * 18
        yield hands.bold.line(title, left, y, _TEXT)
        left += 24
        for name in names:
            yield hands.plain.line(name, left, y, _TEXT)
            left += hands.plain.width(name, _TEXT) + 2
            yield Line(left, y + 0.8, left + _BLANK, y + 0.8)
            left += _BLANK + 3
