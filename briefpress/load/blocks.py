"""The blocks of a section's text: who reads each line, and fences that do not fit together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefpress.load.findings import Fault
from briefpress.model.section import Line
from briefpress.names import did_you_mean

BLOCKS = ("audience", "callout", "figure", "messages", "number", "quote")
EMPTY_BLOCKS = ("figure", "messages")
DEPTH_LIMIT = 4
_FENCE = re.compile(r"^(?P<slashes>/{3,})[ \t]*(?P<head>\S.*)?$")
_NEAR_FENCE = re.compile(r"^\s+//|^//(?!/)")
_HELP = "a block is `/// name | argument` … `///`"


@dataclass(frozen=True)
class BlockUse:
    """A block as it is opened: its name, its argument, its line, and who reads it."""

    name: str
    argument: str
    line: int
    audiences: frozenset[str] | None
    """Who reads what stands around the block; None: whoever reads the section."""

    @property
    def named(self) -> frozenset[str]:
        """The audiences that an audience block names."""
        parts = self.argument.split(",") if self.name == "audience" else ()
        return frozenset(part.strip() for part in parts if part.strip())


@dataclass
class _Open:
    use: BlockUse
    slashes: int
    readers: frozenset[str] | None
    has_text: bool = False


class BlockScan:
    """Reads the lines of one section, keeping track of the blocks that are open.

    `faults` holds what is wrong, by line.
    """

    def __init__(self) -> None:
        """Start with no block open."""
        self.blocks: list[BlockUse] = []
        self.faults: list[tuple[int, frozenset[str] | None, Fault]] = []
        self._open: list[_Open] = []

    def read(self, lines: list[str], first: int) -> Iterator[Line]:
        """The lines without audience fences, each with its number in the file and its readers."""
        for number, text in enumerate(lines, first):
            fence = _FENCE.match(text)
            if fence is None:
                self._text(number, text)
                yield Line(number, text, self._readers())
            elif self._is_kept(fence, number):
                yield Line(number, text, self._readers())
        for block in self._open:
            message = f"block {block.use.name!r} is never closed"
            self._add(block.use.line, "BLOCK-OPEN", message, _HELP)

    def _readers(self) -> frozenset[str] | None:
        return self._open[-1].readers if self._open else None

    def _text(self, number: int, text: str) -> None:
        if _NEAR_FENCE.match(text):
            message = "a block begins and ends at the start of its line, with three slashes or more"
            self._add(number, "BLOCK-STRAY", message, _HELP)
        if text.strip():
            self._refuse_in_empty(number)
            for block in self._open:
                block.has_text = True

    def _refuse_in_empty(self, number: int) -> None:
        if self._open and self._open[-1].use.name in EMPTY_BLOCKS:
            name = self._open[-1].use.name
            self._add(number, "BLOCK-FULL", f"block {name!r} takes no text", "close it with ///")

    def _is_kept(self, fence: re.Match[str], number: int) -> bool:
        """Open or close a block; whether its fence stays in the text (audience fences do not)."""
        slashes = len(fence["slashes"])
        if fence["head"]:
            return self._start(fence["head"], slashes, number)
        if not self._open or self._open[-1].slashes != slashes:
            expected = f" (open is {self._open[-1].use.name!r})" if self._open else ""
            self._add(number, "BLOCK-STRAY", f"this closes no block{expected}", _HELP)
            return False
        closed = self._open.pop().use if self._open[-1].has_text else self._close_empty()
        return closed.name != "audience"

    def _close_empty(self) -> BlockUse:
        use = self._open.pop().use
        if use.name in BLOCKS and use.name not in EMPTY_BLOCKS:
            self._add(use.line, "BLOCK-EMPTY", f"block {use.name!r} has no text in it")
        return use

    def _start(self, head: str, slashes: int, number: int) -> bool:
        name, _, argument = (part.strip() for part in head.partition("|"))
        self._refuse_in_empty(number)
        outer = self._readers()
        use = BlockUse(name, argument, number, outer)
        if name not in BLOCKS:
            hint = did_you_mean(name, BLOCKS)
            self._add(number, "BLOCK-UNKNOWN", f"unknown block {name!r}", hint)
        elif not argument or (name == "audience" and not use.named):
            self._add(number, "BLOCK-ARGUMENT", f"block {name!r} has no argument", _HELP)
        self._nesting(use, slashes)
        self.blocks.append(use)
        readers = outer
        if name == "audience":
            readers = use.named if outer is None else use.named & outer
        for block in self._open:
            block.has_text = True
        self._open.append(_Open(use, slashes, readers))
        return name != "audience"

    def _nesting(self, use: BlockUse, slashes: int) -> None:
        """Audience fences are gone before Markdown is read; all others have to count down."""
        around = [block for block in self._open if block.use.name != "audience"]
        if use.name != "audience" and around and around[-1].slashes <= slashes:
            message = (
                f"block {use.name!r} stands in {around[-1].use.name!r}, which has no more slashes"
            )
            hint = f"write {'/' * (slashes + 1)} where {around[-1].use.name!r} begins and ends"
            self._add(use.line, "BLOCK-NEST", message, hint)
        if len(self._open) >= DEPTH_LIMIT:
            message = f"blocks stand in each other more than {DEPTH_LIMIT} deep"
            self._add(use.line, "BLOCK-NEST", message, "close some of them before")

    def _add(self, line: int, code: str, message: str, hint: str = "") -> None:
        self.faults.append((line, self._readers(), Fault(code, message, hint)))
