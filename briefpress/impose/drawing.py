"""Lines and curves on a sheet, in mm from its top left corner, and the operators that draw them."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefpress.units import mm_to_pt

HAIRLINE = 0.09
"""mm: a quarter of a point, the finest line that office printers and presses hold."""
ARC = 0.5523
"""The handle of a cubic curve that stands for a quarter of a circle, as a share of the radius."""


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Arc:
    """A quarter of a circle from one point to another; `corner` is where their tangents meet."""

    start: tuple[float, float]
    corner: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True)
class Outline:
    """A filled shape: closed contours of points, each a straight step or a cubic curve further."""

    contours: tuple[tuple[tuple[float, ...], ...], ...]


Shape = Line | Arc | Outline


@dataclass(frozen=True)
class Pen:
    """How shapes are drawn: grey from 0 (black) to 1, the width (mm), and dashes (mm).

    `plates` draws on every plate of a press, so that marks meet; the page then has a colour space
    of that name. A printer has grey alone.
    """

    grey: float = 0.0
    width: float = HAIRLINE
    dashes: tuple[float, ...] = ()
    plates: bool = False

    @property
    def colour(self) -> str:
        """The operators that set its colour for strokes and fills."""
        if self.plates:
            return "/Registration CS 1 SCN /Registration cs 1 scn"
        return f"{_number(self.grey)} G {_number(self.grey)} g"


def operators(shapes: Iterable[Shape], height: float, pen: Pen = Pen()) -> bytes:
    """The shapes as page content (ISO 32000-1, 8.5) of a sheet of this height, as an artifact."""
    dashes = " ".join(_number(mm_to_pt(dash)) for dash in pen.dashes)
    head = f"/Artifact BMC q {pen.colour} {_number(mm_to_pt(pen.width))} w [{dashes}] 0 d"
    lines = [head, *(_drawn(shape, height) for shape in shapes), "Q EMC"]
    return "\n".join(lines).encode()


def _drawn(shape: Shape, height: float) -> str:
    if isinstance(shape, Line):
        start, end = _point(shape.x1, shape.y1, height), _point(shape.x2, shape.y2, height)
        return f"{start} m {end} l S"
    if isinstance(shape, Arc):
        return f"{_point(*shape.start, height)} m {_curve(shape, height)} S"
    return " ".join((*(_contour(contour, height) for contour in shape.contours), "f"))


def _curve(arc: Arc, height: float) -> str:
    start, end = _toward(arc.start, arc.corner), _toward(arc.end, arc.corner)
    points = (start, end, arc.end)
    return " ".join(_point(*point, height) for point in points) + " c"


def _toward(point: tuple[float, float], corner: tuple[float, float]) -> tuple[float, float]:
    x = point[0] + (corner[0] - point[0]) * ARC
    y = point[1] + (corner[1] - point[1]) * ARC
    return x, y


def _contour(contour: tuple[tuple[float, ...], ...], height: float) -> str:
    steps = [f"{_points(contour[0], height)} m"]
    for step in contour[1:]:
        operator = "l" if len(step) == 2 else "c"  # noqa: PLR2004 - x and y
        steps.append(f"{_points(step, height)} {operator}")
    return " ".join((*steps, "h"))


def _points(step: tuple[float, ...], height: float) -> str:
    return " ".join(_point(x, y, height) for x, y in zip(step[::2], step[1::2], strict=True))


def _point(x: float, y: float, height: float) -> str:
    return f"{_number(mm_to_pt(x))} {_number(mm_to_pt(height - y))}"


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
