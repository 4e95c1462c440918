"""Section files: front matter, and text whose audience blocks are resolved line by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefpress.diagnostics import Where
from briefpress.load.files import Reader
from briefpress.load.findings import did_you_mean
from briefpress.load.typed import map_of, to_entry
from briefpress.model.section import FrontMatter, Line, Section

BLOCKS = ("audience", "callout", "figure", "messages", "number", "quote")
EMPTY_BLOCKS = ("figure", "messages")
_FENCE = re.compile(r"^(?P<slashes>/{3,})[ \t]*(?P<head>\S.*)?$")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,61}[a-z0-9]")
_BLOCK_HELP = "a block is `/// name | argument` … `///`"


@dataclass(frozen=True)
class BlockUse:
    """A block as it is opened: its name, its argument, its line, and who reads it."""

    name: str
    argument: str
    line: int
    audiences: frozenset[str] | None


@dataclass(frozen=True)
class SectionText:
    """A section with the blocks that its text opens."""

    section: Section
    blocks: tuple[BlockUse, ...]


@dataclass(frozen=True)
class _Open:
    slashes: int
    name: str
    line: int
    audiences: frozenset[str] | None


def read_sections(reader: Reader) -> tuple[SectionText, ...]:
    """Every section below the folder that can be read, in order."""
    found = (_read_section(reader, name) for name in reader.names(".md"))
    texts = [text for text in found if text is not None]
    return tuple(sorted(texts, key=lambda t: (t.section.front.order, t.section.id)))


def _read_section(reader: Reader, name: str) -> SectionText | None:
    text = reader.text(name)
    if text is None:
        return None
    stem = name.removesuffix(".md")
    if not _SLUG.fullmatch(stem):
        reader.findings.add(
            "SLUG",
            f"section {stem!r}: use a-z, 0-9 and '-', 2 to 63 characters",
            reader.where(name),
        )
        return None
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
    if lines[0].strip() != "---" or not end:
        reader.findings.add(
            "SECTION-HEAD",
            "the section has no head",
            reader.where(name, 1),
            hint="begin the file with ---, title, audiences, order, and --- again",
        )
        return None
    head = map_of(reader, name, "\n".join(lines[1:end]), first_line=2)
    front = None if head is None else to_entry(reader, head, FrontMatter)
    if front is None:
        return None
    scan = _Scan(reader, name)
    kept = tuple(scan.read(lines[end + 1 :], end + 2))
    section = Section(stem, front, kept, reader.where(name, 1))
    return SectionText(section, tuple(scan.blocks))


class _Scan:
    """Reads the text of one section, keeping track of the blocks that are open."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.blocks: list[BlockUse] = []
        self._reader = reader
        self._name = name
        self._open: list[_Open] = []

    def read(self, lines: list[str], first: int) -> Iterator[Line]:
        """The lines without audience fences, each with its number in the file and its readers."""
        for number, text in enumerate(lines, first):
            fence = _FENCE.match(text)
            if fence is None:
                self._check_empty_block(number, text)
                yield Line(number, text, self._readers())
            elif self._is_kept(fence, number):
                yield Line(number, text, self._readers())
        for block in self._open:
            self._add(
                "BLOCK-OPEN", f"block {block.name!r} is never closed", block.line, _BLOCK_HELP
            )

    def _readers(self) -> frozenset[str] | None:
        return self._open[-1].audiences if self._open else None

    def _is_kept(self, fence: re.Match[str], number: int) -> bool:
        """Open or close a block; whether its fence stays in the text (audience fences do not)."""
        slashes = len(fence["slashes"])
        if fence["head"]:
            return self._start(fence["head"], slashes, number)
        if not self._open or self._open[-1].slashes != slashes:
            expected = f" (open is {self._open[-1].name!r})" if self._open else ""
            self._add("BLOCK-STRAY", f"this closes no block{expected}", number, _BLOCK_HELP)
            return False
        return self._open.pop().name != "audience"

    def _start(self, head: str, slashes: int, number: int) -> bool:
        name, _, argument = (part.strip() for part in head.partition("|"))
        outer = self._readers()
        if name not in BLOCKS:
            self._add(
                "BLOCK-UNKNOWN", f"unknown block {name!r}", number, did_you_mean(name, BLOCKS)
            )
        elif not argument:
            self._add("BLOCK-ARGUMENT", f"block {name!r} has no argument", number, _BLOCK_HELP)
        self.blocks.append(BlockUse(name, argument, number, outer))
        readers = outer
        if name == "audience":
            named = frozenset(part.strip() for part in argument.split(",") if part.strip())
            readers = named if outer is None else named & outer
        self._open.append(_Open(slashes, name, number, readers))
        return name != "audience"

    def _check_empty_block(self, number: int, text: str) -> None:
        if text.strip() and self._open and self._open[-1].name in EMPTY_BLOCKS:
            name = self._open[-1].name
            self._add("BLOCK-FULL", f"block {name!r} takes no text", number, "close it with ///")

    def _add(self, code: str, message: str, line: int, hint: str = "") -> None:
        where = Where(self._reader.where(self._name).file, line)
        self._reader.findings.add(code, message, where, hint=hint, scope=self._reader.scope)
