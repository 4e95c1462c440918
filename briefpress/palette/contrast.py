"""Contrast: how far two colours are apart, on a screen and in a print that has only greys."""

import re
from functools import lru_cache

from coloraide import Color

TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text against its ground."""
LARGE_CONTRAST = 3.0
"""WCAG 2.2, 1.4.3: text of 18pt, or of 14pt in bold."""
GRAPHIC_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: what a chart draws against its ground."""
SEEN_CONTRAST = 1.6
"""What a logo needs to be made out at all. No standard asks it of logos (WCAG 2.2, 1.4.3); white
on cream has 1.1, a full yellow on white 1.4 (looked at)."""
HIGH_CONTRAST = 7.0
"""WCAG 2.2, 1.4.6 (AAA): text; large text and graphics then take 4.5:1."""
GREY_CONTRAST = 3.0
"""What an office printer leaves of a pair that passes on the screen. No standard asks for it: at
3:1 the text of a page that was printed in greys can still be read at arm's length (looked at)."""
CLEAR = 0.05
"""The stray light in the formula of WCAG 2.2: what black still reflects."""

_HEX = re.compile(r"#[0-9a-f]{6}")
_KEPT = 65536


@lru_cache(_KEPT)
def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#rrggbb`), 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + CLEAR) / (darker + CLEAR)


@lru_cache(_KEPT)
def grey(color: str) -> str:
    """The grey that a printer without colour makes of it: the luma of ITU-R BT.601.

    Saturated colours come out darker than they look, so dark ink on a green field loses most.
    """
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"


def grey_contrast(one: str, other: str) -> float:
    """The contrast ratio that is left of two colours in a print that has only greys."""
    return contrast(grey(one), grey(other))


@lru_cache(_KEPT)
def to_hex(text: str) -> str | None:
    """A colour of CSS Color 4 as `#rrggbb`; None if it is none, or can be seen through.

    The library raises coordinates to a power, and one of 1e308 is more than a number holds.
    """
    if _HEX.fullmatch(text.lower()):
        return text.lower()
    found = Color.match(text, fullmatch=True)
    if found is None or found.color.alpha(nans=False) < 1:
        return None
    try:
        return str(found.color.convert("srgb").fit().to_string(hex=True, alpha=False))
    except OverflowError:
        return None


@lru_cache(_KEPT)
def _luminance(color: str) -> float:
    return float(Color(color).luminance())
