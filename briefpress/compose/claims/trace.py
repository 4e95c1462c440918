"""Traces: texts that tell where a template prints them, by signs that no reader and no page sees.

A text of the source is handed to templates as a `str` that, when it is printed, stands between two
signs. The signs are noncharacters, which Unicode keeps for use inside programs (Unicode 15, 23.7),
and are taken out again before the HTML leaves compose. So what is held against the page is the
text that the template printed, with abbreviations written out and facts filled in; and a text that
the template forgot, or cut, has no trace.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from briefpress.diagnostics import Where
from briefpress.model.claims import ClaimKind

OPEN, NAMED, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
"""A trace begins with OPEN, its number in DIGITS, and NAMED; it ends with CLOSE."""
DIGITS = "\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda\ufddb\ufddc"
SIGN = re.compile("[\ufdd0-\ufddc]+")
_TO_DIGITS = {ord(str(value)): sign for value, sign in enumerate(DIGITS)}
_FROM_DIGITS = {ord(sign): str(value) for value, sign in enumerate(DIGITS)}


@dataclass(frozen=True)
class Promise:
    """A text of the source that a document may show: what it is, and where it comes from.

    `id` names the text, `item` what it is a part of; an item may be told in more than one `way` (a
    message as its text, or as its command and line). `firm`: a layout that prints none of the ways
    in full has forgotten the item.
    """

    kind: ClaimKind
    id: str
    text: str
    where: Where
    item: str = ""
    way: str = ""
    firm: bool = True


class Traced(str):
    """A text that leaves a trace where it is printed; whatever changes it first takes that away."""

    __slots__ = ("number",)
    number: int

    def __html__(self) -> Markup:
        """As Jinja prints it where nothing else is asked for."""
        return Markup(traced(self, str(escape(str(self)))))  # noqa: S704 - escaped just now


class Tracer:
    """Numbers the promises of one document, after those that it has in common with others."""

    def __init__(self, shared: Iterable[Promise] = ()) -> None:
        """Start with what is `shared` numbered, and nothing told."""
        self.promises: list[Promise] = list(shared)
        self.told: list[Promise] = []
        """Those that this document has made, in its order."""

    def text(self, promise: Promise) -> str:
        """The text of the promise as it is handed to templates; nothing stays nothing."""
        if not promise.text:
            return ""
        text = Traced(promise.text)
        text.number = len(self.promises)
        self.promises.append(promise)
        self.told.append(promise)
        return text

    def tell(self, promises: Iterable[Promise]) -> None:
        """Note that the document makes these, which are numbered."""
        self.told += promises


def traced(text: str, printed: str) -> str:
    """What is printed for `text`, between its signs if it has any."""
    if not isinstance(text, Traced):
        return printed
    number = str(text.number).translate(_TO_DIGITS)
    return f"{OPEN}{number}{NAMED}{printed}{CLOSE}"


def number_of(signs: str) -> int:
    """The number that stands between OPEN and NAMED."""
    return int(signs.translate(_FROM_DIGITS))


def cleaned(html: str) -> str:
    """The HTML without any sign."""
    return SIGN.sub("", html)
