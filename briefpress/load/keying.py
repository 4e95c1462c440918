"""Double keying: what a second person read in the report, held against what the source says."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from briefpress.diagnostics import EVERYTHING, Scope, Where
from briefpress.load.findings import Fault, Findings, Names
from briefpress.load.sections import SectionText
from briefpress.model.entry import Entry
from briefpress.model.fields import Pages, parse_run
from briefpress.model.keyed import KeyedFact, KeyedMessage, KeyedText
from briefpress.model.library import Library
from briefpress.model.tokens import BLOCK, PAGE_REFERENCE, QUOTED_PAGES, page_runs

E = TypeVar("E", bound=Entry)
KEY_IT = "somebody who has the report in hand adds it to checked.yaml"
LOOK = "look it up in the report, and mend the one that is wrong"


@dataclass(frozen=True)
class Said:
    """A figure or page as one of the two gives it, and where."""

    says: str
    where: Where
    scope: Scope = EVERYTHING


@dataclass(frozen=True)
class Named:
    """Every name of an entry that may have been keyed, of sound entries and of others."""

    facts: Names
    messages: Names


def check_keyed(
    library: Library, sections: Collection[SectionText], named: Named, findings: Findings
) -> None:
    """Report what two people read differently, what only one has read, and what is no more.

    A publication without checked.yaml is asked for nothing.
    """
    keyed = library.keyed
    if keyed is None:
        return
    check = _Keying(library, findings)
    check.facts(keyed.facts, named.facts)
    check.messages(keyed.messages, named.messages)
    check.references(keyed.references, _references(library, sections))


class _Keying:
    """Holds the entries of a library against those of its checked.yaml."""

    def __init__(self, library: Library, findings: Findings) -> None:
        self._library = library
        self._findings = findings

    def facts(self, keyed: Iterable[KeyedFact], names: Names) -> None:
        again = self._by_name(((entry.id, entry) for entry in keyed), names, "fact")
        for name, fact in self._library.facts.items():
            if (other := again.get(name)) is None:
                self._unchecked(f"fact {name!r}", Said("", fact.where))
                continue
            own = Said(_figure(fact.value), fact.where_of("value"))
            self._compare(name, own, Said(_figure(other.value), other.where_of("value")))
            own = Said(_pages(fact.page), fact.where_of("page"))
            self._compare(name, own, Said(_pages(other.page), other.where_of("page")))

    def messages(self, keyed: Iterable[KeyedMessage], names: Names) -> None:
        again = self._by_name(((entry.id, entry) for entry in keyed), names, "message")
        for message in self._library.messages:
            scope = Scope(audiences=message.audiences)
            own = Said(_pages(message.pages), message.where_of("pages"), scope)
            if (other := again.get(message.id)) is not None:
                self._compare(message.id, own, Said(_pages(other.pages), other.where_of("pages")))
            elif message.pages:
                self._unchecked(f"the page of {message.id}", own)

    def references(self, keyed: Iterable[KeyedText], own: Mapping[str, list[Said]]) -> None:
        names = Names(frozenset(own))
        again = self._by_name(((entry.file, entry) for entry in keyed), names, "page reference in")
        for name, written in own.items():
            read = _read_in(again[name]) if name in again else []
            if len(read) != len(written):
                what = f"{len(written)} page references, {len(read)} in checked.yaml"
                self._unchecked(what, written[0])
                continue
            for mine, theirs in zip(written, read, strict=True):
                self._compare("a page reference", mine, theirs)

    def _by_name(self, keyed: Iterable[tuple[str, E]], names: Names, what: str) -> dict[str, E]:
        """The entries by their names; a finding for one that is there twice or names nothing."""
        found: dict[str, E] = {}
        for name, entry in keyed:
            if name in found:
                fault = Fault("ID-TWICE", f"{name!r} is given twice", "take one of them out")
                self._findings.report([fault], entry.where)
            elif names.lack(name):
                self._findings.report([names.fault("CHECKED-STALE", what, name)], entry.where)
            found.setdefault(name, entry)
        return found

    def _unchecked(self, what: str, own: Said) -> None:
        fault = Fault("CHECKED-MISSING", f"{what}: nobody has checked it", KEY_IT)
        self._findings.report([fault], own.where, own.scope)

    def _compare(self, name: str, own: Said, other: Said) -> None:
        if own.says != other.says:
            message = (
                f"{name}: {own.where.file} says {own.says} (line {own.where.line}), whoever "
                f"checked it against the report read {other.says} ({other.where.file} line "
                f"{other.where.line}): one of them is wrong"
            )
            self._findings.report([Fault("CHECKED-DIFFERS", message, LOOK)], own.where, own.scope)


def _figure(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _pages(runs: Iterable[Pages]) -> str:
    return ", ".join(map(str, runs)) or "no page"


def _references(library: Library, sections: Iterable[SectionText]) -> dict[str, list[Said]]:
    """The page references of each file, in the order in which they stand."""
    root = library.publication.where.file.removesuffix("publication.yaml")
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for text, where, scope in (*_entry_texts(library), *_section_texts(sections)):
        for match in PAGE_REFERENCE.finditer(text):
            runs = (_run(run) for run in page_runs(match))
            said = (Said(run, where, scope) for run in runs)
            found[where.file.removeprefix(root)] += said
    return dict(found)


def _entry_texts(library: Library) -> Iterator[tuple[str, Where, Scope]]:
    everybody: tuple[Entry, ...] = (
        library.publication,
        *library.themes.values(),
        *library.abbreviations,
        *library.figures.values(),
    )
    some = [(audience, frozenset({audience.id})) for audience in library.audiences.values()]
    told = [(message, message.audiences) for message in library.messages]
    for entry, readers in (*((entry, None) for entry in everybody), *some, *told):
        for text, where, kind in entry.texts():
            if kind.markup:
                yield text, where, Scope(audiences=readers)


def _section_texts(sections: Iterable[SectionText]) -> Iterator[tuple[str, Where, Scope]]:
    for section in sections:
        for text, where, kind in section.section.front.texts():
            if kind.markup:
                yield text, where, section.scope
        for line in section.section.lines:
            text = line.text
            if (block := BLOCK.match(text)) and block["name"] == "quote":
                text = QUOTED_PAGES.sub(r" (p\1)", block["argument"])
            yield text, section.where_of(line.number), section.scope_of(line.audiences)


def _read_in(entry: KeyedText) -> list[Said]:
    return [Said(str(run), entry.where_of("pages")) for run in entry.pages]


def _run(text: str) -> str:
    """A run as it is compared; one that is none is another rule's to refuse."""
    try:
        return str(parse_run(text))
    except ValueError:
        return text
