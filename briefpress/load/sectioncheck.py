"""Checks on sections: names, text and outline of each, and what they leave out together."""

from collections.abc import Collection, Iterator
from itertools import groupby

from briefpress.diagnostics import Scope, Where
from briefpress.load.blocks import BlockUse
from briefpress.load.crosscheck import CrossCheck
from briefpress.load.findings import Fault, Findings
from briefpress.load.markup import bold_faults
from briefpress.load.outline import list_faults, outline_faults, structure_faults
from briefpress.load.sections import SectionText
from briefpress.model.fields import meant_for
from briefpress.model.library import Library
from briefpress.model.tokens import QUOTED_PAGES


def check_sections(
    texts: Collection[SectionText], library: Library, names: CrossCheck, findings: Findings
) -> None:
    """Report what is wrong in each section, whatever is wrong in the others."""
    for text in texts:
        _SectionCheck(text, library, names, findings).run()
    _check_order(texts, library, findings)
    for audience in library.audiences:
        _check_placement(audience, texts, library, findings)


class _SectionCheck:
    def __init__(
        self, text: SectionText, library: Library, names: CrossCheck, findings: Findings
    ) -> None:
        self._text = text
        self._section = text.section
        self._library = library
        self._names = names
        self._findings = findings
        self._scope = text.scope

    def run(self) -> None:
        front = self._section.front
        self._names.audiences(front.audiences, front.where_of("audiences"))
        self._names.prose.check_all(front.texts(), self._scope)
        for line in self._section.lines:
            if not line.text.startswith("///"):
                scope = self._text.scope_of(line.audiences)
                self._names.prose.check(line.text, self._text.where_of(line.number), scope)
        for number, fault in self._passage_faults():
            self._findings.report([fault], self._text.where_of(number), self._scope)
        for block in self._text.blocks:
            self._block(block)
        self._readers()

    def _passage_faults(self) -> Iterator[tuple[int, Fault]]:
        lines = self._section.lines
        numbered = [(line.number, line.text) for line in lines]
        yield from structure_faults(numbered)
        yield from list_faults(numbered)
        for is_text, group in groupby(lines, key=lambda line: bool(line.text.strip())):
            passage = list(group)
            if is_text:
                for fault in bold_faults("\n".join(line.text for line in passage)):
                    yield passage[0].number, fault

    def _block(self, block: BlockUse) -> None:
        where = self._text.where_of(block.line)
        scope = self._text.scope_of(block.audiences)
        if block.name == "audience":
            self._names.audiences(block.named, where)
        if not block.argument:
            return
        if block.name == "messages":
            self._names.theme(block.argument, where, scope)
        elif block.name == "figure":
            self._names.figure(block.argument, where, scope)
        elif block.name == "number":
            self._names.prose.check_fact(block.argument, where, scope)
        elif block.name == "callout":
            self._names.prose.check(block.argument, where, scope)
        elif block.name == "quote":
            source = QUOTED_PAGES.sub(r" (p\1)", block.argument)
            self._names.prose.check(source, where, scope)

    def _readers(self) -> None:
        """What depends on who reads: empty sections, passages for nobody, the outline."""
        front = self._section.front
        mine = [a for a in self._library.audiences if meant_for(front.audiences, a)]
        for audience in mine:
            if not self._section.text_for(audience).strip():
                message = f"the section has no text for {audience}"
                hint = "take the audience out of the head, or write something for it"
                scope = Scope(audiences=frozenset({audience}))
                fault = Fault("SECTION-EMPTY", message, hint)
                self._findings.report([fault], self._section.where, scope)
        for block in self._text.blocks:
            self._unread(block, frozenset(mine))
        outlines = (found for audience in mine for found in self._outline(audience))
        for number, fault in dict.fromkeys(outlines):
            self._findings.report([fault], self._text.where_of(number), self._scope)

    def _outline(self, audience: str) -> Iterator[tuple[int, Fault]]:
        lines = self._section.lines
        mine = [(line.number, line.text) for line in lines if meant_for(line.audiences, audience)]
        yield from outline_faults(mine)

    def _unread(self, block: BlockUse, mine: frozenset[str]) -> None:
        around = mine if block.audiences is None else mine & block.audiences
        named = block.named & frozenset(self._library.audiences)
        if named and around and not named & around:
            message = f"nobody who reads this passage is of {', '.join(sorted(named))}"
            hint = "mend the audiences of the block, or of what stands around it"
            where = self._text.where_of(block.line)
            self._findings.report([Fault("PASSAGE-UNREAD", message, hint)], where, self._scope)


def _check_order(texts: Collection[SectionText], library: Library, findings: Findings) -> None:
    """Two sections of one audience do not have the same place."""
    seen: dict[tuple[str, int], SectionText] = {}
    for text in texts:
        front = text.section.front
        first: dict[str, None] = {}
        for audience in library.audiences:
            if meant_for(front.audiences, audience):
                before = seen.setdefault((audience, front.order), text)
                if before is not text:
                    first[before.section.id] = None
        for name in first:
            message = f"order {front.order} is also that of section {name!r}"
            fault = Fault("SECTION-ORDER", message, "give each section an order of its own")
            findings.report([fault], front.where_of("order"), text.scope)


def _check_placement(
    audience: str, texts: Collection[SectionText], library: Library, findings: Findings
) -> None:
    """Each message stands in some section of the audience, and no panel is empty."""
    scope = Scope(audiences=frozenset({audience}))
    placed = _placed_themes(texts, audience)
    used = {m.theme for m in library.messages if meant_for(m.audiences, audience)}
    for theme, where in placed.items():
        if theme in library.themes and theme not in used:
            message = f"{audience} has no message of theme {theme!r}: the panel would be empty"
            hint = "put the block into an audience block for those who have some"
            findings.report([Fault("PANEL-EMPTY", message, hint)], where, scope)
    for lost in library.messages:
        if meant_for(lost.audiences, audience) and lost.theme not in placed:
            message = f"{lost.id} is for {audience}, but no section of theirs shows its theme"
            hint = f"add `/// messages | {lost.theme}` to a section that they read"
            findings.report([Fault("MESSAGE-UNPLACED", message, hint)], lost.where, scope)


def _placed_themes(texts: Collection[SectionText], audience: str) -> dict[str, Where]:
    return {
        block.argument: text.where_of(block.line)
        for text in texts
        if meant_for(text.section.front.audiences, audience)
        for block in text.blocks
        if block.name == "messages" and meant_for(block.audiences, audience)
    }
