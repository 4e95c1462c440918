"""The plan of a sheet: how many cards fit, and that backs lie behind their fronts."""

import math
from itertools import pairwise

import pytest

from briefpress.impose.plan import NoRoomError, Place, SheetPlan, plan_sheet
from briefpress.model.printing import Binding, Cutting, Drift, Margins, Paper, Printer
from briefpress.model.size import CardSize
from tests.unit.compose.support import specimen_library

SIZES = specimen_library().sizes
BARE = Cutting(bleed=0, gutter=0, marks=False)


def printer(edge: float = 5.0, **more: object) -> Printer:
    margins = Margins(top=edge, right=edge, bottom=edge, left=edge)
    return Printer.model_validate({"title": "Office", "margins": margins, **more})


def seen_from_the_front(place: Place, plan: SheetPlan, binding: Binding) -> tuple[float, float]:
    """Where a place on the back is, looking through the sheet from its front."""
    upright = plan.width < plan.height
    if upright == (binding is Binding.LONG):
        return plan.width - place.x - plan.card[0], place.y
    return place.x, plan.height - place.y - plan.card[1]


@pytest.mark.parametrize(
    ("size", "cutting", "edge", "count"),
    [
        ("a5", BARE, 0, 2),
        ("a6", BARE, 0, 4),
        ("a7", BARE, 0, 8),
        ("cr80", BARE, 0, 10),
        ("a5", Cutting(), 5, 1),
        ("a6", Cutting(), 5, 2),
        ("cr80", Cutting(), 5, 9),
        ("cr80", Cutting(), 7, 9),
        ("cr80", Cutting(), 12, 4),
        ("a7", Cutting(), 5, 4),
    ],
)
def test_as_many_as_fit(size: str, cutting: Cutting, edge: float, count: int) -> None:
    assert len(plan_sheet(SIZES[size], printer(edge, cutting=cutting)).fronts) == count


def test_larger_paper_holds_more() -> None:
    assert len(plan_sheet(SIZES["a5"], printer(paper=Paper.SRA3)).fronts) == 2


@pytest.mark.parametrize("binding", Binding)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("size", SIZES)
def test_backs_lie_behind_their_fronts(size: str, paper: Paper, binding: Binding) -> None:
    plan = plan_sheet(SIZES[size], printer(paper=paper, binding=binding))
    for front, back in zip(plan.fronts, plan.backs, strict=True):
        seen = seen_from_the_front(back, plan, binding)
        assert math.dist(seen, (front.x, front.y)) < 1e-9


@pytest.mark.parametrize(
    ("size", "binding", "turned"),
    [
        ("a7", Binding.LONG, {False}),
        ("a7", Binding.SHORT, {True}),
        ("a6", Binding.LONG, {True}),
        ("a6", Binding.SHORT, {False}),
    ],
)
def test_a_card_that_is_turned_like_a_page_stands_upright_on_its_back(
    size: str, binding: Binding, turned: set[bool]
) -> None:
    """A7 stands on an upright sheet, A6 on one that lies on its side."""
    plan = plan_sheet(SIZES[size], printer(binding=binding))
    assert (plan.width < plan.height) == (size == "a7")
    assert {place.turned for place in plan.backs} == turned
    assert not any(place.turned for place in plan.fronts)


@pytest.mark.parametrize("size", SIZES)
def test_everything_stays_on_what_can_be_printed_on(size: str) -> None:
    office = printer(7, drift=Drift(right=1.5, down=-1))
    plan = plan_sheet(SIZES[size], office)
    top, right, bottom, left = plan.margin
    edge = office.cutting.bleed + 5
    for places, (shift_x, shift_y) in ((plan.fronts, (0, 0)), (plan.backs, plan.shift)):
        for place in places:
            assert place.x + shift_x - edge >= left - 1e-9
            assert place.y + shift_y - edge >= top - 1e-9
            assert place.x + shift_x + plan.card[0] + edge <= plan.width - right + 1e-9
            assert place.y + shift_y + plan.card[1] + edge <= plan.height - bottom + 1e-9


def test_cards_keep_their_gutter() -> None:
    plan = plan_sheet(SIZES["cr80"], printer())
    across = {round(b - a - plan.card[0], 6) for a, b in pairwise(plan.columns)}
    down = {round(b - a - plan.card[1], 6) for a, b in pairwise(plan.rows)}
    assert across == down == {6.0}


def test_the_back_is_moved_against_the_drift() -> None:
    plan = plan_sheet(SIZES["cr80"], printer(drift=Drift(right=0.8, down=-0.4)))
    assert plan.shift == (-0.8, 0.4)


def test_a_card_that_is_larger_than_the_paper() -> None:
    trim = {"width": 420, "height": 594}
    huge = CardSize.model_validate(
        {"id": "a2", "title": "A2", "trim": trim, "safe": 5, "layouts": ["card"]}
    )
    with pytest.raises(NoRoomError) as caught:
        plan_sheet(huge, printer())
    assert str(caught.value) == (
        "a card of A2 needs 434 x 608 mm with its bleed and marks; Office prints on 200 x 287 mm"
    )


def test_a_bleed_that_is_wider_than_its_half_of_the_gutter_is_refused() -> None:
    with pytest.raises(ValueError, match=r"gutter \(4mm\) is narrower than the two bleeds"):
        Cutting(gutter=4, bleed=3)
