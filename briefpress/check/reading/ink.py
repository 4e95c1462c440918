"""Ink measured: of each piece of text, how much of it the page really shows, and how clearly."""

from collections.abc import Sequence

from briefpress.check.reading.arrays import NDArray, np
from briefpress.check.reading.pictures import PAPER, SCALE, Pictures, Pixels
from briefpress.check.reading.seen import NO_INK, Ink
from briefpress.units import pt_to_mm

Area = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; the last two are not part of it."""

COVERED = 127
"""Letters darker than this cover at least half of a pixel."""
SAME = 1.12
"""Contrast below which nobody tells ink from its ground."""
HIDDEN_COLUMN = 0.6
"""The share of the ink of a column. A rule under or through a word hides less of each column."""
SAMPLE = 2
"""Every second pixel of every second row tells as much of a picture as all of them."""
TENTH = 0.1
KNEE = 0.04045
"""Where the curve of sRGB leaves its straight part."""
_STEP = 0.1
_STEPS = 256
"""Contrasts are counted in steps of 0.1, up to the 21:1 that there can be."""


def measure(pictures: Pictures, areas: Sequence[Area]) -> list[Ink]:
    """The ink of each area. Where two overlap, the later one has the pixels."""
    places, owner = _owned(pictures.letters, areas)
    if not len(owner):
        return [NO_INK] * len(areas)
    contrast = _contrasts(pictures, places)
    hidden = contrast < SAME
    count = len(areas)
    pixels = np.bincount(owner, minlength=count)
    unseen = np.bincount(owner, weights=hidden, minlength=count)
    lowest = _tenths(owner[~hidden], contrast[~hidden], count)
    suspects = np.flatnonzero(unseen)
    rows, columns = np.divmod(places, pictures.letters.shape[1])
    gaps, bands = (
        {int(index): _gap(lines[owner == index], hidden[owner == index]) for index in suspects}
        for lines in (columns, rows)
    )
    return [
        Ink(
            int(pixels[i]),
            float(unseen[i] / pixels[i]),
            gaps.get(i, 0.0),
            float(lowest[i]),
            bands.get(i, 0.0),
        )
        if pixels[i]
        else NO_INK
        for i in range(count)
    ]


def _owned(letters: Pixels, areas: Sequence[Area]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where in the picture, row after row, pixels with ink are, and in which area each is."""
    labels = np.zeros(letters.shape, np.int16)
    for number, (left, top, right, bottom) in enumerate(areas, 1):
        labels[top:bottom, left:right] = number
    parts = [np.zeros(0, np.int64)]
    counts = []
    for number, (left, top, right, bottom) in enumerate(areas, 1):
        part = slice(top, bottom), slice(left, right)
        rows, columns = np.nonzero((letters[part] <= COVERED) & (labels[part] == number))
        parts.append((rows + top) * letters.shape[1] + columns + left)
        counts.append(len(rows))
    return np.concatenate(parts), np.repeat(np.arange(len(areas)), counts)


def _contrasts(pictures: Pictures, places: NDArray[np.int64]) -> NDArray[np.float32]:
    """The contrast of ink with its ground, pixel by pixel (WCAG 2.2, contrast ratio).

    A pixel at the edge of a letter is part ink, part ground; the ink is what it would be if the
    letter covered all of it.
    """
    bare = _at(pictures.bare, places)
    ground = bare.astype(np.float32)
    shown = _at(pictures.page, places).astype(np.float32)
    letters = pictures.letters.reshape(-1)[places, np.newaxis]
    cover = 1.0 - letters.astype(np.float32) / PAPER
    ink = np.clip(np.rint(ground + (shown - ground) / cover), 0, PAPER).astype(np.uint8)
    one, other = luminance(ink), luminance(bare)
    flare = np.float32(0.05)
    ratio = (np.maximum(one, other) + flare) / (np.minimum(one, other) + flare)
    return ratio.astype(np.float32)


def _at(picture: Pixels, places: NDArray[np.int64]) -> Pixels:
    """Blue, green and red of some pixels."""
    return picture.reshape(-1, picture.shape[-1]).take(places, axis=0)[:, :3]


def marks(pictures: Pictures, areas: Sequence[Area]) -> list[float]:
    """The share of each area that has another colour than most of it, its text left out."""
    sides = [
        (slice(top, foot, SAMPLE), slice(left, right, SAMPLE)) for left, top, right, foot in areas
    ]
    return [_marked(pictures.bare[rows, columns, :3]) for rows, columns in sides]


def _marked(colours: Pixels) -> float:
    count = colours.shape[0] * colours.shape[1]
    if not count:
        return 0.0
    packed = colours.astype(np.int32) @ np.array((1, 256, 65536), np.int32)
    _, counts = np.unique(packed, return_counts=True)
    share: float = 1.0 - counts.max() / count
    return share


def luminance(colours: Pixels) -> NDArray[np.float32]:
    """The relative luminance (WCAG 2.2) of blue, green and red from 0 to 255."""
    linear = _LINEAR[colours]
    found: NDArray[np.float32] = linear @ _WEIGHTS
    return found


def _linear() -> NDArray[np.float32]:
    value = np.arange(PAPER + 1) / PAPER
    straight = np.where(value <= KNEE, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return straight.astype(np.float32)


_LINEAR = _linear()
_WEIGHTS = np.array((0.0722, 0.7152, 0.2126), np.float32)


def _tenths(
    owner: NDArray[np.int64], contrast: NDArray[np.float32], count: int
) -> NDArray[np.float64]:
    """For each area the contrast that nine in ten of its pixels reach; 1 where it has none."""
    step = np.minimum(contrast / _STEP, _STEPS - 1).astype(np.int64)
    table = np.bincount(owner * _STEPS + step, minlength=count * _STEPS).reshape(count, _STEPS)
    upto = table.cumsum(axis=1)
    place = (upto > TENTH * upto[:, -1:]).argmax(axis=1)
    lowest: NDArray[np.float64] = np.maximum(1.0, place * _STEP)
    return lowest


def _gap(columns: NDArray[np.int64], hidden: NDArray[np.bool_]) -> float:
    """The widest run of neighbouring columns of ink (mm), or of rows, that are mostly hidden."""
    first = int(columns.min())
    ink = np.bincount(columns - first)
    unseen = np.bincount(columns - first, weights=hidden)
    inked = np.flatnonzero(ink)
    gone = unseen[inked] >= HIDDEN_COLUMN * ink[inked]
    widest = run = 0
    for is_gone in gone:
        run = run + 1 if is_gone else 0
        widest = max(widest, run)
    return pt_to_mm(widest / SCALE)
