"""Palette: whatever the brand's colours, what is printed in them can be read."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefpress.compose.palette import (
    EMERGENCY,
    GRAPHIC_CONTRAST,
    INK,
    PAPER,
    QUIET,
    TEXT_CONTRAST,
    Palette,
    contrast,
    darkened,
    ink_on,
    palette_of,
)
from briefpress.model.brand import Brand
from briefpress.model.colors import Color
from tests.unit.compose.support import specimen_library

BRAND = specimen_library().brands["wexbridge"].data
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
HARD = ("#ffffff", "#000000", "#fffbd0", "#ffff00", "#808080", "#767676", "#757575", "#0000ff")


def brand(primary: str, secondary: str = "") -> Brand:
    return BRAND.model_copy(update={"color": Color(primary=primary, secondary=secondary)})


def check(palette: Palette, primary: str) -> None:
    assert palette.primary == primary
    assert contrast(palette.text, palette.paper) >= TEXT_CONTRAST
    assert contrast(palette.text, palette.tint) >= TEXT_CONTRAST
    assert contrast(palette.ink, palette.tint) >= TEXT_CONTRAST
    assert contrast(palette.quiet, palette.tint) >= TEXT_CONTRAST
    assert contrast(palette.on_primary, palette.primary) >= TEXT_CONTRAST
    assert contrast(palette.on_accent, palette.accent) >= TEXT_CONTRAST
    assert contrast(palette.mid, palette.paper) >= GRAPHIC_CONTRAST


@settings(max_examples=150, deadline=None)
@given(primary=COLOURS, secondary=st.one_of(st.just(""), COLOURS))
@example(primary="#777777", secondary="#7f7f7f")
def test_every_pair_that_layouts_use_is_legible(primary: str, secondary: str) -> None:
    palette = palette_of(brand(primary, secondary))
    check(palette, primary)
    assert palette.accent == (secondary or primary)
    assert palette == palette_of(brand(primary, secondary))


@pytest.mark.parametrize("primary", HARD)
def test_hard_colours(primary: str) -> None:
    check(palette_of(brand(primary)), primary)


@pytest.mark.parametrize("level", range(0, 256, 5))
def test_every_grey_has_a_legible_ink(level: int) -> None:
    ground = "#" + f"{level:02x}" * 3
    assert contrast(ink_on(ground), ground) >= TEXT_CONTRAST


def test_ink_is_white_where_white_can_be_read() -> None:
    assert ink_on("#1d4f68") == PAPER
    assert ink_on("#ffdd00") == INK


def test_a_colour_that_is_legible_stays() -> None:
    assert darkened("#1d4f68", (PAPER,), TEXT_CONTRAST) == "#1d4f68"


def test_darkening_ends_at_black() -> None:
    assert darkened("#888888", ("#000000", "#555555"), TEXT_CONTRAST) == "#000000"


def test_names_of_the_palette_are_followed() -> None:
    color = Color(palette={"sea": "#0b5c7a"}, primary="sea")
    assert palette_of(BRAND.model_copy(update={"color": color})).primary == "#0b5c7a"


def test_css_has_each_colour_by_name() -> None:
    css = palette_of(brand("#0b5c7a", "#ffb000")).css()
    rows = dict(re.findall(r"--brand-([a-z-]+):(#[0-9a-f]{6})", css))
    assert rows["primary"] == "#0b5c7a"
    assert rows["accent"] == "#ffb000"
    assert rows["on-accent"] == INK
    assert (rows["paper"], rows["quiet"], rows["emergency"]) == (PAPER, QUIET, EMERGENCY)
    assert css.startswith(":root{")
    assert css.endswith("}")
