"""Bounds: the smallest box round what a drawing shows."""

from collections.abc import Iterable, Iterator
from math import hypot, sqrt

from briefpress.load.logos.svg.drawing import Box, Drawing, Group, Outline, Shape, Stroke, moved
from briefpress.load.logos.svg.memo import by_identity

_SQUARE = 1.4143
"""How far, in half line widths, a square cap or a right angle reaches."""


def bounds(drawing: Drawing) -> Box | None:
    """What is seen of a drawing, or a little more; None if nothing is."""
    box = _joined(_seen(part) for part in drawing.parts)
    return None if box is None else _common(box, drawing.page)


def _seen(part: Shape | Group) -> Box | None:
    if isinstance(part, Shape):
        return shape_box(part)
    box = _joined(_seen(inner) for inner in part.parts)
    if box is None or part.clip is None:
        return box
    clip = outline_box(part.clip)
    return None if clip is None else _common(box, clip)


def shape_box(shape: Shape) -> Box | None:
    """The box round one shape and its line."""
    box = outline_box(moved(shape.outline, shape.matrix))
    if box is None or shape.stroke is None:
        return box
    a, b, c, d, _, _ = shape.matrix
    reach = _reach(shape.stroke) * max(hypot(a, b), hypot(c, d))
    return (box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach)


def _reach(stroke: Stroke) -> float:
    """How far a line reaches beyond its outline."""
    corner = max(stroke.miter, _SQUARE) if stroke.join == "miter" else 1.0
    return stroke.width / 2 * max(corner, _SQUARE if stroke.cap == "square" else 1.0)


@by_identity(64)
def outline_box(outline: Outline) -> Box | None:
    """The box round an outline, its curves taken exactly. Remembers a few, as `path` does."""
    points = [points for _, points in outline if points]
    if not points:
        return None
    across = [each[-2] for each in points]
    down = [each[-1] for each in points]
    ends = (min(across), min(down), max(across), max(down))
    # Only a curve with a handle beyond the box of all ends can make it larger.
    left, top, right, bottom = ends
    for at, each in enumerate(points):
        if len(each) == 2:  # noqa: PLR2004 - a line
            continue
        for handle in each[:-2:2]:
            if not left <= handle <= right:
                across += _turning(points[at - 1][-2], *each[::2])
        for handle in each[1:-2:2]:
            if not top <= handle <= bottom:
                down += _turning(points[at - 1][-1], *each[1::2])
    return (min(across), min(down), max(across), max(down))


def _turning(start: float, *rest: float) -> Iterator[float]:
    """The values of a curve where it turns back, if its handles reach beyond its ends."""
    end = rest[-1]
    if len(rest) == 2:  # noqa: PLR2004 - one handle: as a cubic
        rest = (start + 2 * (rest[0] - start) / 3, end + 2 * (rest[0] - end) / 3, end)
    one, two, _ = rest
    for t in _roots(end - 3 * two + 3 * one - start, 2 * (start - 2 * one + two), one - start):
        if 0 < t < 1:
            s = 1 - t
            yield start * s**3 + 3 * one * t * s * s + 3 * two * t * t * s + end * t**3


def _roots(a: float, b: float, c: float) -> tuple[float, ...]:
    if abs(a) < 1e-12:  # noqa: PLR2004 - as good as none
        return () if not b else (-c / b,)
    under = b * b - 4 * a * c
    if under < 0:
        return ()
    return ((-b + sqrt(under)) / (2 * a), (-b - sqrt(under)) / (2 * a))


def _joined(boxes: Iterable[Box | None]) -> Box | None:
    found = [box for box in boxes if box is not None]
    if not found:
        return None
    left, top, right, bottom = zip(*found, strict=True)
    return (min(left), min(top), max(right), max(bottom))


def _common(one: Box, other: Box) -> Box | None:
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    return (left, top, right, bottom) if left < right and top < bottom else None
