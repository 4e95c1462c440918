"""Tokens: whatever the brand's colours, what is printed in them can be read."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefpress.model.brand import Brand
from briefpress.model.colors import Color, Contrast
from briefpress.palette import (
    EMERGENCY,
    INK,
    PAIRS,
    PAPER,
    QUIET,
    Palette,
    contrast,
    grey_contrast,
    needs,
    palette_of,
)
from briefpress.palette.contrast import GRAPHIC_CONTRAST, GREY_CONTRAST
from tests.unit.compose.support import specimen_library

BRAND = specimen_library().brands["wexbridge"].data
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
HARD = ("#ffffff", "#000000", "#fffbd0", "#ffff00", "#808080", "#767676", "#757575", "#0000ff")


def brand(primary: str, secondary: str = "", **given: object) -> Brand:
    contrast = given.pop("contrast", Contrast.NORMAL)
    color = Color.model_validate({"primary": primary, "secondary": secondary, **given})
    return BRAND.model_copy(update={"color": color, "contrast": contrast})


def check(palette: Palette, level: Contrast) -> None:
    for pair in PAIRS:
        ink, ground = getattr(palette, pair.ink), getattr(palette, pair.ground)
        assert contrast(ink, ground) >= needs(pair.use, level), pair


@settings(max_examples=150, deadline=None)
@given(primary=COLOURS, secondary=st.one_of(st.just(""), COLOURS))
@example(primary="#777777", secondary="#7f7f7f")
def test_every_pair_that_layouts_use_is_legible(primary: str, secondary: str) -> None:
    palette = palette_of(brand(primary, secondary))
    check(palette, Contrast.NORMAL)
    assert palette.primary == primary
    assert palette == palette_of(brand(primary, secondary))


@settings(max_examples=100, deadline=None)
@given(primary=COLOURS, secondary=st.one_of(st.just(""), COLOURS))
@example(primary="#808080", secondary="#00a000")
def test_high_contrast_is_high_whatever_the_brand(primary: str, secondary: str) -> None:
    check(palette_of(brand(primary, secondary, contrast=Contrast.HIGH)), Contrast.HIGH)


@pytest.mark.parametrize("primary", HARD)
def test_hard_colours(primary: str) -> None:
    check(palette_of(brand(primary)), Contrast.NORMAL)
    check(palette_of(brand(primary, contrast=Contrast.HIGH)), Contrast.HIGH)


@pytest.mark.parametrize("primary", ["#f7e27a", "#0f4c5c", "#7fb2e5", "#ffffff", "#000000"])
def test_one_colour_alone_brings_an_accent_that_stands_out_on_it(primary: str) -> None:
    palette = palette_of(brand(primary))
    assert contrast(palette.accent, palette.primary) >= GRAPHIC_CONTRAST


def test_two_colours_stay_as_they_are() -> None:
    palette = palette_of(brand("#0b5c7a", "#ffb000"))
    assert (palette.primary, palette.accent) == ("#0b5c7a", "#ffb000")


@pytest.mark.parametrize("primary", ["#0f4c5c", "#f7e27a", "#d9773f", "#4b2a63"])
def test_what_is_printed_in_greys_can_be_read(primary: str) -> None:
    palette = palette_of(brand(primary))
    for pair in PAIRS:
        ink, ground = getattr(palette, pair.ink), getattr(palette, pair.ground)
        assert grey_contrast(ink, ground) >= GREY_CONTRAST, pair


def test_names_of_the_palette_are_followed() -> None:
    named = brand("sea", palette={"sea": "ocean", "ocean": "#0b5c7a"}, secondary="primary")
    assert palette_of(named).primary == palette_of(named).accent == "#0b5c7a"


def test_names_that_lead_in_a_circle_end() -> None:
    color = Color(palette={"sea": "ocean", "ocean": "sea"}, primary="sea")
    assert color.followed("sea") == ("sea", "ocean")


def test_tokens_that_a_brand_gives_stay() -> None:
    palette = palette_of(
        brand("#0b5c7a", palette={"night": "#001122"}, tokens={"text": "night", "tint": "#eeeeee"})
    )
    assert (palette.text, palette.tint) == ("#001122", "#eeeeee")


def test_high_contrast_takes_tokens_as_a_beginning() -> None:
    given = {"text": "#4477aa", "on_primary": "#ddddff", "tint": "#cccccc"}
    check(palette_of(brand("#0b5c7a", tokens=given, contrast=Contrast.HIGH)), Contrast.HIGH)


def test_the_foreground_is_the_ink() -> None:
    assert palette_of(brand("#0b5c7a", foreground="#101010")).ink == "#101010"


def test_the_foreground_of_a_dark_screen_is_not() -> None:
    assert palette_of(brand("#0b5c7a", foreground="#f0f0f0", background="#101010")).ink == INK


def test_css_has_each_colour_by_name() -> None:
    css = palette_of(brand("#0b5c7a", "#ffb000")).css()
    rows = dict(re.findall(r"--brand-([a-z-]+):(#[0-9a-f]{6})", css))
    assert rows["primary"] == "#0b5c7a"
    assert rows["accent"] == "#ffb000"
    assert rows["on-accent"] == INK
    assert (rows["paper"], rows["quiet"], rows["emergency"]) == (PAPER, QUIET, EMERGENCY)
    assert css.startswith(":root{")
    assert css.endswith("}")
