"""Labels: all their words are on the sheet, and on none of its cards and marks."""

from pathlib import Path

import pytest

from briefpress.impose.drawing import Outline
from briefpress.impose.labels import instruction, label
from briefpress.impose.laying import plan_laying
from briefpress.impose.lettering import Letters
from briefpress.impose.plan import SheetPlan, plan_sheet
from briefpress.model.printing import Margins, Paper, Printer
from tests.unit.compose.support import specimen_library

SIZES = specimen_library().sizes
FONT = Path(__file__).parents[3] / "layouts/_shared/fonts/AtkinsonHyperlegibleNext_400Regular.ttf"
LETTERS = Letters(FONT.read_bytes())
TEXT = f"{'Partnership ' * 7}: Card A6, Health. Print both sides at 100 %. Flip on the long edge."
Extent = tuple[float, float, float, float]


def printer(edge: float, paper: Paper = Paper.A4) -> Printer:
    margins = Margins(top=edge, right=edge, bottom=edge, left=edge)
    return Printer(title="Office", paper=paper, margins=margins)


def extent(outline: Outline) -> Extent:
    """Left, top, right and bottom (mm) of what a line draws."""
    steps = [step for contour in outline.contours for step in contour]
    xs = [x for step in steps for x in step[::2]]
    ys = [y for step in steps for y in step[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def held(plan: SheetPlan) -> Extent:
    """What the cards and their marks take of a sheet."""
    edge = plan.bleed + 5
    right, bottom = plan.columns[-1] + plan.card[0], plan.rows[-1] + plan.card[1]
    return plan.columns[0] - edge, plan.rows[0] - edge, right + edge, bottom + edge


@pytest.mark.parametrize("edge", [5, 7])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("size", SIZES)
def test_a_label_is_printed_whole_beside_the_cards(size: str, paper: Paper, edge: float) -> None:
    plan = plan_sheet(SIZES[size], printer(edge, paper))
    lines = list(label(TEXT, plan, LETTERS))
    assert lines
    _, _, right, bottom = held(plan)
    room_below = plan.height - edge - bottom
    room_beside = plan.width - edge - right
    for line in lines:
        x1, y1, x2, y2 = extent(line)
        assert x1 >= edge
        assert y1 >= edge
        assert x2 <= plan.width - edge
        assert y2 <= plan.height - edge
        if max(room_below, room_beside) >= 6:
            assert y1 >= bottom or x1 >= right


def test_every_word_is_in_one_of_its_lines() -> None:
    lines = LETTERS.wrapped(TEXT, 60.0, 6.5)
    assert " ".join(lines).split() == TEXT.split()
    assert all(LETTERS.width(line, 6.5) <= 60 for line in lines)
    assert LETTERS.wrapped("unbreakably-long", 1.0, 6.5) == ("unbreakably-long",)


@pytest.mark.parametrize("size", [name for name, size in SIZES.items() if size.seal])
def test_the_guide_has_its_words_inside_the_first_insert(size: str) -> None:
    words = specimen_library().layouts["card"].words["sheet_laying"]
    plan = plan_laying(SIZES[size], printer(5))
    place = plan.fronts[0]
    boxes = [extent(line) for line in instruction(words, place, plan, LETTERS)]
    assert len(boxes) >= len(words.splitlines())
    for x1, y1, x2, y2 in boxes:
        assert place.x < x1
        assert place.y < y1
        assert x2 < place.x + plan.card[0]
        assert y2 < place.y + plan.card[1]
