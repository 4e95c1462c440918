"""A finished sheet, measured in the PDF: where cards and marks are, front against back."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from briefpress.impose import Letters, SheetSpec, impose, plan_sheet
from briefpress.impose.marks import corners, crop_marks, opening
from briefpress.impose.plan import Place
from briefpress.model.printing import Binding, Cutting, Drift, Margins, Printer
from briefpress.units import mm_to_pt
from tests.unit.compose.support import specimen_library

SIZES = specimen_library().sizes
FONT = Path(__file__).parents[3] / "layouts/_shared/fonts/AtkinsonHyperlegibleNext_400Regular.ttf"
LETTERS = Letters(FONT.read_bytes())
DOTS = 16
"""Pixels for a millimetre."""
TOLERANCE = 0.1
"""mm."""
RED, BLUE, BLACK = (255, 0, 0), (0, 0, 255), (0, 0, 0)


def card(size: str, bleed: float, *colours: str) -> bytes:
    """A card of two sides, each one colour to the bleed, with a black square at its top left."""
    pdf = pikepdf.new()
    edge, square = mm_to_pt(bleed), mm_to_pt(5)
    width = mm_to_pt(SIZES[size].trim.width) + 2 * edge
    height = mm_to_pt(SIZES[size].trim.height) + 2 * edge
    for colour in colours:
        page = pdf.add_blank_page(page_size=(width, height))
        page.trimbox = pikepdf.Array([edge, edge, width - edge, height - edge])
        field = f"{colour} rg 0 0 {width} {height} re f"
        corner = f"0 g {edge} {height - edge - square} {square} {square} re f"
        page.Contents = pdf.make_stream(f"{field} {corner}".encode())
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def sheet_of(
    size: str, *, binding: str = "long-edge", drift: Drift | None = None, cards: int = 1
) -> tuple[SheetSpec, bytes]:
    office = Printer(
        title="Office",
        margins=Margins(top=5, right=5, bottom=5, left=5),
        binding=Binding(binding),
        drift=drift or Drift(),
        cutting=Cutting(openings=False),
    )
    plan = plan_sheet(SIZES[size], office)
    spec = SheetSpec(plan, SIZES[size], office.cutting, "Cards", "Print at 100 %.", "en-GB")
    return spec, impose([card(size, 3, "1 0 0", "0 0 1")] * cards, spec, LETTERS)


def pages(pdf: bytes) -> list[Image.Image]:
    opened = pypdfium2.PdfDocument(pdf)
    scale = DOTS / mm_to_pt(1)
    return [page.render(scale=scale).to_pil().convert("RGB") for page in opened]


def where(picture: Image.Image, colour: tuple[int, int, int]) -> Image.Image:
    """White where the picture has this colour, or is nearer to it than to white."""
    flat = Image.new("RGB", picture.size, colour)
    bands = ImageChops.difference(picture, flat).split()
    other = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return other.point(lambda value: 0 if value > 127 else 255)


def extent(mask: Image.Image, place: Place, spec: SheetSpec) -> tuple[float, ...]:
    """The bounding box (mm) of what is white near a place. Pictures are rounded up to a pixel."""
    dots = (mask.width / spec.plan.width, mask.height / spec.plan.height)
    gap = spec.cutting.gutter / 2
    near = (place.x - gap, place.y - gap)
    far = (place.x + spec.plan.card[0] + gap, place.y + spec.plan.card[1] + gap)
    area = tuple(round(side * dots[n % 2]) for n, side in enumerate((*near, *far)))
    box = mask.crop((area[0], area[1], area[2], area[3])).getbbox()
    assert box is not None
    return tuple((area[n % 2] + side) / dots[n % 2] for n, side in enumerate(box))


@pytest.mark.parametrize("drift", [Drift(), Drift(right=1.2, down=-0.7)], ids=["true", "drifting"])
@pytest.mark.parametrize("binding", ["long-edge", "short-edge"])
@pytest.mark.parametrize("size", ["cr80", "a6", "a7"])
def test_cards_stand_where_the_plan_says(size: str, binding: str, drift: Drift) -> None:
    spec, pdf = sheet_of(size, binding=binding, drift=drift)
    plan, bleed = spec.plan, spec.cutting.bleed
    sides = ((RED, plan.fronts, (0.0, 0.0)), (BLUE, plan.backs, plan.shift))
    for picture, (colour, places, (right, down)) in zip(pages(pdf), sides, strict=True):
        mask = where(picture, colour)
        for planned in places:
            place = Place(planned.x + right, planned.y + down)
            far = (place.x + plan.card[0] + bleed, place.y + plan.card[1] + bleed)
            wanted = (place.x - bleed, place.y - bleed, *far)
            found = extent(mask, place, spec)
            assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= TOLERANCE


@pytest.mark.parametrize("binding", ["long-edge", "short-edge"])
@pytest.mark.parametrize("size", ["cr80", "a6"])
def test_a_back_is_upright_when_its_card_is_turned_like_a_page(size: str, binding: str) -> None:
    """The square at the top left of the back is behind the top RIGHT of the front."""
    spec, pdf = sheet_of(size, binding=binding)
    plan = spec.plan
    over_the_side = (plan.width < plan.height) == (binding == "long-edge")
    flip = Image.Transpose.FLIP_LEFT_RIGHT if over_the_side else Image.Transpose.FLIP_TOP_BOTTOM
    through = where(pages(pdf)[1], BLACK).transpose(flip)
    for place in plan.fronts:
        middle = (place.x + plan.card[0] - 2.5, place.y + 2.5)
        assert through.getpixel((round(middle[0] * DOTS), round(middle[1] * DOTS))) == 255


def test_cards_are_dealt_out_in_turn() -> None:
    _, pdf = sheet_of("cr80", cards=2)
    with pikepdf.open(BytesIO(pdf)) as opened:
        content = opened.pages[0].Contents.read_bytes()
        assert sorted(opened.pages[0].Resources.XObject.keys()) == ["/C0", "/C1"]
    dealt = [word for word in content.split() if word.startswith(b"/C")]
    assert dealt == [b"/C0", b"/C1"] * 4 + [b"/C0"]


def test_no_card_is_left_out_however_few_places_there_are() -> None:
    spec, pdf = sheet_of("a6", cards=5)
    with pikepdf.open(BytesIO(pdf)) as opened:
        fronts = [sorted(page.Resources.XObject.keys()) for page in list(opened.pages)[::2]]
    assert len(spec.plan.fronts) == 2
    assert fronts == [["/C0", "/C1"], ["/C2", "/C3"], ["/C0", "/C4"]]
    assert spec.pages(5) == 6


def test_the_same_sheet_every_time() -> None:
    assert sheet_of("a6")[1] == sheet_of("a6")[1]


def test_crop_marks_stand_on_the_trims_and_outside_every_bleed() -> None:
    spec, _ = sheet_of("cr80")
    plan = spec.plan
    marks = list(crop_marks(plan, plan.fronts))
    upright = sorted({mark.x1 for mark in marks if mark.x1 == mark.x2})
    level = sorted({mark.y1 for mark in marks if mark.y1 == mark.y2})
    assert upright == sorted(e for x in plan.columns for e in (x, x + plan.card[0]))
    assert level == sorted(e for y in plan.rows for e in (y, y + plan.card[1]))
    left, top = plan.columns[0] - plan.bleed, plan.rows[0] - plan.bleed
    right = plan.columns[-1] + plan.card[0] + plan.bleed
    bottom = plan.rows[-1] + plan.card[1] + plan.bleed
    for mark in marks:
        beside = max(mark.x1, mark.x2) <= left or min(mark.x1, mark.x2) >= right
        above = max(mark.y1, mark.y2) <= top or min(mark.y1, mark.y2) >= bottom
        assert beside or above


def test_round_corners_touch_both_edges() -> None:
    size = SIZES["cr80"]
    first, _, third, _ = corners(Place(10, 20), size)
    assert [*first.start, *first.end] == [10, 20 + size.corner, 10 + size.corner, 20]
    assert [*third.corner] == [10 + size.trim.width, 20 + size.trim.height]


def test_a_slot_is_at_the_top_of_its_card_even_when_the_card_stands_on_its_head() -> None:
    size = SIZES["lanyard-86"]
    assert size.opening is not None
    upright = list(opening(Place(10, 20), size, size.opening))
    turned = list(opening(Place(10, 20, turned=True), size, size.opening))
    assert min(shape.y1 for shape in upright if hasattr(shape, "y1")) == 24
    assert max(shape.y1 for shape in turned if hasattr(shape, "y1")) == 20 + 85.6 - 4


def test_lettering_is_as_long_as_it_says() -> None:
    line = LETTERS.line("Print at 100 %", 10.0, 20.0, 10.0)
    xs = [x for contour in line.contours for step in contour for x in step[::2]]
    assert min(xs) >= 10
    assert max(xs) <= 10 + LETTERS.width("Print at 100 %", 10.0)
    assert all(b > a for a, b in pairwise(LETTERS.width("m" * n, 10.0) for n in range(4)))
