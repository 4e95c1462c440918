"""Preflight rule on slots: each holds its text, or it is told what does not fit and what would."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefpress.check.judged import SHOWN, Judged, judged
from briefpress.check.opened import Opened
from briefpress.check.reading.plain import plain
from briefpress.diagnostics import NOWHERE, Where
from briefpress.model.checked import Fault
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.document import Document, Fitted, Shortfall, TextBlock
from briefpress.model.layout import Slot

NAMED = 4
"""Parts that are named; whoever has so many to shorten finds the others."""
MANY = 2
"""Words by which a contact (`front_door 1`) or a note (`card 1`) is known among its kind."""


@dataclass(frozen=True)
class Part:
    """A part of a slot as a user names it, from its top to its end (mm), and its line.

    A number that leads a line says nothing alone; then it is not `named`.
    """

    name: str
    top: float
    end: float
    where: Where = NOWHERE
    named: bool = True

    def with_more(self, more: "Part") -> "Part":
        """As far as another piece of the same part reaches."""
        return replace(self, top=min(self.top, more.top), end=max(self.end, more.end))


def copyfit(opened: Opened) -> Judged:
    """At the size that was chosen, each slot holds its text."""
    proof = opened.proof
    if not proof.fitted:
        return judged("no slots", ())
    fullest = max(proof.fitted, key=lambda one: one.natural / one.slot.height)
    share = fullest.natural / fullest.slot.height
    figure = f"fullest slot {fullest.slot.id} {share:.0%} at {fullest.size:g}pt"
    faults = (_overfull(proof.document, fitted) for fitted in proof.fitted if not fitted.fits)
    return judged(figure, faults)


def _overfull(document: Document, fitted: Fitted) -> Fault:
    slot = fitted.slot
    over = f"{fitted.natural - slot.height:.1f} mm too high"
    message = f"{slot.id} is {over} at its smallest type, {slot.floor:g}pt"
    told = fitted.shortfall
    if told is None or not told.blocks:
        return Fault(message)
    parts = parts_over(document, fitted, told.blocks)
    said = f"{message}; past its end: {_listed(parts, slot)}{_remedy(document, fitted, told)}"
    where = next((part.where for part in parts if part.where.file), NOWHERE)
    return Fault(said, (told.spot,), where, _hint(document, told, parts))


def parts_over(document: Document, fitted: Fitted, blocks: Sequence[TextBlock]) -> tuple[Part, ...]:
    """The parts of a slot that reach past its end, in reading order.

    What stands under the last block (padding, a rule) is counted with it.
    """
    found: dict[str, Part] = {}
    for index, block in enumerate(blocks, 1):
        end = max(block.bottom, fitted.natural) if index == len(blocks) else block.bottom
        part = _part(document, replace(block, bottom=end))
        found[part.name] = found[part.name].with_more(part) if part.name in found else part
    past = [part for part in found.values() if part.end > fitted.slot.height]
    return tuple(part for part in past if part.named) or tuple(past)


def _part(document: Document, block: TextBlock) -> Part:
    """A block of text by the item that it belongs to, else by its own words."""
    ends = (block.top, block.bottom)
    message = next((name for name in document.messages if name in block.within), "")
    if message:
        return Part(f"message {message}", *ends, message_line(document, message))
    claims = _claims_of(document.claims, block)
    item = next((c for c in claims if c.kind in (ClaimKind.CONTACT, ClaimKind.NOTE)), None)
    if item is not None:
        return Part(f"{item.kind} {' '.join(item.id.split()[:MANY])}", *ends, item.where)
    words = block.text if len(block.text) <= SHOWN else f"{block.text[: SHOWN - 1]}…"
    where = claims[0].where if claims else NOWHERE
    return Part(repr(words), *ends, where, any(sign.isalpha() for sign in words))


def message_line(document: Document, message: str) -> Where:
    """The line of a key message that the document prints."""
    own = (c for c in document.claims if c.kind is ClaimKind.MESSAGE)
    return next((c.where for c in own if c.id.split()[0] == message), NOWHERE)


def _claims_of(claims: Sequence[Claim], block: TextBlock) -> list[Claim]:
    """The claim on a block of text, and those on the items in it."""
    words = plain(block.text)
    return [claim for claim in claims if words and plain(claim.text) == words]


def _listed(parts: Sequence[Part], slot: Slot) -> str:
    shown = [
        f"{part.name} ({part.end - part.top:.1f} mm high) by {part.end - slot.height:.1f} mm"
        for part in parts[:NAMED]
    ]
    more = f" and {len(parts) - NAMED} more" if len(parts) > NAMED else ""
    return ", ".join(shown) + more


def _remedy(document: Document, fitted: Fitted, told: Shortfall) -> str:
    """What the trials have shown of its messages."""
    held = _held(document, told)
    if not held:
        return ""
    if not told.surplus:
        return f"; it would not fit with {held[0]} as its only message"
    names = _names(told.surplus)
    room = f"{told.rest:.1f} of {fitted.slot.height:g} mm"
    return f"; without {names}, the last by priority, it fits ({room})"


def _hint(document: Document, told: Shortfall, parts: Sequence[Part]) -> str:
    """The lines to shorten, the highest part first, or how many messages there is room for."""
    surplus = [(name, message_line(document, name)) for name in told.surplus]
    places = [f"{name} ({where})" for name, where in surplus if where.file]
    if not surplus:
        highest = sorted(parts, key=lambda part: part.top - part.end)
        places = [f"{p.name} ({p.where})" for p in highest[:NAMED] if p.where.file]
    shorter = f"shorten {', '.join(places)}" if places else ""
    left = len(_held(document, told)) - len(told.surplus)
    fewer = f"with `messages: {left}` in layout.yaml {left} fit" if surplus else ""
    return "; ".join(filter(None, (shorter, fewer)))


def _held(document: Document, told: Shortfall) -> list[str]:
    inside = {name for block in told.blocks for name in block.within}
    return [message for message in document.messages if message in inside]


def _names(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
