"""Confirmations of changed contacts: whose they are, and that they are of what stands there now."""

from collections.abc import Iterator
from datetime import date

from briefpress.diagnostics import Scope
from briefpress.load.files import Reader
from briefpress.load.findings import Fault, Findings, Names
from briefpress.load.typed import read_entry
from briefpress.model.brand import Brand
from briefpress.model.changes import plain
from briefpress.model.contacts import (
    NOBODY,
    Confirmation,
    ConfirmationFile,
    Contact,
    SharedFile,
    SharedNumber,
)
from briefpress.model.library import Library

CONFIRMED, SHARED = "confirmations.yaml", "_shared.yaml"
FILES = (CONFIRMED, SHARED)
"""What may stand beside the folders of brands."""
_NAMES = 2
"""First and last name at least: initials and posts confirm nothing."""


def read_shared(reader: Reader) -> tuple[SharedNumber, ...]:
    """`brands/_shared.yaml`; most publications do without."""
    found = read_entry(reader, SHARED, SharedFile) if reader.has(SHARED) else None
    return found.shared if found else ()


def read_confirmations(reader: Reader) -> tuple[Confirmation, ...]:
    """`brands/confirmations.yaml`; a publication may do without until a number changes."""
    found = read_entry(reader, CONFIRMED, ConfirmationFile) if reader.has(CONFIRMED) else None
    return found.confirmations if found else ()


def sound_confirmations(
    library: Library, findings: Findings, today: date
) -> tuple[Confirmation, ...]:
    """Those that confirm what stands there now; a finding for each that does not."""
    names = Names(frozenset(library.brands))
    sound = []
    for entry in library.confirmations:
        fault = None
        if names.lack(entry.brand):
            fault = names.fault("CONTACT-CONFIRMATION", "brand", entry.brand)
        else:
            fault = next(_faults(entry, library.brands[entry.brand].data, today), None)
        if fault is None:
            sound.append(entry)
        else:
            findings.report([fault], entry.where, Scope(brands=frozenset({entry.brand})))
    return tuple(sound)


def _faults(entry: Confirmation, brand: Brand, today: date) -> Iterator[Fault]:
    meant = [c for c in brand.contacts if c.kind is entry.kind and entry.label in ("", c.label)]
    told = f"{entry.brand} {entry.kind}" + (f" {entry.label!r}" if entry.label else "")
    if entry.new == (NOBODY,):
        if meant:
            yield _stale(f"{told} is there, and was not removed")
    elif not meant:
        yield _stale(f"there is no contact {told}")
    elif len(meant) > 1:
        labels = ", ".join(repr(contact.label) for contact in meant)
        yield Fault("CONTACT-CONFIRMATION", f"{told}: which of {labels}?", "give its label")
    else:
        yield from _content_faults(entry, meant[0], told)
        yield from _person_faults(entry, meant[0], told)
    if entry.confirmed_by == brand.document.owner:
        yield _person(told, "the owner of the document is no second person")
    if entry.confirmed_on > today:
        hint = "give the day on which it was done"
        message = f"{told}: confirmed on {entry.confirmed_on}, which is to come"
        yield Fault("CONTACT-CONFIRMATION", message, hint)


def _content_faults(entry: Confirmation, contact: Contact, told: str) -> Iterator[Fault]:
    now = {plain(value) for value in (*contact.phones, contact.email, contact.url)}
    gone = [value for value in entry.new if plain(value) not in now]
    if gone:
        yield _stale(f"{told} has no {', '.join(gone)} (any more)")


def _person_faults(entry: Confirmation, contact: Contact, told: str) -> Iterator[Fault]:
    name = entry.confirmed_by
    if len(name.split()) < _NAMES or not any(c.isalpha() for c in name):
        yield _person(told, f"{name!r} is no person's first and last name")
    elif name.casefold() == contact.changed_by.casefold():
        yield _person(told, f"{name} changed it, and cannot confirm it")


def _stale(message: str) -> Fault:
    return Fault("CONTACT-CONFIRMATION", message, "take the confirmation out, or mend it")


def _person(told: str, message: str) -> Fault:
    hint = "somebody else rings it, and gives first and last name"
    return Fault("CONTACT-CONFIRMATION", f"{told}: {message}", hint)
