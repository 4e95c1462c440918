"""Density: how many pixels to the inch the pictures of a page have where they are printed."""

from collections.abc import Iterator
from math import hypot
from typing import Any

import pikepdf

from briefpress.matrices import IDENTITY, Matrix, product

POINTS = 72.0
"""To the inch."""


def densities(holder: Any, base: Matrix = IDENTITY) -> Iterator[float]:  # noqa: ANN401 - pikepdf's
    """Of each picture that a page, form or pattern draws: where it is coarsest.

    `base` leads from what the holder draws to the page (ISO 32000-1, 8.3.4, 8.7.3.1). Masks, which
    have no colour of their own, are left out.
    """
    resources = holder.get("/Resources", pikepdf.Dictionary())
    now, kept = base, []
    for step in pikepdf.parse_content_stream(holder, "q Q cm Do scn SCN"):
        operator, operands = str(step.operator), list(step.operands)
        if operator == "q":
            kept.append(now)
        elif operator == "Q" and kept:
            now = kept.pop()
        elif operator == "cm":
            now = product(now, _matrix(operands))
        elif operator == "Do":
            yield from _drawn(resources.XObject[str(operands[0])], now)
        elif operands and isinstance(operands[-1], pikepdf.Name):
            pattern = resources.Pattern[str(operands[-1])]
            if int(pattern.PatternType) == 1:
                yield from densities(pattern, product(base, _own(pattern)))


def _drawn(item: Any, now: Matrix) -> Iterator[float]:  # noqa: ANN401
    if item.get("/Subtype") == pikepdf.Name.Form:
        yield from densities(item, product(now, _own(item)))
    elif item.get("/Subtype") == pikepdf.Name.Image and not item.get("/ImageMask"):
        a, b, c, d, _, _ = now
        across, down = hypot(a, b), hypot(c, d)
        if across and down:
            yield min(int(item.Width) / across, int(item.Height) / down) * POINTS


def _own(item: Any) -> Matrix:  # noqa: ANN401
    return _matrix(item.get("/Matrix", IDENTITY))


def _matrix(values: Any) -> Matrix:  # noqa: ANN401
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)
