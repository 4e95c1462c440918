"""A print file: its boxes, marks and papers; and its preflight, which finds each thing broken."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from briefpress.impose import print_faults, to_print
from briefpress.impose.density import densities
from briefpress.units import mm_to_pt
from tests.pages.support import engine, library
from tests.unit.impose.prints import order, page_of, picture, saved

PLAIN = "0.06 0.3 0.36 rg 0 0 200 100 re f"


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def mm(box: Any) -> list[float]:  # noqa: ANN401 - pikepdf's own objects
    return [round(float(side) / mm_to_pt(1), 2) for side in box]


def test_boxes_stand_round_the_trim() -> None:
    pdf = opened(to_print(saved(page_of(PLAIN)), order(bleed="3mm")))
    page = pdf.pages[0]
    assert mm(page.TrimBox) == [0, 0, 60, 40]
    assert mm(page.BleedBox) == [-3, -3, 63, 43]
    assert mm(page.MediaBox) == [-9, -9, 69, 49]


def test_without_marks_the_paper_ends_with_the_bleed() -> None:
    pdf = opened(to_print(saved(page_of(PLAIN)), order(bleed="2mm", marks="no")))
    page = pdf.pages[0]
    assert mm(page.MediaBox) == mm(page.BleedBox) == [-2, -2, 62, 42]
    assert b"Registration" not in page.Contents.read_bytes()


def test_marks_are_on_every_plate_and_outside_the_bleed() -> None:
    pdf = opened(to_print(saved(page_of(PLAIN)), order()))
    page = pdf.pages[0]
    assert str(page.Resources.ColorSpace["/Registration"][1]) == "/All"
    steps = [s for s in pikepdf.parse_content_stream(page, "m l") if len(s.operands) == 2]
    spots = [mm(step.operands) for step in steps]
    assert len(spots) == 16
    for x, y in spots:
        assert x <= -4 or x >= 64 or y <= -4 or y >= 44
    assert {x for x, y in spots if y <= -4 or y >= 44} == {0, 60}


def test_its_papers_say_what_it_is() -> None:
    pdf = opened(to_print(saved(page_of(PLAIN)), order()))
    intent = pdf.Root.OutputIntents[0]
    assert str(intent.S) == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert intent.DestOutputProfile.N == 4
    packet = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in packet
    assert "Cards &amp; more" in packet
    assert str(pdf.docinfo["/Trapped"]) == "/False"
    assert pdf.pdf_version == "1.6"


def test_the_same_file_every_time() -> None:
    data = saved(page_of(PLAIN))
    assert to_print(data, order()) == to_print(data, order())


def broken(change: Callable[[pikepdf.Pdf], object]) -> list[str]:
    """The codes that a print file gives after a change."""
    before = saved(page_of(PLAIN))
    pdf = opened(to_print(before, order()))
    change(pdf)
    return [code for code, _ in print_faults(before, saved(pdf), order())]


def write(text: str) -> Callable[[pikepdf.Pdf], object]:
    return lambda pdf: pdf.pages[0].contents_add(pdf.make_stream(text.encode()))


def box(key: str, *sides: float) -> Callable[[pikepdf.Pdf], object]:
    return lambda pdf: pdf.pages[0].obj.__setitem__(key, pikepdf.Array([*sides]))


def drop(key: str) -> Callable[[pikepdf.Pdf], object]:
    return lambda pdf: pdf.Root.__delitem__(key)


def add_picture(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources["/XObject"] = pikepdf.Dictionary({"/I": picture(pdf, (1, 2, 3))})


def add_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link)])


def test_a_whole_file_has_no_fault() -> None:
    assert broken(lambda pdf: None) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (write("1 0 0 rg"), "PRINT-COLOUR"),
        (write("1 0 0 RG"), "PRINT-COLOUR"),
        (write("/DeviceRGB cs"), "PRINT-COLOUR"),
        (add_picture, "PRINT-COLOUR"),
        (write("1 1 1 0.5 k"), "PRINT-INKS"),
        (box("/TrimBox", 0, 0, 100, 100), "PRINT-BOX"),
        (box("/BleedBox", 0, 0, 170, 113), "PRINT-BOX"),
        (box("/MediaBox", 0, 0, 300, 300), "PRINT-BOX"),
        (drop("/OutputIntents"), "PRINT-INTENT"),
        (drop("/Metadata"), "PRINT-INTENT"),
        (add_link, "PRINT-INTENT"),
    ],
)
def test_each_thing_that_is_broken_is_found(
    change: Callable[[pikepdf.Pdf], object], code: str
) -> None:
    assert code in broken(change)


def add_gradient(pdf: pikepdf.Pdf) -> None:
    ramp = pikepdf.Dictionary(FunctionType=2, Domain=pikepdf.Array([0, 1]), N=1)
    ramp.C0, ramp.C1 = pikepdf.Array([1, 1, 1, 1]), pikepdf.Array([0, 0, 0, 0])
    pdf.Root.Ramp = pdf.make_indirect(ramp)


def test_a_gradient_has_no_more_ink_than_a_colour() -> None:
    assert broken(add_gradient) == ["PRINT-INKS"]


def placed(pixels_to_the_inch: float) -> bytes:
    """A page with a picture of 4 x 4 pixels, so large that it has so many to the inch."""
    side = 4 / pixels_to_the_inch * 72
    pdf = page_of(f"q 2 0 0 2 0 0 cm q {side / 2} 0 0 {side / 2} 5 5 cm /I Do Q Q")
    pdf.pages[0].Resources["/XObject"] = pikepdf.Dictionary({"/I": picture(pdf, (9, 99, 9))})
    return saved(pdf)


def test_a_picture_of_few_pixels_is_told() -> None:
    shop = order(resolution="300")
    fine, coarse = (
        list(print_faults(placed(density), to_print(placed(density), shop), shop))
        for density in (299.5, 250)
    )
    assert fine == []
    said = "page 1: a picture has 250 pixels to the inch; the shop asks for 300"
    assert coarse == [("PRINT-COARSE", said)]


def test_a_picture_in_a_pattern_or_a_form_is_measured_where_it_is_printed() -> None:
    for kind in ("form", "pattern"):
        pdf = page_of("q 3 0 0 3 0 0 cm /F Do Q" if kind == "form" else "/P cs /F scn 0 0 9 9 re f")
        tile = pdf.make_stream(b"q 8 0 0 8 0 0 cm /I Do Q")
        tile.Matrix = pikepdf.Array([2, 0, 0, 2, 0, 0] if kind == "form" else [6, 0, 0, 6, 0, 0])
        tile.Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary({"/I": picture(pdf, (9, 99, 9))})
        )
        tile.PatternType, tile.Subtype = 1, pikepdf.Name.Form
        key = "/XObject" if kind == "form" else "/Pattern"
        pdf.pages[0].Resources[key] = pikepdf.Dictionary({"/F": pdf.make_indirect(tile)})
        assert list(densities(pdf.pages[0])) == pytest.approx([4 / 48 * 72])


@pytest.fixture(scope="module")
def finished() -> bytes:
    """A card of the specimen with its bleed."""
    from briefpress.compose import compose  # noqa: PLC0415
    from briefpress.model.edition import Edition  # noqa: PLC0415
    from briefpress.selection import select  # noqa: PLC0415

    manuscript = select(library(), Edition("wexbridge", "hosts", "card", "print"))
    return engine().render(compose(manuscript, library(), bleed=3.0)).pdf


@pytest.mark.parametrize("outlines", ["no", "yes"])
def test_a_card_keeps_its_words_and_has_no_light(finished: bytes, outlines: str) -> None:
    ordered = order(outlines=outlines)
    made = to_print(finished, ordered)
    assert list(print_faults(finished, made, ordered)) == []
    fonts = [page.Resources.get("/Font") for page in opened(made).pages]
    assert all(font is None for font in fonts) == (outlines == "yes")


def test_outlined_letters_stand_where_the_letters_stood(finished: bytes) -> None:
    """Drawn as text or as shapes, no more than the edges of letters differ."""
    import pypdfium2  # noqa: PLC0415
    from PIL import ImageChops, ImageStat  # noqa: PLC0415

    files = [to_print(finished, order(outlines=choice)) for choice in ("no", "yes")]
    for number in (0, 1):
        text, shapes = (
            pypdfium2.PdfDocument(file)[number].render(scale=3).to_pil().convert("L")
            for file in files
        )
        apart = ImageChops.difference(text, shapes)
        assert ImageStat.Stat(apart).mean[0] < 0.6
        assert ImageStat.Stat(apart.resize((40, 56))).extrema[0][1] < 24


@pytest.mark.parametrize("outlines", ["no", "yes"])
def test_a_lost_letter_is_found(finished: bytes, outlines: str) -> None:
    ordered = order(outlines=outlines)
    pdf = opened(to_print(finished, ordered))
    page = pdf.pages[1]
    page.contents_coalesce()
    operator = b" Do" if outlines == "yes" else b" TJ"
    head, _, tail = page.Contents.read_bytes().partition(operator)
    page.Contents = pdf.make_stream(head.rpartition(b"\n")[0] + b"\n" + tail)
    codes = {code for code, _ in print_faults(finished, saved(pdf), ordered)}
    assert codes == {"PRINT-WORDS"}
