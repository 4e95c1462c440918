"""Contacts: whom to reach, how, when and for whom, and what is declared and confirmed of them."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from briefpress.model.entry import FREE, Entry
from briefpress.model.fields import Audiences, Day, Email, Slug, Text, TextList, Url, YesNo

COUNTRY = "+44"
EXTENSION = re.compile(r"\s*(?:ext(?:ension)?\.?|x)\s*([0-9]{1,7})$", re.IGNORECASE)
"""How a telephone number ends that has an extension: `ext 5`."""
NOBODY = "none"
"""What a confirmation gives as new where a contact was taken away."""
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = "(?:mon|tue|wed|thu|fri|sat|sun)"
_RUN = f"{_DAY}(?:-{_DAY})?"
_TIME = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"


class ContactKind(StrEnum):
    """What a contact is for."""

    EMERGENCY = "emergency"
    FRONT_DOOR = "front_door"
    OUT_OF_HOURS = "out_of_hours"
    LADO = "lado"
    EARLY_HELP = "early_help"
    POLICE = "police"
    NATIONAL = "national"


class Hours(Entry):
    """One line of opening hours: on these days from this time to that, or closed."""

    days: str = Field(pattern=f"^{_RUN}(?:, ?{_RUN})*$")
    """Days of the week: `mon-thu`, `sat`, or several with commas (`mon, wed-fri`)."""
    from_: str = Field(default="", alias="from", pattern=f"^({_TIME})?$")
    """From what time, in quotes: `"08:30"`."""
    to: str = Field(default="", pattern=f"^({_TIME}|24:00)?$")
    """To what time, in quotes: `"17:00"`; `"24:00"` is midnight."""
    overnight: YesNo = False
    """`yes` where the hours run over midnight (of `out_of_hours` that is taken for granted)."""
    closed: YesNo = False
    """`yes` in the place of times: nobody answers on these days."""

    @model_validator(mode="after")
    def _is_told(self) -> Self:
        if self.closed == bool(self.from_ or self.to) or bool(self.from_) != bool(self.to):
            message = "hours need from and to, or closed: yes"
            raise ValueError(message)
        return self

    @property
    def runs(self) -> tuple[tuple[str, str], ...]:
        """The runs of days, each its first and last: `mon-thu, sat` is mon to thu, sat to sat."""
        pairs = (part.strip().partition("-") for part in self.days.split(","))
        return tuple((first, last or first) for first, _, last in pairs)


class Contact(Entry):
    """One route: what it is for, how to reach it, when, and who checked it last."""

    kind: ContactKind
    """What it is for: a layout keeps room for some kinds, and `emergency` stands out."""
    label: Annotated[Text, FREE]
    """What readers know it by: `Children's Front Door: professionals' line`."""
    short: Annotated[str, FREE] = ""
    """What a pocket card prints in the place of the label: `Front Door, professionals`."""
    phones: Annotated[TextList, FREE] = ()
    """Telephone numbers, each as it is to be printed: `01632 960 114`, `01632 960 114 ext 5`."""
    email: Email = ""
    """An e-mail address; on its own where a route is by e-mail only."""
    url: Url = ""
    """A web address (https): a form, or a page that says more."""
    hours: tuple[Hours, ...] = ()
    """When somebody answers, a line for each run of days that differ."""
    hours_note: Annotated[str, FREE] = ""
    """Words instead of hours, or beside them: `Nights, weekends and bank holidays`."""
    note: Annotated[str, FREE] = ""
    """One short line: `Free to call. Give this number to families.`"""
    audiences: Audiences = None
    """`all`, or the audiences whose editions print it."""
    shared_with: TextList = ()
    """Other brands that print the same number on purpose, by slug; theirs names this one."""
    checked_on: Day
    """The day on which somebody last rang it or wrote to it. Over a year ago is a warning, over
    two years an error."""
    changed_by: Annotated[str, FREE] = ""
    """Who entered it last. Whoever confirms a change must be somebody else."""

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if not (self.phones or self.email or self.url):
            message = "a contact needs phones, an email or a url"
            raise ValueError(message)
        return self


class SharedNumber(Entry):
    """A number that several brands print on purpose."""

    number: Annotated[Text, FREE]
    """The number; how it is grouped does not matter."""
    brands: TextList = Field(min_length=2)
    """The slugs of all the brands that print it."""
    why: Annotated[Text, FREE]
    """Why it is right that they share it: `One Emergency Duty Team serves both councils.`"""


class SharedFile(Entry):
    """`brands/_shared.yaml`."""

    shared: tuple[SharedNumber, ...] = ()
    """The numbers that brands share."""


class Confirmation(Entry):
    """That a second person has checked a changed contact."""

    brand: Slug
    """The slug of the brand."""
    kind: ContactKind
    """The kind of the contact."""
    label: Annotated[str, FREE] = ""
    """Its label, where the brand has several of that kind."""
    new: Annotated[TextList, FREE]
    """The number or address that is new, or a list of them; `none` if the contact was removed."""
    confirmed_by: Annotated[Text, FREE]
    """First and last name of the person who rang or wrote to it; not of who changed it."""
    confirmed_on: Day
    """The day on which they did."""


class ConfirmationFile(Entry):
    """`brands/confirmations.yaml`."""

    confirmations: tuple[Confirmation, ...] = ()
    """One for each contact that was changed."""


def dialled(phone: str) -> str:
    """The address that dials a number (RFC 3966): `tel:+441632960114`, `tel:+441632960114;ext=5`.

    With the code of the country (E.164) it can be dialled from anywhere; what does not begin with 0
    (999, 116 123, 18001 and a number) stands as it is.
    """
    extension = EXTENSION.search(phone)
    bare = phone[: extension.start()] if extension else phone
    tail = f";ext={extension[1]}" if extension else ""
    digits = re.sub(r"[^+0-9]", "", bare)
    full = f"{COUNTRY}{digits[1:]}" if re.match("0[1-9]", digits) else digits
    return f"tel:{full}{tail}"
