"""Claims: what must be seen on the pages of a document, item by item, in reading order."""

from dataclasses import dataclass
from enum import StrEnum

from briefpress.diagnostics import Where


class ClaimKind(StrEnum):
    """What a claim is of the manuscript."""

    HEADING = "heading"
    MESSAGE = "message"
    FACT = "fact"
    CONTACT = "contact"
    NOTE = "note"
    CONTROL = "control"
    CHART = "chart"
    TEXT = "text"


@dataclass(frozen=True)
class Claim:
    """One item that a reader must find; those of a chart, wherever the chart stands.

    `id` names it within its kind (`WT1`, `items_brought`, `front_door 1 phone`); `text` is what a
    reader sees of it; `where` is the line of the source that it comes from; `least` is the type
    size (pt) below which its layout promises not to go. `parts` are the pieces of a text of
    several elements, between which a style may put words of its own.
    """

    kind: ClaimKind
    id: str
    text: str
    where: Where
    least: float
    parts: tuple[str, ...] = ()
