"""Rule on what is read out: screen readers say what the page and the document say, and no more."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from xml.etree.ElementTree import Element

from briefpress.check.judged import SHOWN, Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.check.reading.composed import SECTIONS
from briefpress.check.reading.plain import plain
from briefpress.check.reading.seen import Seen
from briefpress.markup import Markup, is_element
from briefpress.model.belongings import words_in, words_of
from briefpress.model.checked import Fault, Spot

SHARED = "section"
"""Elements that are the same objects in the trees of many pages."""
SAID = ("alt", "title", "aria-label", "content")
"""Attributes of HTML whose words a document says."""


def read_out(opened: Opened) -> Judged:
    """No replacement, description, expansion or link says what the document does not."""
    replaced = [seen for seen in opened.texts if seen.spoken]
    strings = [*_strings(opened)]
    faults = [*_replaced(replaced), *_unsaid(strings, opened.markup)]
    return judged(counted(len(replaced) + len(strings), "text"), faults)


def _replaced(texts: list[Seen]) -> Iterator[Fault]:
    """Pieces of text in the place of which another is read out."""
    for (page, _, spoken), pieces in groupby(texts, key=lambda s: (s.page, s.mcid, s.spoken)):
        shown = list(pieces)
        text = "".join(piece.text for piece in shown)
        if not _alike(text, spoken):
            message = f"page {page}: {spoken[:SHOWN]!r} is read out for {text[:SHOWN]!r}"
            yield Fault(message, tuple(piece.spot for piece in shown))


def _alike(text: str, spoken: str) -> bool:
    """The same letters and figures. Signs may be named otherwise; joined letters stand anyhow."""
    one, other = plain(text), plain(spoken)
    if one == other or not any(sign.isalnum() for sign in one + other):
        return True
    joined = not any(sign.isascii() and sign.isalnum() for sign in one + other)
    return joined and sorted(one) == sorted(other)


Read = tuple[str, str, tuple[Spot, ...]]
"""Where a text is read out, in words; the text; and where it stands on a page, if that is known."""


def _strings(opened: Opened) -> Iterator[Read]:
    for said in opened.structure.strings:
        yield f"page {said.page}, {said.kind}", said.text, ()
    for link in opened.links:
        yield f"page {link.page}, link", link.said, (link.spot,)


def _unsaid(strings: list[Read], markup: Markup) -> Iterator[Fault]:
    """Strings with a word that the document has nowhere."""
    apart = frozenset().union(*_words(markup.root))
    strange = [read for read in strings if not apart.issuperset(words_of(read[1]))]
    if not strange:
        return
    # Words of one block that several elements make up: 1 and Plugs may be read as one.
    known = apart.union(words_in("".join(markup.root.itertext())))
    for place, text, spots in strange:
        new = [word for word in words_of(text) if word not in known]
        if new:
            message = f"{place}: {text[:SHOWN]!r} is read out; the document has no {new[0]!r}"
            yield Fault(message, spots)


def _words(element: Element) -> Iterator[Iterable[str]]:
    """The words of an element and of what is below it, text by text."""
    said = element.attrib
    yield words_of(element.text or "")
    yield from (words_of(said[name]) for name in SAID if name in said)
    for child in element:
        if child.tag == SHARED:
            yield _words_of(child)
        elif is_element(child):
            yield from _words(child)
        yield words_of(child.tail or "")


@lru_cache(maxsize=SECTIONS)
def _words_of(section: Element) -> frozenset[str]:
    """The words of a section, which is the same for many pages."""
    return frozenset().union(*_words(section))
