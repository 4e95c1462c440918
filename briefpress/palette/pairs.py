"""Pairs: which token stands on which in layouts, and how far apart the two must be."""

from briefpress.model.colors import Contrast, Pair, Use
from briefpress.palette.contrast import (
    GRAPHIC_CONTRAST,
    HIGH_CONTRAST,
    LARGE_CONTRAST,
    TEXT_CONTRAST,
)

PAIRS: tuple[Pair, ...] = (
    Pair(ink="ink", ground="paper"),
    Pair(ink="ink", ground="tint"),
    Pair(ink="quiet", ground="paper"),
    Pair(ink="quiet", ground="tint"),
    Pair(ink="text", ground="paper"),
    Pair(ink="text", ground="tint"),
    Pair(ink="on_primary", ground="primary"),
    Pair(ink="on_accent", ground="accent"),
    Pair(ink="paper", ground="emergency"),
    Pair(ink="mid", ground="paper", use=Use.GRAPHIC),
)
"""The pairs of the shared parts, so of every layout; a layout adds its own in layout.yaml.

Either of a pair may stand on the other: contrast is the same both ways."""

_NEEDS = {
    Contrast.NORMAL: {
        Use.TEXT: TEXT_CONTRAST,
        Use.LARGE: LARGE_CONTRAST,
        Use.GRAPHIC: GRAPHIC_CONTRAST,
    },
    Contrast.HIGH: {
        Use.TEXT: HIGH_CONTRAST,
        Use.LARGE: TEXT_CONTRAST,
        Use.GRAPHIC: TEXT_CONTRAST,
    },
}


def needs(use: Use, contrast: Contrast) -> float:
    """The contrast ratio that a use asks for."""
    return _NEEDS[contrast][use]
