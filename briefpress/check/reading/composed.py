"""Composed pages read fast: a page that says all that it means needs none of a browser's rules.

Browsers mend what is written amiss, by rules that take most of the time of reading a page. What
templates write is seldom amiss. So a page is read here tag by tag, and where anything in it would
be mended, or might be, it is read by the rules.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from briefpress.markup import BLOCKS, Markup, read_markup
from briefpress.tagwise import after_doctype, tags_of, written_of

_ODD = ("\r", "\0")
"""Line ends that are not ours."""
_ATTRIBUTE = re.compile(r"[a-z][a-z0-9-]*|viewBox")
"""Names that browsers leave as they are."""
_SECTION = re.compile(r"<(?:(?P<end>/section>)|section\b)")
SECTIONS = 512
"""Sections that are remembered: pages of all boards have most of them in common."""
_KEPT = 16384
"""What tags say that is remembered: most of it is said in all documents."""
_VOID = frozenset({"br", "col", "hr", "img", "link", "meta", "wbr"})
_INLINE = "a abbr b bdi bdo cite code em i q small span strong sub sup time u wbr"
_HEAD = frozenset({"title", "meta", "link"})
_KNOWN = (
    BLOCKS | _HEAD | frozenset(f"{_INLINE} head caption colgroup col".split()) - {"form", "pre"}
)
_CLOSING = BLOCKS - {"br", "img"}
"""What ends a paragraph that is open."""
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset({"circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg"})
"""Elements of drawings; those with text in them follow rules of their own."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ALONE = ("p", "a")
"""Elements that do not stand in one of their own, or end where a block begins."""
_ITEMS = frozenset({"dd", "dt"})
_ROWS = frozenset({"tbody", "thead", "tfoot"})
_PARENTS: Mapping[str, frozenset[str]] = {
    "head": frozenset({"html"}),
    "body": frozenset({"html"}),
    "title": frozenset({"head"}),
    "li": frozenset({"ol", "ul"}),
    "dt": frozenset({"dl", "div"}),
    "dd": frozenset({"dl", "div"}),
    "tr": _ROWS,
    "td": frozenset({"tr"}),
    "th": frozenset({"tr"}),
    "col": frozenset({"colgroup"}),
    **dict.fromkeys((*_ROWS, "caption", "colgroup"), frozenset({"table"})),
}
"""Where an element stands that would be moved, or others closed for it, anywhere else."""
_CHILDREN: Mapping[str, frozenset[str]] = {
    "html": frozenset({"head", "body"}),
    "head": _HEAD,
    "title": frozenset(),
    "table": _ROWS | {"caption", "colgroup"},
    "tr": frozenset({"td", "th"}),
    "colgroup": frozenset({"col"}),
    **dict.fromkeys(_ROWS, frozenset({"tr"})),
}
"""What alone stands in an element out of which all else would be moved."""
_TEXTLESS = frozenset(_CHILDREN) - {"title"}


class _MendedError(Exception):
    """A browser would mend the page, or might."""


def read_composed(html: str) -> Markup:
    """A whole page as `read_markup` reads it; of its mistakes nothing is told."""
    try:
        return Markup(_Reader(html).root(), ())
    except _MendedError:
        return read_markup(html)


def _sections(html: str) -> Iterator[tuple[int, int]]:
    """Where sections that stand in no other begin and end."""
    depth = begin = 0
    for tag in _SECTION.finditer(html):
        if not tag["end"]:
            begin = begin if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield begin, tag.end()


@lru_cache(maxsize=SECTIONS)
def _section(html: str, tail: str) -> Element:
    """A section and the space after it; nobody may change it, for many pages have it."""
    element = _Reader(html).alone()
    element.tail = tail
    return element


class _Reader:
    """Reads one page."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._open: list[Element] = []
        self._root: Element | None = None
        self._last: Element | None = None
        self._within = dict.fromkeys(_ALONE, 0)

    def root(self) -> Element:
        """The page as a tree."""
        html, at = self._html, after_doctype(self._html)
        if not at or any(sign in html for sign in _ODD):
            raise _MendedError
        for begin, end in _sections(html):
            self._read(html[at:begin])
            at = max(end, html.find("<", end))
            tail = html[end:at]
            if any(self._within.values()) or tail.strip():
                self._read(html[begin:at])
            else:
                self._graft(html[begin:end], tail)
        self._read(html[at:])
        if self._root is None or self._open or [e.tag for e in self._root] != ["head", "body"]:
            raise _MendedError
        return self._root

    def alone(self) -> Element:
        """The page as an element that stands in a body."""
        body = Element("body")
        self._open.append(body)
        self._read(self._html)
        if self._open != [body] or len(body) != 1:
            raise _MendedError
        return body[0]

    def _graft(self, section: str, tail: str) -> None:
        """A section as it was read for all pages, with the space after it."""
        over = self._open[-1].tag if self._open else ""
        if _is_mended("section", over, False, False):  # noqa: FBT003 - as below
            raise _MendedError
        self._last = _section(section, tail)
        self._open[-1].append(self._last)

    def _read(self, html: str) -> None:
        """A piece of the page."""
        at = 0
        tags = tags_of(html)
        if tags is None:
            raise _MendedError
        for tag in tags:
            begin, end = tag.span()
            if at < begin:
                self._text(html[at:begin])
            at = end
            closed, name, said, empty = tag.groups()
            if closed:
                self._close(closed)
            else:
                self._start(name, said, is_empty=bool(empty))
        if at < len(html):
            self._text(html[at:])

    def _text(self, text: str) -> None:
        over = self._open[-1] if self._open else None
        if over is None or over.tag in _TEXTLESS:
            if text and not text.isspace():
                raise _MendedError
            if over is None:
                return
        if "&" in text:
            text = unescape(text)
        if self._last is None:
            over.text = (over.text or "") + text
        else:
            self._last.tail = (self._last.tail or "") + text

    def _start(self, name: str, said: str, *, is_empty: bool) -> None:
        over = self._open[-1].tag if self._open else ""
        if _is_mended(name, over, bool(self._within["p"]), bool(self._within["a"])):
            raise _MendedError
        is_drawn = name in _DRAWN
        attributes = dict(_said(said, is_drawn=is_drawn)) if said else {}
        if self._open:
            full = f"{_SVG}{name}" if is_drawn else name
            element = SubElement(self._open[-1], full, attributes)
            if name in _ITEMS and over == "div" and self._open[-2].tag != "dl":
                raise _MendedError
        elif self._root is None:
            self._root = element = Element(name, attributes)
        else:
            raise _MendedError
        ends = is_empty if is_drawn else name in _VOID
        self._last = element if ends else None
        if not ends:
            self._open.append(element)
            if name in _ALONE:
                self._within[name] += 1

    def _close(self, name: str) -> None:
        if not self._open or self._open[-1].tag != (f"{_SVG}{name}" if name in _DRAWN else name):
            raise _MendedError
        self._last = self._open.pop()
        if name in _ALONE:
            self._within[name] -= 1


@lru_cache(maxsize=_KEPT)
def _is_mended(name: str, over: str, in_paragraph: bool, in_link: bool) -> bool:  # noqa: FBT001 - remembered by what it is asked
    """Whether an element might be moved, or another closed for it; `over` it is the innermost."""
    if not over:
        return name != "html"
    if name in _DRAWN:
        return (over in _CHILDREN) if name == "svg" else not over.startswith(_SVG)
    return (
        name not in _KNOWN
        or name == "html"
        or over.startswith(_SVG)
        or over not in _PARENTS.get(name, {over})
        or name not in _CHILDREN.get(over, {name})
        or (name in _CLOSING and in_paragraph)
        or (name == "a" and in_link)
        or (name in _HEADINGS and over in _HEADINGS)
    )


@lru_cache(maxsize=_KEPT)
def _said(text: str, *, is_drawn: bool) -> tuple[tuple[str, str], ...]:
    """The attributes of a tag, none of which is there twice or would be written otherwise."""
    found = written_of(text)
    names = {name for name, _ in found}
    is_plain = all(map(_ATTRIBUTE.fullmatch, names)) and (is_drawn or "viewBox" not in names)
    if len(names) < len(found) or not is_plain:
        raise _MendedError
    return tuple((name, value or "") for name, value in found)
