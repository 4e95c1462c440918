"""Colours of invented boards: all round the circle, from nearly white to nearly black."""

from collections.abc import Mapping
from dataclasses import dataclass

from coloraide import Color

GOLDEN = 137.508
"""Degrees. Steps of the golden angle meet every part of a circle early, and none twice."""
KINDS = (
    (0.32, 0.09),
    (0.48, 0.13),
    (0.60, 0.17),
    (0.90, 0.10),
    (0.22, 0.05),
    (0.45, 0.02),
    (0.78, 0.13),
)
"""Lightness and chroma (OKLCH): deep, full, strong, pale, very dark, grey, light."""
LIGHT = 0.66
"""From this lightness on a field is a light one, and its accent is dark."""
HUES = ("rose", "brick", "amber", "olive", "leaf", "jade", "teal", "sky", "sea", "iris", "plum")
ONE_COLOUR = 5
"""Every so many boards, one has a single colour."""
PAPER = "#ffffff"
SEEN = 3.0
"""WCAG 2.2, 1.4.11: a shape against its ground."""
_STEP = 0.01


@dataclass(frozen=True)
class Scheme:
    """The colours of one board, `#rrggbb`; an empty accent where it has one colour alone."""

    name: str
    primary: str
    accent: str
    shape: str
    """What its logo is drawn with on white: the primary, darkened until it can be seen."""

    def data(self) -> Mapping[str, object]:
        """As `color` of brand.yaml."""
        if not self.accent:
            return {"primary": self.primary, "secondary": ""}
        palette = {self.name: self.primary, "accent": self.accent}
        return {"palette": palette, "primary": self.name, "secondary": "accent"}


def scheme_of(number: int) -> Scheme:
    """The colours of the board of this number."""
    hue = number * GOLDEN % 360
    lightness, chroma = KINDS[number % len(KINDS)]
    turn = 150 + 60 * (number % 3) / 2
    accent = (0.45, 0.13) if lightness >= LIGHT else (0.80, 0.15)
    primary = _hex(lightness, chroma, hue)
    return Scheme(
        name=HUES[int(hue * len(HUES) / 360)],
        primary=primary,
        accent="" if number % ONE_COLOUR == ONE_COLOUR - 1 else _hex(*accent, (hue + turn) % 360),
        shape=_seen(lightness, chroma, hue),
    )


def _seen(lightness: float, chroma: float, hue: float) -> str:
    while Color(_hex(lightness, chroma, hue)).contrast(PAPER, method="wcag21") < SEEN:
        lightness -= _STEP
    return _hex(lightness, chroma, hue)


def _hex(lightness: float, chroma: float, hue: float) -> str:
    color = Color("oklch", [lightness, chroma, hue])
    return str(color.convert("srgb").fit(method="oklch-chroma").to_string(hex=True))
