"""The plan of a sheet: where cards stand on it, front and back, in mm. Pure arithmetic."""

from dataclasses import dataclass

from briefpress.model.printing import Binding, Printer
from briefpress.model.size import CardSize

MARK_GAP = 1.0
"""mm between the bleed and a crop mark."""
MARK_LENGTH = 4.0
"""mm."""
_HAIR = 1e-6


@dataclass(frozen=True)
class Place:
    """The trim of one card on one side: its top left corner (mm); `turned` stands on its head."""

    x: float
    y: float
    turned: bool = False


@dataclass(frozen=True)
class SheetPlan:
    """One sheet: its sides (mm) as it is seen upright, and the cards on it, row by row.

    `fronts[n]` and `backs[n]` are the two sides of the same card. `margin` is (top, right, bottom,
    left) as the sheet lies.
    """

    width: float
    height: float
    card: tuple[float, float]
    bleed: float
    margin: tuple[float, float, float, float]
    fronts: tuple[Place, ...]
    backs: tuple[Place, ...]
    shift: tuple[float, float] = (0.0, 0.0)
    """How far everything on the back is moved (right, down) against the printer's drift."""

    @property
    def columns(self) -> tuple[float, ...]:
        """The left edges of the columns."""
        return tuple(sorted({place.x for place in self.fronts}))

    @property
    def rows(self) -> tuple[float, ...]:
        """The top edges of the rows."""
        return tuple(sorted({place.y for place in self.fronts}))


class NoRoomError(Exception):
    """Not even one card fits on the sheet."""


def plan_sheet(size: CardSize, printer: Printer) -> SheetPlan:
    """As many cards as fit, the sheet upright or on its side, whichever holds more.

    Raises:
        NoRoomError: there is no room for a single one; the message says what is missing.
    """
    short, long = printer.paper.sides
    margins = printer.margins
    upright = (margins.top, margins.right, margins.bottom, margins.left)
    # On its side: turned a quarter to the right, so that its left edge is now at the top.
    lying = (margins.left, margins.top, margins.right, margins.bottom)
    plans = (
        _laid_out(size, printer, (short, long), upright),
        _laid_out(size, printer, (long, short), lying),
    )
    best = max(plans, key=lambda plan: len(plan.fronts))
    if not best.fronts:
        raise NoRoomError(_lack(size, printer))
    return best


def _laid_out(
    size: CardSize,
    printer: Printer,
    sheet: tuple[float, float],
    margin: tuple[float, float, float, float],
) -> SheetPlan:
    """The cards in the middle of what can be printed on."""
    top, right, bottom, left = margin
    width, height = size.trim.width, size.trim.height
    edge = _edge(printer)
    gutter = printer.cutting.gutter
    # A back is moved by the drift, and must stay on what can be printed on as well.
    spare_x = abs(printer.drift.right)
    spare_y = abs(printer.drift.down)
    columns = _count(sheet[0] - 2 * max(left, right) - 2 * (edge + spare_x), width, gutter)
    rows = _count(sheet[1] - 2 * max(top, bottom) - 2 * (edge + spare_y), height, gutter)
    first_x = (sheet[0] - _span(columns, width, gutter)) / 2
    first_y = (sheet[1] - _span(rows, height, gutter)) / 2
    fronts = tuple(
        Place(first_x + column * (width + gutter), first_y + row * (height + gutter))
        for row in range(rows)
        for column in range(columns)
    )
    turns_over_its_head = (sheet[0] < sheet[1]) == (printer.binding is Binding.SHORT)
    behind = _behind_over_the_top if turns_over_its_head else _behind_over_the_side
    backs = tuple(behind(place, sheet, (width, height)) for place in fronts)
    shift = (-printer.drift.right, -printer.drift.down)
    card = (width, height)
    return SheetPlan(*sheet, card, printer.cutting.bleed, margin, fronts, backs, shift)


def _edge(printer: Printer) -> float:
    """What stands round the trims of a sheet: the bleed, and the marks beyond it."""
    marks = MARK_GAP + MARK_LENGTH if printer.cutting.marks else 0.0
    return printer.cutting.bleed + marks


def _count(room: float, side: float, gutter: float) -> int:
    return max(0, int((room + gutter + _HAIR) / (side + gutter)))


def _span(count: int, side: float, gutter: float) -> float:
    return count * side + max(0, count - 1) * gutter


def _behind_over_the_side(
    place: Place, sheet: tuple[float, float], card: tuple[float, float]
) -> Place:
    """The sheet is turned like the page of a book: left is right, up stays up."""
    return Place(sheet[0] - place.x - card[0], place.y)


def _behind_over_the_top(
    place: Place, sheet: tuple[float, float], card: tuple[float, float]
) -> Place:
    """The sheet is turned like the page of a calendar: a card turned like a book is on its head."""
    return Place(place.x, sheet[1] - place.y - card[1], turned=True)


def _lack(size: CardSize, printer: Printer) -> str:
    edge = 2 * _edge(printer)
    needed = f"{size.trim.width + edge:g} x {size.trim.height + edge:g} mm"
    margins = printer.margins
    wide = printer.paper.sides[0] - 2 * max(margins.left, margins.right)
    high = printer.paper.sides[1] - 2 * max(margins.top, margins.bottom)
    return (
        f"a card of {size.title} needs {needed} with its bleed and marks; "
        f"{printer.title} prints on {wide:g} x {high:g} mm"
    )
