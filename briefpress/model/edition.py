"""Editions and manuscripts: which output files there are, and what select puts into each."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from briefpress.diagnostics import Scope
from briefpress.model.brand import LocalNote
from briefpress.model.contacts import Contact
from briefpress.model.layout import Format
from briefpress.model.library import LoadedBrand, LoadedLayout
from briefpress.model.messages import Message
from briefpress.model.publication import Audience, Publication
from briefpress.model.section import Section
from briefpress.model.size import CardSize

ALL_AUDIENCES = "all"
"""Stands for the audience of a sheet that holds the cards of each of them. No audience has it as
its id, because `audiences: all` means everybody."""


@dataclass(frozen=True, order=True)
class Edition:
    """One output file: audience x brand x layout x format, and the size where there are several."""

    brand: str
    audience: str
    layout: str
    format: str = Format.SCREEN
    size: str = ""
    """A card size other than the layout's own."""

    @property
    def id(self) -> str:
        """`eastmarsh-police-card`; size and format are appended where they are not the usual."""
        form = "" if self.format == Format.SCREEN else self.format
        parts = (self.brand, self.audience, self.layout, self.size, form)
        return "-".join(part for part in parts if part)

    @property
    def unbranded(self) -> "Edition":
        """What it has in common with those of other brands."""
        return replace(self, brand="")

    @property
    def scope(self) -> Scope:
        """This edition alone."""
        return Scope(
            brands=frozenset({self.brand}),
            audiences=frozenset({self.audience}),
            layouts=frozenset({self.layout}),
        )

    @property
    def path(self) -> PurePosixPath:
        """Where it is written, below the output folder; html and text are told by the suffix."""
        form = Format(self.format)
        stem = self.id if form.is_paged else self.id.removesuffix(f"-{form}")
        return PurePosixPath(self.brand) / f"{stem}{form.suffix}"


@dataclass(frozen=True)
class Decision:
    """Why an item is in an edition or out of it."""

    kind: str
    item: str
    included: bool
    reason: str


@dataclass(frozen=True)
class SelectedSection:
    """A section with its text for this audience, and its number (0: not numbered)."""

    section: Section
    text: str
    number: int


@dataclass(frozen=True)
class Manuscript:
    """What one edition says, in the order in which it says it."""

    edition: Edition
    publication: Publication
    audience: Audience
    others: tuple[Audience, ...]
    brand: LoadedBrand
    layout: LoadedLayout
    size: CardSize | None
    sections: tuple[SelectedSection, ...]
    messages: tuple[Message, ...]
    card_messages: tuple[Message, ...]
    contacts: tuple[Contact, ...]
    local: tuple[LocalNote, ...]
    decisions: tuple[Decision, ...]
