"""Where the source uses its facts: every token, number and chart, and whom it is for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefpress.diagnostics import Where
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.entry import TextKind
from briefpress.model.facts import ALL, Figure
from briefpress.model.library import Library
from briefpress.model.section import Section
from briefpress.model.tokens import BLOCK, TOKEN

Audiences = frozenset[str] | None
Texts = Iterable[tuple[str, Where, TextKind]]


@dataclass(frozen=True)
class Use:
    """One place of the source that uses a fact, and the audiences that it is for (None: all)."""

    where: Where
    audiences: Audiences


def uses_of(library: Library) -> Mapping[str, tuple[Use, ...]]:
    """The places that use each fact, by its id, in the order of the files."""
    found: defaultdict[str, dict[Use, None]] = defaultdict(dict)
    for name, use in _uses(library):
        found[name][use] = None
    return {name: tuple(sorted(uses, key=lambda use: use.where)) for name, uses in found.items()}


def facts_claimed(claims: Iterable[Claim], figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """The ids of the facts that a document prints, in its text and in its charts."""
    found: dict[str, None] = {}
    for claim in claims:
        if claim.kind is ClaimKind.FACT:
            found[claim.id] = None
        elif claim.kind is ClaimKind.CHART:
            found |= dict.fromkeys(facts_of(figures[claim.id.rsplit(" ", 2)[0]]))
    return tuple(found)


def readers_of_figures(library: Library) -> Mapping[str, Audiences]:
    """The audiences that are shown each chart, by its id (None: all)."""
    found: dict[str, Audiences] = {}
    for section in library.sections:
        for line in section.lines:
            block = BLOCK.match(line.text)
            if block is not None and block["name"] == "figure":
                readers = _both(section.front.audiences, line.audiences)
                before = found.get(block["argument"], frozenset())
                both = None if readers is None or before is None else readers | before
                found[block["argument"]] = both
    return found


def _uses(library: Library) -> Iterator[tuple[str, Use]]:
    yield from _in_texts(library.publication.texts(), None)
    for audience in library.audiences.values():
        yield from _in_texts(audience.texts(), frozenset({audience.id}))
    for theme in library.themes.values():
        yield from _in_texts(theme.texts(), None)
    for message in library.messages:
        yield from _in_texts(message.texts(), message.audiences)
    for brand in library.brands.values():
        for note in brand.data.local:
            yield from _in_texts(note.texts(), note.audiences)
    for section in library.sections:
        yield from _in_texts(section.front.texts(), section.front.audiences)
        yield from _in_section(section, library.figures)


def _in_texts(texts: Texts, audiences: Audiences) -> Iterator[tuple[str, Use]]:
    for text, where, kind in texts:
        if kind.markup:
            for name in facts_in(text):
                yield name, Use(where, audiences)


def _in_section(section: Section, figures: Mapping[str, Figure]) -> Iterator[tuple[str, Use]]:
    for line in section.lines:
        readers = _both(section.front.audiences, line.audiences)
        where = section.where_of(line.number)
        names = facts_in(line.text)
        block = BLOCK.match(line.text)
        if block is not None and block["name"] == "number":
            names = (block["argument"].partition(".")[0],)
        elif block is not None and block["name"] == "figure" and block["argument"] in figures:
            names = facts_of(figures[block["argument"]])
        for name in names:
            yield name, Use(where, readers)


def facts_of(figure: Figure) -> tuple[str, ...]:
    """The ids of the facts that a chart draws, sums to or tells of."""
    drawn = [name for bar in figure.bars for name in (bar.fact, bar.share) if name]
    told = [name for text, _, _ in figure.texts() for name in facts_in(text)]
    whole = [figure.whole] if figure.whole and figure.whole != ALL else []
    return tuple(dict.fromkeys((*drawn, *whole, *told)))


def facts_in(text: str) -> tuple[str, ...]:
    """The ids of the facts that the tokens of a text ask for."""
    tokens = (match[1].strip() for match in TOKEN.finditer(text))
    return tuple(t.split(".")[1] for t in tokens if t.startswith("fact."))


def _both(one: Audiences, other: Audiences) -> Audiences:
    if one is None or other is None:
        return one if other is None else other
    return one & other
