"""Colours of a brand held against each other, in the pairs that layouts use, and in greys."""

from collections.abc import Iterable, Iterator
from math import floor

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault
from briefpress.model.brand import Brand
from briefpress.model.colors import Color, Contrast, Pair, Use
from briefpress.palette import (
    GREY_CONTRAST,
    PAIRS,
    Palette,
    contrast,
    grey_contrast,
    ink_on,
    is_for_dark_screens,
    is_legible,
    nearest,
    needs,
    palette_of,
)

CLAUSES = {
    (Contrast.NORMAL, Use.TEXT): "WCAG 1.4.3",
    (Contrast.NORMAL, Use.LARGE): "WCAG 1.4.3, large text",
    (Contrast.NORMAL, Use.GRAPHIC): "WCAG 1.4.11",
    (Contrast.HIGH, Use.TEXT): "WCAG 1.4.6",
    (Contrast.HIGH, Use.LARGE): "WCAG 1.4.6, large text",
    (Contrast.HIGH, Use.GRAPHIC): "as for large text",
}
_BACKED = {"primary": "primary", "accent": "secondary", "ink": "foreground"}
"""The colour of a brand that a token is, unless the token itself is given."""


def contrast_faults(brand: Brand, pairs: Iterable[Pair]) -> Iterator[tuple[Fault, Where]]:
    """Each pair that cannot be read: on a screen an error, in a print in greys a warning."""
    pairs = tuple(pairs)
    if not pairs:
        return
    palette = palette_of(brand)
    for pair in pairs:
        ink, ground = getattr(palette, pair.ink), getattr(palette, pair.ground)
        ratio, least = contrast(ink, ground), needs(pair.use, brand.contrast)
        told = f"{_told(pair.ink, ink, brand.color)} on {_told(pair.ground, ground, brand.color)}"
        where = _where(brand.color, pair)
        if ratio < least:
            clause = CLAUSES[brand.contrast, pair.use]
            message = f"{told} is {_ratio(ratio)}; {least:g}:1 is needed ({clause})"
            yield Fault("BRAND-CONTRAST", message, _cure(brand.color, palette, pair, least)), where
        elif grey_contrast(ink, ground) < GREY_CONTRAST:
            left = _ratio(grey_contrast(ink, ground))
            message = f"{told} is {left} in a print in greys; {GREY_CONTRAST:g}:1 can be read"
            yield Fault("BRAND-GREY", message, _cure(brand.color, palette, pair, least)), where


def unused_foreground(color: Color) -> Iterator[tuple[Fault, Where]]:
    """A foreground that is made for a dark screen, which paper is not."""
    if is_for_dark_screens(color):
        message = "documents do not use color.foreground: it is made for a dark background"
        hint = "running text has the ink of the series; color.tokens.ink would change it"
        yield Fault("BRAND-UNUSED", message, hint), color.where_of("foreground")


def _told(token: str, value: str, color: Color) -> str:
    """A token and its colour: `on_primary #ffffff`, `primary (color.primary: sky) #7fb2e5`."""
    key = _key(token, color)
    return f"{token} {value}" + (f" (color.{key})" if key and key != token else "")


def _key(token: str, color: Color) -> str:
    """The key under `color` that gives a token; empty if it is derived, or the same for all."""
    if getattr(color.tokens, token, ""):
        return f"tokens.{token}"
    backed = _BACKED.get(token, "")
    return backed if backed and getattr(color, backed) else ""


def _where(color: Color, pair: Pair) -> Where:
    for token in (pair.ink, pair.ground):
        key = _key(token, color)
        if key.startswith("tokens."):
            return color.tokens.where_of(token)
        if key:
            return color.where_of(key)
    return color.where


def _ratio(value: float) -> str:
    """Rounded down, so that what fails never looks as if it passed."""
    return f"{floor(value * 100) / 100:g}:1"


def _cure(color: Color, palette: Palette, pair: Pair, least: float) -> str:
    """The nearest colours that pass, each with the key to give it under."""
    ink, ground = getattr(palette, pair.ink), getattr(palette, pair.ground)
    ink_key, ground_key = _key(pair.ink, color), _key(pair.ground, color)
    grounds = {ground, *(getattr(palette, p.ground) for p in PAIRS if p.ink == pair.ink)}

    def reads(shade: str) -> bool:
        return all(is_legible(shade, other, least) for other in grounds)

    def carries(shade: str) -> bool:
        return is_legible(ink if ink_key else ink_on(shade, least), shade, least)

    found = [
        f"{shade} as color.{key}"
        for key, shade in (
            (ink_key, nearest(ink, reads) if ink_key else None),
            (ground_key, nearest(ground, carries) if ground_key else None),
        )
        if shade is not None
    ]
    return f"{' or '.join(found)} passes" if found else ""
