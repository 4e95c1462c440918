"""Lettering on sheets: text as outlines of our own font, so that a sheet needs none itself."""

from functools import lru_cache

from briefpress.impose.drawing import Outline
from briefpress.impose.glyphs import Contour, Glyphs
from briefpress.units import mm_to_pt

_MM_PER_PT = 1 / mm_to_pt(1.0)


class Letters:
    """Draws text with one font file."""

    def __init__(self, font: bytes) -> None:
        """Read the font when the first letter is wanted."""
        self._glyphs = Glyphs(font)

    def line(self, text: str, x: float, y: float, size: float) -> Outline:
        """One line of text whose baseline begins at `x`, `y` (mm), `size` in pt."""
        contours: list[tuple[tuple[float, ...], ...]] = []
        scale = self._scale(size)
        for letter in text:
            name = self._glyphs.name(letter)
            contours += (_placed(c, x, y, scale) for c in self._glyphs.contours(name))
            x += self._glyphs.width(name) * scale
        return Outline(tuple(contours))

    def width(self, text: str, size: float) -> float:
        """How long a line of text is, mm."""
        units = sum(self._glyphs.width(self._glyphs.name(letter)) for letter in text)
        return units * self._scale(size)

    def wrapped(self, text: str, width: float, size: float) -> tuple[str, ...]:
        """The text in lines of `width` mm at the most; a word that is longer has one of its own."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return tuple(lines)

    def _scale(self, size: float) -> float:
        """Mm for a unit of the font."""
        return size * _MM_PER_PT / self._glyphs.units


@lru_cache(maxsize=4)
def letters_of(font: bytes) -> Letters:
    """The letters of a font file; sheet after sheet has the same."""
    return Letters(font)


def turned_up(outline: Outline, x: float, y: float) -> Outline:
    """An outline turned a quarter to the left about `x`, `y` (mm), so that it reads upwards."""
    return Outline(
        tuple(
            tuple(
                tuple(
                    value
                    for px, py in zip(step[::2], step[1::2], strict=True)
                    for value in (x + py - y, y - px + x)
                )
                for step in contour
            )
            for contour in outline.contours
        )
    )


def _placed(contour: Contour, x: float, y: float, scale: float) -> tuple[tuple[float, ...], ...]:
    """A contour on the sheet, where y goes down."""
    return tuple(
        tuple(value for px, py in step for value in (x + px * scale, y - py * scale))
        for step in contour
    )
