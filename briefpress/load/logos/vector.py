"""Vector logos: SVG understood, trimmed to what it shows, and written anew."""

from collections import Counter
from collections.abc import Iterator

from briefpress.load.findings import Fault
from briefpress.load.logos import svg
from briefpress.load.logos.flaws import Flaw, RefusedError
from briefpress.load.logos.svg.bounds import shape_box
from briefpress.load.logos.svg.drawing import Box, Drawing, Paint, Shape
from briefpress.model.logofile import LogoFile

COLORS = 12
SIDES = 6
"""Segments of a rectangle at most: a move, four lines and the end."""
_COVERS = 0.002
"""What a ground may lack at its edges, as a share of the picture."""


def read_vector(data: bytes) -> tuple[LogoFile | None, tuple[Flaw, ...]]:
    """The logo in an SVG file; or None, and each thing in it that is not allowed.

    Raises:
        RefusedError: it is not allowed as a whole.
    """
    drawing, flaws = svg.draw(svg.parse(data))
    if drawing is None:
        return None, flaws
    box = svg.bounds(drawing)
    if box is None:
        hint = "the drawing may lie outside the viewBox, or on a hidden layer"
        raise RefusedError(Fault("LOGO-EMPTY", "shows nothing", hint))
    left, top, right, bottom = box
    return (
        LogoFile(
            data=svg.written(drawing, box),
            aspect=(right - left) / (bottom - top),
            colors=_colors(drawing),
            opaque=any(_covers(shape, box) for shape in drawing.shapes()),
        ),
        (),
    )


def _colors(drawing: Drawing) -> tuple[str, ...]:
    """The colours, those of the largest shapes first. Shapes count as large as their boxes."""
    areas: Counter[str] = Counter()
    for shape in drawing.shapes():
        left, top, right, bottom = shape_box(shape) or (0, 0, 0, 0)
        for paint in (shape.fill, shape.stroke.paint if shape.stroke else None):
            for color in _colors_of(paint):
                areas[color] += (right - left) * (bottom - top)  # type: ignore[assignment]
    return tuple(color for color, _ in areas.most_common(COLORS))


def _colors_of(paint: Paint | None) -> Iterator[str]:
    if isinstance(paint, str):
        yield paint
    elif paint is not None:
        yield from (stop.color for stop in paint.stops if stop.alpha)


def _covers(shape: Shape, box: Box) -> bool:
    """Whether a shape is a ground: a rectangle under all of the picture."""
    if not isinstance(shape.fill, str) or shape.fill_alpha < 1:
        return False
    if len(shape.outline) > SIDES:
        return False
    if [letter for letter, _ in shape.outline if letter != "Z"] not in (
        ["M", "L", "L", "L"],
        ["M", "L", "L", "L", "L"],
    ):
        return False
    found = shape_box(shape)
    slack = _COVERS * max(box[2] - box[0], box[3] - box[1])
    return found is not None and (
        found[0] <= box[0] + slack
        and found[1] <= box[1] + slack
        and found[2] >= box[2] - slack
        and found[3] >= box[3] - slack
    )
