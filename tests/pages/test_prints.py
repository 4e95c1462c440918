"""Print files of the specimen: made by the press, for the shop that was asked for."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from briefpress.finish import Makers
from briefpress.made import Made, Manner
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.press import Press
from briefpress.selection import Wanted, editions_of
from tests.pages.support import library

SMALL = Edition("wexbridge", "hosts", "card", "print", "a6")
GROUND = """
.side::before {{
  content: ""; position: absolute; z-index: -1; left: {start}; top: {start};
  width: calc(var(--trim-width) - 2 * {start}); height: calc(var(--trim-height) - 2 * {start});
  background: {paint};
}}
#messages, #routes, .foot {{ background: var(--brand-paper) }}
"""
PAST_THE_TRIM, TO_THE_TRIM = "calc(-1 * var(--bleed))", "0mm"
PHOTO = "url(sea.jpg) center / cover no-repeat"


def made(edition: Edition, shop: str = "coated") -> Made:
    return Press(library(), Manner(makers=Makers(shop=shop))).make(edition)


@cache
def photograph(width: int = 1320, height: int = 1830) -> bytes:
    """A picture of many colours, dark ones among them: at 111 x 154 mm 300 pixels to the inch."""
    ramp = Image.linear_gradient("L")
    bands = (ramp, ramp.rotate(90), ramp.rotate(180))
    out = BytesIO()
    Image.merge("RGB", bands).resize((width, height)).save(out, "JPEG", quality=85)
    return out.getvalue()


def on_ground(paint: str, start: str) -> Library:
    """The specimen, its cards with a ground over the whole side."""
    layout = library().layouts["card"]
    css = layout.texts["card/card.css"] + GROUND.format(paint=paint, start=start)
    pictures = {"card/sea.jpg": photograph()}
    changed = replace(layout, texts={**layout.texts, "card/card.css": css}, pictures=pictures)
    return replace(library(), layouts={**library().layouts, "card": changed})


def pressed(paint: str, start: str, shop: str = "coated") -> Made:
    return Press(on_ground(paint, start), Manner(makers=Makers(shop=shop))).make(SMALL)


@pytest.mark.parametrize("layout", ["card", "briefing"])
def test_an_edition_for_a_print_shop(layout: str) -> None:
    edition = Edition("wexbridge", "fixers", layout, "print")
    printed = made(edition)
    assert printed.diagnostics == ()
    assert printed.entry is not None
    assert printed.entry.path.endswith(f"{layout}-print.pdf")
    with pikepdf.open(BytesIO(printed.files[edition.path])) as pdf:
        assert len(pdf.pages) == printed.entry.pages
        assert "/Font" in pdf.pages[0].Resources


def test_a_shop_that_wants_no_fonts_gets_none() -> None:
    edition = Edition("wexbridge", "hosts", "card", "print")
    printed = made(edition, "plastic-card")
    assert printed.diagnostics == ()
    with pikepdf.open(BytesIO(printed.files[edition.path])) as pdf:
        assert all("/Font" not in page.Resources for page in pdf.pages)


def test_a_shop_that_nobody_knows_is_told() -> None:
    wanted = Wanted(("wexbridge",), ("hosts",), ("card",), ("print",), shop="coatd")
    editions, (unknown,) = editions_of(library(), wanted)
    assert len(editions) == 1
    assert unknown.message == "unknown print profile 'coatd'"
    assert unknown.hint == "did you mean 'coated'?"


@pytest.mark.parametrize(("shop", "limit"), [("coated", 300), ("plastic-card", 250)])
def test_a_photograph_over_the_whole_card_is_in_inks_and_past_the_trim(
    shop: str, limit: int
) -> None:
    printed = pressed(PHOTO, PAST_THE_TRIM, shop)
    assert printed.diagnostics == ()
    data = printed.files[SMALL.path]
    with pikepdf.open(BytesIO(data)) as pdf:
        pictures = [item for item in pdf.objects if is_picture(item)]
        spaces = {str(picture.ColorSpace) for picture in pictures}
        (photo,) = (picture for picture in pictures if int(picture.Width) == 1320)
        pixels = np.frombuffer(photo.read_bytes(), np.uint8).reshape(-1, 4)
        slug = float(pdf.pages[0].BleedBox[0] - pdf.pages[0].MediaBox[0])
    assert spaces == {"/DeviceCMYK"}
    inks = pixels.sum(axis=1, dtype=np.uint16).max() / 255 * 100
    assert 150 < inks <= limit + 0.6
    seen = pypdfium2.PdfDocument(data)[0].render(scale=2).to_numpy()
    edge = round(2 * slug) + 2
    for line in (seen[edge], seen[-edge], seen[:, edge], seen[:, -edge]):
        assert (line[edge:-edge].min(axis=1) < 240).all()


def is_picture(item: object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"


def test_a_photograph_that_ends_at_the_trim_is_refused() -> None:
    printed = pressed(PHOTO, TO_THE_TRIM)
    assert printed.files == {}
    assert {found.code for found in printed.diagnostics} == {"PRINT-BLEED"}


@pytest.mark.parametrize(
    "paint", ["linear-gradient(30deg, #0f4c5c, #e36414 40%, #fb8b24)", "radial-gradient(red, #012)"]
)
def test_a_gradient_over_the_whole_card_is_in_inks(paint: str) -> None:
    printed = pressed(paint, PAST_THE_TRIM)
    assert printed.diagnostics == ()
    with pikepdf.open(BytesIO(printed.files[SMALL.path])) as pdf:
        shades = [item for item in pdf.objects if is_shade(item)]
        assert {str(shade.ColorSpace) for shade in shades} == {"/DeviceCMYK"}


def is_shade(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/ShadingType" in item


def test_a_photograph_with_too_few_pixels_for_the_shop_is_told() -> None:
    small = replace(on_ground(PHOTO, PAST_THE_TRIM).layouts["card"])
    coarse = replace(small, pictures={"card/sea.jpg": photograph(800, 1110)})
    held = replace(library(), layouts={**library().layouts, "card": coarse})
    printed = Press(held, Manner()).make(SMALL)
    told = {found.message for found in printed.diagnostics}
    assert told == {
        f"page {page}: a picture has 183 pixels to the inch; the shop asks for 300"
        for page in (1, 2)
    }
    assert printed.entry is not None
