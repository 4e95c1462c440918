"""Paints: what fills a shape or draws its line, a colour or a gradient."""

from collections.abc import Mapping
from math import hypot, sqrt
from xml.etree.ElementTree import Element

from briefpress.load.logos.flaws import RefusedError
from briefpress.load.logos.svg.drawing import Gradient, Paint, Stop
from briefpress.load.logos.svg.rules import property_refusal, reference_refusal
from briefpress.load.logos.svg.style import Styles
from briefpress.load.logos.svg.tree import name_of
from briefpress.load.logos.svg.uses import Uses
from briefpress.load.logos.svg.values import color, length, reference, share, transform

STOPS = 64
CHAIN = 8
"""How many gradients may take their stops from one another."""
_LINES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "linearGradient": (("x1", "0%"), ("y1", "0%"), ("x2", "100%"), ("y2", "0%")),
    "radialGradient": (("cx", "50%"), ("cy", "50%"), ("r", "50%"), ("fx", ""), ("fy", "")),
}
"""The lengths of each kind and what they are if not given (SVG 1.1, 13.2)."""

Painted = tuple[Paint, float]
"""A paint and its opacity."""
Solid = tuple[str, float]


class Paints:
    """Reads the paints of one file."""

    def __init__(self, uses: Uses, styles: Styles, size: tuple[float, float]) -> None:
        """Read with `size`, the width and height of the page, for percentages."""
        self._uses = uses
        self._styles = styles
        self._size = size
        self._known: dict[str, Painted | None] = {}

    def read(self, name: str, style: Mapping[str, str]) -> Painted | None:
        """The paint of `fill` or `stroke`; None if it paints nothing.

        Raises:
            ValueError: the value is no paint.
            RefusedError: it is a paint that cannot be drawn.
        """
        value = style.get(name, "black" if name == "fill" else "none")
        link = reference(value)
        if link is not None:
            found = self._server(link[0], name)
            return found if found is not None or not link[1] else self._solid(link[1], style)
        return self._solid(value, style)

    def _solid(self, value: str, style: Mapping[str, str]) -> Solid | None:
        if value == "none":
            return None
        if value.lower() == "currentcolor":
            value = style.get("color", "black")
        if value.lower().startswith("url("):
            raise RefusedError(reference_refusal(value))
        found = color(value)
        if found is None:
            message = f"{value[:40]!r} is no colour"
            raise ValueError(message)
        return found if found[1] else None

    def _server(self, name: str, used_for: str) -> Painted | None:
        if name not in self._known:
            element = self._uses.find(name)
            kind = "" if element is None else name_of(element)
            if element is not None and kind not in _LINES:
                raise RefusedError(property_refusal(used_for, f"<{kind}>"))
            self._known[name] = None if element is None else self._gradient(element)
        return self._known[name]

    def _gradient(self, element: Element) -> Painted | None:
        chain = self._chain(element)
        given = {name: value for one in reversed(chain) for name, value in one.attrib.items()}
        stops = next((found for one in chain if (found := self._stops(one))), ())
        if len(stops) < 2:  # noqa: PLR2004 - one colour is no gradient
            return (stops[0].color, stops[0].alpha) if stops else None
        spread = given.get("spreadMethod", "pad")
        if spread != "pad":
            raise RefusedError(property_refusal("spreadMethod", spread))
        boxed = given.get("gradientUnits") != "userSpaceOnUse"
        line = self._line(name_of(element), given, boxed=boxed)
        matrix = transform(given.get("gradientTransform", ""))
        return Gradient(line, boxed, matrix, stops), 1.0

    def _chain(self, element: Element) -> list[Element]:
        """The gradient and those that it takes from, nearest first."""
        chain = [element]
        while (parent := self._uses.target(chain[-1])) is not None:
            if name_of(parent) not in _LINES or parent in chain or len(chain) >= CHAIN:
                break
            chain.append(parent)
        return chain

    def _line(self, kind: str, given: Mapping[str, str], *, boxed: bool) -> tuple[float, ...]:
        width, height = (1.0, 1.0) if boxed else self._size
        wholes = {"x": width, "y": height, "r": hypot(width, height) / sqrt(2)}
        found: dict[str, float] = {}
        for name, usual in _LINES[kind]:
            text = given.get(name) or usual
            whole = wholes[name[1:] if name[0] in "cf" else name[0]]
            found[name] = length(text, whole) if text else found[f"c{name[1:]}"]
        return tuple(found.values())

    def _stops(self, element: Element) -> tuple[Stop, ...]:
        found: list[Stop] = []
        for child in element:
            if name_of(child) != "stop":
                continue
            style = self._styles.of(child)
            painted = self._solid(style.get("stop-color", "black"), style) or ("#000000", 0.0)
            alpha = painted[1] * share(style.get("stop-opacity", "1"))
            last = found[-1].offset if found else 0.0
            found.append(Stop(max(last, share(child.get("offset", "0"))), painted[0], alpha))
        if len(found) > STOPS:
            message = f"a gradient has {len(found)} stops; limit {STOPS}"
            raise ValueError(message)
        return tuple(found)
