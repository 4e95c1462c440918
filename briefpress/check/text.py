"""Preflight rules on plain-text editions: the words of the page, and nothing but text."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from briefpress.check.claims import forgotten
from briefpress.check.ear import Ear, Heard, stretch_of
from briefpress.check.judged import Judged, counted, judged
from briefpress.check.leaks import leaks_of_audiences, leaks_of_brands
from briefpress.markup import classes, elements, read_markup, text_of
from briefpress.model.checked import Fault
from briefpress.model.document import Document

_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"<https://[^>\s]*>|https://|/(?=[\s.,;)]|$)")
"""What the text says of links and the page does not, or says in another way."""
_ODD = ("Cc", "Cn", "Co", "Cs")
"""Unicode's categories of signs that are no text."""
_PAGE_ONLY = frozenset({"anchor", "forms"})
CONTEXT = 6
"""Words. Enough to find a place."""


@dataclass(frozen=True)
class TextPage:
    """A document whose page has been made into text."""

    document: Document
    text: str

    @cached_property
    def ear(self) -> Ear:
        """Everything that is heard of it: its text, and its name."""
        name = Heard("file name", str(self.document.edition.path))
        return Ear([stretch_of((Heard("text", self.text), name), is_parted=True)])

    @property
    def files(self) -> Mapping[str, bytes]:
        """None: it is text."""
        return {}


def words(page: TextPage) -> Judged:
    """The text has the words of the main part of the page, in the same order.

    The numbers of lists are the text's own, and addresses stand there in full.
    """
    main = next(elements(read_markup(page.document.html).root, "main"), None)
    wanted = _words(text_of(main, _is_page_only)) if main is not None else []
    got = _words(page.text)
    faults = _differences(wanted, got) if wanted else ["the page has no main part"]
    return judged(counted(len(got), "word"), map(Fault, faults))


def signs(page: TextPage) -> Judged:
    """No sign that an editor or a mail program would stumble over."""
    odd = {sign for sign in page.text if sign != "\n" and unicodedata.category(sign) in _ODD}
    faults = (Fault(f"the text has the sign U+{ord(sign):04X}") for sign in sorted(odd))
    return judged(counted(page.text.count("\n"), "line"), faults)


TextRule = Callable[[TextPage], Judged]
TEXT_RULES: Mapping[str, TextRule] = {
    "LAYOUT-FORGETS": forgotten,
    "LEAK-AUDIENCE": leaks_of_audiences,
    "LEAK-BRAND": leaks_of_brands,
    "PLAIN-WORDS": words,
    "PLAIN-SIGNS": signs,
}


def _differences(wanted: list[str], got: list[str]) -> Iterator[str]:
    """The first place at which the words differ; a number that only the text has is a list's."""
    place = 0
    for index, word in enumerate(wanted):
        while got[place : place + 1] != [word] and "".join(got[place : place + 1]).isdigit():
            place += 1
        if got[place : place + 1] != [word]:
            said = _shown(got, place)
            yield f"where the page says {_shown(wanted, index)!r}, the text says {said!r}"
            return
        place += 1
    if place < len(got):
        yield f"the text says {_shown(got, place)!r} after the end of the page"


def _shown(said: list[str], place: int) -> str:
    return " ".join(said[place : place + CONTEXT])


def _words(text: str) -> list[str]:
    return _WORD.findall(_ADDRESS.sub(" ", text))


def _is_page_only(element: Element) -> bool:
    """What a page has for those who press."""
    return bool(_PAGE_ONLY & classes(element)) or element.tag == "summary"
