"""Sources: from words on a page back to the line of Markdown or YAML that they were typed on."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import normalize

from briefpress.diagnostics import NOWHERE, Where
from briefpress.model.edition import Manuscript
from briefpress.model.entry import Entry
from briefpress.model.library import Library
from briefpress.model.tokens import LINK, PAGE_REFERENCE, TOKEN

_NO_LETTER = re.compile(r"[\W\d_]+")
_FENCE = re.compile(r"^/{3,}.*?(\||$)")
PIECES = (40, 24, 16)
"""Letters. What is looked for where the whole is not found, because facts and long forms of
abbreviations stand in between."""

Line = tuple[str, Where]


class Sources:
    """The texts of one edition as letters alone, which neither markup nor line breaks part."""

    def __init__(self, manuscript: Manuscript, library: Library) -> None:
        """Take in every text that the edition may print."""
        letters: list[str] = []
        self._starts: list[int] = []
        self._places: list[Where] = []
        length = 1
        for text, where in _lines(manuscript, library):
            self._starts.append(length)
            self._places.append(where)
            letters.append(text)
            length += len(text)
        self._letters = "|" + "".join(letters)

    def where(self, text: str) -> Where:
        """The line on which the text begins; nowhere if it is in no source."""
        wanted = letters_of(text)
        found = self._letters.find(f"|{wanted}|") + 1 if wanted else 0
        pieces = iter(_pieces(wanted))
        while found <= 0 and (piece := next(pieces, None)):
            found = self._letters.find(piece)
        return self._places[bisect_right(self._starts, found) - 1] if found > 0 else NOWHERE


def letters_of(text: str) -> str:
    """The letters of a text, small, in one form."""
    return _NO_LETTER.sub("", normalize("NFKC", text)).casefold()


def _pieces(wanted: str) -> Iterator[str]:
    """The whole, then ever smaller pieces of it, from its beginning on; none that is too short."""
    if len(wanted) >= PIECES[-1]:
        yield wanted
    for size in PIECES:
        for start in range(0, len(wanted) - size + 1, size // 2):
            yield wanted[start : start + size]


def _lines(manuscript: Manuscript, library: Library) -> Iterator[Line]:
    """Every text of the edition, in the order in which a place is to be found."""
    for selected in manuscript.sections:
        for number, text in enumerate(selected.text.splitlines(), 1):
            yield _plain(_FENCE.sub("", text)), selected.section.where_of(number)
        yield "|", NOWHERE
    yield from _entries(
        (
            *(selected.section.front for selected in manuscript.sections),
            *manuscript.messages,
            *library.themes.values(),
            manuscript.brand.data,
            manuscript.audience,
            manuscript.publication,
            *library.figures.values(),
            *manuscript.others,
        )
    )


def _entries(entries: Iterable[Entry]) -> Iterator[Line]:
    for entry in entries:
        for text, where, _ in entry.texts():
            yield _plain(text), where
            yield "|", NOWHERE


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """The letters that a reader sees of a text with markup."""
    without = TOKEN.sub("", PAGE_REFERENCE.sub("", text))
    return letters_of(LINK.sub("", without))
