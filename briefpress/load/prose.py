"""Checks on text that readers see: tokens, figures, page references, links, and what is refused."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefpress.diagnostics import EVERYTHING, Scope, Where
from briefpress.load.findings import Findings, did_you_mean
from briefpress.model.facts import Fact
from briefpress.model.fields import Pages, parse_run
from briefpress.model.publication import PageSpan
from briefpress.model.tokens import LINK, PAGE_REFERENCE, TOKEN, page_runs

WORD_LIMIT = 100
"""Characters. The longest word in German law had 63; a longer run is a slip or an attack."""
AUDIENCE_TOKENS = ("audience.name", "audience.people")
LINK_SCHEMES = ("https://", "mailto:", "tel:")

_LIST_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"\d[\d,.]*\d%?|\d%?")
_HTML = re.compile(r"<[A-Za-z/!?][^>]{0,40}>?")
_IMAGE = re.compile(r"!\[")
_ITALIC = re.compile(
    r"(?<![*\w\\])\*(?![\s*])[^*]+?(?<![\s*])\*(?![*\w])|(?<![_\w\\])_(?![\s_])[^_]+?_(?![_\w])"
)
_REFERENCE_LINK = re.compile(r"^\s*\[[^\]]+\]:\s*(\S+)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")


@dataclass(frozen=True)
class ProseRules:
    """What text may draw on: the facts, and the pages of the report."""

    facts: Mapping[str, Fact]
    pages: PageSpan
    findings: Findings

    def check(self, text: str, where: Where, scope: Scope = EVERYTHING) -> None:
        """Report everything that is wrong with one line or one field of text."""
        for code, message, hint in self._faults(text):
            self.findings.add(code, message, where, hint=hint, scope=scope)

    def check_pages(self, runs: Collection[Pages], where: Where, scope: Scope = EVERYTHING) -> None:
        """Report each page that the report does not have."""
        for run in runs:
            for _, message, hint in self._page_faults(run):
                self.findings.add("PAGE-RANGE", message, where, hint=hint, scope=scope)

    def _faults(self, text: str) -> Iterator[tuple[str, str, str]]:
        for match in _CONTROL.finditer(text):
            yield "TEXT-CONTROL", f"control character U+{ord(match[0]):04X}", "delete it"
        yield from self._token_faults(text)
        yield from self._reference_faults(text)
        yield from _markup_faults(text)
        yield from _figure_faults(text)

    def _token_faults(self, text: str) -> Iterator[tuple[str, str, str]]:
        for match in TOKEN.finditer(text):
            name = match[1].strip()
            kind, _, rest = name.partition(".")
            if kind == "fact":
                yield from self._fact_faults(rest)
            elif name not in AUDIENCE_TOKENS:
                hint = did_you_mean(name, AUDIENCE_TOKENS)
                yield "TOKEN-UNKNOWN", f"unknown token {{{{ {name} }}}}", hint

    def _fact_faults(self, name: str) -> Iterator[tuple[str, str, str]]:
        fact_id, _, form = name.partition(".")
        fact = self.facts.get(fact_id)
        if fact is None:
            yield "FACT-UNKNOWN", f"unknown fact {fact_id!r}", did_you_mean(fact_id, self.facts)
        elif form and form not in fact.forms:
            yield (
                "FACT-FORM",
                f"fact {fact_id!r} has no form {form!r}",
                did_you_mean(form, fact.forms) or "it has no other forms",
            )

    def _reference_faults(self, text: str) -> Iterator[tuple[str, str, str]]:
        for match in PAGE_REFERENCE.finditer(text):
            for run in page_runs(match):
                try:
                    yield from self._page_faults(parse_run(run))
                except ValueError as error:
                    yield "PAGE-RANGE", str(error), ""

    def _page_faults(self, run: Pages) -> Iterator[tuple[str, str, str]]:
        if run.first < self.pages.first or run.last > self.pages.last:
            span = f"{self.pages.first} to {self.pages.last}"
            yield "PAGE-RANGE", f"{run} is not a page of the report", f"its pages are {span}"


def _markup_faults(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _HTML.finditer(text):
        yield "RAW-HTML", f"raw HTML is not allowed: {match[0]}", "use Markdown, or a block"
    if _IMAGE.search(text):
        yield "TEXT-IMAGE", "images do not stand in text", "make a chart in figures/"
    targets = [match[1] for match in LINK.finditer(text)]
    targets += [match[1] for match in _REFERENCE_LINK.finditer(text)]
    for target in targets:
        if not target.lower().startswith(LINK_SCHEMES):
            yield "LINK-SCHEME", f"link to {target!r}", "links begin with https://, mailto: or tel:"
    for match in _ITALIC.finditer(LINK.sub("]", text)):
        yield (
            "TEXT-ITALIC",
            f"no italics: {match[0]}",
            "they are hard to read; use **bold** or nothing",
        )
    for word in LINK.sub(" ", text).split():
        if len(word) > WORD_LIMIT:
            yield (
                "WORD-LONG",
                f"a word of {len(word)} characters: {word[:20]}…",
                "no line can hold it",
            )


def _figure_faults(text: str) -> Iterator[tuple[str, str, str]]:
    rest = text
    for pattern in (TOKEN, PAGE_REFERENCE, LINK, _REFERENCE_LINK, _LIST_NUMBER, _YEAR):
        rest = pattern.sub(" ", rest)
    for match in _FIGURE.finditer(rest):
        hint = "register it in facts.yaml and write {{ fact.… }}; a page reference is (p166)"
        yield "FIGURE-UNREGISTERED", f"the figure {match[0]} is not in facts.yaml", hint
