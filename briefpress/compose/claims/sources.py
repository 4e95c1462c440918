"""Sources: from words on a page back to the line of Markdown or YAML that they were typed on."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
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


class Letters:
    """Texts as letters alone, which neither markup nor line breaks part."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Take in every line."""
        letters: list[str] = []
        self._starts: list[int] = []
        self._places: list[Where] = []
        length = len(_EDGE)
        for text, where in lines:
            self._starts.append(length)
            self._places.append(where)
            letters.append(text)
            length += len(text)
        self._letters = _EDGE + "".join(letters)

    def where(self, letters: str) -> Where | None:
        """The line on which these letters first begin, if they are there."""
        at = self._letters.find(letters)
        if at < 0:
            return None
        return self._places[bisect_right(self._starts, at + letters.startswith(_EDGE)) - 1]


@dataclass(frozen=True)
class Lead:
    """Where a text is found in what all boards have in common.

    If a board's own texts have one of `first`, it is found there instead.
    """

    where: Where
    first: tuple[str, ...] = ()


class Leads:
    """Finds texts in what all boards have in common, on both sides of the board's own."""

    def __init__(self, manuscript: Manuscript, library: Library) -> None:
        """Take in every text of the edition but those of its brand."""
        self._ahead = Letters(_ahead(manuscript, library))
        self._behind = Letters(_behind(manuscript, library))
        self._leads: Memory[Lead] = Memory(TEXTS)

    def of(self, text: str) -> Lead:
        """Where to look for a text."""
        return self._leads.get(text, lambda: self._found(text))

    def _found(self, text: str) -> Lead:
        tried: list[str] = []
        for letters in _wanted(text):
            where = self._ahead.where(letters)
            if where is not None:
                return Lead(where, tuple(tried))
            tried.append(letters)
            where = self._behind.where(letters)
            if where is not None:
                return Lead(where, tuple(tried))
        return Lead(NOWHERE, tuple(tried))


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
        for letters in lead.first:
            where = self.own.where(letters)
            if where is not None:
                return where
        return lead.where


def own_letters(brand: Entry) -> Letters:
    """The texts of a brand."""
    return Letters(_entries((brand,)))


def letters_of(text: str) -> str:
    """The letters of a text, small, in one form."""
    return _NO_LETTER.sub("", normalize("NFKC", text)).casefold()


def _wanted(text: str) -> Iterator[str]:
    """The letters to look for, one after another: of a text alone, then anywhere, then of pieces.

    The pieces are ever smaller, from its beginning on; none is too short.
    """
    letters = letters_of(text)
    if letters:
        yield f"{_EDGE}{letters}{_EDGE}"
    if len(letters) >= PIECES[-1]:
        yield letters
    for size in PIECES:
        for start in range(0, len(letters) - size + 1, size // 2):
            yield letters[start : start + size]


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
