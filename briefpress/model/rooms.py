"""Rooms that a layout keeps for logos, and how large logos stand in them. All lengths in mm.

Logos look equally large when they cover equal areas, not when they are equally high: a crest that
is as high as a long line of letters is lost beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Annotated

from pydantic import Field

from briefpress.model.entry import Entry
from briefpress.model.lengths import Millimetres

LOCKUP = 5.0
"""Width by height of the usual logo, a mark with a name in two lines beside it."""
WIDEST = 10.0
"""A logo that is even wider gets no more width than one of this shape: it would shout."""
_FINE = 0.01
_TINY = 1e-6

Length = Annotated[Millimetres, Field(gt=0)]


@dataclass(frozen=True)
class Size:
    """How large a logo is printed."""

    width: float
    height: float


class LogoRoom(Entry):
    """The room of the board's own logo.

    `height` is that of the usual logo, five times as wide as high; others cover the same area, but
    none is higher than `tallest` or wider than `width`.
    """

    width: Length
    height: Length
    tallest: Length

    def size_of(self, aspect: float) -> Size:
        """The size of a logo whose width by its height is `aspect`."""
        return _size(aspect, self.height, self.tallest, self.width)


class LogoLine(Entry):
    """One line of partners' logos, none of which looks larger than another.

    `height` is that of the usual logo where there is room, and `tallest` that of a narrow one; all
    shrink together, until the usual one is `least` high, so that more of them stand in the line.
    `gap` is kept clear between two.
    """

    width: Length
    height: Length
    tallest: Length
    least: Length
    gap: Length

    def sizes_of(self, aspects: Sequence[float]) -> tuple[Size, ...]:
        """The sizes of as many logos as fit, from the first; those of the rest are left out."""
        for count in range(len(aspects), 0, -1):
            some = aspects[:count]
            if self._length(some, self.least) <= self.width + _TINY:
                height = self._largest(some)
                return tuple(self._size_of(aspect, height) for aspect in some)
        return ()

    def largest(self, aspect: float) -> Size:
        """The size of a logo that stands in the line alone."""
        return self._size_of(aspect, self.height)

    def _size_of(self, aspect: float, height: float) -> Size:
        return _size(aspect, height, self.tallest * height / self.height, self.width)

    def _length(self, aspects: Sequence[float], height: float) -> float:
        widths = [self._size_of(aspect, height).width for aspect in aspects]
        return sum(widths) + self.gap * (len(widths) - 1)

    def _largest(self, aspects: Sequence[float]) -> float:
        """The largest height at which they fit; the line grows with it, so it can be halved."""
        low, high = min(self.least, self.height), self.height
        if self._length(aspects, high) <= self.width:
            return high
        while high - low > _FINE:
            middle = (low + high) / 2
            if self._length(aspects, middle) <= self.width:
                low = middle
            else:
                high = middle
        return low


def _size(aspect: float, height: float, tallest: float, width: float) -> Size:
    """The size of the same area as a usual logo of this height."""
    most = min(width, height * sqrt(LOCKUP * WIDEST))
    high = min(tallest, height * sqrt(LOCKUP / aspect), most / aspect)
    return Size(aspect * high, high)
