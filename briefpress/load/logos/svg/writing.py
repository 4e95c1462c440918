"""Writing: a drawing as SVG of a handful of elements, which every renderer draws alike."""

from collections.abc import Iterator
from itertools import chain
from xml.sax.saxutils import quoteattr

from briefpress.load.logos.svg.drawing import (
    Box,
    Drawing,
    Gradient,
    Group,
    Outline,
    Paint,
    Shape,
    Stroke,
)
from briefpress.load.logos.svg.memo import by_identity
from briefpress.matrices import IDENTITY, Matrix


def written(drawing: Drawing, box: Box) -> bytes:
    """The drawing as a file that shows just `box`. The same bytes every time."""
    return _Writer().document(drawing, box).encode()


class _Writer:
    """Writes one file; gathers what it refers to."""

    def __init__(self) -> None:
        self._defs: dict[tuple[str, str, str], str] = {}
        """The id of each definition, by its element, its attributes, and what is inside."""

    def document(self, drawing: Drawing, box: Box) -> str:
        left, top, right, bottom = box
        view = _numbers((left, top, right - left, bottom - top))
        body = "".join(self._part(part) for part in drawing.parts)
        defs = "".join(
            f'<{kind} id="{name}"{attributes}>{inside}</{kind}>'
            for (kind, attributes, inside), name in self._defs.items()
        )
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">'
        return f"{head}{f'<defs>{defs}</defs>' if defs else ''}{body}</svg>\n"

    def _part(self, part: Shape | Group) -> str:
        if isinstance(part, Shape):
            return _tag("path", self._shape(part))
        inside = "".join(self._part(inner) for inner in part.parts)
        return f"<g{_attributes(self._group(part))}>{inside}</g>"

    def _group(self, group: Group) -> Iterator[tuple[str, str]]:
        if group.alpha < 1:
            yield "opacity", _number(group.alpha)
        if group.clip is not None:
            path = _tag("path", [("d", _data(group.clip))])
            yield "clip-path", self._defined(("clipPath", "", path))

    def _shape(self, shape: Shape) -> Iterator[tuple[str, str]]:
        yield from _matrix("transform", shape.matrix)
        if shape.fill is None:
            yield "fill", "none"
        else:
            yield "fill", self._paint(shape.fill)
            yield from _unless_whole("fill-opacity", shape.fill_alpha)
            if shape.even_odd:
                yield "fill-rule", "evenodd"
        if shape.stroke is not None:
            yield from self._stroke(shape.stroke)
        yield "d", _data(shape.outline)

    def _stroke(self, stroke: Stroke) -> Iterator[tuple[str, str]]:
        yield "stroke", self._paint(stroke.paint)
        yield from _unless_whole("stroke-opacity", stroke.alpha)
        yield "stroke-width", _number(stroke.width)
        if stroke.cap in ("round", "square"):
            yield "stroke-linecap", stroke.cap
        if stroke.join in ("round", "bevel"):
            yield "stroke-linejoin", stroke.join
        yield "stroke-miterlimit", _number(stroke.miter)
        if stroke.dashes:
            yield "stroke-dasharray", _numbers(stroke.dashes)
            yield "stroke-dashoffset", _number(stroke.offset)

    def _paint(self, paint: Paint) -> str:
        return paint if isinstance(paint, str) else self._defined(_gradient(paint))

    def _defined(self, definition: tuple[str, str, str]) -> str:
        name = self._defs.setdefault(definition, f"d{len(self._defs)}")
        return f"url(#{name})"


def _gradient(gradient: Gradient) -> tuple[str, str, str]:
    kind = "linearGradient" if gradient.is_linear else "radialGradient"
    names = ("x1", "y1", "x2", "y2") if gradient.is_linear else ("cx", "cy", "r", "fx", "fy")
    units = "objectBoundingBox" if gradient.boxed else "userSpaceOnUse"
    given = [("gradientUnits", units), *_matrix("gradientTransform", gradient.matrix)]
    given += [(name, _number(value)) for name, value in zip(names, gradient.line, strict=True)]
    stops = "".join(
        _tag(
            "stop",
            [
                ("offset", _number(stop.offset)),
                ("stop-color", stop.color),
                *_unless_whole("stop-opacity", stop.alpha),
            ],
        )
        for stop in gradient.stops
    )
    return kind, _attributes(given), stops


def _tag(name: str, given: "Iterator[tuple[str, str]] | list[tuple[str, str]]") -> str:
    return f"<{name}{_attributes(given)}/>"


def _attributes(given: "Iterator[tuple[str, str]] | list[tuple[str, str]]") -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in given)


def _matrix(name: str, matrix: Matrix) -> Iterator[tuple[str, str]]:
    if matrix != IDENTITY:
        yield name, f"matrix({_numbers(matrix)})"


def _unless_whole(name: str, alpha: float) -> Iterator[tuple[str, str]]:
    if alpha < 1:
        yield name, _number(alpha)


@by_identity(32)
def _data(outline: Outline) -> str:
    """Path data. Remembers a few: light and dark versions differ in colour only."""
    form = "".join([letter + _FORMS[len(points)] for letter, points in outline])
    return form % tuple(chain.from_iterable([points for _, points in outline]))


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(map(_number, values))


def _number(value: float) -> str:
    return f"{value:.7g}"


_FORMS = {count: " ".join(["%.7g"] * count) for count in (0, 2, 4, 6)}
"""Seven figures: a thousandth of a hair on any page."""
