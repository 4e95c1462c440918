"""Lengths: millimetres, points and CSS pixels, and the way from one to another."""

import re

MM_PER_INCH = 25.4
PT_PER_INCH = 72.0
PX_PER_INCH = 96.0
"""CSS Values 4, 6.2: one inch is 96px and 72pt."""

_LENGTH = re.compile(r"(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?P<unit>mm|pt)")
_MM_PER_UNIT = {"mm": 1.0, "pt": MM_PER_INCH / PT_PER_INCH}


def px_to_mm(px: float) -> float:
    """CSS pixels to millimetres."""
    return px * MM_PER_INCH / PX_PER_INCH


def mm_to_px(mm: float) -> float:
    """Millimetres to CSS pixels."""
    return mm * PX_PER_INCH / MM_PER_INCH


def mm_to_pt(mm: float) -> float:
    """Millimetres to points."""
    return mm * PT_PER_INCH / MM_PER_INCH


def pt_to_mm(pt: float) -> float:
    """Points to millimetres."""
    return pt * MM_PER_INCH / PT_PER_INCH


def px_to_pt(px: float) -> float:
    """CSS pixels to points."""
    return px * PT_PER_INCH / PX_PER_INCH


def parse_mm(text: str) -> float:
    """Read a length such as `148mm` or `12pt` and give it in millimetres.

    Raises:
        ValueError: the text is not a number directly followed by mm or pt.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        message = f"{text!r} is not a length; write it as 148mm or 12pt"
        raise ValueError(message)
    return float(match["number"]) * _MM_PER_UNIT[match["unit"]]


def parse_pt(text: str) -> float:
    """Read a length such as `12pt` or `148mm` and give it in points.

    Raises:
        ValueError: the text is not a number directly followed by mm or pt.
    """
    # Through millimetres and back, 12 is 11.999999999999998.
    return round(mm_to_pt(parse_mm(text)), 6)
