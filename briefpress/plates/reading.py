"""What is seen on a plate, read once for all its brands: where text stands, and on which colours.

The file of each brand shows the text of the plate at the same places; only colours differ. The
plate is in colours that mark the brand's, so its picture tells on which of them each piece of text
is painted, and a palette tells how far two are apart. A page that has anything else to it is read
in each file.
"""

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefpress.check.reading.arrays import NDArray, np
from briefpress.check.reading.ink import COVERED, SAMPLE, Area
from briefpress.check.reading.objects import Colour
from briefpress.check.reading.pages import Look, looks
from briefpress.check.reading.pictures import DEPTH, SCALE, Pixels
from briefpress.check.reading.seen import Box, Drawn, Ink, Seen, SeenPage
from briefpress.model.document import PageProof
from briefpress.palette import PAPER, TEXT_CONTRAST, Palette, contrast
from briefpress.plates import numbers as n
from briefpress.plates.colours import token_of
from briefpress.units import mm_to_pt

SHOWN = 1024
"""Of a page so many pieces of text are kept in colours of brands; a page has about a hundred."""
CELL = 6
"""Points. The page is looked at in cells so large, for whether anything stands there."""
SIDE = int(CELL * SCALE)
"""Pixels of a cell."""
COLOUR = 0xFFFFFF
"""What of a pixel is its colour, and white, which a page without anything shows for all brands."""
STEP = 0.1
"""Contrasts are told in steps of so much, as where they are measured."""
Pair = tuple[str, str]
"""The tokens of an ink and of what is under it."""


@dataclass(frozen=True)
class PageReading:
    """A page as it is for all brands: what is seen, on what, and what each of its cells shows.

    `pairs` are by piece of text, `shares` by drawing: how much of its place has which token. Of
    `cells` each is a number of four bytes, row after row of `across`: those of 0 are paper, and
    those of one number look the same.
    """

    seen: SeenPage
    pairs: tuple[tuple[Pair, ...], ...]
    cells: bytes
    across: int
    shares: tuple[Mapping[str, float], ...] = ()

    def shown(self, place: int, contrast: float) -> Seen:
        """A piece of text as it is seen where it is so clear of its ground.

        Most tokens are alike for all brands, so what is told once is told again.
        """
        key = (place, contrast)
        if key not in self._shown:
            if len(self._shown) >= SHOWN:
                self._shown.clear()
            seen = self.seen.texts[place]
            self._shown[key] = replace(seen, ink=Ink(seen.ink.pixels, 0.0, 0.0, contrast))
        return self._shown[key]

    @cached_property
    def _shown(self) -> dict[tuple[int, float], Seen]:
        return {}

    def has_room(self, seen: Seen) -> bool:
        """Whether there is nothing but paper where a piece of text is to stand."""
        area = self._area(seen.box)
        return bool(area.size) and not area.any()

    def ground(self, boxes: Sequence[Box]) -> bytes:
        """What is under some places (mm), and around them: the same where that looks the same."""
        return b"".join(self._area(box, around=1).tobytes() for box in boxes)

    def _area(self, box: Box, around: int = 0) -> NDArray[np.uint32]:
        left, top, right, bottom = (int(mm_to_pt(side) // CELL) for side in box)
        grid = np.frombuffer(self.cells, np.uint32).reshape(-1, self.across)
        rows = slice(max(0, top - around), max(0, bottom + around + 1))
        return grid[rows, max(0, left - around) : max(0, right + around + 1)]


@dataclass(frozen=True)
class Added:
    """What is seen of all that a brand adds to a page in one frame.

    What is read `on_paper` is seen so where nothing else is under it.
    """

    texts: tuple[Seen, ...]
    images: tuple[Drawn, ...] = ()
    marks: tuple[float, ...] = ()
    on_paper: bool = False


def readings_of(
    pdf: bytes, pages: Sequence[PageProof] = (), told: frozenset[int] = frozenset()
) -> Mapping[int, PageReading]:
    """The pages of a plate that can be read once.

    Of `pages` are the drawings; on those that are `told` the first marks belong to brands.
    """
    places = [[drawing.box for drawing in page.drawings] for page in pages]
    found = (_reading(look, moved=look.seen.number in told) for look in looks(pdf, places))
    return {reading.seen.number: reading for reading in found if reading is not None}


def known_pages(
    readings: Mapping[int, PageReading], palette: Palette, added: Mapping[int, Sequence[Added]]
) -> Mapping[int, SeenPage]:
    """What is seen on the pages of one brand, which has `added` to them.

    A page is left out where a colour is not clear of its ground, or something is under what was
    read on paper: then it is measured.
    """
    known: dict[int, SeenPage] = {}
    if palette.paper != PAPER:
        return known
    apart: dict[tuple[Pair, ...], float] = {}
    for number, reading in readings.items():
        own = added.get(number, ())
        bare = (seen for one in own if one.on_paper for seen in one.texts)
        marks = [_mark(shares, palette) for shares in reading.shares]
        seen_marks = [mark for mark in marks if mark is not None]
        texts = tuple(_coloured(reading, palette, apart))
        is_clear = all(seen.ink.contrast >= TEXT_CONTRAST for seen in texts)
        if is_clear and len(seen_marks) == len(marks) and all(map(reading.has_room, bare)):
            known[number] = SeenPage(
                number,
                reading.seen.width,
                reading.seen.height,
                (*texts, *(replace(seen, page=number) for one in own for seen in one.texts)),
                (
                    *reading.seen.images,
                    *(replace(i, page=number) for one in own for i in one.images),
                ),
                (*seen_marks, *(mark for one in own for mark in one.marks)),
            )
    return known


def _mark(shares: Mapping[str, float], palette: Palette) -> float | None:
    """How much of a drawing is not of one colour; None if that depends on the brand."""
    if len({getattr(palette, token) for token in shares}) < len(shares):
        return None
    return 1.0 - max(shares.values(), default=0.0)


def _coloured(
    reading: PageReading, palette: Palette, apart: dict[tuple[Pair, ...], float]
) -> Iterator[Seen]:
    """The pieces of text of a plate in the colours of a brand; `apart` keeps what is found."""
    for place, pairs in enumerate(reading.pairs):
        if pairs not in apart:
            apart[pairs] = _told(pairs, palette)
        yield reading.shown(place, apart[pairs])


def _told(pairs: tuple[Pair, ...], palette: Palette) -> float:
    """How far the nearest of these colours of a brand are apart."""
    apart = min(contrast(getattr(palette, ink), getattr(palette, on)) for ink, on in pairs)
    return int(apart / STEP + STEP / 2) * STEP


def _reading(look: Look, *, moved: bool) -> PageReading | None:
    """A page read; None if it has more to it than tokens on tokens."""
    pairs: list[tuple[Pair, ...]] = []
    for seen, area, colour in zip(look.seen.texts, look.areas, look.colours, strict=True):
        ink = token_of(colour)
        grounds = _grounds(look, area)
        if ink is None or grounds is None or seen.opacity != 1.0 or seen.oddity:
            return None
        pairs.append(tuple((ink, ground) for ground in grounds))
    cells, across = _cells(look)
    shares = tuple(_shares(look, area) for area in look.places)
    page = look.seen
    if moved:
        texts = (replace(s, mcid=s.mcid + n.MARKS) if s.mcid >= 0 else s for s in page.texts)
        page = replace(page, texts=tuple(texts))
    return PageReading(page, tuple(pairs), cells, across, shares)


def _grounds(look: Look, area: tuple[int, int, int, int]) -> list[str] | None:
    """The tokens under a piece of text; None if one is no token, or something covers the text."""
    left, top, right, bottom = area
    part = (slice(top, bottom), slice(left, right))
    inked = look.pictures.letters[part] <= COVERED
    bare, page = look.pictures.bare[part][inked], look.pictures.page[part][inked]
    if not len(bare) or (bare[:, :3] == page[:, :3]).all(axis=1).any():
        return None
    found = [token_of(colour) for colour in _colours(bare)]
    named = [token for token in found if token is not None]
    return named if len(named) == len(found) else None


def _colours(pixels: Pixels) -> list[Colour]:
    """Each colour once. As numbers they are sorted in a twentieth of the time."""
    packed = pixels[:, :3].astype(np.int32) @ np.array((65536, 256, 1), np.int32)
    return [(one & 255, one >> 8 & 255, one >> 16) for one in np.unique(packed).tolist()]


def _shares(look: Look, area: Area) -> dict[str, float]:
    """How much of a drawing has which token; what has none is of all other colours."""
    left, top, right, bottom = area
    pixels = look.pictures.bare[top:bottom:SAMPLE, left:right:SAMPLE, :3].reshape(-1, 3)
    colours, counts = np.unique(pixels, axis=0, return_counts=True)
    shares: Counter[str] = Counter()
    for (blue, green, red), count in zip(colours.tolist(), counts.tolist(), strict=True):
        token = token_of((red, green, blue))
        if token is not None:
            shares[token] += count / len(pixels)
    return dict(shares)


def _cells(look: Look) -> tuple[bytes, int]:
    """What each cell shows, as a number, and how many are in a row."""
    page = look.pictures.page
    rows, across = page.shape[0] // SIDE, page.shape[1] // SIDE
    cells = page[: rows * SIDE, : across * SIDE].reshape(rows, SIDE, across, SIDE, DEPTH)
    marked = (cells.view(np.uint32) & COLOUR != COLOUR).any(axis=(1, 3, 4))
    places = marked.nonzero()
    own = np.ascontiguousarray(cells.swapaxes(1, 2)[places][..., :3])
    numbers = np.zeros((rows, across), np.uint32)
    numbers[places] = [zlib.crc32(cell) or 1 for cell in own]
    return numbers.tobytes(), across
