"""Hearing: everything that a person or a tool gets of a file, as one row of words.

Its text, what is read out in the place of pictures and links, bookmarks, addresses of links, what
it says of itself, and its name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import pikepdf

from briefpress.check.reading.anatomy import Link, Mark, Structure
from briefpress.check.reading.seen import Seen
from briefpress.markup import elements, is_element
from briefpress.model.belongings import numbers_of, words_of
from briefpress.model.checked import Spot
from briefpress.model.transcript import Transcript

_CARRIED = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+")
_TAG = re.compile(r"<[^>]*>")
_BARRIER = ""
"""A word that no text has: what stands on its two sides is not read as one."""


@dataclass(frozen=True)
class Heard:
    """A piece of what is heard: where, in words, and what."""

    place: str
    text: str
    spot: Spot | None = None


class Ear:
    """All that is heard of a file, as one row of words."""

    def __init__(self, streams: Iterable[Iterable[Heard]]) -> None:
        """Listen to streams one after another; words do not run on from one to the next."""
        self.pieces: list[Heard] = []
        self.words: list[str] = []
        self._from: list[int] = []
        for stream in streams:
            for piece in stream:
                words = words_of(piece.text)
                self._from += [len(self.pieces)] * len(words)
                self.words += words
                self.pieces.append(piece)
            self.words.append(_BARRIER)
            self._from.append(-1)

    @property
    def transcript(self) -> Transcript:
        """All of it, to be held once more against what belongs to others."""
        numbers = dict.fromkeys(n for piece in self.pieces for n in numbers_of(piece.text))
        return Transcript(" ".join(self.words), tuple(numbers))

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether these words are all that some pieces say."""
        before = self._from[start - 1] if start else -1
        after = self._from[end] if end < len(self._from) else -1
        return before != self._from[start] and after != self._from[end - 1]

    def at(self, start: int, end: int) -> tuple[Heard, ...]:
        """The pieces that these words come from."""
        return tuple(self.pieces[index] for index in dict.fromkeys(self._from[start:end]))


def heard_on_pages(texts: Iterable[Seen]) -> Iterator[Heard]:
    """What stands on the pages, and what is read out in its place."""
    for seen in texts:
        yield Heard(f"page {seen.page}", seen.text, seen.spot)
        if seen.spoken:
            yield Heard(f"page {seen.page}, read out", seen.spoken, seen.spot)


def heard_in_tree(structure: Structure, marks: Iterable[Mark]) -> Iterator[Heard]:
    """Alternative texts, expansions and titles, and the bookmarks."""
    for said in structure.strings:
        yield Heard(f"page {said.page}, {said.kind}" if said.page else said.kind, said.text)
    for mark in marks:
        yield Heard("bookmark", mark.title)


def heard_of_links(links: Iterable[Link]) -> Iterator[Heard]:
    """Where links lead to, and what is read out of them."""
    for link in links:
        left, top, right, bottom = link.box
        spot = Spot(link.page, left, top, right - left, bottom - top)
        yield Heard(f"page {link.page}, link", link.address, spot)
        yield Heard(f"page {link.page}, link", link.said, spot)


SAID = ("alt", "title", "aria-label", "aria-description", "content", "placeholder", "value")
"""Attributes of HTML that people or tools are told."""
LEADING = ("href", "src", "action", "data")


def heard_on_web(root: Element) -> Iterator[Heard]:
    """The text of a web page in its order, with what is told in the place of pictures."""
    if not is_element(root):
        yield Heard("comment", root.text or "")
    elif root.tag not in ("script", "style"):
        yield from (Heard(f"{root.tag}, {name}", root.get(name, "")) for name in SAID)
        yield Heard(str(root.tag), root.text or "")
        for child in root:
            yield from heard_on_web(child)
            yield Heard(str(root.tag), child.tail or "")


def heard_of_ways(root: Element) -> Iterator[Heard]:
    """Where a web page leads to, but not the files that it carries; and what its styles say."""
    for element in elements(root):
        for name in LEADING:
            address = element.get(name, "")
            if not address.startswith("data:"):
                yield Heard(f"{element.tag}, {name}", address)
        if element.tag in ("script", "style"):
            yield Heard(str(element.tag), without_files(element.text or ""))


def without_files(css: str) -> str:
    """A style or script without the files that it carries, which say nothing."""
    return _CARRIED.sub("data:,", css)


def heard_of_itself(file: pikepdf.Pdf, name: str) -> Iterator[Heard]:
    """What a file says of itself, and its name."""
    for key, value in file.docinfo.items():
        yield Heard(f"document property {key.removeprefix('/')}", str(value))
    if "/Metadata" in file.Root:
        packet = file.Root.Metadata.read_bytes().decode("utf-8", "replace")
        yield Heard("metadata", _TAG.sub(" ", packet))
    yield Heard("file name", name)
