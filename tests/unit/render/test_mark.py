"""Marks on finished pages: red where the fault is, nothing elsewhere, and no word more."""

from io import BytesIO

import numpy as np
import pikepdf
import pypdfium2

from briefpress.model.checked import Spot
from briefpress.render import marked
from tests.unit.render.support import SIDE, proof

DOTS = 4
"""Pixels a millimetre."""


def red(pdf: bytes, page: int = 0) -> np.ndarray:
    """Where a page is red, by rows and columns."""
    sheet = pypdfium2.PdfDocument(pdf)[page]
    image = sheet.render(scale=SIDE * DOTS / sheet.get_width()).to_pil().convert("RGB")
    pixels = np.asarray(image).astype(int)
    found: np.ndarray = pixels[..., 0] - pixels[..., 1:].max(axis=2) > 50
    return found


def edges(mask: np.ndarray) -> tuple[float, float, float, float]:
    """The box (left, top, right, bottom) round what is marked, mm."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    found = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    left, top, right, bottom = (float(value) / DOTS for value in found)
    return left, top, right, bottom


def test_a_box_stands_round_the_fault() -> None:
    pdf = marked(proof("<p>x</p>").pdf, [Spot(1, 20.0, 30.0, 40.0, 10.0)])
    left, top, right, bottom = edges(red(pdf))
    for found, wanted in ((left, 20), (top, 30), (right, 60), (bottom, 40)):
        assert 0.4 < abs(found - wanted) < 1.6
    assert right - left > 40
    assert not red(pdf)[int(35 * DOTS), int(40 * DOTS)]


def test_each_page_has_its_own_marks() -> None:
    two = proof("<p>one</p><p>two</p>", "p + p{break-before:page}").pdf
    pdf = marked(two, [Spot(2, 20.0, 30.0, 40.0, 10.0)])
    assert [red(pdf, page).any() for page in (0, 1)] == [False, True]


def test_the_safe_area_is_a_dashed_line() -> None:
    mask = red(marked(proof("<p>x</p>").pdf, [], safe=5.0))
    left, top, right, bottom = edges(mask)
    assert abs(left - 5) < 0.4
    assert abs(bottom - 95) < 0.4
    along = mask[5 * DOTS - 3 : 5 * DOTS + 3, 10 * DOTS : 90 * DOTS].any(axis=0)
    assert 0.2 < along.mean() < 0.95
    assert abs(top - 5) < 0.4
    assert abs(right - 95) < 0.4


def test_marks_are_no_text_and_change_nothing_else() -> None:
    bare = proof("<p>words</p>").pdf
    pdf = marked(bare, [Spot(1, 20.0, 30.0, 40.0, 10.0)], safe=5.0)
    for data in (bare, pdf):
        assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded() == "words"
    with pikepdf.open(BytesIO(pdf)) as opened:
        page = opened.pages[0]
        page.contents_coalesce()
        drawing = page.Contents.read_bytes()
    assert drawing.rindex(b"/Artifact BMC") > drawing.rindex(b"ET")
    assert pdf == marked(bare, [Spot(1, 20.0, 30.0, 40.0, 10.0)], safe=5.0)
