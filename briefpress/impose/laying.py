"""The laying guide: how inserts lie apart in a pouch, and where the film is cut round them."""

from collections.abc import Iterator

from briefpress.impose.drawing import Line
from briefpress.impose.plan import Place, SheetPlan, plan_sheet
from briefpress.model.printing import Cutting, Margins, Paper, Printer
from briefpress.model.size import CardSize

POUCH_EDGE = 5.0
"""mm at the edge of a pouch in which film sticks badly."""
CUT = 1.0
"""mm between two seals, for the knife."""


def plan_laying(size: CardSize, printer: Printer) -> SheetPlan:
    """Inserts in a pouch of A4, or of A3 for a printer of that, each with its seal all round it.

    Raises:
        NoRoomError: not one of them fits with its seal.
    """
    edge = POUCH_EDGE + size.seal
    margins = Margins(top=edge, right=edge, bottom=edge, left=edge)
    cutting = Cutting(bleed=0, gutter=2 * size.seal + CUT, marks=False)
    paper = Paper.A3 if printer.paper is Paper.A3 else Paper.A4
    pouch = Printer(title=printer.title, paper=paper, margins=margins, cutting=cutting)
    return plan_sheet(size, pouch)


def inserts(plan: SheetPlan) -> Iterator[Line]:
    """The edges of the paper."""
    for place in plan.fronts:
        yield from _box(place, plan, 0.0)


def film_cuts(plan: SheetPlan, seal: float) -> Iterator[Line]:
    """Where the film is cut, a seal away from the paper."""
    for place in plan.fronts:
        yield from _box(place, plan, seal)


def _box(place: Place, plan: SheetPlan, away: float) -> Iterator[Line]:
    left, top = place.x - away, place.y - away
    right, bottom = place.x + plan.card[0] + away, place.y + plan.card[1] + away
    yield Line(left, top, right, top)
    yield Line(right, top, right, bottom)
    yield Line(right, bottom, left, bottom)
    yield Line(left, bottom, left, top)
