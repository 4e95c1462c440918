"""Brand colours to the tokens that layouts use, each legible on the ground that it stands on."""

from dataclasses import dataclass, fields

from coloraide import Color

from briefpress.model.brand import Brand

TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text against its ground."""
GRAPHIC_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: what a chart draws against its ground."""
PAPER = "#ffffff"
INK = "#16262e"
QUIET = "#51626b"
EMERGENCY = "#b3261e"
"""The same red whatever the brand (7.0:1 with white): it means danger, not a board."""

_STEP = 0.01
_TINT_LIGHTNESS = 0.955
_TINT_CHROMA = 0.018


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

    def css(self) -> str:
        """A stylesheet that gives each as `--brand-<name>`."""
        rows = (f"--brand-{f.name.replace('_', '-')}:{getattr(self, f.name)}" for f in fields(self))
        return f":root{{{';'.join(rows)}}}"


def palette_of(brand: Brand) -> Palette:
    """The tokens of a brand. Its own colours stay; what is drawn from them is made legible."""
    primary = brand.color.value("primary")
    accent = brand.color.value("secondary") or primary
    tint = _tint(primary)
    return Palette(
        primary=primary,
        on_primary=ink_on(primary),
        text=darkened(primary, (PAPER, tint), TEXT_CONTRAST),
        accent=accent,
        on_accent=ink_on(accent),
        tint=tint,
        mid=darkened(_muted(primary), (PAPER,), GRAPHIC_CONTRAST),
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    return float(Color(one).contrast(other, method="wcag21"))


def ink_on(ground: str) -> str:
    """White where it is legible on the ground; if not, ink, on middling grounds darkened.

    Black is always legible where white is not: no ground is nearer than 4.5:1 to both.
    """
    if contrast(PAPER, ground) >= TEXT_CONTRAST:
        return PAPER
    return darkened(INK, (ground,), TEXT_CONTRAST)


def darkened(color: str, grounds: tuple[str, ...], least: float) -> str:
    """The colour, darkened in OKLCH only as far as `least` asks on every ground, or to black."""
    if _is_legible(color, grounds, least):
        return color
    shade = Color(color).convert("oklch")
    while not _is_legible(_hex(shade), grounds, least) and shade["lightness"] > 0:
        shade["lightness"] = max(0.0, shade["lightness"] - _STEP)
    return _hex(shade)


def _is_legible(color: str, grounds: tuple[str, ...], least: float) -> bool:
    return all(contrast(color, ground) >= least for ground in grounds)


def _tint(color: str) -> str:
    shade = Color(color).convert("oklch")
    shade["lightness"] = _TINT_LIGHTNESS
    shade["chroma"] = min(shade["chroma"], _TINT_CHROMA)
    return _hex(shade)


def _muted(color: str) -> str:
    """Lighter than the colour, of the same hue, for the bars that a chart does not speak of."""
    shade = Color(color).convert("oklch")
    shade["lightness"] = max(shade["lightness"], 0.6)
    shade["chroma"] *= 0.55
    return _hex(shade)


def _hex(shade: Color) -> str:
    return str(shade.convert("srgb").fit().to_string(hex=True))
