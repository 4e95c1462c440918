"""Prose: Markdown with our tokens and blocks to HTML, for one edition."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from briefpress.model.facts import Fact
from briefpress.model.fields import parse_run
from briefpress.model.publication import Audience
from briefpress.model.tokens import PAGE_REFERENCE, TOKEN, page_runs

NO_BREAK = "\N{NO-BREAK SPACE}"
_SOURCE_PAGE = re.compile(r",?\s*p(\d+(?:[-–]\d+)?)$")


@dataclass(frozen=True)
class Drawing:
    """What prose draws on: the facts, the audience, and the makers of panels and charts."""

    facts: Mapping[str, Fact]
    audience: Audience
    panel: Callable[[str], str]
    chart: Callable[[str], str]


class Prose:
    """Turns the text of one edition into HTML."""

    def __init__(self, drawing: Drawing) -> None:
        """Prepare a converter that draws on `drawing`."""
        self._blocks = _converter("tables", "sane_lists", _Tokens(drawing), _Blocks(drawing))
        self._line = _converter(_Tokens(drawing))

    def block(self, text: str) -> str:
        """Paragraphs, lists, tables and blocks."""
        return self._blocks.reset().convert(text)

    def inline(self, text: str) -> str:
        """One run of text without a paragraph round it. May be called while a block is made."""
        html = self._line.reset().convert(text)
        return html.removeprefix("<p>").removesuffix("</p>")


def _converter(*extensions: str | Extension) -> Markdown:
    """A converter that takes no raw HTML: it is shown as it was typed."""
    markdown = Markdown(extensions=extensions, output_format="html")
    markdown.preprocessors.deregister("html_block")
    for name in ("html", "autolink", "automail"):
        markdown.inlinePatterns.deregister(name)
    return markdown


class _Tokens(Extension):
    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing = drawing

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.inlinePatterns.register(_Token(md, self._drawing), "token", 185)
        md.inlinePatterns.register(_PageReference(md), "page", 184)
        md.treeprocessors.register(_Shape(md), "shape", 5)


class _Token(InlineProcessor):
    """`{{ fact.id }}` and `{{ audience.name }}`."""

    def __init__(self, md: Markdown, drawing: Drawing) -> None:
        super().__init__(TOKEN.pattern, md)
        self._drawing = drawing

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:  # type: ignore[override]  # noqa: N802
        del data
        kind, _, name = m[1].strip().partition(".")
        if kind == "audience":
            return str(getattr(self._drawing.audience, name)), m.start(0), m.end(0)
        fact_id, _, form = name.partition(".")
        fact = self._drawing.facts[fact_id]
        mark = ET.Element("span", {"class": "fact", "data-fact": fact_id})
        mark.text = fact.form(form) if form else fact.shown
        return mark, m.start(0), m.end(0)


class _PageReference(InlineProcessor):
    """`(p166)`, kept on the line of the word before it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(rf"\s*{PAGE_REFERENCE.pattern}", md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:  # type: ignore[override]  # noqa: N802
        del data
        mark = ET.Element("span", {"class": "page-ref"})
        runs = page_runs(m)
        mark.text = NO_BREAK + f",{NO_BREAK}".join(str(parse_run(run)) for run in runs)
        return mark, m.start(0), m.end(0)


class _Shape(Treeprocessor):
    """Headings one level down (a section's title is above them), tight lists, numbers with their text."""

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if re.fullmatch(r"h[1-5]", element.tag):
                element.tag = f"h{int(element.tag[1]) + 1}"
            if element.tag == "li":
                _tighten(element)
        for parent in list(root.iter()):
            _pair_numbers(parent)


def _tighten(item: ET.Element) -> None:
    """A list item that is one paragraph needs no paragraph."""
    if [child.tag for child in item].count("p") == 1 and item[0].tag == "p":
        paragraph = item[0]
        item.text = paragraph.text
        item.remove(paragraph)
        for index, child in enumerate(list(paragraph)):
            item.insert(index, child)


def _pair_numbers(parent: ET.Element) -> None:
    """A number and the paragraph before it become one row, the paragraph first."""
    children = list(parent)
    for before, number in zip(children, children[1:], strict=False):
        if number.get("class") == "number" and before.tag == "p":
            index = list(parent).index(before)
            row = ET.Element("div", {"class": "with-number"})
            parent.remove(before)
            parent.remove(number)
            row.extend((before, number))
            parent.insert(index, row)


class _Blocks(BlocksExtension):
    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing = drawing

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: ANN401, N802
        for kind in (_Callout, _Quote, _Number, _Panel, _Chart):
            block_mgr.register(kind, {"drawing": self._drawing})


class _Callout(Block):
    """A box beside the flow of the argument."""

    NAME = "callout"
    ARGUMENT = True

    def on_create(self, parent: ET.Element) -> ET.Element:
        box = ET.SubElement(parent, "aside", {"class": "callout"})
        ET.SubElement(box, "p", {"class": "callout-title"}).text = self.argument
        return box


class _Quote(Block):
    """Somebody's own words, with their source after them."""

    NAME = "quote"
    ARGUMENT = True

    def on_create(self, parent: ET.Element) -> ET.Element:
        return ET.SubElement(parent, "blockquote")

    def on_end(self, block: ET.Element) -> None:
        source = _SOURCE_PAGE.sub(r" (p\1)", self.argument)
        ET.SubElement(block, "p", {"class": "quote-source"}).text = source


class _Number(Block):
    """A fact set large, with what it means."""

    NAME = "number"
    ARGUMENT = True

    def on_create(self, parent: ET.Element) -> ET.Element:
        box = ET.SubElement(parent, "aside", {"class": "number"})
        value = ET.SubElement(box, "p", {"class": "number-value"})
        value.text = f"{{{{ fact.{self.argument} }}}}"
        return box


class _Made(Block):
    """A block whose HTML a layout part makes."""

    ARGUMENT = True

    def make(self) -> str:
        """The finished HTML."""
        raise NotImplementedError

    def on_create(self, parent: ET.Element) -> ET.Element:
        holder = ET.SubElement(parent, "p")
        holder.text = self.md.htmlStash.store(self.make())
        return holder


class _Panel(_Made):
    """The practice points of a theme."""

    NAME = "messages"

    def make(self) -> str:
        return str(self.config["drawing"].panel(self.argument))


class _Chart(_Made):
    """A chart."""

    NAME = "figure"

    def make(self) -> str:
        return str(self.config["drawing"].chart(self.argument))
