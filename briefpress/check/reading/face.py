"""A face: a font file of ours, as a register of which glyph stands for which letters."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from io import BytesIO
from itertools import product
from typing import Any

from fontTools.ttLib import TTFont

Letters = frozenset[str]
NOBODY: Letters = frozenset()
_DEEPEST = 4
"""Substitutions one after another; a letter of ours goes through two at most."""
_SINGLE, _ALTERNATE, _LIGATURE, _EXTENSION = 1, 3, 4, 7
"""Types of lookups in GSUB (OpenType 1.9)."""


class Face:
    """One font file. Glyphs are known by their number, which stays the same in a subset of it."""

    def __init__(self, data: bytes) -> None:
        """Read a font file.

        Raises:
            TTLibError: it is none that we can read.
        """
        self._font = TTFont(BytesIO(data), lazy=True)
        self._names = self._font.getGlyphOrder()
        self._nominal: dict[str, set[str]] = {}
        for code, name in (self._font.getBestCmap() or {}).items():
            self._nominal.setdefault(name, set()).add(chr(code))

    @property
    def name(self) -> str:
        """Its full name."""
        return str(self._font["name"].getDebugName(4) or "")

    def letters(self, glyph: int) -> Letters:
        """What a glyph may stand for: its own characters, or those that it is made from."""
        if not 0 <= glyph < len(self._names):
            return NOBODY
        return frozenset(self._letters(self._names[glyph], _DEEPEST))

    def outline(self, glyph: int) -> object:
        """What a glyph draws; equal for glyphs that look the same."""
        if not 0 <= glyph < len(self._names) or "glyf" not in self._font:
            return None
        table = self._font["glyf"]
        found = table[self._names[glyph]]
        coordinates, ends, flags = found.getCoordinates(table)
        return tuple(coordinates), tuple(ends), tuple(flag & 1 for flag in flags)

    def raw(self, glyph: int) -> bytes:
        """The bytes of a glyph; those of a composite name other glyphs by number."""
        places, data = self._places, self._drawings
        if not 0 <= glyph < len(places) - 1:
            return b""
        return data[places[glyph] : places[glyph + 1]]

    @cached_property
    def _places(self) -> list[int]:
        return list(self._font["loca"]) if "loca" in self._font else []

    @cached_property
    def _drawings(self) -> bytes:
        return bytes(self._font.reader["glyf"]) if "glyf" in self._font else b""

    def _letters(self, name: str, depth: int) -> Iterator[str]:
        yield from self._nominal.get(name, ())
        if depth and name not in self._nominal:
            for parts in self._parts.get(name, ()):
                every = [tuple(self._letters(part, depth - 1)) for part in parts]
                yield from map("".join, product(*every))

    @cached_property
    def _parts(self) -> dict[str, list[tuple[str, ...]]]:
        """For each glyph that is put in the place of others, those others."""
        made: dict[str, list[tuple[str, ...]]] = {}
        for lookup in _lookups(self._font):
            for target, parts in _substitutions(lookup):
                made.setdefault(target, []).append(parts)
        return made


@lru_cache(maxsize=64)
def face_of(data: bytes) -> Face:
    """The face of a font file; read once, though every document brings the file."""
    return Face(data)


def _lookups(font: TTFont) -> Iterator[Any]:
    """The subtables of GSUB, as they are inside extensions."""
    table = font["GSUB"].table if "GSUB" in font else None
    lists = table.LookupList if table is not None else None
    for lookup in lists.Lookup if lists is not None else ():
        for subtable in lookup.SubTable:
            is_extended = subtable.LookupType == _EXTENSION
            yield subtable.ExtSubTable if is_extended else subtable


def _substitutions(subtable: Any) -> Iterator[tuple[str, tuple[str, ...]]]:  # noqa: ANN401
    """What a subtable puts in the place of what."""
    kind = subtable.LookupType
    if kind == _SINGLE:
        for source, target in subtable.mapping.items():
            yield target, (source,)
    elif kind == _ALTERNATE:
        for source, targets in subtable.alternates.items():
            for target in targets:
                yield target, (source,)
    elif kind == _LIGATURE:
        for first, ligatures in subtable.ligatures.items():
            for ligature in ligatures:
                yield ligature.LigGlyph, (first, *ligature.Component)
