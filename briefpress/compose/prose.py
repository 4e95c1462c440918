"""Prose: Markdown with our notation and blocks to HTML, for one edition."""

import re
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from briefpress.compose.addresses import PrintedAddresses
from briefpress.compose.blocks import Blocks, Makers
from briefpress.compose.isolation import isolated
from briefpress.compose.notation import PageReferencePattern, Register, TokenPattern

NUMBER = "number"
_RAW = ("html", "autolink", "automail", "image_link", "image_reference", "short_image_ref")
_UNUSED = ("code", "setextheader", "reference")
"""Ways to write that authors are not offered, and that plain text falls into by accident."""
_LINES_ONLY = ("hashheader", "hr", "olist", "ulist", "quote", "indent")
_SPACE = re.compile(r"[ \t\r\n]+")
_LEVEL = re.compile(r"h([1-5])")


class Prose:
    """Turns the text of one edition into HTML."""

    def __init__(self, makers: Makers) -> None:
        """Prepare converters that draw on `makers`."""
        notation = _Notation(makers.register)
        self._sections = _converter("tables", "sane_lists", notation, Blocks(makers))
        self._paragraphs = _converter("sane_lists", notation)
        self._lines = _converter(notation)
        for name in _LINES_ONLY:
            self._lines.parser.blockprocessors.deregister(name)

    def block(self, text: str) -> str:
        """The text of a section: paragraphs, lists, tables and blocks."""
        return isolated(self._sections.reset().convert(text))

    def paragraphs(self, text: str) -> str:
        """A short text of its own: paragraphs and lists, no blocks."""
        return isolated(self._paragraphs.reset().convert(text))

    def inline(self, text: str) -> str:
        """One run of text without a paragraph round it. May be called while a block is made."""
        html = self._lines.reset().convert(_SPACE.sub(" ", text).strip())
        return isolated(html.removeprefix("<p>").removesuffix("</p>"))


def _converter(*extensions: str | Extension) -> Markdown:
    """A converter that takes no raw HTML: it is shown as it was typed."""
    markdown = Markdown(extensions=extensions, output_format="html")
    markdown.preprocessors.deregister("html_block")
    for name in _RAW:
        markdown.inlinePatterns.deregister(name)
    for name in _UNUSED:
        markdown.parser.blockprocessors.deregister(name)
    return markdown


class _Notation(Extension):
    """Tokens, page references, and the shape that layouts expect."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self._register = register

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.inlinePatterns.register(TokenPattern(md, self._register), "token", 185)
        md.inlinePatterns.register(PageReferencePattern(md), "page", 184)
        md.treeprocessors.register(_Shape(md), "shape", 5)
        md.treeprocessors.register(PrintedAddresses(md), "addresses", 4)


class _Shape(Treeprocessor):
    """Headings a level below the section's title, tight lists, headed rows, paired numbers."""

    def run(self, root: ET.Element) -> None:
        for element in list(root.iter()):
            level = _LEVEL.fullmatch(element.tag)
            if level is not None:
                element.tag = f"h{int(level[1]) + 1}"
            if element.tag == "li":
                _tighten(element)
            if element.tag == "table":
                _head(element)
        for parent in list(root.iter()):
            _pair_numbers(parent)


def _tighten(item: ET.Element) -> None:
    """A list item that is one paragraph needs no paragraph."""
    paragraphs = [child for child in item if child.tag == "p"]
    if len(paragraphs) == 1 and item[0] is paragraphs[0] and not (item.text or "").strip():
        paragraph = item[0]
        item.text = paragraph.text
        item.remove(paragraph)
        for index, child in enumerate(list(paragraph)):
            item.insert(index, child)


def _head(table: ET.Element) -> None:
    """The first line heads the columns, the first cell of each other line its row.

    Markdown has no sign for a heading of a row; without one a cell is read out alone.
    """
    for cell in table.iterfind("thead/tr/th"):
        cell.set("scope", "col")
    for row in table.iterfind("tbody/tr"):
        if len(row) > 1 and _is_filled(row[0]):
            row[0].tag = "th"
            row[0].set("scope", "row")


def _is_filled(cell: ET.Element) -> bool:
    return len(cell) > 0 or bool((cell.text or "").strip())


def _pair_numbers(parent: ET.Element) -> None:
    """A number and the paragraph before it become one row, the paragraph first."""
    before: ET.Element | None = None
    for child in list(parent):
        if child.get("class") != NUMBER:
            before = child
            continue
        if before is not None and _is_text(before):
            row = ET.Element("div", {"class": "with-number"})
            row.tail = child.tail
            parent.insert(list(parent).index(before), row)
            for part in (before, child):
                parent.remove(part)
                row.append(part)
        else:
            child.set("class", f"{NUMBER} number-alone")
        before = None


def _is_text(element: ET.Element) -> bool:
    """Whether it is a paragraph of running text, not a title or the place of a panel."""
    held = HTML_PLACEHOLDER_RE.search(element.text or "")
    return element.tag == "p" and element.get("class") is None and held is None
