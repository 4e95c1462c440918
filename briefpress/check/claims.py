"""Preflight rules on claims: that the layout printed each, and that each can be found."""

from typing import Protocol

from briefpress.check.judged import SHOWN, Judged, counted, judged
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


def named(claim: Claim) -> str:
    """A claim as the user knows it: `contact front_door 1 phone 1 (01632 960114)`."""
    text = claim.text if len(claim.text) <= SHOWN else f"{claim.text[: SHOWN - 1]}…"
    name = claim.kind.value if claim.id.isdecimal() else f"{claim.kind} {claim.id}"
    return f"{name} ({text})"
