"""Colours of a brand to the tokens of layouts, and whether they can be read on one another."""

from briefpress.palette.contrast import (
    GRAPHIC_CONTRAST,
    GREY_CONTRAST,
    SEEN_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    grey,
    grey_contrast,
    to_hex,
)
from briefpress.palette.night import NIGHT_INK, NIGHT_PAPER, night_of
from briefpress.palette.pairs import PAIRS, needs
from briefpress.palette.shades import (
    INK,
    PAPER,
    darkened,
    ink_on,
    is_legible,
    lightened,
    nearest,
)
from briefpress.palette.tokens import (
    EMERGENCY,
    QUIET,
    Palette,
    is_for_dark_screens,
    palette_of,
)

__all__ = [
    "EMERGENCY",
    "GRAPHIC_CONTRAST",
    "GREY_CONTRAST",
    "INK",
    "NIGHT_INK",
    "NIGHT_PAPER",
    "PAIRS",
    "PAPER",
    "QUIET",
    "SEEN_CONTRAST",
    "TEXT_CONTRAST",
    "Palette",
    "contrast",
    "darkened",
    "grey",
    "grey_contrast",
    "ink_on",
    "is_for_dark_screens",
    "is_legible",
    "lightened",
    "nearest",
    "needs",
    "night_of",
    "palette_of",
    "to_hex",
]
