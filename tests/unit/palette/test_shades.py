"""Shades: a colour goes darker or lighter only as far as it must."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.palette import INK, PAPER, contrast, darkened, grey_contrast, ink_on, lightened
from briefpress.palette.contrast import GREY_CONTRAST, TEXT_CONTRAST
from briefpress.palette.shades import nearest

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize("level", range(0, 256, 5))
def test_every_grey_has_a_legible_ink(level: int) -> None:
    ground = "#" + f"{level:02x}" * 3
    assert contrast(ink_on(ground, TEXT_CONTRAST), ground) >= TEXT_CONTRAST


def test_ink_is_white_where_white_can_be_read() -> None:
    assert ink_on("#1d4f68", TEXT_CONTRAST) == PAPER
    assert ink_on("#ffdd00", TEXT_CONTRAST) == INK


def test_a_colour_that_is_legible_stays() -> None:
    assert darkened("#1d4f68", (PAPER,), TEXT_CONTRAST) == "#1d4f68"
    assert lightened("#ffdd00", ("#1d4f68",), TEXT_CONTRAST) == "#ffdd00"


def test_darkening_ends_at_black_and_lightening_at_white() -> None:
    assert darkened("#888888", ("#000000", "#555555"), TEXT_CONTRAST) == "#000000"
    assert lightened("#888888", ("#ffffff",), TEXT_CONTRAST) == "#ffffff"


@settings(max_examples=100, deadline=None)
@given(color=COLOURS)
def test_a_colour_goes_no_further_than_it_must(color: str) -> None:
    shade = darkened(color, (PAPER,), TEXT_CONTRAST)
    assert contrast(shade, PAPER) >= TEXT_CONTRAST
    assert shade == color or contrast(shade, PAPER) < TEXT_CONTRAST + 0.4


def test_ink_goes_to_black_where_greys_need_it() -> None:
    green = "#00a32e"
    assert contrast(INK, green) >= TEXT_CONTRAST
    assert grey_contrast(INK, green) < GREY_CONTRAST
    assert grey_contrast(ink_on(green, TEXT_CONTRAST), green) >= GREY_CONTRAST


def test_the_nearest_shade_may_be_darker_or_lighter() -> None:
    assert nearest("#777777", lambda c: contrast(c, PAPER) >= TEXT_CONTRAST) == "#747474"
    assert nearest("#8a8a8a", lambda c: contrast(c, "#000000") >= 7) == "#969696"


def test_there_may_be_no_shade() -> None:
    assert nearest("#777777", lambda c: contrast(c, "#777777") > 20) is None
