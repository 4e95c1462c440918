"""Telephone numbers in a brand's running text, where nothing watches over them."""

import re
from collections.abc import Iterator

from briefpress.diagnostics import Where
from briefpress.load.contactcheck import ownership_fault
from briefpress.load.findings import Fault
from briefpress.load.phones import read_phone
from briefpress.model.brand import Brand

_LIKE_A_NUMBER = re.compile(r"(?<![\w.,/-])(?:\+44 ?|\(?0)[0-9][0-9 ()-]{6,16}[0-9](?![\w])")
"""Nine digits at least, from +44 or a nought on. A day (2026-11-02) does not begin so."""


def loose_number_faults(brand: Brand) -> Iterator[tuple[Fault, Where]]:
    """Numbers in texts that are those of no contact: their age and their changes are not told."""
    known = {number.key for number, _ in map(read_phone, _phones(brand)) if number is not None}
    for text, where in _texts(brand):
        for match in _LIKE_A_NUMBER.finditer(text):
            number, faults = read_phone(match[0])
            if number is None:
                yield faults[0], where
            elif number.key not in known:
                fault = ownership_fault(match[0], number, demonstration=brand.demonstration)
                yield fault or _loose(match[0]), where


def _loose(text: str) -> Fault:
    message = f"phone {text!r} stands in a text, and is that of no contact"
    hint = "give it as a contact, so that its age and every change of it are told"
    return Fault("CONTACT-LOOSE", message, hint)


def _phones(brand: Brand) -> Iterator[str]:
    for contact in brand.contacts:
        yield from contact.phones


def _texts(brand: Brand) -> Iterator[tuple[str, Where]]:
    """What readers see of the brand besides the numbers of its contacts."""
    for contact in brand.contacts:
        for field in ("label", "short", "hours_note", "note"):
            yield getattr(contact, field), contact.where_of(field)
    for note in brand.local:
        for field in ("title", "text"):
            yield getattr(note, field), note.where_of(field)
    for link in brand.links.values():
        yield link.label, link.where_of("label")
    yield brand.organisation.strapline, brand.organisation.where_of("strapline")
