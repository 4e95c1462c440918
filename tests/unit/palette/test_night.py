"""The palette by night: whatever the brand's colours, they can be read on dark paper."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.model.colors import Color
from briefpress.palette import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, lightened, palette_of
from briefpress.palette.night import (
    NIGHT_CONTRAST,
    NIGHT_INK,
    NIGHT_PAPER,
    NIGHT_QUIET,
    night_of,
)
from tests.unit.compose.support import specimen_library

BRAND = specimen_library().brands["wexbridge"].data
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@settings(max_examples=100, deadline=None)
@given(primary=COLOURS, secondary=COLOURS)
def test_every_pair_that_pages_use_is_legible_by_night(primary: str, secondary: str) -> None:
    color = Color(primary=primary, secondary=secondary)
    day = palette_of(BRAND.model_copy(update={"color": color}))
    night = night_of(day)
    assert (night.paper, night.ink, night.quiet) == (NIGHT_PAPER, NIGHT_INK, NIGHT_QUIET)
    for ground in (night.paper, night.tint):
        assert contrast(night.text, ground) >= NIGHT_CONTRAST
        assert contrast(night.ink, ground) >= NIGHT_CONTRAST
        assert contrast(night.quiet, ground) >= TEXT_CONTRAST
        assert contrast(night.mid, ground) >= GRAPHIC_CONTRAST
    fields = ("primary", "on_primary", "accent", "on_accent", "emergency")
    assert all(getattr(night, name) == getattr(day, name) for name in fields)


def test_a_colour_that_is_light_enough_stays() -> None:
    assert lightened("#fff3b0", (NIGHT_PAPER,), NIGHT_CONTRAST) == "#fff3b0"


@pytest.mark.parametrize("ground", ["#ffffff", "#dddddd"])
def test_lightening_ends_at_white(ground: str) -> None:
    assert lightened("#888888", (ground,), NIGHT_CONTRAST) == "#ffffff"
