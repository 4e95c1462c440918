"""Checks on one run of text by itself: what is refused in it, and figures that stand in it."""

import re
import unicodedata
from collections.abc import Iterator

from briefpress.load.characters import hidden_characters
from briefpress.load.findings import Fault
from briefpress.model.tokens import LINK, PAGE_REFERENCE, TOKEN

WORD_LIMIT = 100
"""Characters. The longest word in German law had 63; a longer run is a slip or an attack."""
LINK_SCHEMES = ("https://", "mailto:", "tel:")

_HTML = re.compile(r"<[A-Za-z/!?][^>]{0,40}>?")
_IMAGE = re.compile(r"!\[")
# Markdown pairs any two single stars, even across lines and in words; underscores only round words.
_ITALIC = re.compile(r"(?<=[^\s\\])\*\S*|(?<!\\)\*(?!\s|$)\S*|(?<![\w\\])_(?=\w)\S*")
_TARGET = re.compile(r"\]\(")
_REFERENCE_LINK = re.compile(r"^[ ]{0,3}\[[^\[\]]*\]:", re.MULTILINE)
_CODE = re.compile(r"`")
_ENTITY = re.compile(r"&(?:#[0-9A-Za-z]{1,12}|[A-Za-z][A-Za-z0-9]{1,24});")
_QUOTED = re.compile(r"^[ ]{0,3}>", re.MULTILINE)
_RULED = re.compile(r"^[ ]{0,3}([*_-])[ ]*\1[ ]*\1[ *_-]*$", re.MULTILINE)
_NOTE = re.compile(r"\[\^")
_TERM = re.compile(r"^[ ]{0,3}:\s", re.MULTILINE)
_BOX = re.compile(r"^\s*[*+-]\s+\[[ xX]?\]", re.MULTILINE)
_PAIRED = re.compile(r"(~~|==)(?=\S).*?\1")
_TYPED = re.compile(r"\*\*|__|\]\(|\{\{|\}\}|\{%")

NEAR_REFERENCE = re.compile(r"\(\s*(?:pp?|pages?)[.\s]*\d[^()]*\)", re.IGNORECASE)
"""What was meant as a page reference: `(p. 166)`, `(pp71-72)`, `(page 3)`."""

# 0-9 and not \d: the digits of other scripts make neither a year nor a list number, so they are
# figures. Behind a currency sign or before a per cent sign even 2014 is no year.
_YEAR = re.compile(
    r"(?<![\w£$€.,])(?:19|20)[0-9]{2}(?:s|[/–-](?:(?:19|20)?[0-9]{2}))?(?!\w|[.,]\d|\s?%)"
)
_LIST_NUMBER = re.compile(r"^\s*[0-9]{1,2}\.[ ]", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https://|www\.)[^\s)]+|(?<![^\s@()])[^\s@()]+@[^\s@()]+\.[a-z]{2,}")
_SIGNS = "¼-¾⅐-↉①-⓿❶-➓"
"""Fractions, Roman figures and figures in circles: signs that are figures, though no digits."""
_FOREIGN = re.compile(f"[^\\W\\d_\x00-\u024f\u2070-\u209f{_SIGNS}]")
"""Letters and signs, some of which are numbers in their script: ፩, ௰. Raised ones are not."""
_FIGURE = re.compile(rf"(?<!\w)[£$€]?\w*[\d{_SIGNS}](?:\w|[{_SIGNS}]|[.,:/–-](?=\d))*(?:\s?%)?")


def markup_faults(text: str) -> Iterator[Fault]:
    """Everything that no text may hold, whatever it says."""
    for _, fault in hidden_characters(text):
        yield fault
    for match in _HTML.finditer(text):
        yield Fault("RAW-HTML", f"raw HTML is not allowed: {match[0]}", "use Markdown, or a block")
    if _IMAGE.search(text):
        yield Fault("TEXT-IMAGE", "images do not stand in text", "make a chart in figures/")
    yield from _link_faults(text)
    yield from _habit_faults(text)
    words = LINK.sub("]", text)
    for match in _ITALIC.finditer(TOKEN.sub(" ", words.replace("**", ""))):
        hint = "they are hard to read; use **bold** or nothing"
        yield Fault("TEXT-ITALIC", f"no italics: {match[0]}", hint)
    for word in words.split():
        if len(word) > WORD_LIMIT:
            message = f"a word of {len(word)} characters: {word[:20]}…"
            yield Fault("WORD-LONG", message, "no line can hold it")


def bold_faults(paragraph: str) -> Iterator[Fault]:
    """Stars that open or close nothing; bold may run over lines, but not over paragraphs."""
    if paragraph.count("**") % 2:
        yield Fault("TEXT-MARKUP", "** is opened and not closed", "write **bold**")


def plain_faults(text: str) -> Iterator[Fault]:
    """Markup in a text that is printed as it is typed."""
    match = _TYPED.search(text)
    if match is not None:
        hint = "write the words out"
        yield Fault("TEXT-MARKUP", f"{match[0]} would be printed: no markup here", hint)


def figure_faults(text: str) -> Iterator[Fault]:
    """Figures that come from nowhere: all but years, references, list numbers and addresses."""
    rest = text
    for pattern in (TOKEN, PAGE_REFERENCE, NEAR_REFERENCE, LINK, _ADDRESS, _LIST_NUMBER, _YEAR):
        rest = pattern.sub(" ", rest)
    hint = "register it in facts.yaml and write {{ fact.… }}; a page reference is (p166)"
    for match in _FIGURE.finditer(rest):
        yield Fault(
            "FIGURE-UNREGISTERED", f"the figure {match[0].strip()} is not in facts.yaml", hint
        )
    for match in _FOREIGN.finditer(rest):
        if unicodedata.category(match[0]) in ("Nl", "No"):
            message = f"the figure {match[0]} is not in facts.yaml"
            yield Fault("FIGURE-UNREGISTERED", message, hint)


def _link_faults(text: str) -> Iterator[Fault]:
    """Links in any form but `[words](https://…)`: Markdown has others, and browsers take them."""
    whole = {match.start(): match[1] for match in LINK.finditer(text)}
    for match in _TARGET.finditer(text):
        target = whole.get(match.start())
        if target is None:
            message = "a link with a space, a bracket or no end in its address"
            yield Fault("LINK-SCHEME", message, "write [words](https://…); %28 and %29 for ( and )")
        elif not target.lower().startswith(LINK_SCHEMES):
            hint = "links begin with https://, mailto: or tel:"
            yield Fault("LINK-SCHEME", f"link to {target!r}", hint)
    if _REFERENCE_LINK.search(text):
        message = "a link whose address stands elsewhere"
        yield Fault("LINK-SCHEME", message, "write [words](https://…)")


def _habit_faults(text: str) -> Iterator[Fault]:
    """Markdown that the layouts have no look for."""
    bare = LINK.sub("]", text)
    for pattern, what, hint in (
        (_CODE, "no ` in text", "write “…”, or nothing"),
        (_ENTITY, "no entities such as &nbsp;", "type the character itself"),
        (_QUOTED, "no > before a line", "use /// quote | source"),
        (_RULED, "no rules between passages", "use a heading, or nothing"),
        (_NOTE, "no footnotes", "say it in the sentence, or in a callout"),
        (_TERM, "no : before a line", "write a table, or **term**: what it means"),
        (_BOX, "no boxes to tick", "leave the brackets away"),
        (_PAIRED, "no ~~ or == round words", "take the words out, or write **bold**"),
    ):
        if pattern.search(bare):
            yield Fault("TEXT-MARKUP", what, hint)
