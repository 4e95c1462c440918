"""The ear: everything that is heard of a file as one row of words, stretch by stretch.

Files of many brands have most of what they say in common, page by page. So the words of a stretch
are found once for all files that have it, and its pieces are made only where something is found.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from briefpress.model.belongings import Words, numbers_of, words_of
from briefpress.model.checked import Spot
from briefpress.model.transcript import Transcript

BARRIER = None
"""Stands between two texts that are not read as one."""
Place = tuple[int, int]
"""The number of a stretch, and of a piece in it."""
_SILENCE = ""
"""The word of a barrier, which no text has."""
_NOBODY = -1
_KEPT = 4096
"""Stretches. A board has some hundred, of which those of its pages are in all its audiences."""


@dataclass(frozen=True)
class Heard:
    """A piece of what is heard: where, in words, and what."""

    place: str
    text: str
    spot: Spot | None = None


@dataclass(frozen=True)
class Stretch:
    """Texts that are heard in a row, with barriers; and the pieces that they are, if asked for."""

    texts: tuple[str | None, ...]
    pieces: Callable[[], Sequence[Heard]]


@dataclass(frozen=True)
class Passage:
    """The words of a stretch, for each of which piece it is, and its numbers, each with its piece.

    A barrier is a word of nobody.
    """

    words: Words
    holders: tuple[int, ...]
    numbers: tuple[tuple[int, str], ...]


def stretch_of(pieces: Iterable[Heard], *, is_parted: bool = False) -> Stretch:
    """Pieces as a stretch that nothing follows; if it is parted, its words do not run on either."""
    told = tuple(pieces)
    texts = [one.text for one in told]
    row = [part for text in texts for part in (text, BARRIER)] if is_parted else [*texts, BARRIER]
    return Stretch(tuple(row), lambda: told)


@lru_cache(maxsize=_KEPT)
def passage_of(texts: tuple[str | None, ...]) -> Passage:
    """The words and numbers of texts in a row."""
    words: list[str] = []
    holders: list[int] = []
    numbers: list[tuple[int, str]] = []
    place = 0
    for text in texts:
        found = words_of(text) if text is not None else (_SILENCE,)
        words += found
        holders += [_NOBODY if text is None else place] * len(found)
        if text is not None:
            numbers += ((place, number) for number in numbers_of(text))
            place += 1
    return Passage(tuple(words), tuple(holders), tuple(numbers))


class Ear:
    """All that is heard of a file, as one row of words."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        """Listen to stretches one after another; words run on unless a barrier is between them."""
        self._stretches = tuple(stretches)
        self.passages = tuple(passage_of(one.texts) for one in self._stretches)
        self.words = [word for passage in self.passages for word in passage.words]
        self._told: dict[int, Sequence[Heard]] = {}
        self._starts = [0, *accumulate(len(passage.words) for passage in self.passages)]

    @property
    def transcript(self) -> Transcript:
        """All of it, to be held once more against what belongs to others."""
        numbers = dict.fromkeys(n for passage in self.passages for _, n in passage.numbers)
        return Transcript(" ".join(self.words), tuple(numbers))

    def windows(self, more: int) -> Iterator[tuple[int, int, Words]]:
        """The words of each passage and so many of those that it runs on to.

        Before them stand the number of its first word, and how many are its own.
        """
        for start, passage in zip(self._starts, self.passages, strict=False):
            own = len(passage.words)
            end = start + own
            runs_on = own and passage.holders[-1] != _NOBODY
            yield start, own, (*passage.words, *(self.words[end : end + more] if runs_on else ()))

    def numbers(self) -> Iterator[tuple[str, Place]]:
        """The numbers in all pieces, in their order, each with the piece that it is in."""
        for index, passage in enumerate(self.passages):
            for place, number in passage.numbers:
                yield number, (index, place)

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether these words are all that some pieces say."""
        before = self._holder(start - 1) if start else None
        after = self._holder(end) if end < len(self.words) else None
        return before != self._holder(start) and after != self._holder(end - 1)

    def at(self, start: int, end: int) -> tuple[Heard, ...]:
        """The pieces that these words come from."""
        return tuple(map(self.piece, dict.fromkeys(map(self._holder, range(start, end)))))

    def piece(self, place: Place) -> Heard:
        """The piece at a place."""
        index, number = place
        return self._pieces(index)[number]

    def _holder(self, word: int) -> Place:
        """The place of the piece that a word is of."""
        index = bisect_right(self._starts, word) - 1
        return index, self.passages[index].holders[word - self._starts[index]]

    def _pieces(self, index: int) -> Sequence[Heard]:
        if index not in self._told:
            self._told[index] = self._stretches[index].pieces()
        return self._told[index]
