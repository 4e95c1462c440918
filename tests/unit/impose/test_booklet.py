"""A booklet: the order of its pages, and how they lie when it is folded."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from briefpress.impose.booklet import fold, spreads
from briefpress.model.printing import Printer
from briefpress.units import mm_to_pt


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (4, ((3, 0), (1, 2))),
        (8, ((7, 0), (1, 6), (5, 2), (3, 4))),
        (6, ((5, 0), (1, None), (None, 2), (3, 4))),
        (5, ((4, 0), (1, None), (None, 2), (3, None))),
        (1, ((0, None), (None, None))),
        (0, ()),
    ],
)
def test_the_order_of_pages(pages: int, sides: tuple[tuple[int | None, int | None], ...]) -> None:
    assert spreads(pages) == sides


@pytest.mark.parametrize("pages", range(1, 30))
def test_folded_and_read_the_pages_are_in_order(pages: int) -> None:
    """A leaf is the right of a front and the left of its back; later ones the other way round."""
    leaves = list(zip(spreads(pages)[::2], spreads(pages)[1::2], strict=True))
    first_half = [page for front, back in leaves for page in (front[1], back[0])]
    second_half = [page for front, back in leaves[::-1] for page in (back[1], front[0])]
    read = first_half + second_half
    assert [page for page in read if page is not None] == list(range(pages))
    assert read[-1] == pages - 1 or pages == 1


def booklet(binding: str, paper: str = "a3") -> pikepdf.Pdf:
    pdf = pikepdf.new()
    for grey in (0.1, 0.3, 0.5, 0.7):
        page = pdf.add_blank_page(page_size=(mm_to_pt(210), mm_to_pt(297)))
        # A bar at the top: so one sees which way is up.
        bar = f"{grey} g 0 {mm_to_pt(277)} {mm_to_pt(210)} {mm_to_pt(20)} re f"
        page.Contents = pdf.make_stream(bar.encode())
    out = BytesIO()
    pdf.save(out)
    return folded(out.getvalue(), {"paper": paper, "binding": binding})


def folded(pdf: bytes, printer: dict[str, object]) -> pikepdf.Pdf:
    maker = Printer.model_validate({"title": "a", **printer})
    return pikepdf.open(BytesIO(fold(pdf, maker, "Booklet", "en-GB")))


def greys(pdf: pikepdf.Pdf, number: int) -> dict[str, int]:
    """The grey at the top and the foot of each half of a side."""
    out = BytesIO()
    pdf.save(out)
    picture = pypdfium2.PdfDocument(out.getvalue())[number].render(scale=0.5).to_pil().convert("L")
    width, height = picture.size
    spots = {"left top": (0.25, 0.03), "right top": (0.75, 0.03), "left foot": (0.25, 0.97)}
    found = {}
    for name, (x, y) in spots.items():
        value = picture.getpixel((int(width * x), int(height * y)))
        assert isinstance(value, int)
        found[name] = round(value / 25.5)
    return found


def test_sheets_that_are_turned_over_their_short_edge_are_upright_on_both_sides() -> None:
    pdf = booklet("short-edge")
    assert greys(pdf, 0) == {"left top": 7, "right top": 1, "left foot": 10}
    assert greys(pdf, 1) == {"left top": 3, "right top": 5, "left foot": 10}


def test_backs_of_sheets_that_are_turned_over_their_long_edge_stand_on_their_head() -> None:
    pdf = booklet("long-edge")
    assert greys(pdf, 0)["right top"] == 1
    assert greys(pdf, 1) == {"left top": 10, "right top": 10, "left foot": 5}


def scales(pdf: pikepdf.Pdf) -> list[float]:
    return [
        float(step.operands[0])
        for step in pikepdf.parse_content_stream(pdf.pages[0], "cm")
        if len(step.operands) == 6
    ]


@pytest.mark.parametrize(("paper", "scale"), [("a3", 1.0), ("a4", 0.7071), ("sra3", 1.0)])
def test_pages_are_as_large_as_the_paper_allows_and_as_they_were_set(
    paper: str, scale: float
) -> None:
    assert scales(booklet("short-edge", paper)) == pytest.approx([scale, scale], abs=1e-3)


@pytest.mark.parametrize(("edge", "smaller"), [(4, False), (7, True), (12, True)])
def test_words_stay_on_what_the_printer_reaches(edge: float, smaller: bool) -> None:  # noqa: FBT001
    """On A4 words that stand 8 mm inside a page of A4 are 5.7 mm from the edge."""
    from briefpress.render import Engine  # noqa: PLC0415
    from tests.unit.render.support import document  # noqa: PLC0415

    style = "@page { size: 210mm 297mm; margin: 8mm }"
    pdf = Engine().render(document("<p>" + "word " * 200 + "</p>", style)).pdf
    margins = dict.fromkeys(("top", "right", "bottom", "left"), f"{edge}mm")
    made = folded(pdf, {"paper": "a4", "binding": "short-edge", "margins": margins})
    assert (scales(made)[0] < 0.707) is smaller
    out = BytesIO()
    made.save(out)
    page = pypdfium2.PdfDocument(out.getvalue())[0]
    text = page.get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    nearest = min(min(b[1], page.get_width() - b[2], page.get_height() - b[3]) for b in boxes)
    assert nearest >= mm_to_pt(edge) - 0.1
