"""A brand: whose document it is. Data only: names, logos, colours, contacts, local notes."""

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from briefpress.model.entry import FREE, LOCAL, Entry
from briefpress.model.fields import (
    Audiences,
    Day,
    Email,
    Text,
    TextList,
    TextOr,
    Url,
    WebAddress,
    YesNo,
)

HEX = r"^#[0-9a-fA-F]{6}$"


class ContactKind(StrEnum):
    """What a contact is for."""

    EMERGENCY = "emergency"
    FRONT_DOOR = "front_door"
    OUT_OF_HOURS = "out_of_hours"
    LADO = "lado"
    EARLY_HELP = "early_help"
    POLICE = "police"
    NATIONAL = "national"


class PartnerRole(StrEnum):
    """What a partner is to the board."""

    LEAD = "lead"
    PARTNER = "partner"
    NHS = "nhs"
    SUPPORTER = "supporter"


class Name(Entry):
    """A name in full and in short."""

    full: Annotated[Text, FREE]
    short: Annotated[str, FREE] = ""


class Meta(Entry):
    """`meta` of the _brand.yml convention. A name may be one text."""

    name: Annotated[Name, TextOr("full")]
    link: Url = ""


class Picture(Entry):
    """A logo file beside brand.yaml, and the words for those who cannot see it."""

    path: Text
    alt: Annotated[Text, FREE]


class LightDark(Entry):
    """Which logo goes on a light background and which on a dark one: names of `images`."""

    light: Text
    dark: str = ""


class Logo(Entry):
    """`logo` of the _brand.yml convention."""

    images: dict[str, Picture]
    medium: Annotated[LightDark, TextOr("light")]
    small: Any = None
    large: Any = None

    def on_light(self) -> Picture:
        """The logo for a light background."""
        return self.images[self.medium.light]

    def on_dark(self) -> Picture:
        """The logo for a dark background; the light one where there is no other."""
        return self.images[self.medium.dark or self.medium.light]


class Color(Entry):
    """`color` of the _brand.yml convention: a palette, and names that point into it."""

    palette: dict[str, Annotated[str, Field(pattern=HEX)]] = {}
    primary: Text
    secondary: str = ""
    foreground: str = ""
    background: str = ""
    tertiary: str = ""
    success: str = ""
    info: str = ""
    warning: str = ""
    danger: str = ""
    light: str = ""
    dark: str = ""

    def value(self, name: str) -> str:
        """`#rrggbb` of a named colour, looked up in the palette; empty if it is not given."""
        given: str = getattr(self, name)
        return self.palette.get(given, given)


class Organisation(Entry):
    """What the board is, and where."""

    body: Annotated[str, FREE] = ""
    areas: Annotated[TextList, FREE] = ()
    strapline: Annotated[str, FREE] = ""


class Hours(Entry):
    """Opening hours: days (`mon-thu`, `sat`), from and to (`08:30`)."""

    days: str = Field(pattern=r"^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$")
    from_: str = Field(alias="from", pattern=r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$")
    to: str = Field(pattern=r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$|^24:00$")


class Contact(Entry):
    """One route: what it is for, how to reach it, when, and who checked it last."""

    kind: ContactKind
    label: Annotated[Text, FREE]
    phones: Annotated[TextList, FREE] = ()
    email: Email = ""
    url: Url = ""
    hours: tuple[Hours, ...] = ()
    hours_note: Annotated[str, FREE] = ""
    note: Annotated[str, FREE] = ""
    audiences: Audiences = None
    checked_on: Day

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if not (self.phones or self.email or self.url):
            message = "a contact needs phones, an email or a url"
            raise ValueError(message)
        return self


class Partner(Entry):
    """An organisation of the partnership; its logo or, without one, its name is printed."""

    name: Annotated[Text, FREE]
    role: PartnerRole = PartnerRole.PARTNER
    logo: Picture | None = None


class Link(Entry):
    """A named address."""

    label: Annotated[Text, FREE]
    url: WebAddress


class Document(Entry):
    """Document control."""

    owner: Annotated[Text, FREE]
    issue: Annotated[Text, FREE]
    issued: Day
    review_by: Day


class LocalNote(Entry):
    """A short note in the board's own words, in one of the places kept for it."""

    place: str = Field(pattern=r"^(imprint|card)$")
    title: Annotated[str, FREE] = ""
    text: Annotated[Text, LOCAL]
    audiences: Audiences = None


class Brand(Entry):
    """`brand.yaml`, after what it extends has been filled in."""

    extends: str = ""
    demonstration: YesNo = False
    meta: Meta
    logo: Logo
    color: Color
    typography: Any = None
    defaults: Any = None
    organisation: Organisation = Organisation()
    contacts: tuple[Contact, ...]
    partners: tuple[Partner, ...] = ()
    links: dict[str, Link] = {}
    document: Document
    local: tuple[LocalNote, ...] = ()

    @property
    def name(self) -> str:
        """The name in full."""
        return self.meta.name.full

    @property
    def short_name(self) -> str:
        """The short name; the full one where there is no other."""
        return self.meta.name.short or self.meta.name.full

    def pictures(self) -> tuple[Picture, ...]:
        """Every logo file that documents may show."""
        partners = (partner.logo for partner in self.partners)
        return (*self.logo.images.values(), *(logo for logo in partners if logo is not None))
