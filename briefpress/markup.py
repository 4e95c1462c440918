"""Markup: HTML read as browsers read it, and the mistakes that they forgive and we do not."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_SPACE = re.compile(r"[ \t\r\n\f]+")
HIDDEN = frozenset({"script", "style", "template", "title"})
"""Elements whose text is no text for readers."""
SECTIONS = "address article aside body details div footer header html main nav section summary"
FLOW = "blockquote br dd dl dt figcaption figure form h1 h2 h3 h4 h5 h6 hr img li ol p pre ul"
TABLES = "table tbody td tfoot th thead tr"
BLOCKS = frozenset(f"{SECTIONS} {FLOW} {TABLES}".split())
"""Elements that part words, though no space stands between them."""

Skip = Callable[[Element], bool]


@dataclass(frozen=True)
class Markup:
    """A page as a tree, and what a strict reader would have refused, each with line and column."""

    root: Element
    mistakes: tuple[str, ...]


def read_markup(html: str) -> Markup:
    """Read a whole page by the WHATWG's rules. Names of HTML have no namespace."""
    from tinyhtml5.parser import HTMLParser  # noqa: PLC0415 - only who reads pages pays for it

    parser = HTMLParser(namespace_html_elements=False)
    root: Element = parser.parse(html)
    mistakes = (
        f"line {line}, column {column}: {code.replace('-', ' ')}{_detail(values)}"
        for (line, column), code, values in parser.errors
    )
    return Markup(root, tuple(mistakes))


def classes(element: Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(element.get("class", "").split())


def is_element(node: Element) -> bool:
    """Whether a node of the tree is an element; comments are nodes too."""
    return isinstance(node.tag, str)


def elements(root: Element, *names: str) -> Iterator[Element]:
    """The elements of these names, in order; without names, all."""
    if len(names) == 1:
        yield from root.iter(*names)
        return
    for element in root.iter():
        if is_element(element) and (not names or element.tag in names):
            yield element


def text_of(element: Element, skip: Skip = lambda _: False) -> str:
    """What a reader reads in an element, pictures by their words; `skip` leaves parts out.

    One space stands between words.
    """
    return _SPACE.sub(" ", "".join(_pieces(element, skip))).strip()


def _pieces(element: Element, skip: Skip) -> Iterator[str]:
    if _is_read(element) and not skip(element):
        edge = " " if element.tag in BLOCKS else ""
        yield edge
        yield element.get("alt", "")
        yield element.text or ""
        for child in element:
            yield from _pieces(child, skip)
            yield child.tail or ""
        yield edge


def _is_read(node: Element) -> bool:
    return is_element(node) and node.tag not in HIDDEN and node.get("aria-hidden") != "true"


def _detail(values: dict[str, str]) -> str:
    return f" ({', '.join(str(value) for value in values.values())})" if values else ""
