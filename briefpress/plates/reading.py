"""What is seen on a plate, read once for all its brands: where text stands, and on which colours.

Where a brand has nothing but running matter, the file of each shows the same text at the same
places; only colours differ. The plate is in colours that mark the brand's, so its picture tells on
which of them each piece of text is painted, and a palette tells how far two are apart. A page that
has anything else to it is read in each file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefpress.check.reading.arrays import NDArray, np
from briefpress.check.reading.ink import COVERED
from briefpress.check.reading.pages import Look, looks
from briefpress.check.reading.pictures import SCALE
from briefpress.check.reading.seen import Ink, Seen, SeenPage
from briefpress.palette import PAPER, TEXT_CONTRAST, Palette, contrast
from briefpress.plates.colours import token_of
from briefpress.units import mm_to_pt

CELL = 6
"""Points. The page is looked at in cells so large, for whether anything stands there."""
SIDE = int(CELL * SCALE)
"""Pixels of a cell."""
STEP = 0.1
"""Contrasts are told in steps of so much, as where they are measured."""
Pair = tuple[str, str]
"""The tokens of an ink and of what is under it."""


@dataclass(frozen=True)
class PageReading:
    """A page as it is for all brands: what is seen, on what, and which of its cells are paper.

    `pairs` are by piece of text. `free` has a bit for each cell, row after row of `across`.
    """

    seen: SeenPage
    pairs: tuple[tuple[Pair, ...], ...]
    free: bytes
    across: int

    def has_room(self, seen: Seen) -> bool:
        """Whether there is nothing but paper where a piece of text is to stand."""
        left, top, right, bottom = (int(mm_to_pt(side) // CELL) for side in seen.box)
        bits = np.unpackbits(np.frombuffer(self.free, np.uint8))
        grid = bits[: len(bits) // self.across * self.across].reshape(-1, self.across)
        area = grid[max(0, top) : bottom + 1, max(0, left) : right + 1]
        return bool(area.size) and bool(area.all())


def readings_of(pdf: bytes, apart: frozenset[int]) -> Mapping[int, PageReading]:
    """The pages of a plate that can be read once; those `apart` have slots of their own."""
    found = (_reading(look) for look in looks(pdf) if look.seen.number not in apart)
    return {reading.seen.number: reading for reading in found if reading is not None}


def known_pages(
    readings: Mapping[int, PageReading], palette: Palette, running: Mapping[int, Sequence[Seen]]
) -> Mapping[int, SeenPage]:
    """What is seen on the pages of one brand; `running` is what it adds to each, read on paper.

    A page is left out where a colour is not clear of its ground, or something is under what the
    brand adds: then it is measured.
    """
    known: dict[int, SeenPage] = {}
    apart: dict[tuple[Pair, ...], float] = {}
    for number, reading in readings.items():
        added = running.get(number, ())
        if palette.paper == PAPER and all(reading.has_room(seen) for seen in added):
            texts = list(_coloured(reading, palette, apart))
            if all(seen.ink.contrast >= TEXT_CONTRAST for seen in texts):
                own = (replace(seen, page=number) for seen in added)
                known[number] = replace(reading.seen, texts=(*texts, *own))
    return known


def _coloured(
    reading: PageReading, palette: Palette, apart: dict[tuple[Pair, ...], float]
) -> Iterator[Seen]:
    """The pieces of text of a plate in the colours of a brand; `apart` keeps what is found."""
    for seen, pairs in zip(reading.seen.texts, reading.pairs, strict=True):
        if pairs not in apart:
            apart[pairs] = _told(pairs, palette)
        yield replace(seen, ink=Ink(seen.ink.pixels, 0.0, 0.0, apart[pairs]))


def _told(pairs: tuple[Pair, ...], palette: Palette) -> float:
    """How far the nearest of these colours of a brand are apart."""
    apart = min(contrast(getattr(palette, ink), getattr(palette, on)) for ink, on in pairs)
    return int(apart / STEP + STEP / 2) * STEP


def _reading(look: Look) -> PageReading | None:
    """A page read; None if it has more to it than tokens on tokens."""
    pairs: list[tuple[Pair, ...]] = []
    for seen, area, colour in zip(look.seen.texts, look.areas, look.colours, strict=True):
        ink = token_of(colour)
        grounds = _grounds(look, area)
        if ink is None or grounds is None or seen.opacity != 1.0 or seen.oddity:
            return None
        pairs.append(tuple((ink, ground) for ground in grounds))
    free, across = _free(look)
    return PageReading(look.seen, tuple(pairs), free, across)


def _grounds(look: Look, area: tuple[int, int, int, int]) -> list[str] | None:
    """The tokens under a piece of text; None if one is no token, or something covers the text."""
    left, top, right, bottom = area
    part = (slice(top, bottom), slice(left, right))
    inked = look.pictures.letters[part] <= COVERED
    bare, page = look.pictures.bare[part][inked], look.pictures.page[part][inked]
    if not len(bare) or (bare[:, :3] == page[:, :3]).all(axis=1).any():
        return None
    found = [token_of((red, green, blue)) for blue, green, red in np.unique(bare[:, :3], axis=0)]
    named = [token for token in found if token is not None]
    return named if len(named) == len(found) else None


def _free(look: Look) -> tuple[bytes, int]:
    """Which cells are all paper, and how many are in a row."""
    page: NDArray[np.uint8] = look.pictures.page[:, :, :3]
    height, width = page.shape[0] // SIDE * SIDE, page.shape[1] // SIDE * SIDE
    paper = (page[:height, :width] == _paper()).all(axis=2)
    cells = paper.reshape(height // SIDE, SIDE, width // SIDE, SIDE).all(axis=(1, 3))
    return np.packbits(cells.ravel()).tobytes(), width // SIDE


def _paper() -> NDArray[np.uint8]:
    """What a page without anything shows: white, which no brand changes."""
    return np.array((255, 255, 255), np.uint8)
