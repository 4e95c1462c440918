"""HTML cut in two: what belongs to the plate, and the slots that belong to the brand.

A template gives each element that holds a brand's words or pictures a name, `data-slot`. A slot
stands in a fixed place: taken out of the flow, or alone on its page; so what is around it does not
move with what is in it.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefpress.tagwise import TagReader

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


@dataclass
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
    body = _Reader(html).body()
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


class _Reader(TagReader):
    """Reads where elements begin and end."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._html = html
        self._lines = [0]
        for line in html.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._open = [_Element("", 0, 0)]
        self._bodies: list[_Element] = []

    def body(self) -> _Element:
        """The body, with all that is in it."""
        self.feed(self._html)
        self.close()
        if len(self._bodies) != 1:
            raise CutError("the document has no body")
        return self._bodies[0]

    @property
    def _at(self) -> int:
        return self.place(self._lines)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or ""
        element = _Element(tag, self._at, self._at + len(text), dict(attrs).get(SLOT) or "")
        if element.slot and any(outer.slot for outer in self._open):
            raise CutError(f"the slot {element.slot} stands in another")
        self._open[-1].below.append(element)
        if tag in _VOID:
            element.outer = element.end = element.inner
        else:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag, attrs

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1:
            element = self._open.pop()
            element.outer = self._at
            element.end = self._html.index(">", self._at) + 1 if element.tag == tag else self._at
            if element.tag == "body":
                self._bodies.append(element)
            if element.tag == tag:
                return
