"""Lines: blocks of text as they are claimed, but for their number and what is found of a board."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpress.compose.claims.block import Block, Span
from briefpress.compose.claims.ground import Ground
from briefpress.compose.claims.sources import Lead
from briefpress.compose.claims.trace import Promise
from briefpress.model.claims import Claim, ClaimKind

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
Name = tuple[ClaimKind, str]


@dataclass(frozen=True)
class Line:
    """The text of a block in one line: where it comes from, its items, what is printed in it."""

    kind: ClaimKind
    text: str
    lead: Lead
    parts: tuple[str, ...]
    inside: tuple[Claim, ...]
    names: tuple[Name, ...]


def line_of(block: Block, promises: Sequence[Promise], ground: Ground) -> Line:
    """A block, in which `promises` are printed by their number."""
    text = squeezed(block.text)
    within = [promises[span.promise] for span in block.spans if span.promise >= 0]
    parts = block.parts
    return Line(
        kind=ClaimKind.HEADING if block.tag in HEADINGS else ClaimKind.TEXT,
        text=text,
        lead=Lead.to(within[0].where) if within else ground.leads.of(text),
        parts=parts if len(parts) > 1 else (),
        inside=tuple(_inside(block, promises, ground)),
        names=tuple(_names(block, promises)),
    )


def name_of(promise: Promise) -> Name:
    """What tells a promise from others."""
    return promise.kind, promise.id


def squeezed(text: str) -> str:
    """A text with one space between its words."""
    return " ".join(text.split())


def _inside(block: Block, promises: Sequence[Promise], ground: Ground) -> Iterator[Claim]:
    """The messages, facts, contacts and notes inside a block."""
    for span in block.spans:
        text = squeezed(span.text)
        if not text:
            continue
        if span.fact:
            where = ground.facts[span.fact].where
            yield Claim(ClaimKind.FACT, span.fact, text, where, ground.sizes.least)
        elif promises[span.promise].kind is not ClaimKind.HEADING:
            yield ground.claim(promises[span.promise], text)


def _names(block: Block, promises: Sequence[Promise]) -> Iterator[Name]:
    """The promises that are kept; a heading has to stand in one, not only in the contents."""
    for span in block.spans:
        if _is_printed(span):
            promise = promises[span.promise]
            if block.tag in HEADINGS or promise.kind is not ClaimKind.HEADING:
                yield name_of(promise)


def _is_printed(span: Span) -> bool:
    return span.promise >= 0 and bool(span.text.strip())
