"""The contacts of a brand: numbers, addresses, hours, and how long ago somebody tried them."""

import re
from collections.abc import Iterator
from datetime import date

from briefpress.diagnostics import Where
from briefpress.load.addresses import domain_fault, domain_of, email_fault, url_fault
from briefpress.load.findings import Fault
from briefpress.load.hours import hours_faults
from briefpress.load.phones import Number, NumberKind, read_phone
from briefpress.model.brand import Brand
from briefpress.model.contacts import Contact, ContactKind

Found = Iterator[tuple[Fault, Where]]
_SERVICES = frozenset({ContactKind.EMERGENCY, ContactKind.POLICE, ContactKind.NATIONAL})
EMERGENCY = frozenset({"999", "112"})
"""The numbers that bring somebody at once, wherever in the country one is."""
_WIDE = frozenset({NumberKind.FREE, NumberKind.NATIONAL})
OLD, TOO_OLD = 1, 2
"""Years since somebody tried a contact."""


def contact_faults(brand: Brand, today: date) -> Found:
    """Everything that is wrong with the contacts and links of one brand by itself."""
    own = _domains(brand)
    emails = {contact.email for contact in brand.contacts if contact.email}
    for contact in brand.contacts:
        for index, text in enumerate(contact.phones):
            where = contact.where_of("phones", index)
            for fault in _phone_faults(text, contact, demonstration=brand.demonstration):
                yield fault, where
        yield from _emergency_faults(contact)
        yield from _email_faults(contact, own, emails)
        yield from hours_faults(contact)
        yield from _age_faults(contact, today)
    yield from _url_faults(brand)


def is_national(number: Number, contact: Contact) -> bool:
    """Whether a number is that of a service for the whole country, so that all may print it."""
    wide = contact.kind in _SERVICES and number.kind in _WIDE
    return number.kind is NumberKind.SHORT or wide


def ownership_fault(text: str, number: Number, *, demonstration: bool) -> Fault | None:
    """That a board has a number of the wrong world: a real one an invented, or the reverse."""
    if number.kind is NumberKind.DRAMA and not demonstration:
        message = f"phone {text!r}: kept for drama, nobody answers it"
        hint = "give the real number; an invented board says `demonstration: yes`"
        return Fault("CONTACT-DRAMA", message, hint)
    if demonstration and number.kind not in (NumberKind.DRAMA, NumberKind.SHORT):
        message = f"phone {text!r}: a real number on the documents of an invented board"
        hint = "take one that Ofcom keeps for drama, such as 01632 960 114"
        return Fault("CONTACT-REAL", message, hint)
    return None


def _phone_faults(text: str, contact: Contact, *, demonstration: bool) -> Iterator[Fault]:
    number, faults = read_phone(text)
    yield from faults
    if number is not None and not is_national(number, contact):
        fault = ownership_fault(text, number, demonstration=demonstration)
        if fault is not None:
            yield fault


def _emergency_faults(contact: Contact) -> Found:
    """Who is told to ring at once rings what stands there, and 101 or an office may not answer."""
    numbers = {re.sub(r"\D", "", text) for text in contact.phones}
    if contact.kind is ContactKind.EMERGENCY and EMERGENCY.isdisjoint(numbers):
        message = f"{contact.label}: an emergency contact without 999"
        hint = 'write phones: ["999"]; another number is a contact of another kind'
        place = "phones" if contact.phones else "kind"
        yield Fault("CONTACT-EMERGENCY", message, hint), contact.where_of(place)


def _email_faults(contact: Contact, own: frozenset[str], emails: set[str]) -> Found:
    if not contact.email:
        return
    where = contact.where_of("email")
    fault = email_fault(contact.email)
    if fault is None:
        domain = domain_of(contact.email)
        alone = not any(domain_of(e) == domain for e in emails - {contact.email})
        fault = domain_fault(contact.email, own, alone=alone)
    if fault is not None:
        yield fault, where


def _url_faults(brand: Brand) -> Found:
    for address, where in _links(brand):
        fault = url_fault(address)
        if fault is not None:
            yield fault, where


def _links(brand: Brand) -> Iterator[tuple[str, Where]]:
    """Every address that documents print and link to."""
    links = [
        *((contact.url, contact.where_of("url")) for contact in brand.contacts),
        *((link.url, link.where_of("url")) for link in brand.links.values()),
        (brand.meta.home, brand.meta.where_of("link", "home")),
    ]
    yield from ((address, where) for address, where in links if address)


def _domains(brand: Brand) -> frozenset[str]:
    """Those of the brand's web addresses, and those that it says are its partners'."""
    found = {domain_of(address) for address, _ in _links(brand)}
    return frozenset(found | {domain.lower() for domain in brand.organisation.domains})


def _age_faults(contact: Contact, today: date) -> Found:
    """A number that was right may be wrong by now; only somebody who rings it knows."""
    checked, where = contact.checked_on, contact.where_of("checked_on")
    told = f"{contact.label}: checked on {checked}"
    cure = "ring it or write to it, and give the day"
    if checked > today:
        yield (
            Fault("CONTACT-FUTURE", f"{told}, which is to come", "give the day it was done"),
            where,
        )
    elif _later(checked, TOO_OLD) < today:
        yield Fault("CONTACT-EXPIRED", f"{told}, over two years ago", cure), where
    elif _later(checked, OLD) < today:
        yield Fault("CONTACT-OLD", f"{told}, over a year ago", cure), where


def _later(day: date, years: int) -> date:
    """The same day some years later; the first of March for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
