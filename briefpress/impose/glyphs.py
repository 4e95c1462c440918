"""Glyphs: the shapes of a TrueType font as closed contours of lines and cubic curves."""

from collections.abc import Sequence
from functools import cached_property
from io import BytesIO
from typing import Any

Point = tuple[float, float]
Step = tuple[Point, ...]
"""One point to go straight to, or two handles and the end of a curve."""
Contour = tuple[Step, ...]


class Glyphs:
    """A font's shapes, in its own units. The font is read when the first one is wanted."""

    def __init__(self, font: bytes) -> None:
        """Draw with this font file."""
        self._data = font
        self._shapes: dict[str, tuple[Contour, ...]] = {}
        self._widths: dict[str, float] = {}

    @property
    def units(self) -> float:
        """Units of the font for the size of its type."""
        return float(self._font["head"].unitsPerEm)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """What its glyphs cover: left, bottom, right, top."""
        head = self._font["head"]
        return (head.xMin, head.yMin, head.xMax, head.yMax)

    def name(self, letter: str) -> str:
        """The glyph of a letter."""
        return str(self._names.get(ord(letter), ".notdef"))

    def name_at(self, place: int) -> str:
        """The glyph at a place in the font."""
        return str(self._font.getGlyphName(place))

    def width(self, name: str) -> float:
        """How far the pen moves on after a glyph."""
        if name not in self._widths:
            self._widths[name] = float(self._set[name].width)
        return self._widths[name]

    def contours(self, name: str) -> tuple[Contour, ...]:
        """The shape of a glyph; none for a space. What has been read is remembered."""
        if name not in self._shapes:
            self._shapes[name] = self._read(name)
        return self._shapes[name]

    def _read(self, name: str) -> tuple[Contour, ...]:
        from fontTools.pens.recordingPen import DecomposingRecordingPen  # noqa: PLC0415 - as below

        pen = DecomposingRecordingPen(self._set)
        self._set[name].draw(pen)
        contours: list[Contour] = []
        steps: list[Step] = []
        for operator, points in pen.value:
            if operator in ("closePath", "endPath"):
                contours.append(tuple(steps))
            elif operator == "moveTo":
                steps = [tuple(points)]
            elif operator == "lineTo":
                steps.append(tuple(points))
            else:
                steps += _cubics(steps[-1][-1], points)
        return tuple(contours)

    @cached_property
    def _font(self) -> Any:  # noqa: ANN401 - the library has no types
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - only who draws letters reads fonts

        return TTFont(BytesIO(self._data), lazy=True)

    @cached_property
    def _set(self) -> Any:  # noqa: ANN401
        return self._font.getGlyphSet()

    @cached_property
    def _names(self) -> Any:  # noqa: ANN401
        return self._font.getBestCmap()


def _cubics(start: Point, points: Sequence[Any]) -> list[Step]:
    """A run of TrueType's quadratic curves, with its implied points, as cubic curves.

    A contour without a point on its curve ends with None; its start has then been implied, too.
    """
    from fontTools.pens.basePen import decomposeQuadraticSegment  # noqa: PLC0415 - as above

    given = [point for point in points if point is not None]
    curves: list[Step] = []
    for handle, end in decomposeQuadraticSegment(given):
        curves.append((_two_thirds(start, handle), _two_thirds(end, handle), end))
        start = end
    return curves


def _two_thirds(point: Point, handle: Point) -> Point:
    return (
        point[0] + (handle[0] - point[0]) * 2 / 3,
        point[1] + (handle[1] - point[1]) * 2 / 3,
    )
