"""Views: what a template sees, all of it ready to be printed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from markupsafe import Markup

from briefpress.compose.logos import Image, LineView, Logos, PartnerView
from briefpress.model.brand import Link
from briefpress.model.contacts import Contact, ContactKind, Hours, dialled
from briefpress.model.edition import Manuscript
from briefpress.model.fields import Pages
from briefpress.model.messages import Kind, Message
from briefpress.palette import Palette

_MORNING_ENDS = 12
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


@dataclass(frozen=True)
class Phone:
    """A number as it is printed, and the address that dials it."""

    shown: str
    href: str


@dataclass(frozen=True)
class ContactView:
    """A route with its hours in words."""

    kind: str
    label: str
    phones: tuple[Phone, ...]
    email: str
    url: str
    hours: tuple[str, ...]
    note: str
    checked_on: date


@dataclass(frozen=True)
class BrandView:
    """Whose document it is."""

    slug: str
    name: str
    short_name: str
    body: str
    areas: tuple[str, ...]
    strapline: str
    link: str
    logo: Image
    logo_on_color: Image
    partners: tuple[PartnerView, ...]
    line: LineView
    links: dict[str, Link]
    owner: str
    issue: str
    issued: date
    review_by: date
    demonstration: bool


@dataclass(frozen=True)
class SectionView:
    """A section; its text is made when a template first asks for it, so in reading order."""

    id: str
    number: int
    title: str
    label: str
    summary: str
    make: Callable[[], str]

    @cached_property
    def html(self) -> Markup:
        """The text of the section."""
        return Markup(self.make())  # noqa: S704 - our own converter's HTML


@dataclass(frozen=True)
class ChartView:
    """A chart: its bars as data, and the drawing, which is made when a template asks for it."""

    rows: tuple[dict[str, object], ...]
    draw: Callable[[], str]

    @cached_property
    def url(self) -> str:
        """The address of the drawing."""
        return self.draw()


@dataclass(frozen=True)
class MessageView:
    """A key message; `command` and `line` are what a card prints of it."""

    id: str
    text: str
    pages: str
    is_question: bool
    command: str
    line: str


def day(value: date) -> str:
    """A date as readers read it: 2 November 2026."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def in_sentence(names: Iterable[str]) -> str:
    """Names of people as they run on in a sentence: `social workers, NHS staff`."""
    return ", ".join(_uncapitalised(name) for name in names)


def page_list(runs: Iterable[Pages]) -> str:
    """Page runs as readers see them: `p71–72, p166`."""
    return ", ".join(str(run) for run in runs)


def plain_address(url: str) -> str:
    """An address as it is printed: without the scheme and a closing slash."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")


def brand_view(manuscript: Manuscript, palette: Palette) -> BrandView:
    """What templates see of the brand."""
    data = manuscript.brand.data
    logos = Logos(manuscript, palette)
    return BrandView(
        slug=manuscript.brand.slug,
        name=data.name,
        short_name=data.short_name,
        body=data.organisation.body,
        areas=data.organisation.areas,
        strapline=data.organisation.strapline,
        link=data.meta.home,
        logo=logos.on_paper(),
        logo_on_color=logos.on_color(),
        partners=logos.partners(),
        line=logos.line(),
        links=dict(data.links),
        owner=data.document.owner,
        issue=data.document.issue,
        issued=data.document.issued,
        review_by=data.document.review_by,
        demonstration=data.demonstration,
    )


def contact_view(contact: Contact) -> ContactView:
    """A route with its hours in words and its numbers ready to dial."""
    hours = [_hours(h) for h in contact.hours]
    return ContactView(
        kind=str(contact.kind),
        label=contact.label,
        phones=tuple(Phone(phone, dialled(phone)) for phone in contact.phones),
        email=contact.email,
        url=contact.url,
        hours=tuple(line for line in (*hours, contact.hours_note) if line),
        note=contact.note,
        checked_on=contact.checked_on,
    )


def brief_contact_view(contact: Contact) -> ContactView:
    """A route as small cards have it: one way to reach it, and its hours in one line.

    That of an emergency is open whenever there is one.
    """
    full = contact_view(contact)
    hours = ", ".join(_brief_hours(hours) for hours in contact.hours)
    lines = (hours, contact.hours_note) if contact.kind is not ContactKind.EMERGENCY else ()
    return replace(
        full,
        label=contact.short or full.label,
        email="" if full.phones else full.email,
        url="" if full.phones or full.email else full.url,
        hours=tuple(line for line in lines if line),
        note="",
    )


def message_view(message: Message) -> MessageView:
    """A key message with its pages in print form."""
    return MessageView(
        id=message.id,
        text=message.text,
        pages=page_list(message.pages),
        is_question=message.kind is Kind.QUESTION,
        command=message.card.command if message.card else "",
        line=message.card.line if message.card else "",
    )


def _uncapitalised(name: str) -> str:
    """A small first letter, unless the first word is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _hours(hours: Hours) -> str:
    """`Monday to Thursday 8.30am to 5pm`, `Saturday and Sunday closed`."""
    *most, last = (_run(*run) for run in hours.runs)
    days = f"{', '.join(most)} and {last}" if most else last
    times = "closed" if hours.closed else f"{clock(hours.from_)} to {clock(hours.to)}"
    return f"{days} {times}"


def _brief_hours(hours: Hours) -> str:
    """`Mon–Thu 8.30am–5pm`, `Sat, Sun closed`."""
    runs = (
        first.capitalize() if first == last else f"{first.capitalize()}–{last.capitalize()}"
        for first, last in hours.runs
    )
    times = "closed" if hours.closed else f"{clock(hours.from_)}–{clock(hours.to)}"
    return f"{', '.join(runs)} {times}"


def _run(first: str, last: str) -> str:
    return _DAYS[first] if first == last else f"{_DAYS[first]} to {_DAYS[last]}"


def clock(time: str) -> str:
    """A time of the day as people say it: 8.30am, 5pm, noon, midnight."""
    hour, minute = (int(part) for part in time.split(":"))
    if minute == 0 and hour % _MORNING_ENDS == 0:
        return "noon" if hour == _MORNING_ENDS else "midnight"
    half = "am" if hour < _MORNING_ENDS else "pm"
    shown = (hour - 1) % _MORNING_ENDS + 1
    return f"{shown}.{minute:02}{half}" if minute else f"{shown}{half}"
