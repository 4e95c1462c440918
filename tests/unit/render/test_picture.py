"""Pictures of pages: small, and the same as the page to the eye."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops

from briefpress.made import Manner
from briefpress.model.edition import Edition
from briefpress.press import Press
from briefpress.render.picture import page_count, picture
from tests.nation import AUDIENCE, BOARDS, library

WIDTH = 240


@pytest.fixture(scope="module")
def card() -> bytes:
    edition = Edition(BOARDS[0], AUDIENCE, "card")
    return Press(library(), Manner()).make(edition).files[edition.path]


def drawn(pdf: bytes, page: int) -> Image.Image:
    sheet = pypdfium2.PdfDocument(pdf)[page]
    image: Image.Image = sheet.render(scale=WIDTH / sheet.get_width()).to_pil()
    return image.convert("RGB")


def test_a_picture_looks_like_the_page(card: bytes) -> None:
    for page in range(page_count(card)):
        shown = Image.open(BytesIO(picture(card, WIDTH, page)))
        assert shown.width == WIDTH
        assert shown.mode == "P"
        difference = ImageChops.difference(shown.convert("RGB"), drawn(card, page))
        assert max(high for _, high in difference.getextrema()) <= 20  # type: ignore[misc] # of three bands


def test_paper_is_white(card: bytes) -> None:
    page = drawn(card, 1)
    shown = Image.open(BytesIO(picture(card, WIDTH, 1))).convert("RGB")
    white = [
        (x, y)
        for x in range(0, page.width, 7)
        for y in range(0, page.height, 7)
        if page.getpixel((x, y)) == (255, 255, 255)
    ]
    assert len(white) > 50
    assert {shown.getpixel(place) for place in white} == {(255, 255, 255)}


def test_a_picture_is_small(card: bytes) -> None:
    assert len(picture(card, WIDTH)) < 16_000
