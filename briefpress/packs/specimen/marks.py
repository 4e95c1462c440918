"""Marks of invented boards and partners: a few plain shapes, none of them anybody's."""

import math

from briefpress.packs.logo import HEIGHT, Mark

H = HEIGHT
MIDDLE = H / 2
_DISC = f"M{MIDDLE} 0A{MIDDLE} {MIDDLE} 0 1 0 {MIDDLE} {H}A{MIDDLE} {MIDDLE} 0 1 0 {MIDDLE} 0Z"
_SHIELD = f"M4 0H{H - 8}V52C{H - 8} 84 {H - 30} 102 {(H - 4) / 2} {H}C26 102 4 84 4 52Z"


def marks() -> tuple[Mark, ...]:
    """All of them, in an order that does not change."""
    return (
        _with(_SHIELD, _waves(30, 3)),
        Mark(_star(8, 0.72)),
        _with(_DISC, _star(5, 0.5, 0.62)),
        Mark(_bars((38, 62, 86, 112))),
        Mark(_petals(6)),
        Mark(_rings(3)),
        _with(_DISC, _waves(34, 3)),
        Mark(_houses()),
        _with(_SHIELD, _star(7, 0.55, 0.5)),
        Mark(_petals(4)),
    )


def _with(shape: str, hole: str) -> Mark:
    return Mark(shape + hole)


def _point(radius: float, turn: float) -> str:
    """A point round the middle; `turn` from 0 to 1, 0 being up."""
    angle = 2 * math.pi * turn
    return f"{MIDDLE + radius * math.sin(angle):.1f} {MIDDLE - radius * math.cos(angle):.1f}"


def _polygon(points: list[str]) -> str:
    return f"M{'L'.join(points)}Z"


def _star(points: int, waist: float, size: float = 1) -> str:
    outer, inner = MIDDLE * size, MIDDLE * size * waist
    return _polygon(
        [
            _point(inner if number % 2 else outer, number / (2 * points))
            for number in range(2 * points)
        ]
    )


def _waves(top: float, count: int) -> str:
    """Waves as bands, one below the other, inside a shape."""
    return "".join(
        f"M18 {y}Q37 {y - 14} 56 {y}T{H - 20} {y}V{y + 9}Q{H - 37} {y + 23} 56 {y + 9}T18 {y + 9}Z"
        for y in (top + 19 * number for number in range(count))
    )


def _bars(heights: tuple[int, ...]) -> str:
    """Columns that grow, like people side by side."""
    width = H / len(heights)
    return "".join(
        f"M{width * n:.1f} {H}V{H - height}H{width * (n + 1) - 6:.1f}V{H}Z"
        for n, height in enumerate(heights)
    )


def _petals(count: int) -> str:
    """Leaves round the middle."""
    return "".join(
        f"M{_point(8, turn)}Q{_point(MIDDLE * 0.72, turn - 0.34 / count)} {_point(MIDDLE, turn)}"
        f"Q{_point(MIDDLE * 0.72, turn + 0.34 / count)} {_point(8, turn)}Z"
        for turn in (number / count for number in range(count))
    )


def _rings(count: int) -> str:
    """Circles in each other, every other one a gap."""
    radii = (MIDDLE * (1 - number / (2 * count)) for number in range(2 * count))
    return "".join(
        f"M{MIDDLE} {MIDDLE - r:.1f}A{r:.1f} {r:.1f} 0 1 0 {MIDDLE} {MIDDLE + r:.1f}"
        f"A{r:.1f} {r:.1f} 0 1 0 {MIDDLE} {MIDDLE - r:.1f}Z"
        for r in radii
    )


def _houses() -> str:
    """Three roofs in a row."""
    return "".join(
        f"M{left} {H}V{top + 20}L{left + 17} {top}L{left + 34} {top + 20}V{H}Z"
        for left, top in ((0, 44), (39, 8), (78, 44))
    )
