"""Shaping: the outline of each shape and the line round it, read within a budget."""

import re
from collections.abc import Mapping
from operator import itemgetter
from xml.etree.ElementTree import Element

from briefpress.load.findings import Fault
from briefpress.load.logos.flaws import RefusedError
from briefpress.load.logos.svg.drawing import Outline, Stroke
from briefpress.load.logos.svg.outlines import path, shape
from briefpress.load.logos.svg.paints import Painted
from briefpress.load.logos.svg.tree import name_of
from briefpress.load.logos.svg.uses import SHAPE_LIMIT
from briefpress.load.logos.svg.values import length, number, share

POINT_LIMIT = 100_000
"""Numbers in all outlines together. The most detailed crest seen had 20,000."""
DASHES = 16
SHORTEST = 5_000
"""So many dashes may stand along a side of the page, and no more."""


class Shaper:
    """Reads the shapes of one file. Clips can be used as often as anything else, and count."""

    def __init__(self, size: tuple[float, float]) -> None:
        """Read with `size`, the width and height of the page, for percentages."""
        width, height = size
        self._mean = (width + height) / 2
        self._wholes = {"x": width, "y": height, "w": width, "h": height}
        self._shapes = 2 * SHAPE_LIMIT
        self._points = POINT_LIMIT

    def outline(self, element: Element) -> Outline:
        """The outline of a shape.

        Raises:
            ValueError: it is broken.
            RefusedError: all outlines together are too much.
        """
        name = name_of(element)
        if name == "path":
            outline = path(element.get("d", ""))
        else:
            outline = shape(name, lambda side: self._side(element, side), element.attrib)
        self._shapes -= 1
        self._points -= sum(map(len, map(itemgetter(1), outline)))
        if self._shapes < 0 or self._points < 0:
            message = f"its outlines have more than {POINT_LIMIT:,} numbers"
            hint = "simplify the drawing, or give the logo as PNG"
            raise RefusedError(Fault("LOGO-LIMIT", message, hint))
        return outline

    def place(self, element: Element) -> tuple[float, float]:
        """Where a `<use>` puts what it shows.

        Raises:
            ValueError: it is no place.
        """
        return self._side(element, "x"), self._side(element, "y")

    def stroke(self, painted: Painted | None, style: Mapping[str, str]) -> Stroke | None:
        """How the line of a shape is drawn; None if it has none.

        Raises:
            ValueError: a property of it is broken.
        """
        width = length(style.get("stroke-width", "1"), self._mean)
        if painted is None or width <= 0:
            return None
        return Stroke(
            paint=painted[0],
            alpha=painted[1] * share(style.get("stroke-opacity", "1")),
            width=width,
            cap=style.get("stroke-linecap", "butt"),
            join=style.get("stroke-linejoin", "miter"),
            miter=max(1.0, number(style.get("stroke-miterlimit", "4"))),
            dashes=self._dashes(style.get("stroke-dasharray", "none")),
            offset=length(style.get("stroke-dashoffset", "0"), self._mean),
        )

    def _side(self, element: Element, name: str) -> float:
        text = element.get(name, "0")
        axis = next((letter for letter in name if letter in "xywh"), "")
        return 0.0 if text == "auto" else length(text, self._wholes.get(axis, self._mean))

    def _dashes(self, text: str) -> tuple[float, ...]:
        if text == "none":
            return ()
        values = tuple(length(part, self._mean) for part in re.split(r"[\s,]+", text.strip()))
        if len(values) > DASHES or min(values) < 0 or 0 < sum(values) < self._mean / SHORTEST:
            message = f"{text[:40]!r} is no sensible row of dashes"
            raise ValueError(message)
        return values if sum(values) else ()
