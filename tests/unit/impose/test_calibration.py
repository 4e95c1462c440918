"""The calibration sheet: what is measured on it is where it says."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from briefpress.finish.calibrations import calibration_of
from briefpress.units import mm_to_pt
from tests.unit.compose.support import specimen_library

LIBRARY = specimen_library()
PDF = calibration_of(LIBRARY, "office-a4")
Segment = tuple[float, float, float, float]


def lines(number: int) -> list[Segment]:
    """The lines of a side, mm from the top left."""
    with pikepdf.open(BytesIO(PDF)) as pdf:
        page = pdf.pages[number]
        height = float(page.mediabox[3]) / mm_to_pt(1)
        found: list[Segment] = []
        start = (0.0, 0.0)
        for step in pikepdf.parse_content_stream(page):
            if str(step.operator) not in ("m", "l"):
                continue
            x, y = (float(value) / mm_to_pt(1) for value in step.operands)
            if str(step.operator) == "l":
                found.append((*start, round(x, 2), round(height - y, 2)))
            start = (round(x, 2), round(height - y, 2))
        return found


def test_the_square_measures_a_hundred_millimetres() -> None:
    assert (55, 168.5, 155, 168.5) in lines(0)
    assert (155, 168.5, 155, 268.5) in lines(0)


@pytest.mark.parametrize("mm", [0, 3, 15])
def test_stairs_lead_in_from_every_edge(mm: int) -> None:
    for side in (0, 1):
        level = {y for _, y, _, y2 in lines(side) if y == y2}
        upright = {x for x, _, x2, _ in lines(side) if x == x2}
        assert {mm, 297 - mm} <= level
        assert {mm, 210 - mm} <= upright


def test_the_cross_of_the_front_is_behind_the_middle_of_the_scales() -> None:
    assert (100, 148.5, 110, 148.5) in lines(0)
    assert (105, 143.5, 105, 153.5) in lines(0)
    assert (95, 148.5, 115, 148.5) in lines(1)
    assert (105, 138.5, 105, 158.5) in lines(1)


def test_it_has_no_fonts_and_is_the_same_every_time() -> None:
    assert calibration_of(LIBRARY, "office-a4") == PDF
    with pikepdf.open(BytesIO(PDF)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Calibration sheet: Office printer, A4"
        assert all("/Font" not in page.get("/Resources", {}) for page in pdf.pages)


def test_each_stair_is_beside_the_one_before() -> None:
    """So one sees which is the first that the printer reached."""
    level = sorted({(y, x) for x, y, x2, y2 in lines(0) if y == y2 and y <= 15})
    assert [y for y, _ in level] == list(range(16))
    assert [x for _, x in level] == [65 + 5 * stair for stair in range(16)]


def test_the_words_are_drawn_inside_what_a_printer_reaches() -> None:
    picture = pypdfium2.PdfDocument(PDF)[0].render(scale=1).to_pil().convert("L")
    words = picture.crop((70, 110, 510, 250))
    assert words.getextrema()[0] < 100
    assert picture.crop((0, 110, 66, 250)).getextrema()[0] > 200


def test_a_form_to_fill_in_stands_on_the_back() -> None:
    blanks = [line for line in lines(1) if line[1] == line[3] and round(line[2] - line[0], 1) == 17]
    assert len(blanks) == 6, "four margins and two ways of drift"


def test_another_printer_has_its_own_paper() -> None:
    with pikepdf.open(BytesIO(calibration_of(LIBRARY, "press-sra3"))) as pdf:
        box = [round(float(side) / mm_to_pt(1)) for side in pdf.pages[0].mediabox]
    assert box == [0, 0, 320, 450]
