"""Lettering on sheets: text as outlines of our own font, so that a sheet needs none itself."""

from collections.abc import Sequence
from functools import cached_property
from io import BytesIO
from typing import Any

from briefpress.impose.drawing import Outline
from briefpress.units import mm_to_pt

_MM_PER_PT = 1 / mm_to_pt(1.0)
Step = tuple[float, ...]


class Letters:
    """Draws text with one font file."""

    def __init__(self, font: bytes) -> None:
        """Read the font when the first letter is wanted."""
        self._data = font

    def line(self, text: str, x: float, y: float, size: float) -> Outline:
        """One line of text whose baseline begins at `x`, `y` (mm), `size` in pt."""
        contours: list[tuple[Step, ...]] = []
        scale = size * _MM_PER_PT / self._units
        for letter in text:
            name = self._names.get(ord(letter), ".notdef")
            contours += _contours(self._glyphs, name, (x, y), scale)
            x += self._glyphs[name].width * scale
        return Outline(tuple(contours))

    def width(self, text: str, size: float) -> float:
        """How long a line of text is, mm."""
        names = (self._names.get(ord(letter), ".notdef") for letter in text)
        units = float(sum(self._glyphs[name].width for name in names))
        return units * size * _MM_PER_PT / self._units

    @cached_property
    def _font(self) -> Any:  # noqa: ANN401 - the library has no types
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - only sheets have lettering

        return TTFont(BytesIO(self._data), lazy=True)

    @cached_property
    def _glyphs(self) -> Any:  # noqa: ANN401
        return self._font.getGlyphSet()

    @cached_property
    def _names(self) -> dict[int, str]:
        return dict(self._font.getBestCmap())

    @property
    def _units(self) -> float:
        return float(self._font["head"].unitsPerEm)


def _contours(
    glyphs: Any,  # noqa: ANN401
    name: str,
    origin: tuple[float, float],
    scale: float,
) -> list[tuple[Step, ...]]:
    """The contours of one glyph, its quadratic curves as cubic ones."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen  # noqa: PLC0415 - as above

    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    contours: list[tuple[Step, ...]] = []
    steps: list[Step] = []
    at = (0.0, 0.0)
    for operator, points in pen.value:
        if operator in ("closePath", "endPath"):
            contours.append(tuple(steps))
        elif operator == "moveTo":
            steps = [_placed(points, origin, scale)]
        elif operator == "lineTo":
            steps.append(_placed(points, origin, scale))
        else:
            steps += [_placed(curve, origin, scale) for curve in _cubics(at, points)]
        at = points[-1] if points else at
    return contours


def _placed(
    points: Sequence[tuple[float, float]], origin: tuple[float, float], scale: float
) -> Step:
    return tuple(
        value for x, y in points for value in (origin[0] + x * scale, origin[1] - y * scale)
    )


def _cubics(
    start: tuple[float, float], points: Sequence[tuple[float, float]]
) -> list[list[tuple[float, float]]]:
    """A run of TrueType's quadratic curves, with its implied points, as cubic curves."""
    from fontTools.pens.basePen import decomposeQuadraticSegment  # noqa: PLC0415 - as above

    curves = []
    for handle, end in decomposeQuadraticSegment(points):
        curves.append([_two_thirds(start, handle), _two_thirds(end, handle), end])
        start = end
    return curves


def _two_thirds(point: tuple[float, float], handle: tuple[float, float]) -> tuple[float, float]:
    return (
        point[0] + (handle[0] - point[0]) * 2 / 3,
        point[1] + (handle[1] - point[1]) * 2 / 3,
    )
