"""What composed HTML prints: its blocks of text in reading order, with the traces inside them."""

import re
from dataclasses import dataclass, field

from briefpress.compose.claims.trace import CLOSE, NAMED, OPEN, number_of
from briefpress.tagwise import TagReader

_UNREAD = frozenset({"head", "style", "script", "title", "svg"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "q", "small", "span", "strong"}
    | {"sub", "sup", "time", "u", "wbr"}
)
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col"})
_SIGNS = re.compile(f"{OPEN}([^{NAMED}]*){NAMED}|{CLOSE}")
FACT = "data-fact"


@dataclass(frozen=True)
class Span:
    """A trace or a fact inside a block: the promise's number or the fact's id, and its text."""

    text: str
    promise: int = -1
    fact: str = ""


@dataclass
class Block:
    """A run of text that no block element breaks: its words, the element's name, what is in it.

    `seams` are the places in the text where an inline element begins or ends.
    """

    tag: str
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    seams: list[int] = field(default_factory=list)

    @property
    def parts(self) -> tuple[str, ...]:
        """The text cut at its seams."""
        ends = (*self.seams, len(self.text))
        pieces = (self.text[start:end] for start, end in zip((0, *ends), ends, strict=False))
        return tuple(" ".join(piece.split()) for piece in pieces if piece.strip())


def blocks_of(html: str) -> list[Block]:
    """The blocks that hold text, in the order of the document."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [block for block in reader.blocks if block.text.strip()]


class _Reader(TagReader):
    """Reads blocks. An inline element without text is a seam: styles may put text there."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = [Block("")]
        self._open: list[str] = []
        self._unread = 0
        self._traces: list[tuple[int, int]] = []
        self._facts: list[tuple[str, int, int]] = []
        self._text_before: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._void(tag)
            return
        self._open.append(tag)
        self._unread += tag in _UNREAD
        if tag not in _INLINE:
            self._break()
        self._block.seams.append(len(self._block.text))
        fact = dict(attrs).get(FACT)
        if fact:
            self._facts.append((fact, len(self._open), len(self._block.text)))
        self._text_before.append(len(self._block.text))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._void(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            name = self._open.pop()
            self._unread -= name in _UNREAD
            before = self._text_before.pop()
            if name not in _INLINE or before == len(self._block.text):
                self._break()
            self._block.seams.append(len(self._block.text))
            if self._facts and self._facts[-1][1] == len(self._open) + 1:
                fact, _, start = self._facts.pop()
                self._block.spans.append(Span(self._block.text[start:], fact=fact))
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        at = 0
        for sign in _SIGNS.finditer(data):
            self._block.text += data[at : sign.start()]
            at = sign.end()
            if sign[0] == CLOSE:
                self._end_trace()
            else:
                self._traces.append((number_of(sign[1]), len(self._block.text)))
        self._block.text += data[at:]

    @property
    def _block(self) -> Block:
        return self.blocks[-1]

    def _void(self, tag: str) -> None:
        if tag == "br":
            self._block.text += " "
        elif tag not in ("wbr", "meta", "link"):
            self._break()

    def _break(self) -> None:
        """Begin a new block. A trace that runs on does so from the start of the new one."""
        if not self._block.text:
            self._block.tag = self._open[-1] if self._open else ""
            return
        for number, start in self._traces:
            self._block.spans.append(Span(self._block.text[start:], number))
        self._traces = [(number, 0) for number, _ in self._traces]
        self.blocks.append(Block(self._open[-1] if self._open else ""))

    def _end_trace(self) -> None:
        if self._traces:
            number, start = self._traces.pop()
            self._block.spans.append(Span(self._block.text[start:], number))
