"""Lettering: words as outlines of a font's letters, so that a logo needs no font to be shown."""

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from itertools import zip_longest
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

_PAIRS = 2
"""The type of a lookup that moves pairs of glyphs (OpenType, GPOS lookup type 2)."""
_BY_GLYPH = 1


class Lettering:
    """Draws lines of text with the glyphs of one font. One glyph a character: no ligatures."""

    def __init__(self, font: bytes) -> None:
        """Read a TrueType font."""
        self._font = TTFont(BytesIO(font), lazy=True)
        self._glyphs = self._font.getGlyphSet()
        self._names: dict[int, str] = self._font.getBestCmap()
        self._em: int = self._font["head"].unitsPerEm

    def can_set(self, text: str) -> bool:
        """Whether the font has a glyph for each character, and they stand side by side."""
        return all(ord(c) in self._names for c in text)

    def width(self, text: str, size: float) -> float:
        """How wide a line is; in the unit of `size`, which is that of the em."""
        return sum(advance for _, advance in self._placed(text)) * size / self._em

    def line(self, text: str, size: float, x: float, baseline: float) -> str:
        """The data of an SVG path that shows a line of text. `can_set` must hold."""
        scale = size / self._em
        pen = SVGPathPen(self._glyphs, ntos=_short)
        for name, advance in self._placed(text):
            placed = TransformPen(pen, (scale, 0, 0, -scale, x, baseline))
            self._glyphs[name].draw(placed)
            x += advance * scale
        return str(pen.getCommands())

    def _placed(self, text: str) -> Iterator[tuple[str, float]]:
        """The glyphs of a line, each with its advance in units of the font, kerned."""
        names = [self._names[ord(c)] for c in text]
        for name, after in zip_longest(names, names[1:], fillvalue=""):
            yield name, self._glyphs[name].width + self._kerning(name, after)

    def _kerning(self, left: str, right: str) -> float:
        return next(
            (
                move
                for table in self._pairs
                if left in table.Coverage.glyphs
                and (move := _move_of(table, left, right)) is not None
            ),
            0,
        )

    @cached_property
    def _pairs(self) -> list[Any]:
        """The tables of the font that move pairs."""
        if "GPOS" not in self._font:
            return []
        lookups = self._font["GPOS"].table.LookupList.Lookup
        return [
            table for lookup in lookups if lookup.LookupType == _PAIRS for table in lookup.SubTable
        ]


def _move_of(table: Any, left: str, right: str) -> float | None:  # noqa: ANN401 - without types
    """How far a table moves the right one of a pair; None where it does not speak of the pair."""
    if table.Format == _BY_GLYPH:
        pairs = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        found = next((pair.Value1 for pair in pairs if pair.SecondGlyph == right), None)
        return None if found is None else getattr(found, "XAdvance", 0)
    first = table.ClassDef1.classDefs.get(left, 0)
    second = table.ClassDef2.classDefs.get(right, 0)
    value = table.Class1Record[first].Class2Record[second].Value1
    return getattr(value, "XAdvance", 0) if value else 0


def _short(number: float) -> str:
    """A coordinate with one decimal: a tenth of a unit is finer than print."""
    return f"{number:.1f}".removesuffix(".0")
