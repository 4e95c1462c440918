"""Contacts as documents print them, kept in the manifest, and what is other than it was."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from briefpress.model.brand import Brand
from briefpress.model.contacts import Contact, Hours

REACH = ("phones", "email", "url")
"""What leads a reader to somebody. A change of these is confirmed by a second person."""
ADDED, REMOVED = "added", "removed"


@dataclass(frozen=True)
class ContactRecord:
    """One contact as it is printed, as plain text."""

    kind: str
    label: str
    phones: tuple[str, ...] = ()
    email: str = ""
    url: str = ""
    hours: str = ""
    note: str = ""
    audiences: str = "all"
    short: str = ""

    @property
    def reach(self) -> tuple[str, ...]:
        """Every number and address."""
        return tuple(value for value in (*self.phones, self.email, self.url) if value)

    def text(self, field: str) -> str:
        """A field as a report shows it."""
        value = getattr(self, field)
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def same(self, other: "ContactRecord", field: str) -> bool:
        """Whether a field says the same; how a number is grouped does not matter."""
        return plain(self.text(field)) == plain(other.text(field))


@dataclass(frozen=True, order=True)
class ContactChange:
    """One thing that is other: `field` of a contact, or that it was `added` or `removed`."""

    brand: str
    kind: str
    label: str
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        """As the report tells it."""
        route = f"{self.brand} {self.kind} {self.label!r}"
        if self.field in (ADDED, REMOVED):
            return f"{route} {self.field}: {self.new or self.old}"
        return f"{route}: {self.field} {self.old or 'none'}, now {self.new or 'none'}"

    @property
    def leads_elsewhere(self) -> bool:
        """Whether readers are now led to somebody else, or to nobody."""
        return self.field in (*REACH, ADDED, REMOVED)


@dataclass(frozen=True)
class BrandContacts:
    """The contacts of a brand in the documents that stand in the output folder.

    `confirmed` are those in the last state in which a second person had confirmed every change;
    what was never changed is taken as confirmed.
    """

    printed: tuple[ContactRecord, ...]
    confirmed: tuple[ContactRecord, ...]


def plain(value: str) -> str:
    """A number or address as it is compared: spaces and capitals do not matter."""
    return "".join(value.split()).casefold()


def records_of(brand: Brand) -> tuple[ContactRecord, ...]:
    """The contacts of a brand as they are printed."""
    return tuple(_record(contact) for contact in brand.contacts)


def contact_changes(
    brand: str, before: Iterable[ContactRecord], now: Iterable[ContactRecord]
) -> tuple[ContactChange, ...]:
    """What is other than it was, contact by contact, in the order in which they are printed."""
    before, now = list(before), list(now)
    if before == now:
        return ()
    pairs = _pairs(before, now)
    return tuple(change for old, new in pairs for change in _between(brand, old, new))


def contacts_to_json(contacts: Mapping[str, BrandContacts]) -> dict[str, Any]:
    """As the manifest keeps them."""
    return {
        slug: {"printed": _plain(found.printed), "confirmed": _plain(found.confirmed)}
        for slug, found in sorted(contacts.items())
    }


def _plain(records: Iterable[ContactRecord]) -> list[dict[str, Any]]:
    """Records field by field: they hold nothing but texts."""
    return [dict(vars(record)) for record in records]


def contacts_from_json(data: Any) -> dict[str, BrandContacts]:  # noqa: ANN401 - any JSON
    """What a manifest kept; nothing if it cannot be understood: anybody may have edited it."""
    try:
        return {
            str(slug): BrandContacts(_read(found["printed"]), _read(found["confirmed"]))
            for slug, found in data.items()
        }
    except (AttributeError, KeyError, TypeError):
        return {}


def _read(items: Iterable[Mapping[str, Any]]) -> tuple[ContactRecord, ...]:
    records = []
    for item in items:
        record = ContactRecord(**{**item, "phones": tuple(item["phones"])})
        texts = [getattr(record, field.name) for field in fields(record) if field.name != "phones"]
        if not all(isinstance(text, str) for text in (*texts, *record.phones)):
            message = "a contact is made of text"
            raise TypeError(message)
        records.append(record)
    return tuple(records)


def _record(contact: Contact) -> ContactRecord:
    hours = [_hours(line) for line in contact.hours]
    return ContactRecord(
        kind=str(contact.kind),
        label=contact.label,
        phones=contact.phones,
        email=contact.email,
        url=contact.url,
        hours="; ".join(text for text in (*hours, contact.hours_note) if text),
        note=contact.note,
        audiences=", ".join(sorted(contact.audiences)) if contact.audiences else "all",
        short=contact.short,
    )


def _hours(hours: Hours) -> str:
    return f"{hours.days} " + ("closed" if hours.closed else f"{hours.from_}-{hours.to}")


Pair = tuple[ContactRecord | None, ContactRecord | None]


def _pairs(before: list[ContactRecord], now: list[ContactRecord]) -> list[Pair]:
    """Old and new of each contact: by kind and label, and what is left by kind alone."""
    found: dict[int, ContactRecord] = {}
    left = list(before)
    for names in (("kind", "label"), ("kind",)):
        for index, record in enumerate(now):
            same = [old for old in left if all(old.same(record, name) for name in names)]
            if index not in found and same:
                found[index] = same[0]
                left.remove(same[0])
    kept: list[Pair] = [(found.get(index), record) for index, record in enumerate(now)]
    return [*kept, *((old, None) for old in left)]


def _between(
    brand: str, old: ContactRecord | None, new: ContactRecord | None
) -> Iterator[ContactChange]:
    if old is not None and new is not None:
        names = [f.name for f in fields(ContactRecord) if not old.same(new, f.name)]
        for name in names:
            texts = (old.text(name), new.text(name))
            yield ContactChange(brand, new.kind, new.label, name, *texts)
    elif new is not None:
        told = ", ".join(new.reach)
        yield ContactChange(brand, new.kind, new.label, ADDED, "", told)
    elif old is not None:
        told = ", ".join(old.reach)
        yield ContactChange(brand, old.kind, old.label, REMOVED, told, "")
