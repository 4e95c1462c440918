"""Tokens: the named colours that layouts use, filled from those of a brand."""

from dataclasses import dataclass, fields

from briefpress.model.brand import Brand
from briefpress.model.colors import Color, Contrast, Use
from briefpress.palette.contrast import GRAPHIC_CONTRAST, contrast
from briefpress.palette.pairs import needs
from briefpress.palette.shades import (
    INK,
    PAPER,
    darkened,
    ink_on,
    is_legible,
    lightened,
    muted,
    nearest,
    tinted,
)

BLACK = "#000000"
QUIET = "#51626b"
EMERGENCY = "#b3261e"
"""The same red whatever the brand (7.0:1 with white): it means danger, not a board."""
HIGH_EMERGENCY = "#a11d16"
"""The same red for a pack of high contrast (8.0:1 with white)."""


@dataclass(frozen=True)
class Palette:
    """The named colours of a brand, each `#rrggbb`. A layout uses no others."""

    primary: str
    on_primary: str
    text: str
    accent: str
    on_accent: str
    tint: str
    mid: str
    ink: str = INK
    quiet: str = QUIET
    paper: str = PAPER
    emergency: str = EMERGENCY

    @property
    def field_is_dark(self) -> bool:
        """Whether the field of the brand's colour is darker than what is written on it."""
        return contrast(self.primary, BLACK) < contrast(self.on_primary, BLACK)

    def css(self) -> str:
        """A stylesheet that gives each as `--brand-<name>`."""
        rows = (f"--brand-{f.name.replace('_', '-')}:{getattr(self, f.name)}" for f in fields(self))
        return f":root{{{';'.join(rows)}}}"


def palette_of(brand: Brand) -> Palette:
    """The tokens of a brand. What it gives stays; what it does not give is made legible.

    With high contrast nothing stays that is not legible.
    """
    high = brand.contrast is Contrast.HIGH
    return _high(brand.color) if high else _normal(brand.color)


def _normal(color: Color) -> Palette:
    text, graphic = needs(Use.TEXT, Contrast.NORMAL), needs(Use.GRAPHIC, Contrast.NORMAL)
    primary = color.value("primary")
    accent = color.value("secondary") or companion(primary)
    tint = color.token("tint") or tinted(primary)
    sheets = (PAPER, tint)
    return Palette(
        primary=primary,
        on_primary=color.token("on_primary") or ink_on(primary, text),
        text=color.token("text") or darkened(primary, sheets, text),
        accent=accent,
        on_accent=color.token("on_accent") or ink_on(accent, text),
        tint=tint,
        mid=color.token("mid") or darkened(muted(primary), (PAPER,), graphic),
        ink=color.token("ink") or _foreground(color) or darkened(INK, sheets, text),
        quiet=color.token("quiet") or darkened(QUIET, sheets, text),
    )


def _high(color: Color) -> Palette:
    """Every ink goes as far as the higher ratios ask; what a brand gives is where it begins."""
    text, graphic = needs(Use.TEXT, Contrast.HIGH), needs(Use.GRAPHIC, Contrast.HIGH)
    given = color.value("primary")
    primary = _ground(given, text)
    accent = _ground(color.value("secondary") or companion(given), text)
    tint = tinted(given)
    sheets = (PAPER, tint)
    return Palette(
        primary=primary,
        on_primary=ink_on(primary, text),
        text=darkened(color.token("text") or given, sheets, text),
        accent=accent,
        on_accent=ink_on(accent, text),
        tint=tint,
        mid=darkened(color.token("mid") or muted(given), sheets, graphic),
        ink=darkened(color.token("ink") or _foreground(color) or INK, sheets, text),
        quiet=darkened(color.token("quiet") or QUIET, sheets, text),
        emergency=HIGH_EMERGENCY,
    )


def companion(primary: str) -> str:
    """The accent of a brand that has one colour: its own hue, and seen on the field beside it."""
    if is_legible(PAPER, primary, GRAPHIC_CONTRAST):
        return lightened(primary, (primary,), GRAPHIC_CONTRAST)
    return darkened(primary, (primary,), GRAPHIC_CONTRAST)


def is_for_dark_screens(color: Color) -> bool:
    """Whether the brand's running text is light, for a dark background that paper does not have."""
    ink, ground = color.value("foreground"), color.value("background")
    return bool(ink and ground) and contrast(ink, ground) > contrast(ink, PAPER)


def _foreground(color: Color) -> str:
    return "" if is_for_dark_screens(color) else color.value("foreground")


def _ground(color: str, least: float) -> str:
    """The colour, or the nearest shade of it on which white or black can be read."""

    def carries(shade: str) -> bool:
        return is_legible(ink_on(shade, least), shade, least)

    return color if carries(color) else nearest(color, carries) or INK
