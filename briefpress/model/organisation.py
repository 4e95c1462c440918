"""The organisation behind a brand: its names, areas, addresses and partners."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, field_validator

from briefpress.model.entry import FREE, Entry
from briefpress.model.fields import Text, TextList, TextOr
from briefpress.model.logos import Picture

NAME_LIMIT = 90
"""Characters: the longest name for which covers and cards are made."""


class PartnerRole(StrEnum):
    """What a partner is to the board."""

    LEAD = "lead"
    PARTNER = "partner"
    NHS = "nhs"
    SUPPORTER = "supporter"


class Name(Entry):
    """A name in full and in short."""

    full: Annotated[Text, FREE, Field(max_length=NAME_LIMIT)]
    """The name as it stands on the cover."""
    short: Annotated[str, FREE] = ""
    """The name where there is little room: running heads, cards. Without it, the full one."""


class Meta(Entry):
    """`meta` of the _brand.yml convention, which lets a brand keep further keys here."""

    model_config = ConfigDict(extra="allow")

    name: Annotated[Name, TextOr("full")]
    """The name: one text, or `full` and `short`."""
    link: Annotated[dict[str, str], TextOr("home")] = {}
    """The brand's own address (https), or several by name: `home`, `github`, `mastodon` …
    Documents print `home`."""

    @field_validator("link")
    @classmethod
    def _leads_home_safely(cls, link: dict[str, str]) -> dict[str, str]:
        home = link.get("home", "")
        if home and not home.startswith("https://"):
            message = f"{home!r} does not begin with https://"
            raise ValueError(message)
        return link

    @property
    def home(self) -> str:
        """The address that documents print; empty if there is none."""
        return self.link.get("home", "")


class Organisation(Entry):
    """What the board is, and where."""

    body: Annotated[str, FREE] = ""
    """What it calls itself: Board, Partnership, or another word."""
    areas: Annotated[TextList, FREE] = ()
    """The area that it serves, or several."""
    strapline: Annotated[str, FREE] = ""
    """Its own line under the name, away from logos."""
    domains: TextList = ()
    """Domains of its partners under which its e-mail addresses may stand, besides its own:
    `eastmarsh.gov.uk`."""


class Partner(Entry):
    """An organisation of the partnership; its logo or, without one, its name is printed."""

    name: Annotated[Text, FREE]
    """Its name."""
    role: PartnerRole = PartnerRole.PARTNER
    """What it is to the board: lead, partner, nhs or supporter."""
    logo: Picture | None = None
    """Its logo."""
