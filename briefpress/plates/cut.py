"""HTML cut in two: what belongs to the plate, and the slots that belong to the brand.

A template gives each element that holds a brand's words or pictures a name, `data-slot`. A slot
stands in a fixed place: taken out of the flow, or alone on its page; so what is around it does not
move with what is in it.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from briefpress.tagwise import after_doctype, attributes_of, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT, HOLE = "data-slot", "data-hole"
"""A slot is named by a template; a hole is what the engine takes note of."""
NOTHING = "\u200b"
FILLING = f"&#{ord(NOTHING)};"
"""Nothing that could be seen. Of an element that is empty the engine keeps no box in margins."""
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_OWN = re.compile(r'<meta name="(?:author|dcterms\.modified)"[^>]*>\n?')
"""What the head says of the brand."""
_HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)
_LANGUAGE = re.compile(r"<html[^>]*>")
_ID = re.compile(r'\bid="([^"]*)"')

Attributes = list[tuple[str, str | None]]
Mark = tuple[bool, str, int, int, str]
"""A tag: whether it ends an element, which, from where to where it stands, the name of a slot."""


class CutError(Exception):
    """The slots of a document cannot be told from the rest."""


@dataclass(frozen=True)
class Frame:
    """A part of the body that holds slots: what stands around and between them, emptied."""

    names: tuple[str, ...]
    html: str


@dataclass(frozen=True)
class Cut:
    """A document in two: `skeleton` with its slots emptied, and each slot in its frame."""

    skeleton: str
    frames: tuple[Frame, ...]
    own: str
    """What the head says of the brand."""
    language: str
    inside: frozenset[str] = frozenset()
    """The ids of elements in slots."""


@dataclass(slots=True)
class _Element:
    """An element as it stands in the text: `start` to `end`, and what is between its tags."""

    tag: str
    start: int
    inner: int
    slot: str = ""
    below: "list[_Element]" = field(default_factory=list)
    outer: int = 0
    end: int = 0

    def slots(self) -> "Iterator[_Element]":
        """It or those in it that are slots, in order."""
        if self.slot:
            yield self
            return
        for element in self.below:
            yield from element.slots()


def cut(html: str) -> Cut:
    """Cut composed HTML.

    Raises:
        CutError: two slots have one name, or one is in another.
    """
    body = _body(html)
    slots = list(body.slots())
    names = [slot.slot for slot in slots]
    if len(set(names)) < len(names):
        raise CutError(f"two slots have one name: {', '.join(sorted(names))}")
    head = _HEAD.search(html)
    language = _LANGUAGE.search(html)
    if head is None or language is None:
        raise CutError("the document has no head")
    return Cut(
        skeleton=_OWN.sub("", _skeleton(html, slots)),
        frames=tuple(
            Frame(tuple(slot.slot for slot in part.slots()), _framed(html, part))
            for part in body.below
            if any(part.slots())
        ),
        own="".join(_OWN.findall(head[0])),
        language=language[0],
        inside=frozenset(name for s in slots for name in _ID.findall(html[s.start : s.end])),
    )


def _skeleton(html: str, slots: list[_Element]) -> str:
    """The text without what is in slots, whose own tags say only where they are."""
    kept, at = [], 0
    for slot in slots:
        kept += [html[at : slot.start], _bare(html, slot), html[slot.outer : slot.end]]
        at = slot.end
    return "".join((*kept, html[at:]))


def _bare(html: str, slot: _Element) -> str:
    """The first tag of a slot, which is the same for all brands."""
    return html[slot.start : slot.inner].replace(f"{SLOT}=", f"{HOLE}=", 1) + FILLING


def _framed(html: str, element: _Element) -> str:
    """A part with its slots; what is beside them is emptied, so that selectors still count it."""
    first, last = html[element.start : element.inner], html[element.outer : element.end]
    if element.slot:
        return html[element.start : element.end].replace(f"{SLOT}=", f"{HOLE}=", 1)
    if not any(element.slots()):
        return first + last
    return "".join((first, *(_framed(html, below) for below in element.below), last))


def _body(html: str) -> _Element:
    """The body, with all that is in it."""
    root = _Element("", 0, 0)
    bodies: list[_Element] = []
    inside = [root]
    for mark in _marks(html):
        if mark[0]:
            bodies += (one for one in _ended(inside, mark) if one.tag == "body")
        else:
            _begun(inside, mark)
    if len(bodies) != 1:
        raise CutError("the document has no body")
    return bodies[0]


def _begun(inside: list[_Element], mark: Mark) -> None:
    """Put an element into the innermost of those that are open."""
    _, tag, start, inner, slot = mark
    element = _Element(tag, start, inner, slot)
    if slot and any(outer.slot for outer in inside):
        raise CutError(f"the slot {slot} stands in another")
    inside[-1].below.append(element)
    if tag in _VOID:
        element.outer = element.end = inner
    else:
        inside.append(element)


def _ended(inside: list[_Element], mark: Mark) -> "Iterator[_Element]":
    """End the innermost element of this name, and those in it that nothing ends."""
    _, tag, outer, end, _ = mark
    while len(inside) > 1:
        element = inside.pop()
        element.outer = outer
        element.end = end if element.tag == tag else outer
        yield element
        if element.tag == tag:
            return


def _marks(html: str) -> "Iterator[Mark]":
    """The tags of elements that have an end, in order."""
    start = after_doctype(html)
    tags = tags_of(html, start) if start else None
    if tags is None:
        reader = _Reader(html)
        reader.feed(html)
        reader.close()
        yield from reader.marks
        return
    for tag in tags:
        ended, name, said, empty = tag.groups()
        if not empty:
            slot = _slot(attributes_of(said)) if said and SLOT in said.lower() else ""
            yield bool(ended), ended or name, *tag.span(), slot


def _slot(attributes: Attributes) -> str:
    return dict(attributes).get(SLOT) or ""


class _Reader(HTMLParser):
    """Reads where tags stand on a page that is not plain."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.marks: list[Mark] = []
        self._html = html
        self._lines = [0]
        for line in html.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        end = self._at + len(self.get_starttag_text() or "")
        self.marks.append((False, tag, self._at, end, _slot(attrs)))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        del tag, attrs

    def handle_endtag(self, tag: str) -> None:
        self.marks.append((True, tag, self._at, self._html.index(">", self._at) + 1, ""))
