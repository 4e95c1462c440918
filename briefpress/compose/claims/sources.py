"""Sources: from words on a page back to the line of Markdown or YAML that they were typed on."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from briefpress.compose.memory import Memory
from briefpress.diagnostics import NOWHERE, Where
from briefpress.model.edition import Manuscript
from briefpress.model.entry import Entry
from briefpress.model.library import Library
from briefpress.model.tokens import LINK, PAGE_REFERENCE, TOKEN

_NO_LETTER = re.compile(r"[\W\d_]+")
_FENCE = re.compile(r"^/{3,}.*?(\||$)")
_EDGE = "|"
"""Stands between texts, so that a whole one can be told from a part."""
PIECES = (40, 24, 16)
"""Letters. What is looked for where the whole is not found, because facts and long forms of
abbreviations stand in between."""
TEXTS = 2048
"""How many texts are remembered; a briefing has about 300."""

Line = tuple[str, Where]


class Wanted(NamedTuple):
    """Letters that are looked for: as a whole text, or anywhere."""

    letters: str
    is_whole: bool = False


Step = tuple[Wanted, Where | None, Where | None]


class Letters:
    """Texts as letters alone, which neither markup nor line breaks part."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Take in every line."""
        letters: list[str] = []
        self._starts: list[int] = []
        self._places: list[Where] = []
        length = 0
        for text, where in lines:
            self._starts.append(length)
            self._places.append(where)
            letters.append(text)
            length += len(text)
        self._letters = "".join(letters)
        self._wholes: dict[str, Where] = {}
        at = 0
        for whole in self._letters.split(_EDGE):
            self._wholes.setdefault(whole, self._place(at))
            at += len(whole) + len(_EDGE)

    def where(self, wanted: Wanted) -> Where | None:
        """The line on which these letters first begin, if they are there."""
        if wanted.is_whole:
            return self._wholes.get(wanted.letters)
        at = self._letters.find(wanted.letters)
        return self._place(at) if at >= 0 else None

    def _place(self, at: int) -> Where:
        return self._places[bisect_right(self._starts, at) - 1] if self._places else NOWHERE


class Lead:
    """Where to look for a text, from its whole to its pieces, as far as anybody has looked."""

    def __init__(self, steps: Iterator[Step]) -> None:
        """Nobody has looked yet."""
        self._known: list[Step] = []
        self._more = steps

    @classmethod
    def to(cls, where: Where) -> "Lead":
        """To a place that is known."""
        return cls(iter([(Wanted("", is_whole=True), where, None)]))

    def __iter__(self) -> Iterator[Step]:
        """What to look for, and where it is in what comes before and after a board's own texts."""
        yield from self._known
        for step in self._more:
            self._known.append(step)
            yield step


class Leads:
    """Finds texts in what all boards have in common, on both sides of the board's own."""

    def __init__(self, manuscript: Manuscript, library: Library) -> None:
        """Take in every text of the edition but those of its brand."""
        self._ahead = Letters(_ahead(manuscript, library))
        self._behind = Letters(_behind(manuscript, library))
        self._leads: Memory[Lead] = Memory(TEXTS)

    def of(self, text: str) -> Lead:
        """Where to look for a text."""
        return self._leads.get(text, lambda: Lead(self._steps(text)))

    def _steps(self, text: str) -> Iterator[Step]:
        for wanted in _wanted(text):
            ahead = self._ahead.where(wanted)
            yield wanted, ahead, self._behind.where(wanted) if ahead is None else None


@dataclass(frozen=True)
class Sources:
    """The texts of one edition: what all boards have in common, and the board's `own`."""

    leads: Leads
    own: Letters

    def where(self, text: str) -> Where:
        """The line on which the text begins; nowhere if it is in no source."""
        return self.followed(self.leads.of(text))

    def followed(self, lead: Lead) -> Where:
        """The line to which a lead leads."""
        for wanted, ahead, behind in lead:
            where = ahead or self.own.where(wanted) or behind
            if where is not None:
                return where
        return NOWHERE


def own_letters(brand: Entry) -> Letters:
    """The texts of a brand."""
    return Letters(_entries((brand,)))


def letters_of(text: str) -> str:
    """The letters of a text, small, in one form."""
    return _NO_LETTER.sub("", normalize("NFKC", text)).casefold()


def _wanted(text: str) -> Iterator[Wanted]:
    """What to look for, one after another: the whole, the same inside others, ever smaller pieces.

    Pieces are taken from the beginning on; nothing is looked for inside others that is too short.
    """
    letters = letters_of(text)
    if letters:
        yield Wanted(letters, is_whole=True)
    if len(letters) >= PIECES[-1]:
        yield Wanted(letters)
    for size in PIECES:
        for start in range(0, len(letters) - size + 1, size // 2):
            yield Wanted(letters[start : start + size])


def _ahead(manuscript: Manuscript, library: Library) -> Iterator[Line]:
    """The texts that come before those of the brand, in the order in which a place is found."""
    for selected in manuscript.sections:
        for number, text in enumerate(selected.text.splitlines(), 1):
            yield _plain(_FENCE.sub("", text)), selected.section.where_of(number)
        yield _EDGE, NOWHERE
    fronts = (selected.section.front for selected in manuscript.sections)
    yield from _entries((*fronts, *manuscript.messages, *library.themes.values()))


def _behind(manuscript: Manuscript, library: Library) -> Iterator[Line]:
    """The texts that come after those of the brand."""
    figures, others = library.figures.values(), manuscript.others
    yield from _entries((manuscript.audience, manuscript.publication, *figures, *others))


def _entries(entries: Iterable[Entry]) -> Iterator[Line]:
    for entry in entries:
        for text, where, _ in entry.texts():
            yield _plain(text), where
            yield _EDGE, NOWHERE


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """The letters that a reader sees of a text with markup."""
    without = TOKEN.sub("", PAGE_REFERENCE.sub("", text))
    return letters_of(LINK.sub("", without))
