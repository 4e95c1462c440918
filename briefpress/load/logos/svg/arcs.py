"""Elliptical arcs of path data as cubic curves (SVG 1.1, appendix F.6)."""

from collections.abc import Sequence
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

Point = tuple[float, float]
_QUARTER = pi / 2


def arc(
    start: Point,
    radii: Sequence[float],
    turn: float,
    flags: tuple[bool, bool],
    end: Sequence[float],
) -> list[tuple[float, ...]]:
    """Curves of at most a quarter each, six numbers a curve; none where the arc is a straight line.

    `turn` is in degrees; `flags` say whether the larger way is taken, and clockwise.
    """
    rx, ry = abs(radii[0]), abs(radii[1])
    if not rx or not ry or tuple(end) == start:
        return []
    cosine, sine = cos(radians(turn)), sin(radians(turn))
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x, y = cosine * half[0] + sine * half[1], cosine * half[1] - sine * half[0]
    grow = max(1.0, hypot(x / rx, y / ry))
    rx, ry = rx * grow, ry * grow
    cx, cy = _centre(x, y, rx, ry, outer=flags[0] == flags[1])
    first = atan2((y - cy) / ry, (x - cx) / rx)
    span = _span(first, atan2((-y - cy) / ry, (-x - cx) / rx), clockwise=flags[1])
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)

    def placed(u: float, v: float) -> Point:
        across, down = rx * u + cx, ry * v + cy
        return (
            cosine * across - sine * down + middle[0],
            sine * across + cosine * down + middle[1],
        )

    count = max(1, ceil(abs(span) / _QUARTER - 1e-9))
    reach = 4 / 3 * tan(span / count / 4)
    curves: list[tuple[float, ...]] = []
    for at in range(count):
        a, b = first + span * at / count, first + span * (at + 1) / count
        one = placed(cos(a) - reach * sin(a), sin(a) + reach * cos(a))
        two = placed(cos(b) + reach * sin(b), sin(b) - reach * cos(b))
        curves.append((*one, *two, *placed(cos(b), sin(b))))
    curves[-1] = (*curves[-1][:4], *end)
    return curves


def _centre(x: float, y: float, rx: float, ry: float, *, outer: bool) -> Point:
    """The centre, in the turned coordinates that have the middle of the chord as their origin."""
    under = (rx * y) ** 2 + (ry * x) ** 2
    ratio = sqrt(max(0.0, (rx * ry) ** 2 / under - 1))
    sign = -1 if outer else 1
    return sign * ratio * rx * y / ry, -sign * ratio * ry * x / rx


def _span(first: float, last: float, *, clockwise: bool) -> float:
    span = last - first
    if clockwise and span < 0:
        return span + 2 * pi
    return span - 2 * pi if not clockwise and span > 0 else span
