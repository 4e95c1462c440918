"""Preflight rules on the setting of text: words, lines through them, spacing and fonts of styles.

What stands on a page is what the source says, so styles may not add to it, change it or undo it.
"""

import re
from collections.abc import Callable, Iterator
from operator import attrgetter

from briefpress.check.judged import Judged, counted, judged, shown, spot_of
from briefpress.check.opened import Opened
from briefpress.model.checked import Fault
from briefpress.model.document import Document, Proof, TextRun

LETTERS = (-0.05, 0.15)
"""em. Between these letters neither touch nor fall apart (UKAAF G003: even spacing)."""
WORDS = (-0.1, 0.5)
"""em, besides the space of the face, which is about a quarter of an em."""
_SAID = re.compile(r"[^\W\d_]{2,}|\d{4,}")
"""A word, or a figure longer than the number of a page."""
_ROMAN = re.compile(r"[ivxlc]+", re.IGNORECASE)
_FACE = re.compile(r"@font-face\s*\{[^}]*?font-family:\s*[\"']?([^\"';}]+)", re.IGNORECASE)


def words_of_styles(opened: Opened) -> Judged:
    """No word on a page comes from a stylesheet, or has become another there."""
    made = list(_chosen(opened.proof, lambda run: run.is_made and says_something(run.text)))
    recased = list(_chosen(opened.proof, attrgetter("is_recased")))
    faults = [*_told(made, "is added by a style"), *_told(recased, "has other capitals by a style")]
    return judged(f"{len(made)} made, {len(recased)} changed", faults)


def says_something(text: str) -> bool:
    """Whether it has a word or a long figure; markers of lists and numbers of pages have none."""
    return any(not _ROMAN.fullmatch(word) for word in _SAID.findall(text))


def struck(opened: Opened) -> Judged:
    """No text is struck out."""
    found = list(_chosen(opened.proof, attrgetter("struck")))
    return judged(f"{len(found)} struck out", _told(found, "is struck out"))


def spacing(opened: Opened) -> Judged:
    """Letters and words stand about as far apart as their face has them."""
    pairs = {_spacing(run) for page in opened.proof.pages for run in page.runs}
    odd = {pair for pair in pairs if not _is_usual(*pair)}
    found = list(_chosen(opened.proof, lambda run: _spacing(run) in odd)) if odd else []
    return judged(f"{len(found)} spaced", _told(found, "is spaced in another way than its face"))


def _spacing(run: TextRun) -> tuple[float, float]:
    return run.letter_spacing, run.word_spacing


def _is_usual(letters: float, words: float) -> bool:
    return LETTERS[0] <= letters <= LETTERS[1] and WORDS[0] <= words <= WORDS[1]


def families(opened: Opened) -> Judged:
    """Every family of fonts that is asked for is brought by a stylesheet."""
    known = _brought(opened.document)
    asked = {run.family for page in opened.proof.pages for run in page.runs if run.family}
    strange = sorted(name for name in asked if name.casefold() not in known)
    found = list(_chosen(opened.proof, lambda run: run.family in strange)) if strange else []
    faults = (
        Fault(
            f"no stylesheet brings a font of the family {name!r}",
            tuple(spot_of(page, run) for page, run in found if run.family == name),
        )
        for name in strange
    )
    return judged(counted(len(known), "family", "families"), faults)


def _brought(document: Document) -> frozenset[str]:
    return frozenset(
        name.strip().casefold()
        for sheet in document.styles.values()
        for name in _FACE.findall(sheet)
    )


Chosen = tuple[int, TextRun]


def _chosen(proof: Proof, wanted: Callable[[TextRun], bool]) -> Iterator[Chosen]:
    for number, page in enumerate(proof.pages, 1):
        yield from ((number, run) for run in filter(wanted, page.runs))


def _told(found: list[Chosen], what: str) -> Iterator[Fault]:
    """One fault a page."""
    for page in dict.fromkeys(page for page, _ in found):
        runs = [run for number, run in found if number == page]
        spots = tuple(spot_of(page, run) for run in runs)
        yield Fault(f"page {page}: {shown(runs)} {what}", spots)
