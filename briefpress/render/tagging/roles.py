"""Roles: which structure type an element of HTML becomes, and what each may hold."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

ROLE = "data-tag"
"""The attribute by which a template gives a role that HTML has no element for."""
HOLE = "data-hole"
"""Names an element whose place in the tree is filled from another document, or that fills one."""
SVG = "{http://www.w3.org/2000/svg}svg"

_BY_TAG: Mapping[str, str] = {
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Aside",
    "figure": "Div",
    "blockquote": "BlockQuote",
    "p": "P",
    "address": "Div",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "caption": "Caption",
    "figcaption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
    "q": "Quote",
    "img": "Figure",
    SVG: "Figure",
}
STANDARD: Mapping[str, str] = {"Aside": "Sect"}
"""Types of ours, and the standard ones that readers of PDF 1.7 take them for."""

GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote", "TOCI"})
"""These hold blocks; text that stands loose in them gets a paragraph."""
BODIES = frozenset({"LBody", "TD", "TH", "Caption", "Note"})
"""These hold text or blocks."""
LEAVES = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl"})
"""These hold text."""
INLINE = frozenset({"Span", "Link", "Quote", "Reference"})
"""These stand in a line of text."""
LINES = LEAVES | INLINE
HOLDS: Mapping[str, frozenset[str]] = {
    "L": frozenset({"LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"TOCI"}),
    "Table": frozenset({"Caption", "THead", "TBody", "TFoot", "TR"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TFoot": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
}
"""These hold nothing else (ISO 14289-1, 7.2 and 7.6; veraPDF, 7.2-3 to 7.2-28)."""
KNOWN = GROUPS | BODIES | LEAVES | INLINE | HOLDS.keys() | {"Figure"}

_NUMBERING = {
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
}


def role_of(element: Element) -> str:
    """The type that an element becomes; none if it only holds what others become."""
    given = element.get(ROLE)
    if given in KNOWN:
        return given
    if element.tag == "a" and element.get("href") is None:
        return ""
    if element.tag == "abbr" and element.get("title"):
        return "Span"
    return _BY_TAG.get(element.tag, "")


def is_decoration(element: Element) -> bool:
    """Whether a template says that readers need not be told of it."""
    says_nothing = element.tag == "img" and element.get("alt") == ""
    return says_nothing or element.get("aria-hidden") == "true" or element.get("role") == "none"


def is_block(element: Element) -> bool:
    """Whether it becomes something that no line of text can hold."""
    return role_of(element) not in INLINE | {"", "Figure"}


def is_contents(element: Element) -> bool:
    """Whether it lists the parts of the document: a `nav` that leads to places inside it."""
    links = element.iter("a")
    return element.tag == "nav" and any(link.get("href", "").startswith("#") for link in links)


def numbering(element: Element, style: object) -> str:
    """How the labels of a list count (ISO 32000-1, table 347); `style` is its `list-style-type`."""
    found = _NUMBERING.get(style) if isinstance(style, str) else None
    return found or ("Decimal" if element.tag == "ol" else "Disc")
