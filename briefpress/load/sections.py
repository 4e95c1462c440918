"""Section files: front matter, and text whose audience blocks are resolved line by line."""

import re
from dataclasses import dataclass

from briefpress.diagnostics import Scope, Where
from briefpress.load.blocks import BlockScan, BlockUse
from briefpress.load.files import Reader
from briefpress.load.findings import Fault, Names
from briefpress.load.typed import map_of, to_entry
from briefpress.model.section import FrontMatter, Section

SUFFIX = ".md"
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,61}[a-z0-9]")
"""As `Slug` of the model, for names that come from the disk."""


@dataclass(frozen=True)
class SectionText:
    """A section with the blocks that its text opens."""

    section: Section
    blocks: tuple[BlockUse, ...]

    @property
    def scope(self) -> Scope:
        """The editions that print the section."""
        return Scope(audiences=self.section.front.audiences)

    def scope_of(self, readers: frozenset[str] | None) -> Scope:
        """The editions that print a passage of the section."""
        mine = self.section.front.audiences
        if readers is None or mine is None:
            return Scope(audiences=mine if readers is None else readers)
        return Scope(audiences=mine & readers)

    def where_of(self, line: int) -> Where:
        """The place of a line of the file."""
        return self.section.where_of(line)


def read_sections(reader: Reader) -> tuple[tuple[SectionText, ...], Names]:
    """Every section below the folder that can be read, in order; and the names of all."""
    names = reader.names(SUFFIX) if reader.is_folder() else ()
    texts = [text for text in (_read_section(reader, n) for n in names) if text is not None]
    if reader.root.is_dir() and not names:
        reader.findings.add("FILE-MISSING", "there is no section", Where(reader.label))
    ordered = sorted(texts, key=lambda t: (t.section.front.order, t.section.id))
    return tuple(ordered), Names(frozenset(name.removesuffix(SUFFIX) for name in names))


def _read_section(reader: Reader, name: str) -> SectionText | None:
    stem = name.removesuffix(SUFFIX)
    if not SLUG.fullmatch(stem):
        message = f"section {stem!r}: use a-z, 0-9 and '-', 2 to 63 characters"
        reader.findings.add("SLUG", message, reader.where(name))
    text = reader.text(name)
    if text is None:
        return None
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if lines[0].rstrip() != "---" or not end:
        hint = "begin the file with ---, title, audiences, order, and --- again"
        fault = Fault("SECTION-HEAD", "the section has no head", hint)
        reader.findings.report([fault], reader.where(name, 1))
        return None
    head = map_of(reader, name, "\n".join(lines[1:end]), first_line=2)
    front = None if head is None else to_entry(reader, head, FrontMatter)
    if front is None:
        return None
    return _scanned(reader, Section(stem, front, (), reader.where(name, 1)), lines, end)


def _scanned(reader: Reader, head: Section, lines: list[str], end: int) -> SectionText:
    scan = BlockScan()
    kept = tuple(scan.read(lines[end + 1 :], end + 2))
    section = Section(head.id, head.front, kept, head.where)
    text = SectionText(section, tuple(scan.blocks))
    for line, readers, fault in scan.faults:
        reader.findings.report([fault], text.where_of(line), text.scope_of(readers))
    return text
