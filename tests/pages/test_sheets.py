"""Sheets of the specimen: the cards of one audience or of all, ready to print and cut."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from briefpress.finish import FinishFaultError, Makers
from briefpress.finish.sheets import SheetFinisher
from briefpress.made import Made, Manner
from briefpress.model.edition import ALL_AUDIENCES, Edition
from briefpress.model.printing import Printer
from briefpress.press import Press
from briefpress.selection import Wanted, editions_of
from tests.pages.support import library

SHEET = Edition("wexbridge", "hosts", "card", "sheet")


def made(edition: Edition, printer: str = "office-a4") -> Made:
    return Press(library(), Manner(makers=Makers(printer))).make(edition)


def texts(pdf: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in pages]


def test_a_sheet_has_a_front_a_back_and_a_guide() -> None:
    sheet = made(SHEET)
    assert sheet.diagnostics == ()
    assert sheet.entry is not None
    assert sheet.entry.path == "wexbridge/wexbridge-hosts-card-sheet.pdf"
    assert sheet.entry.pages == 3
    front, back, guide = texts(sheet.files[SHEET.path])
    assert "Greet at once" in front
    assert "01632 960" in back
    assert guide.strip() == ""


def test_cards_that_are_laminated_before_they_are_cut_need_no_guide() -> None:
    sheet = made(SHEET, "office-a4-laminate-first")
    assert sheet.entry is not None
    assert sheet.entry.pages == 2


def test_a_mixed_sheet_holds_the_cards_of_every_audience() -> None:
    wanted = Wanted(("wexbridge",), (), ("card",), ("sheet",), ("a6",), mixed=True)
    (edition,), unknown = editions_of(library(), wanted)
    assert unknown == ()
    assert edition.id == "wexbridge-all-card-a6-sheet"
    assert edition.audience == ALL_AUDIENCES
    sheet = made(edition)
    assert sheet.diagnostics == ()
    words = " ".join(texts(sheet.files[edition.path]))
    for audience in library().audiences.values():
        assert audience.name in words
    with pikepdf.open(BytesIO(sheet.files[edition.path])) as pdf:
        assert len(pdf.pages) == 5


def test_colour_runs_on_into_the_bleed() -> None:
    """A pixel just outside the trim of the head is as coloured as one inside."""
    edition = Edition("wexbridge", "hosts", "card", "sheet", "a6")
    pdf = made(edition).files[edition.path]
    plan = SheetFinisher(library(), edition, library().printing.printers["office-a4"]).spec.plan
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil()
    dots = picture.width / plan.width
    for place in plan.fronts:
        inside = (int((place.x + 1) * dots), int((place.y + 2) * dots))
        outside = (int((place.x - 1) * dots), int((place.y - 1) * dots))
        assert picture.getpixel(outside) == picture.getpixel(inside) != (255, 255, 255)


def test_a_card_that_no_sheet_can_hold_is_refused_before_it_is_set() -> None:
    edges = dict.fromkeys(("top", "right", "bottom", "left"), "30mm")
    small = Printer.model_validate({"title": "Till", "margins": edges})
    with pytest.raises(FinishFaultError, match="a card of A5 needs 162 x 224 mm"):
        SheetFinisher(library(), SHEET, small)


def test_printers_come_with_the_layouts() -> None:
    assert {"office-a4", "press-sra3"} <= set(library().printing.printers)
