"""Shades: a colour made darker or lighter in OKLCH, only as far as it takes to be read."""

from collections.abc import Callable
from functools import lru_cache

from coloraide import Color

from briefpress.palette.contrast import GREY_CONTRAST, contrast, grey_contrast

PAPER = "#ffffff"
INK = "#16262e"
BLACK = "#000000"

_STEPS = 100
"""From black to white. A hundredth of OKLCH lightness is about what the eye can tell apart."""
_TINT_LIGHTNESS = 0.955
_TINT_CHROMA = 0.018
_MUTED_LIGHTNESS = 0.6
_MUTED_CHROMA = 0.55


def is_legible(ink: str, ground: str, least: float) -> bool:
    """Whether the ink has that contrast on a screen, and what greys ask for in a print."""
    return contrast(ink, ground) >= least and grey_contrast(ink, ground) >= GREY_CONTRAST


def ink_on(ground: str, least: float) -> str:
    """White where it is legible on the ground; if not, ink, on middling grounds darkened.

    At 4.5:1 black is always legible on a screen where white is not.
    """
    return PAPER if is_legible(PAPER, ground, least) else darkened(INK, (ground,), least)


@lru_cache(None)
def darkened(color: str, grounds: tuple[str, ...], least: float) -> str:
    """The colour, darkened only as far as `least` asks on every ground, or to black."""
    return _moved(color, grounds, least, -1)


@lru_cache(None)
def lightened(color: str, grounds: tuple[str, ...], least: float) -> str:
    """The colour, lightened only as far as `least` asks on every ground, or to white."""
    return _moved(color, grounds, least, 1)


def nearest(color: str, passes: Callable[[str], bool]) -> str | None:
    """The shade nearest to the colour, darker or lighter, that passes; None if there is none."""
    lightness = Color(color).convert("oklch")["lightness"]
    for step in range(1, _STEPS + 1):
        for way in (-1, 1):
            if 0 <= round(lightness * _STEPS) + way * step <= _STEPS:
                shade = _shade(color, way * step)
                if passes(shade):
                    return shade
    return None


def tinted(color: str) -> str:
    """A very light shade of the colour, for panels."""
    shade = Color(color).convert("oklch")
    shade["lightness"] = _TINT_LIGHTNESS
    shade["chroma"] = min(shade["chroma"], _TINT_CHROMA)
    return _hex(shade)


def muted(color: str) -> str:
    """Lighter than the colour, of the same hue, for the bars that a chart does not speak of."""
    shade = Color(color).convert("oklch")
    shade["lightness"] = max(shade["lightness"], _MUTED_LIGHTNESS)
    shade["chroma"] *= _MUTED_CHROMA
    return _hex(shade)


def _moved(color: str, grounds: tuple[str, ...], least: float, way: int) -> str:
    """The first of the shades on the way that is legible; they grow more so from step to step."""

    def passes(shade: str) -> bool:
        return all(is_legible(shade, ground, least) for ground in grounds)

    if passes(color):
        return color
    low, high = 0, _STEPS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if passes(_shade(color, way * middle)) else (middle, high)
    return _shade(color, way * high)


def _shade(color: str, steps: int) -> str:
    """The colour so many hundredths lighter (or, below 0, darker)."""
    shade = Color(color).convert("oklch")
    shade["lightness"] = min(1.0, max(0.0, shade["lightness"] + steps / _STEPS))
    return _hex(shade)


def _hex(shade: Color) -> str:
    return str(shade.convert("srgb").fit().to_string(hex=True))
