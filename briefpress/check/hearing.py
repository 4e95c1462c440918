"""Hearing: everything that a person or a tool gets of a file, as one row of words.

Its text, what is read out in the place of pictures and links, bookmarks, addresses of links, what
it says of itself, and its name.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import attrgetter
from xml.etree.ElementTree import Element

import pikepdf

from briefpress.check.ear import Heard, Stretch, stretch_of
from briefpress.check.reading.anatomy import Link, Mark, Structure
from briefpress.check.reading.seen import Seen
from briefpress.markup import elements, is_element

_CARRIED = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+")
_TAG = re.compile(r"<[^>]*>")


def heard_on_pages(texts: Iterable[Seen]) -> Iterator[Stretch]:
    """What stands on the pages, and what is read out in its place, page by page."""
    for _, group in groupby(texts, key=attrgetter("page")):
        shown = tuple(group)
        yield Stretch(tuple(_said(shown)), partial(_on_page, shown))
    yield stretch_of(())


def _said(texts: tuple[Seen, ...]) -> Iterator[str]:
    for seen in texts:
        yield seen.text
        if seen.spoken:
            yield seen.spoken


def _on_page(texts: tuple[Seen, ...]) -> tuple[Heard, ...]:
    return tuple(piece for seen in texts for piece in _pieces(seen))


def _pieces(seen: Seen) -> Iterator[Heard]:
    yield Heard(f"page {seen.page}", seen.text, seen.spot)
    if seen.spoken:
        yield Heard(f"page {seen.page}, read out", seen.spoken, seen.spot)


def heard_in_tree(structure: Structure) -> Iterator[Stretch]:
    """Alternative texts, expansions and titles, page by page."""
    for page, strings in groupby(structure.strings, key=attrgetter("page")):
        pieces = (Heard(f"page {page}, {s.kind}" if page else s.kind, s.text) for s in strings)
        yield stretch_of(pieces, is_parted=True)


def heard_in_marks(marks: Iterable[Mark]) -> Stretch:
    """The bookmarks."""
    return stretch_of((Heard("bookmark", mark.title) for mark in marks), is_parted=True)


def heard_of_links(links: Iterable[Link]) -> Iterator[Stretch]:
    """Where links lead to, and what is read out of them, page by page."""
    for page, group in groupby(links, key=attrgetter("page")):
        pieces = (
            Heard(f"page {page}, link", text, link.spot)
            for link in group
            for text in (link.address, link.said)
        )
        yield stretch_of(pieces, is_parted=True)


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
