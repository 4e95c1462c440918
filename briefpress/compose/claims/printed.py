"""What composed HTML prints: its blocks of text in reading order, with the traces inside them."""

import re

from briefpress.compose.claims.block import Block, Span
from briefpress.compose.claims.passages import Page, Passage
from briefpress.compose.claims.trace import CLOSE, NAMED, OPEN, number_of
from briefpress.tagwise import TagReader, after_doctype, tags_of

_UNREAD = frozenset({"head", "style", "script", "title", "svg"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "q", "small", "span", "strong"}
    | {"sub", "sup", "time", "u", "wbr"}
)
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col"})
_SIGNS = re.compile(f"{OPEN}([^{NAMED}]*){NAMED}|{CLOSE}")
FACT = "data-fact"


def blocks_of(page: Page) -> list[Block | Passage]:
    """The blocks of a page that hold text, in their order, with its passages between them."""
    reader = _Reader()
    reader.read(page)
    reader.close()
    return [item for item in reader.items if isinstance(item, Passage) or item.text.strip()]


def blocks_alone(html: str) -> list[Block] | None:
    """The blocks of HTML that are the same wherever it stands; None if that is not sure.

    It is plain, begins and ends with a block element, has no text beside them, and ends all that
    it begins.
    """
    tags = tags_of(html)
    if not tags or not (_is_block(tags[0]["name"]) and _is_block(tags[-1]["end"])):
        return None
    reader = _Reader()
    reader.hand_on(html, 0, tags)
    blocks = [block for block in reader.items if isinstance(block, Block) and block.text.strip()]
    is_whole = tags[0].start() == 0 and tags[-1].end() == len(html) and reader.is_back
    return blocks if is_whole and all(block.tag for block in blocks) else None


def _is_block(name: str | None) -> bool:
    return name is not None and name not in _INLINE | _VOID


class _Reader(TagReader):
    """Reads blocks. An inline element without text is a seam: styles may put text there."""

    heeds = FACT

    def __init__(self) -> None:
        super().__init__()
        self._block = Block("")
        self.items: list[Block | Passage] = [self._block]
        self._open: list[str] = []
        self._unread = 0
        self._strays = 0
        self._traces: list[tuple[int, int]] = []
        self._facts: list[tuple[str, int, int]] = []
        self._text_before: list[int] = []

    def read(self, page: Page) -> None:
        """Read a page, but not its passages where it is sure what they say."""
        start = after_doctype(page.start)
        first = tags_of(page.start, start) if start else None
        rest = [(passage, own, tags_of(own)) for passage, own in page.rest]
        if first is None or any(tags is None for _, _, tags in rest):
            self.feed(page.html)
            return
        self.hand_on(page.start, start, first)
        for passage, own, tags in rest:
            self._pass(passage)
            self.hand_on(own, 0, tags or [])

    def _pass(self, passage: Passage) -> None:
        """Take a passage as it is known, unless something of the page goes on in it."""
        if self._is_between:
            self.items.append(passage)
            self._begin()
        else:
            self.hand_on(passage.html, 0, tags_of(passage.html) or [])

    @property
    def is_back(self) -> bool:
        """Whether nothing is left over of what was read."""
        return not (self._open or self._strays or self._block.text) and self._is_between

    @property
    def _is_between(self) -> bool:
        """Whether nothing of what was read goes on in a block that begins here."""
        is_free = bool(self._block.text) or not self._block.spans
        return is_free and not (self._unread or self._traces or self._facts)

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
            self._strays += 1
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
        self._begin()

    def _begin(self) -> None:
        self._block = Block(self._open[-1] if self._open else "")
        self.items.append(self._block)

    def _end_trace(self) -> None:
        if self._traces:
            number, start = self._traces.pop()
            self._block.spans.append(Span(self._block.text[start:], number))
