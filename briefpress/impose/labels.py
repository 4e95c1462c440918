"""Labels: what a sheet is and how it is printed, in its free edge, for whoever prints and cuts."""

from collections.abc import Iterator

from briefpress.impose.drawing import Outline
from briefpress.impose.lettering import Letters, turned_up
from briefpress.impose.plan import MARK_GAP, MARK_LENGTH, Place, SheetPlan

SIZE = 6.5
"""pt. Outside every card."""
LINE = 2.9
"""mm from line to line, and what the last line takes from the edge."""
GUIDE_SIZES = (14.0, 12.0, 10.0, 9.0, 8.0, 7.0)
"""pt. In a guide the words stand inside the first insert, as large as it allows."""
_INSIDE = 4.0
"""mm from the edges of an insert."""
_MM_PER_PT = 0.3528
_LEADING = 1.3


def label(text: str, plan: SheetPlan, letters: Letters) -> Iterator[Outline]:
    """Words at the foot; where cards and marks leave no room there, upwards at the right."""
    wide = plan.width - plan.margin[3] - plan.margin[1] - 2
    lines = letters.wrapped(text, wide, SIZE)
    _, right, foot, left = plan.margin
    if len(lines) * LINE <= _band(plan.height, plan.rows, plan.card[1], foot, plan):
        y = plan.height - foot - 1.0 - (len(lines) - 1) * LINE
        for number, line in enumerate(lines):
            yield letters.line(line, left + 1.0, y + number * LINE, SIZE)
        return
    high = plan.height - plan.margin[0] - foot - 2
    beside = letters.wrapped(text, high, SIZE)
    x = plan.width - right - 1.0 - (len(beside) - 1) * LINE
    for number, line in enumerate(beside):
        start = (x + number * LINE, plan.height - foot - 1.0)
        yield turned_up(letters.line(line, *start, SIZE), *start)


def instruction(text: str, place: Place, plan: SheetPlan, letters: Letters) -> Iterator[Outline]:
    """Words inside an insert of a guide, line by line; a new line of the text begins a new one."""
    wide, high = plan.card[0] - 2 * _INSIDE, plan.card[1] - 2 * _INSIDE
    fitting = (s for s in GUIDE_SIZES if len(_lines(text, wide, s, letters)) * _leading(s) <= high)
    size = next(fitting, GUIDE_SIZES[-1])
    left, top = place.x + _INSIDE, place.y + _INSIDE
    for number, line in enumerate(_lines(text, wide, size, letters), 1):
        yield letters.line(line, left, top + number * _leading(size), size)


def _lines(text: str, width: float, size: float, letters: Letters) -> list[str]:
    return [line for part in text.splitlines() for line in letters.wrapped(part, width, size)]


def _leading(size: float) -> float:
    """Mm from line to line."""
    return size * _MM_PER_PT * _LEADING


def _band(
    whole: float, starts: tuple[float, ...], card: float, margin: float, plan: SheetPlan
) -> float:
    """The free edge (mm) between the marks and what cannot be printed on."""
    return whole - margin - (starts[-1] + card + plan.bleed + MARK_GAP + MARK_LENGTH)
