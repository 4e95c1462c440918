"""A brand: whose document it is. Data only: names, logos, colours, contacts, local notes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, model_validator

from briefpress.diagnostics import Where
from briefpress.model.colors import Color, Contrast
from briefpress.model.contacts import Contact
from briefpress.model.entry import FREE, LOCAL, Entry, TextKind
from briefpress.model.fields import Audiences, Day, Text, TextOr, WebAddress, YesNo
from briefpress.model.logos import Logo, Picture
from briefpress.model.organisation import Meta, Organisation, Partner


class Link(Entry):
    """A named address."""

    label: Annotated[Text, FREE]
    """What readers know it by."""
    url: WebAddress
    """The address (https)."""


class Document(Entry):
    """Document control."""

    owner: Annotated[Text, FREE]
    """Who answers for the board's edition: a group or a post."""
    issue: Annotated[Text, FREE]
    """The issue, in quotes: `"1.2"`."""
    issued: Day
    """The day of issue. It also decides which of the `versions` is valid."""
    review_by: Day
    """The day by which it is to be looked at again."""

    @model_validator(mode="after")
    def _is_reviewed_later(self) -> Self:
        if self.review_by < self.issued:
            message = f"review_by {self.review_by} comes before issued {self.issued}"
            raise ValueError(message)
        return self


class LocalNote(Entry):
    """A short note in the board's own words, in one of the places kept for it."""

    place: str = Field(pattern=r"^(imprint|card)$")
    """`imprint` (the last page of the briefing) or `card` (its back)."""
    title: Annotated[str, FREE] = ""
    """A short heading."""
    text: Annotated[Text, LOCAL]
    """The note: bold, lists and links work in it."""
    audiences: Audiences = None
    """`all`, or the audiences whose editions print it."""
    language: str = Field(default="", pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$")
    """The language of the note, if it is not that of the publication: `cy`, `ur`."""

    def texts(self) -> Iterator[tuple[str, Where, TextKind]]:
        """Its texts, which are in its language."""
        for text, where, kind in super().texts():
            yield text, where, replace(kind, language=self.language)


class Version(Entry):
    """What differs in a brand from a day on: a new name, logo or number. Any key of a brand."""

    model_config = ConfigDict(extra="allow")

    valid_from: Day
    """The first day on which it is valid; the day of issue decides, not the day of the build."""


class Brand(Entry):
    """`brand.yaml`, after what it extends has been filled in."""

    extends: str = ""
    """The brand whose fields stand where this one gives none; by default `_series`."""
    demonstration: YesNo = False
    """`yes` for an invented board: only then may it have numbers that are kept for drama."""
    meta: Meta
    """Who it is."""
    logo: Annotated[Logo, TextOr("medium")]
    """What it shows."""
    color: Color
    """Its colours."""
    contrast: Contrast = Contrast.NORMAL
    """`high` for a pack of more contrast: `extends: eastmarsh` and this line are a whole pack."""
    typography: Any = None
    """Of the convention; documents are set in one family, made for readers with low vision."""
    defaults: Any = None
    """Of the convention: settings of other programs."""
    organisation: Organisation = Organisation()
    """What the board is, and where."""
    contacts: tuple[Contact, ...]
    """The routes, in the order in which they are printed."""
    partners: tuple[Partner, ...] = ()
    """The organisations of the partnership."""
    qr: str = ""
    """The link that the QR code leads to: a name of `links`, or `none`. Without it, `meta.link`."""
    links: dict[str, Link] = {}
    """Named addresses: `procedures`, `thresholds`, `escalation`, `training` and others."""
    document: Document
    """Document control."""
    local: tuple[LocalNote, ...] = ()
    """Short notes in the board's own words."""
    versions: tuple[Version, ...] = ()
    """What differs from a day on."""

    @property
    def name(self) -> str:
        """The name in full."""
        return self.meta.name.full

    @property
    def short_name(self) -> str:
        """The short name; the full one where there is no other."""
        return self.meta.name.short or self.meta.name.full

    @property
    def code_link(self) -> Link | None:
        """Where the QR code leads; None if there is to be none."""
        if self.qr:
            return self.links.get(self.qr)
        is_reachable = self.meta.home.startswith("https://")
        return Link(label=self.short_name, url=self.meta.home) if is_reachable else None

    def pictures(self) -> tuple[Picture, ...]:
        """Every logo file that documents show."""
        names = dict.fromkeys((self.logo.medium.light, self.logo.medium.dark))
        own = (self.logo.images[name] for name in names if name in self.logo.images)
        partners = (partner.logo for partner in self.partners)
        return (*own, *(logo for logo in partners if logo is not None))
