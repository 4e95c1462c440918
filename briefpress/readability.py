"""Readability: how long sentences are and how hard words, for each audience. It fails nothing.

The grade is that of Flesch and Kincaid (1975), 0.39 words a sentence + 11.8 syllables a word -
15.59: the year of an American school in which a text is read with ease. Syllables are those at
which pyphen would break a word; it leaves some out, so the grade is a little low, and good for
comparing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefpress.compose import compose
from briefpress.diagnostics import Where
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.selection import select

LONG = 25
"""Words. GOV.UK asks for sentences of no more (publishing accessible documents)."""
FEWEST = 4
"""Words. Less is a label, no sentence, unless it ends like one."""
_READ = re.compile(r"(?:^|/)(?:sections/[^/]+\.md|messages\.yaml|audiences\.yaml)$")
"""What authors write for readers; references, contacts and fixed words are no running text."""
_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]*[^\W\d_a-z])")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_CLOSED = re.compile(r"[.!?…][\"”’)]*$")


@dataclass(frozen=True)
class Sentence:
    """A sentence, how many words it has, and the line of the source that it begins on."""

    text: str
    words: int
    where: Where


@dataclass(frozen=True)
class Reading:
    """What one audience has to read; `grade` is 0 where it means nothing: in other languages."""

    audience: str
    sentences: tuple[Sentence, ...]
    grade: float

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(sentence.words for sentence in self.sentences)

    @property
    def mean(self) -> float:
        """Words in a sentence, on average."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def long(self) -> int:
        """How many sentences have more words than readers are asked to hold in mind."""
        return sum(sentence.words > LONG for sentence in self.sentences)

    def longest(self, count: int) -> tuple[Sentence, ...]:
        """The longest sentences, the longest first."""
        return tuple(sorted(self.sentences, key=lambda one: -one.words)[:count])


def readings_of(library: Library, editions: Iterable[Edition]) -> tuple[Reading, ...]:
    """The reading of each audience, from the first of its editions."""
    first: dict[str, Edition] = {}
    for edition in editions:
        first.setdefault(edition.audience, edition)
    return tuple(_reading(library, edition) for edition in first.values())


def sentences_of(claims: Iterable[Claim]) -> Iterator[Sentence]:
    """The sentences of the running text of a document, each once."""
    seen: set[str] = set()
    for claim in claims:
        if claim.kind is not ClaimKind.TEXT or not _READ.search(claim.where.file):
            continue
        for text in _END.split(claim.text):
            count = len(_WORD.findall(text))
            is_sentence = count >= FEWEST or (count > 1 and _CLOSED.search(text))
            if is_sentence and text not in seen:
                seen.add(text)
                yield Sentence(text, count, claim.where)


def grade_of(sentences: Sequence[Sentence]) -> float:
    """The grade of Flesch and Kincaid; 0 for no text."""
    words = [word for sentence in sentences for word in _WORD.findall(sentence.text)]
    if not words:
        return 0.0
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def syllables_of(word: str) -> int:
    """In how many parts a word could be broken, at least 1."""
    return len(_dictionary().positions(word)) + 1


@cache
def _dictionary() -> Any:  # noqa: ANN401 - pyphen has no types
    from pyphen import Pyphen  # noqa: PLC0415 - it reads a dictionary; only this needs it

    return Pyphen(lang="en_GB", left=1, right=1)


def _reading(library: Library, edition: Edition) -> Reading:
    document = compose(select(library, edition), library)
    sentences = tuple(sentences_of(document.claims))
    english = library.publication.language.startswith("en")
    return Reading(edition.audience, sentences, grade_of(sentences) if english else 0.0)
