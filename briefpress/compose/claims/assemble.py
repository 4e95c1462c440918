"""Assembly: the promises of a document held against what its HTML prints, as claims in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefpress.compose.claims.printed import Block, Span, blocks_of
from briefpress.compose.claims.sources import Sources
from briefpress.compose.claims.trace import Promise
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.facts import Fact
from briefpress.model.layout import TypeSizes

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
Name = tuple[ClaimKind, str]


@dataclass(frozen=True)
class Ground:
    """What claims are drawn from besides the HTML.

    `traced` promises are numbered by the signs in the HTML; `loose` ones leave no sign and are
    found by their words.
    """

    traced: Sequence[Promise]
    loose: Sequence[Promise]
    facts: Mapping[str, Fact]
    sources: Sources
    sizes: TypeSizes

    def claim(self, promise: Promise, text: str = "") -> Claim:
        """A promise as a claim, of the text that is printed for it or else its own."""
        sizes = {ClaimKind.CONTACT: self.sizes.contacts, ClaimKind.MESSAGE: self.sizes.body}
        least = sizes.get(promise.kind, self.sizes.least)
        return Claim(promise.kind, promise.id, text or promise.text, promise.where, least)


def assemble(html: str, ground: Ground) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims of composed HTML that still has its signs, and those that the layout forgot.

    Each block of text is a claim, and the items in it follow: an item is to be found inside the
    block that stands before it.
    """
    blocks = blocks_of(html)
    claims: list[Claim] = []
    unsaid = list(ground.loose)
    for number, block in enumerate(blocks, 1):
        claims += (_of_block(number, block, ground), *_inside(block, ground))
        said = [promise for promise in unsaid if _says(block, promise)]
        claims += (ground.claim(promise) for promise in said)
        unsaid = [promise for promise in unsaid if promise not in said]
    printed = {_name(ground.traced[span.promise]) for span in _printed(ground.traced, blocks)}
    printed |= {_name(promise) for promise in ground.loose if promise not in unsaid}
    forgotten = _forgotten((*ground.traced, *ground.loose), printed)
    return tuple(claims), tuple(dict.fromkeys(map(ground.claim, forgotten)))


def _of_block(number: int, block: Block, ground: Ground) -> Claim:
    kind = ClaimKind.HEADING if block.tag in HEADINGS else ClaimKind.TEXT
    text = _squeezed(block.text)
    within = [ground.traced[span.promise] for span in block.spans if span.promise >= 0]
    where = within[0].where if within else ground.sources.where(text)
    parts = block.parts if len(block.parts) > 1 else ()
    return Claim(kind, str(number), text, where, ground.sizes.least, parts)


def _inside(block: Block, ground: Ground) -> Iterator[Claim]:
    """The messages, facts, contacts and notes inside a block."""
    for span in block.spans:
        text = _squeezed(span.text)
        if not text:
            continue
        if span.fact:
            where = ground.facts[span.fact].where
            yield Claim(ClaimKind.FACT, span.fact, text, where, ground.sizes.least)
        elif ground.traced[span.promise].kind is not ClaimKind.HEADING:
            yield ground.claim(ground.traced[span.promise], text)


def _says(block: Block, promise: Promise) -> bool:
    return _squeezed(promise.text) in _squeezed(block.text)


def _forgotten(promises: Iterable[Promise], printed: set[Name]) -> Iterator[Promise]:
    """The firm promises that are not printed, of items that are told in no way in full."""
    promises = tuple(promises)
    ways: dict[Name, dict[str, bool]] = {}
    for promise in promises:
        told = ways.setdefault((promise.kind, promise.item), {})
        told[promise.way] = told.get(promise.way, True) and _name(promise) in printed
    for promise in promises:
        told = ways[promise.kind, promise.item]
        if promise.firm and _name(promise) not in printed and not any(told.values()):
            yield promise


def _name(promise: Promise) -> Name:
    return promise.kind, promise.id


def _printed(promises: Sequence[Promise], blocks: Iterable[Block]) -> Iterator[Span]:
    """The traces of promises; a heading has to stand in a heading, not only in the contents."""
    for block in blocks:
        for span in block.spans:
            if span.promise >= 0 and span.text.strip():
                is_heading = promises[span.promise].kind is ClaimKind.HEADING
                if block.tag in HEADINGS or not is_heading:
                    yield span


def _squeezed(text: str) -> str:
    return " ".join(text.split())
