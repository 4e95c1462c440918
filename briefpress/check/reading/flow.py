"""The flow of a file: its text in reading order, as its structure tree leads through it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from briefpress.check.reading.anatomy import Place
from briefpress.check.reading.plain import plain
from briefpress.check.reading.seen import Seen, SeenPage


@dataclass(frozen=True)
class Flow:
    """Pieces of text in an order, and their plain text as one."""

    texts: tuple[Seen, ...]

    @cached_property
    def plain(self) -> str:
        """The plain text of all pieces."""
        return "".join(self._pieces)

    def at(self, start: int, end: int) -> tuple[Seen, ...]:
        """The pieces that a part of the plain text stands in."""
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, end - 1)
        return self.texts[first : last + 1]

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        return tuple(plain(seen.text) for seen in self.texts)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(accumulate(map(len, self._pieces)))


def flows(pages: Iterable[SeenPage], order: Iterable[Place]) -> tuple[Flow, Flow]:
    """What the structure tree leads to, in its order; and what it does not, as it is painted."""
    placed: dict[Place, list[Seen]] = {}
    texts = [seen for page in pages for seen in page.texts]
    for seen in texts:
        placed.setdefault((seen.page, seen.mcid), []).append(seen)
    led = [seen for place in dict.fromkeys(order) for seen in placed.get(place, ())]
    reached = {id(seen) for seen in led}
    aside = tuple(seen for seen in texts if id(seen) not in reached)
    return Flow(tuple(led)), Flow(aside)
