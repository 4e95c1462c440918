"""Belongings: which words, numbers and files belong to some brands or audiences alone.

Built once for a library, so that a document of any of 150 brands is held against all others by
looking its words up: short texts by their first words, long ones by every run of a few words.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from unicodedata import normalize

from briefpress.diagnostics import Where
from briefpress.model.tokens import LINK, PAGE_REFERENCE, TOKEN

Words = tuple[str, ...]
Owners = frozenset[str]

RUN = 6
"""Words. As many in a row do not come about twice by chance."""
FIRST = 2
"""Words that a short text is looked up by."""
LEAST = 4
"""Words of a text that is known by them wherever it stands; a shorter one is, where it stands
alone. Names may be shorter."""
SHORTEST = 2
"""Words of a text that is no name."""
SHORTEST_NUMBER = 7
"""Figures. Shorter ones are national (999, 116 123) and nobody's own."""
_KEPT = 16384
"""Texts. Files of many brands have most of theirs in common."""
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(f"{TOKEN.pattern}|{PAGE_REFERENCE.pattern}")
_NUMBER = re.compile(r"\+?\d(?:[\s().\u00a0-]{0,3}\d)+")


@dataclass(frozen=True)
class Item:
    """A text that belongs to some: what it is, whose, and where it stands. A name may be short."""

    what: str
    text: str
    owners: Owners
    where: Where
    is_name: bool = False


@dataclass(frozen=True)
class Match:
    """Items of the same words that were found: from which word to before which.

    `turn` says in which turn of looking.
    """

    items: Sequence[Item]
    start: int
    end: int
    turn: int

    def moved(self, by: int) -> "Match":
        """The same among words before which so many others stand."""
        return Match(self.items, self.start + by, self.end + by, self.turn)


@dataclass(frozen=True)
class Find:
    """An item of others that was found: from which word to before which."""

    item: Item
    start: int
    end: int

    @property
    def needs_to_stand_alone(self) -> bool:
        """Whether so few words may be another text's, unless nothing stands beside them."""
        return self.end - self.start < LEAST and not self.item.is_name


def words_in(text: str) -> Words:
    """The words of a text as they are compared: small, without signs."""
    return tuple(_WORD.findall(normalize("NFKC", text).casefold()))


words_of = lru_cache(maxsize=_KEPT)(words_in)
"""The same, kept. Of a line or a name, not of a whole document, which no other has."""


@lru_cache(maxsize=_KEPT)
def numbers_of(text: str) -> tuple[str, ...]:
    """The numbers of a text, each as its figures; `+44` is `0`."""
    return tuple(national(match[0]) for match in _NUMBER.finditer(normalize("NFKC", text)))


def national(number: str) -> str:
    """The figures of a number as it is dialled in its country."""
    figures = "".join(sign for sign in number if sign.isdecimal())
    if number.lstrip().startswith("+44") or figures.startswith("0044"):
        figures = "0" + figures.removeprefix("00").removeprefix("44").removeprefix("0")
    return figures


class Belongings:
    """The items of all owners of one kind, and what each of them may say."""

    def __init__(self, items: Iterable[Item], own: Mapping[str, Iterable[str]]) -> None:
        """Register what belongs to whom; `own` are all texts that each owner may print."""
        self._own = {owner: Say(texts) for owner, texts in own.items()}
        self._short: dict[Words, dict[Words, list[Item]]] = {}
        self._runs: dict[Words, Item] = {}
        self._numbers: dict[str, Item] = {}
        for item in items:
            for number in numbers_of(item.text):
                if len(number) >= SHORTEST_NUMBER:
                    self._numbers.setdefault(number, item)
            for chunk in chunks_of(item.text):
                self._register(words_of(chunk), item)
        self._sizes = frozenset(map(len, self._numbers))

    def own(self, owner: str) -> "Say":
        """What an owner may say."""
        return self._own[owner]

    def foreign(self, owner: str, words: Sequence[str], *also: "Say") -> Iterator[Find]:
        """The items of others among these words, which neither the owner may say nor `also`."""
        may = (self._own[owner], *also)
        row = tuple(words)
        for match in self.found(row, len(row)):
            if not said_by(may, row[match.start : match.end]):
                yield from others(match, owner)

    def found(self, words: Words, stop: int) -> Iterator[Match]:
        """The items of anybody that begin among the first so many of these words, turn by turn."""
        short, runs = self._short, self._runs
        for length in range(1, FIRST + 1):
            for start in _places(words, length, short, stop):
                for sequence, items in short[words[start : start + length]].items():
                    end = start + len(sequence)
                    if words[start:end] == sequence:
                        yield Match(items, start, end, length)
        for start in _places(words, RUN, runs, stop):
            end = start + RUN
            yield Match((runs[words[start:end]],), start, end, RUN)

    def foreign_numbers(self, owner: str, text: str, *also: "Say") -> Iterator[tuple[str, Item]]:
        """The numbers of others in a text."""
        for number in numbers_of(text):
            yield from self.foreign_in(owner, number, *also)

    def foreign_in(self, owner: str, number: str, *also: "Say") -> Iterator[tuple[str, Item]]:
        """The numbers of others in the figures of one."""
        may = (self._own[owner], *also)
        for size in self._sizes:
            for start in range(len(number) - size + 1):
                part = number[start : start + size]
                item = self._numbers.get(part)
                if item and owner not in item.owners and not any(s.dials(part) for s in may):
                    yield part, item

    def _register(self, words: Words, item: Item) -> None:
        if len(words) > RUN:
            for start in range(len(words) - RUN + 1):
                self._runs.setdefault(words[start : start + RUN], item)
        elif len(words) >= SHORTEST or (item.is_name and words):
            self._short.setdefault(words[:FIRST], {}).setdefault(words, []).append(item)


def _places(words: Sequence[str], length: int, known: Container[Words], stop: int) -> list[int]:
    """Where so many words in a row are known, among the first so many places."""
    rows = zip(*(words[first : stop + first] for first in range(length)), strict=False)
    return [start for start, row in enumerate(rows) if row in known]


class Say:
    """The words and numbers of some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the texts in."""
        texts = tuple(texts)
        joined = (" ".join(words_of(chunk)) for text in texts for chunk in chunks_of(text))
        self._text = f" {' | '.join(joined)} "
        self._numbers = frozenset(number for text in texts for number in numbers_of(text))

    @property
    def words(self) -> str:
        """All that they say, as it is compared."""
        return self._text

    def says(self, words: Words) -> bool:
        """Whether these words stand in a row in one of them."""
        row = self._row
        many = len(words)
        return any(
            row[start : start + many] == words for start in self._starts.get(words[:FIRST], ())
        )

    @cached_property
    def _row(self) -> Words:
        """Its words, with bars between texts: the rows in it are looked up, not searched for."""
        return tuple(self._text.split(" "))

    @cached_property
    def _starts(self) -> Mapping[Words, Sequence[int]]:
        """Where in the row each word stands, and each pair of words."""
        found: dict[Words, list[int]] = {}
        for length in range(1, FIRST + 1):
            for start in range(len(self._row)):
                found.setdefault(self._row[start : start + length], []).append(start)
        return found

    def dials(self, number: str) -> bool:
        """Whether a number is, or is part of, one of theirs."""
        return any(number in own for own in self._numbers)


def others(match: Match, owner: str) -> Iterator[Find]:
    """The items of a match that are not of this owner."""
    for item in match.items:
        if owner not in item.owners:
            yield Find(item, match.start, match.end)


def said_by(may: Iterable[Say], words: Words) -> bool:
    """Whether one of those says these words."""
    return any(say.says(words) for say in may)


def chunks_of(text: str) -> Iterator[str]:
    """A text without its markup, parted where facts and page references stand."""
    start = 0
    plain = LINK.sub("](", text)
    for match in _BREAK.finditer(plain):
        yield plain[start : match.start()]
        start = match.end()
    yield plain[start:]
