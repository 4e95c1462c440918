"""Checks on sections: their blocks, their headings, their text, and that no message is left out."""

import re
from collections.abc import Collection, Mapping

from briefpress.diagnostics import Scope, Where
from briefpress.load.findings import Findings, did_you_mean
from briefpress.load.prose import ProseRules
from briefpress.load.sections import BlockUse, SectionText
from briefpress.model.fields import meant_for
from briefpress.model.library import Library

_HEADING = re.compile(r"^(#{1,6})(\s|$)")
_UNDERLINE = re.compile(r"^(=+|-{2,})\s*$")
FIRST_LEVEL = 2
"""A section's title is its heading of level 1, so headings inside it start at `##`."""


def check_sections(texts: Collection[SectionText], library: Library, findings: Findings) -> None:
    """Report what is wrong in each section, whatever is wrong in the others."""
    for text in texts:
        _SectionCheck(text, library, findings).run()
    _check_placement(texts, library, findings)


class _SectionCheck:
    def __init__(self, text: SectionText, library: Library, findings: Findings) -> None:
        self._section = text.section
        self._blocks = text.blocks
        self._library = library
        self._findings = findings
        known = frozenset(library.audiences)
        named = text.section.front.audiences
        self._scope = Scope(audiences=named if named and named <= known else None)

    def run(self) -> None:
        front = self._section.front
        self._audiences(front.audiences, front.where_of("audiences"))
        rules = ProseRules(
            self._library.facts, self._library.publication.report.pages, self._findings
        )
        for value, where in front.prose():
            rules.check(value, where, self._scope)
        for line in self._section.lines:
            if not line.text.startswith("///"):
                rules.check(line.text, self._section.where_of(line.number), self._scope)
        for block in self._blocks:
            self._block(block)
            if block.name in ("callout", "quote"):
                argument = re.sub(r"p\d+(?:[-–]\d+)?$", "", block.argument)
                rules.check(argument, self._section.where_of(block.line), self._scope)
        self._headings()

    def _audiences(self, names: Collection[str] | None, where: Where) -> None:
        for name in sorted(names or ()):
            self._known("AUDIENCE-UNKNOWN", "audience", name, self._library.audiences, where)

    def _known(self, code: str, what: str, name: str, known: Collection[str], where: Where) -> None:
        if name not in known:
            hint = did_you_mean(name, known)
            self._findings.add(
                code, f"unknown {what} {name!r}", where, hint=hint, scope=self._scope
            )

    def _block(self, block: BlockUse) -> None:
        where = self._section.where_of(block.line)
        registers: Mapping[str, tuple[str, str, Collection[str]]] = {
            "messages": ("THEME-UNKNOWN", "theme", self._library.themes),
            "figure": ("CHART-UNKNOWN", "figure", self._library.figures),
            "number": ("FACT-UNKNOWN", "fact", self._library.facts),
        }
        if block.name == "audience":
            self._audiences([name.strip() for name in block.argument.split(",")], where)
        elif block.name in registers and block.argument:
            code, what, known = registers[block.name]
            self._known(code, what, block.argument.partition(".")[0], known, where)

    def _headings(self) -> None:
        level = FIRST_LEVEL - 1
        previous = ""
        for line in self._section.lines:
            match = _HEADING.match(line.text)
            where = self._section.where_of(line.number)
            if match is not None:
                found = len(match[1])
                self._level(found, level, where)
                level = max(found, FIRST_LEVEL)
            elif _UNDERLINE.match(line.text) and previous.strip():
                self._add(
                    "HEADING-LEVEL",
                    "a line of dashes makes no heading here",
                    where,
                    "write ## Heading",
                )
            previous = line.text

    def _level(self, found: int, level: int, where: Where) -> None:
        if found < FIRST_LEVEL:
            hint = "the section's title is its first heading; write ##"
            self._add("HEADING-LEVEL", "headings inside a section start at ##", where, hint)
        elif found > level + 1:
            self._add(
                "HEADING-LEVEL",
                f"heading level jumps from {level} to {found}",
                where,
                "do not skip a level",
            )

    def _add(self, code: str, message: str, where: Where, hint: str) -> None:
        self._findings.add(code, message, where, hint=hint, scope=self._scope)


def _check_placement(texts: Collection[SectionText], library: Library, findings: Findings) -> None:
    """Each message stands in some section of each of its audiences, and no panel is empty."""
    for audience in library.audiences:
        placed = _placed_themes(texts, audience)
        used = {m.theme for m in library.messages if meant_for(m.audiences, audience)}
        for theme, where in placed.items():
            if theme in library.themes and theme not in used:
                message = f"{audience} has no message of theme {theme!r}: the panel would be empty"
                hint = "put the block into an audience block for those who have some"
                findings.add("PANEL-EMPTY", message, where, hint=hint, scope=_of(audience))
        for lost in library.messages:
            if meant_for(lost.audiences, audience) and lost.theme not in placed:
                message = f"{lost.id} is for {audience}, but no section of theirs shows its theme"
                hint = f"add `/// messages | {lost.theme}` to a section that they read"
                findings.add(
                    "MESSAGE-UNPLACED", message, lost.where, hint=hint, scope=_of(audience)
                )


def _placed_themes(texts: Collection[SectionText], audience: str) -> dict[str, Where]:
    return {
        block.argument: text.section.where_of(block.line)
        for text in texts
        if meant_for(text.section.front.audiences, audience)
        for block in text.blocks
        if block.name == "messages" and meant_for(block.audiences, audience)
    }


def _of(audience: str) -> Scope:
    return Scope(audiences=frozenset({audience}))
