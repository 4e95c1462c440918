"""Composed pages read fast: a page that says all that it means needs none of a browser's rules.

Browsers mend what is written amiss, by rules that take most of the time of reading a page. What
templates write is seldom amiss. So a page is read here tag by tag, and where anything in it would
be mended, or might be, it is read by the rules.
"""

import re
from collections.abc import Mapping
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from briefpress.markup import BLOCKS, Markup, read_markup

_TAG = re.compile(
    r"<(?:(?P<end>/)(?P<closed>[a-z][a-z0-9]*)"
    r"|(?P<name>[a-z][a-z0-9]*)(?P<said>(?:\s+(?:[a-z][a-z0-9-]*|viewBox)(?:=\"[^\"]*\")?)*)"
    r"\s*(?P<empty>/?))>"
)
_ATTRIBUTE = re.compile(r"([a-z][A-Za-z0-9-]*)(?:=\"([^\"]*)\")?")
_DOCTYPE = re.compile(r"\s*<!doctype html>\s*", re.IGNORECASE)
_LOOSE = re.compile(r"&(?!(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#x[0-9A-Fa-f]+);)|[\r\0]")
"""A sign that begins no reference, and line ends that are not ours."""
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


class _Reader:
    """Reads one page."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._open: list[Element] = []
        self._root: Element | None = None
        self._last: Element | None = None

    def root(self) -> Element:
        """The page as a tree."""
        start = _DOCTYPE.match(self._html)
        if start is None or _LOOSE.search(self._html):
            raise _MendedError
        at = start.end()
        for tag in _TAG.finditer(self._html, at):
            self._text(self._html[at : tag.start()])
            at = tag.end()
            if tag["end"]:
                self._close(tag["closed"])
            else:
                self._start(tag["name"], _said(tag["said"]), is_empty=bool(tag["empty"]))
        self._text(self._html[at:])
        if self._root is None or self._open or [e.tag for e in self._root] != ["head", "body"]:
            raise _MendedError
        return self._root

    def _text(self, text: str) -> None:
        if not text:
            return
        outside = not self._open or self._open[-1].tag in _TEXTLESS
        if "<" in text or (outside and not text.isspace()):
            raise _MendedError
        if not self._open:
            return
        if self._last is None:
            self._open[-1].text = (self._open[-1].text or "") + unescape(text)
        else:
            self._last.tail = (self._last.tail or "") + unescape(text)

    def _start(self, name: str, said: dict[str, str], *, is_empty: bool) -> None:
        is_drawn = name in _DRAWN
        if self._is_strange(name) if is_drawn else "viewBox" in said or self._is_mended(name):
            raise _MendedError
        if not self._open:
            self._root = element = Element(name, said)
        else:
            element = SubElement(self._open[-1], f"{_SVG}{name}" if is_drawn else name, said)
        ends = is_empty if is_drawn else name in _VOID
        self._last = element if ends else None
        if not ends:
            self._open.append(element)

    def _is_strange(self, name: str) -> bool:
        """Whether it is part of a drawing outside of one, or a drawing where none may stand."""
        over = self._open[-1].tag if self._open else "html"
        return (over in _CHILDREN) if name == "svg" else not over.startswith(_SVG)

    def _is_mended(self, name: str) -> bool:
        """Whether an element might be moved, or another closed for it."""
        if not self._open:
            return name != "html" or self._root is not None
        over = self._open[-1].tag
        names = {element.tag for element in self._open}
        return (
            name not in _KNOWN
            or name == "html"
            or over.startswith(_SVG)
            or over not in _PARENTS.get(name, {over})
            or name not in _CHILDREN.get(over, {name})
            or (name in _CLOSING and "p" in names)
            or (name == "a" and "a" in names)
            or (name in _HEADINGS and over in _HEADINGS)
            or (name in _ITEMS and over == "div" and self._open[-2].tag != "dl")
        )

    def _close(self, name: str) -> None:
        if not self._open or self._open[-1].tag != (f"{_SVG}{name}" if name in _DRAWN else name):
            raise _MendedError
        self._last = self._open.pop()


def _said(text: str) -> dict[str, str]:
    """The attributes of a tag, none of which is there twice."""
    found = [(name, unescape(value)) for name, value in _ATTRIBUTE.findall(text)]
    said = dict(found)
    if len(said) < len(found):
        raise _MendedError
    return said
