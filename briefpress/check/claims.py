"""Rules on claims: that the layout printed each, that each is in the file, and in its order."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from briefpress.check.judged import SHOWN, Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.check.presence import items_of
from briefpress.check.reading.plain import plain
from briefpress.model.checked import Fault
from briefpress.model.claims import Claim
from briefpress.model.document import Document


class Made(Protocol):
    """Whatever was made of a document: a proof, a web page, a text."""

    @property
    def document(self) -> Document:
        """The document."""


def forgotten(made: Made) -> Judged:
    """The template printed everything that the document has to show."""
    document = made.document
    faults = (
        Fault(f"{named(claim)} is not printed by {document.layout.template}", (), claim.where)
        for claim in document.forgotten
    )
    return judged(counted(len(document.claims), "claim"), faults)


def missing(opened: Opened) -> Judged:
    """Every claim is in the text of the file."""
    document, gone = opened.document, opened.presence.missing
    figure = f"{len(document.claims) - len(gone):,} of {counted(len(document.claims), 'claim')}"
    untold = [number for number in gone if not lost_in_layout(opened, number)]
    return judged(figure, _told(document, untold, "is on no page"))


def lost_in_layout(opened: Opened, number: int) -> bool:
    """Whether a claim is missing because the engine dropped its text, which TEXT-LOST tells."""
    return plain(opened.document.claims[number].text) in plain(opened.proof.lost)


def astray(opened: Opened) -> Judged:
    """Every claim stands in the reading order where the document has it."""
    document, lost = opened.document, opened.presence.astray
    faults = _told(document, lost, "is not where the reading order has it")
    return judged(f"{len(lost)} astray", faults)


def _told(document: Document, numbers: Sequence[int], what: str) -> Iterator[Fault]:
    for number in items_of(document.claims, numbers):
        claim = document.claims[number]
        yield Fault(f"{named(claim)} {what}", (), claim.where)


def named(claim: Claim) -> str:
    """A claim as the user knows it: `contact front_door 1 phone 1 (01632 960114)`."""
    text = claim.text if len(claim.text) <= SHOWN else f"{claim.text[: SHOWN - 1]}…"
    name = claim.kind.value if claim.id.isdecimal() else f"{claim.kind} {claim.id}"
    return f"{name} ({text})"
