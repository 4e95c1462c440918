"""Checks on text that readers see: its tokens and page references, and all that markup.py finds."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from briefpress.diagnostics import EVERYTHING, Scope, Where
from briefpress.load.findings import FAULT_LIMIT, Fault, Findings, Names
from briefpress.load.markup import NEAR_REFERENCE, figure_faults, markup_faults, plain_faults
from briefpress.load.outline import list_faults
from briefpress.load.scripts import script_faults
from briefpress.load.wordfigures import WordFigures, side_by_side_faults
from briefpress.model.entry import PROSE, TextKind
from briefpress.model.facts import Fact
from briefpress.model.fields import Pages, parse_run
from briefpress.model.publication import PageSpan
from briefpress.model.scripts import Scripts
from briefpress.model.tokens import PAGE_REFERENCE, TOKEN, page_runs
from briefpress.names import did_you_mean

AUDIENCE_TOKENS = ("audience.name", "audience.people")
_LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


@dataclass(frozen=True)
class ProseRules:
    """What text may draw on: the facts, the pages of the report, and the scripts with a font.

    `language` is that of the publication: words are read as figures only in English.
    """

    facts: Mapping[str, Fact]
    fact_names: Names
    pages: PageSpan
    findings: Findings
    language: str = "en"
    scripts: Scripts = field(default_factory=Scripts)
    _known: dict[tuple[str, TextKind], tuple[Fault, ...]] = field(default_factory=dict, init=False)
    """What was found: most texts of a board are those of the series."""

    @cached_property
    def _words(self) -> WordFigures:
        return WordFigures.of(self.facts.values())

    def check_all(
        self, texts: Iterable[tuple[str, Where, TextKind]], scope: Scope = EVERYTHING
    ) -> None:
        """Report everything that is wrong with the texts of an entry."""
        for text, where, kind in texts:
            self.check(text, where, scope, kind)

    def check(
        self, text: str, where: Where, scope: Scope = EVERYTHING, kind: TextKind = PROSE
    ) -> None:
        """Report everything that is wrong with one line or one field of text."""
        asked = (text, kind)
        if asked not in self._known:
            self._known[asked] = tuple(islice(self._faults(text, kind), FAULT_LIMIT))
        self.findings.report(self._known[asked], where, scope)

    def check_pages(self, runs: Collection[Pages], where: Where, scope: Scope = EVERYTHING) -> None:
        """Report each page that the report does not have."""
        for run in runs:
            self.findings.report(self._page_faults(run), where, scope)

    def check_fact(self, name: str, where: Where, scope: Scope = EVERYTHING) -> None:
        """Report `id` or `id.form` if there is no such fact or form."""
        self.findings.report(self._fact_faults(name), where, scope)

    def _faults(self, text: str, kind: TextKind) -> Iterator[Fault]:
        yield from markup_faults(text)
        yield from script_faults(text, kind.language, self.language, self.scripts)
        if kind.markup:
            yield from self._token_faults(text)
            yield from self._reference_faults(text)
            yield from (fault for _, fault in list_faults(enumerate(text.splitlines())))
        else:
            yield from plain_faults(text)
        if not kind.figures:
            yield from figure_faults(text)
            if self.language.startswith("en"):
                yield from self._words.faults(text)
                yield from side_by_side_faults(text, self.facts)

    def _token_faults(self, text: str) -> Iterator[Fault]:
        for match in TOKEN.finditer(text):
            name = match[1].strip()
            kind, _, rest = name.partition(".")
            if kind == "fact":
                yield from self._fact_faults(rest)
            elif name not in AUDIENCE_TOKENS:
                hint = did_you_mean(name, AUDIENCE_TOKENS)
                yield Fault("TOKEN-UNKNOWN", f"unknown token {{{{ {name} }}}}", hint)
        for match in _LOOSE.finditer(TOKEN.sub(" ", text)):
            message = f"{match[0]} begins or ends no token"
            yield Fault("TOKEN-UNKNOWN", message, "a token is {{ fact.… }}, on one line")

    def _fact_faults(self, name: str) -> Iterator[Fault]:
        fact_id, _, form = name.partition(".")
        fact = self.facts.get(fact_id)
        if fact is None:
            if self.fact_names.lack(fact_id):
                yield self.fact_names.fault("FACT-UNKNOWN", "fact", fact_id)
        elif name != fact_id and form not in fact.forms:
            hint = did_you_mean(form, fact.forms) or "it has no other forms"
            yield Fault("FACT-FORM", f"fact {fact_id!r} has no form {form!r}", hint)

    def _reference_faults(self, text: str) -> Iterator[Fault]:
        for match in PAGE_REFERENCE.finditer(text):
            for run in page_runs(match):
                try:
                    yield from self._page_faults(parse_run(run))
                except ValueError as error:
                    yield Fault("PAGE-RANGE", str(error))
        for match in NEAR_REFERENCE.finditer(text):
            if not PAGE_REFERENCE.fullmatch(match[0]):
                hint = "write (p166), (p71-72) or (p112, p114)"
                yield Fault("PAGE-FORM", f"{match[0]} is not read as a page reference", hint)

    def _page_faults(self, run: Pages) -> Iterator[Fault]:
        if run.first < self.pages.first or run.last > self.pages.last:
            span = f"its pages are {self.pages.first} to {self.pages.last}"
            yield Fault("PAGE-RANGE", f"{run} is not a page of the report", span)
