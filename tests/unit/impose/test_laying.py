"""The laying guide: inserts far enough apart for their seals, and cuts round each."""

import pytest

from briefpress.impose.laying import CUT, film_cuts, inserts, plan_laying
from briefpress.model.printing import Paper, Printer
from tests.unit.compose.support import specimen_library

SIZES = specimen_library().sizes
SEALED = [name for name, size in SIZES.items() if size.seal]


@pytest.mark.parametrize("name", SEALED)
def test_seals_do_not_meet_and_stay_in_the_pouch(name: str) -> None:
    size = SIZES[name]
    plan = plan_laying(size, Printer(title="Office"))
    cuts = list(film_cuts(plan, size.seal))
    across = sorted(
        {x - size.seal for x in plan.columns} | {x + plan.card[0] + size.seal for x in plan.columns}
    )
    gaps = [b - a for a, b in zip(across[1::2], across[2::2], strict=False)]
    assert all(gap >= CUT - 1e-9 for gap in gaps)
    assert min(min(cut.x1, cut.y1) for cut in cuts) >= 5
    assert max(cut.x2 for cut in cuts) <= plan.width - 5
    assert max(cut.y2 for cut in cuts) <= plan.height - 5


def test_each_insert_has_four_edges_and_a_cut_round_it() -> None:
    size = SIZES["pouch-86"]
    plan = plan_laying(size, Printer(title="Office"))
    paper, film = list(inserts(plan)), list(film_cuts(plan, size.seal))
    assert len(paper) == len(film) == 4 * len(plan.fronts)
    assert paper[0].y1 - film[0].y1 == pytest.approx(3)
    assert film[0].x2 - film[0].x1 == pytest.approx(86)


def test_a_press_with_large_sheets_gets_a_guide_for_an_ordinary_pouch() -> None:
    size = SIZES["a6"]
    assert sorted(plan_sides(Paper.SRA3, size.id)) == [210, 297]
    assert sorted(plan_sides(Paper.A3, size.id)) == [297, 420]


def plan_sides(paper: Paper, size: str) -> tuple[float, float]:
    plan = plan_laying(SIZES[size], Printer(title="Office", paper=paper))
    return plan.width, plan.height
