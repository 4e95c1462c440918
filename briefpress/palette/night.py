"""The palette by night: a brand's colours for readers whose screen is dark."""

from dataclasses import replace
from functools import lru_cache

from coloraide import Color

from briefpress.palette.contrast import GRAPHIC_CONTRAST, HIGH_CONTRAST
from briefpress.palette.shades import lightened
from briefpress.palette.tokens import Palette

NIGHT_PAPER = "#12191d"
NIGHT_INK = "#e9eff1"
NIGHT_QUIET = "#abb9c0"
NIGHT_CONTRAST = HIGH_CONTRAST
"""Light letters on dark look dimmer than the 4.5:1 that would be enough."""

_TINT_LIGHTNESS = 0.27
_TINT_CHROMA = 0.03
_MUTED_LIGHTNESS = 0.6
_MUTED_CHROMA = 0.55


@lru_cache(maxsize=256)
def night_of(palette: Palette) -> Palette:
    """The same tokens on dark paper. Fields of the brand's own colours stay as they are."""
    tint = _tinted(palette.primary)
    sheets = (NIGHT_PAPER, tint)
    return replace(
        palette,
        text=lightened(palette.primary, sheets, NIGHT_CONTRAST),
        tint=tint,
        mid=lightened(_muted(palette.primary), sheets, GRAPHIC_CONTRAST),
        ink=NIGHT_INK,
        quiet=NIGHT_QUIET,
        paper=NIGHT_PAPER,
    )


def _tinted(color: str) -> str:
    """The paper with a breath of the brand's hue, a little lighter."""
    shade = Color(color).convert("oklch")
    return _shaded(shade, _TINT_LIGHTNESS, min(shade["chroma"], _TINT_CHROMA))


def _muted(color: str) -> str:
    """For the bars that a chart does not speak of."""
    shade = Color(color).convert("oklch")
    lightness = min(shade["lightness"], _MUTED_LIGHTNESS)
    return _shaded(shade, lightness, shade["chroma"] * _MUTED_CHROMA)


def _shaded(shade: Color, lightness: float, chroma: float) -> str:
    shade["lightness"], shade["chroma"] = lightness, chroma
    return str(shade.convert("srgb").fit().to_string(hex=True))
