"""A drawing: all that a logo may hold once it has been understood. Shapes, groups, gradients."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefpress.matrices import IDENTITY, Matrix

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Segment = tuple[str, tuple[float, ...]]
"""`M` and `L` with one point, `Q` with two, `C` with three, `Z` with none; all absolute."""
Outline = tuple[Segment, ...]


@dataclass(frozen=True)
class Stop:
    """A colour on the way of a gradient, 0 to 1."""

    offset: float
    color: str
    alpha: float


@dataclass(frozen=True)
class Gradient:
    """Colours that run into one another: along `x1 y1 x2 y2`, or in a circle `cx cy r fx fy`.

    `boxed`: the lengths are shares of the box of the shape, not user units.
    """

    line: tuple[float, ...]
    boxed: bool
    matrix: Matrix
    stops: tuple[Stop, ...]

    @property
    def is_linear(self) -> bool:
        """Whether it runs along a line."""
        return len(self.line) == 4  # noqa: PLR2004 - two points


Paint = str | Gradient
"""`#rrggbb`, or a gradient."""


@dataclass(frozen=True)
class Stroke:
    """How the line of a shape is drawn."""

    paint: Paint
    alpha: float
    width: float
    cap: str
    join: str
    miter: float
    dashes: tuple[float, ...]
    offset: float


@dataclass(frozen=True)
class Shape:
    """One outline, filled or drawn or both; `matrix` takes it to the coordinates of the drawing."""

    outline: Outline
    matrix: Matrix
    fill: Paint | None
    fill_alpha: float
    even_odd: bool
    stroke: Stroke | None


@dataclass(frozen=True)
class Group:
    """Parts that are seen through one another's gaps and clipped together."""

    parts: tuple["Shape | Group", ...]
    alpha: float
    clip: Outline | None


@dataclass(frozen=True)
class Drawing:
    """A whole logo, and the part of the plane that its file shows."""

    parts: tuple[Shape | Group, ...]
    page: Box

    def shapes(self) -> Iterator[Shape]:
        """Every shape, from the back to the front."""
        waiting = list(reversed(self.parts))
        while waiting:
            part = waiting.pop()
            if isinstance(part, Shape):
                yield part
            else:
                waiting.extend(reversed(part.parts))


def moved(outline: Outline, matrix: Matrix) -> Outline:
    """The outline with every point taken through a matrix."""
    if matrix == IDENTITY:
        return outline
    a, b, c, d, e, f = matrix
    return tuple(
        (
            letter,
            tuple(
                value
                for x, y in zip(points[::2], points[1::2], strict=True)
                for value in (a * x + c * y + e, b * x + d * y + f)
            ),
        )
        for letter, points in outline
    )
