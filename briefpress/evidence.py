"""The ledger of evidence: every edition composed, and each fact and message found in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from briefpress.catalogue import severity_of
from briefpress.compose import ChartFaultError, TemplateFaultError, compose
from briefpress.diagnostics import Diagnostic, Where
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.edition import Edition
from briefpress.model.evidence import Carrier, Evidence, Item, ItemKind
from briefpress.model.facts import Fact, filled
from briefpress.model.fields import Pages
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.messages import Message
from briefpress.model.uses import facts_claimed, facts_in
from briefpress.selection import select

Name = tuple[ItemKind, str]


def evidence_of(
    library: Library, editions: Collection[Edition]
) -> tuple[Evidence, tuple[Diagnostic, ...]]:
    """The ledger of these editions, and why some of them could not be composed.

    Brands differ in nothing that comes from the report, so one stands for all of them, unless its
    own notes use facts. What is printed counts, not what was meant to be.
    """
    carriers: defaultdict[Name, set[Carrier]] = defaultdict(set)
    faults: list[Diagnostic] = []
    looked_at: set[Carrier] = set()
    for edition in _standing_for(library, editions):
        try:
            document = compose(select(library, edition), library)
        except (TemplateFaultError, ChartFaultError) as fault:
            faults.append(_told(fault, edition))
            continue
        looked_at.add(Carrier.of(edition))
        for name in _named(document.claims, library):
            carriers[name].add(Carrier.of(edition))
    items = (*_facts(library, carriers), *_messages(library, carriers))
    return Evidence(tuple(items), tuple(sorted(looked_at))), tuple(faults)


def unused_notes(evidence: Evidence) -> tuple[Diagnostic, ...]:
    """A note for each item that nothing uses."""
    code = "EVIDENCE-UNUSED"
    return tuple(
        Diagnostic(code, severity_of(code), f"nothing uses the {item.kind} {item.id}", item.where)
        for item in evidence.unused
    )


def _standing_for(library: Library, editions: Iterable[Edition]) -> Iterator[Edition]:
    """One edition of each kind, and those of boards whose own notes use facts."""
    seen: set[Carrier] = set()
    for edition in editions:
        if Format(edition.format).is_finished:
            continue
        notes = library.brands[edition.brand].data.local
        if Carrier.of(edition) not in seen or any(facts_in(note.text) for note in notes):
            seen.add(Carrier.of(edition))
            yield edition


def _named(claims: Iterable[Claim], library: Library) -> Iterator[Name]:
    claims = tuple(claims)
    for name in facts_claimed(claims, library.figures):
        yield ItemKind.FACT, name
    for claim in claims:
        if claim.kind is ClaimKind.MESSAGE:
            yield ItemKind.MESSAGE, claim.id.partition(" ")[0]


def _facts(library: Library, carriers: Mapping[Name, set[Carrier]]) -> Iterator[Item]:
    supports: defaultdict[str, list[str]] = defaultdict(list)
    for fact in library.facts.values():
        for operand in dict.fromkeys((*_operands(fact), fact.whole)):
            supports[operand].append(fact.id)
    for fact in library.facts.values():
        item = _item(ItemKind.FACT, fact, _with_unit(fact), fact.page, carriers)
        yield replace(item, supports=tuple(supports[fact.id]), keyed=library.hand_of(fact))


def _item(
    kind: ItemKind,
    entry: Fact | Message,
    text: str,
    pages: tuple[Pages, ...],
    carriers: Mapping[Name, set[Carrier]],
) -> Item:
    return Item(
        kind=kind,
        id=entry.id,
        text=text,
        where=entry.where,
        pages=pages,
        no_page=entry.no_page,
        review_by=entry.review_by,
        checked_by=entry.checked_by,
        checked_on=entry.checked_on,
        carriers=tuple(sorted(carriers.get((kind, entry.id), ()))),
    )


def _with_unit(fact: Fact) -> str:
    """The figure as it is shown, with what it counts if it does not say so."""
    return fact.shown if fact.unit in fact.shown else f"{fact.shown} ({fact.unit})"


def _operands(fact: Fact) -> tuple[str, ...]:
    return fact.derived.operands if fact.derived else ()


def _messages(library: Library, carriers: Mapping[Name, set[Carrier]]) -> Iterator[Item]:
    for message in library.messages:
        text = filled(message.text, library.facts)
        item = _item(ItemKind.MESSAGE, message, text, message.pages, carriers)
        yield replace(item, keyed=library.hand_of(message))


def _told(fault: TemplateFaultError | ChartFaultError, edition: Edition) -> Diagnostic:
    if isinstance(fault, TemplateFaultError):
        code, where, hint = "LAYOUT-TEMPLATE", fault.where, fault.hint
    else:
        code, where, hint = "CHART-SPEC", Where(), ""
    return Diagnostic(code, severity_of(code), str(fault), where, hint, edition.scope)
