"""Ownership: what of a library belongs to one brand or audience alone, and what each may say."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from briefpress.model.belongings import Belongings, Item, Owners, Say
from briefpress.model.fields import meant_for
from briefpress.model.tokens import LINK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefpress.diagnostics import Where
    from briefpress.model.brand import Brand
    from briefpress.model.entry import Entry
    from briefpress.model.library import Library, LoadedBrand
    from briefpress.model.publication import Audience


@dataclass(frozen=True)
class Ownership:
    """What belongs to brands and to audiences, what all may say, and whose each file is."""

    brands: Belongings
    audiences: Belongings
    common: Say
    files: Mapping[str, Owners]
    """The brands that have a file, by the SHA-256 of its bytes."""


def ownership_of(library: Library) -> Ownership:
    """What of the library belongs to whom."""
    brands = {slug: brand_texts(brand) for slug, brand in library.brands.items()}
    return Ownership(
        brands=Belongings(brand_items(library), brands),
        audiences=Belongings(audience_items(library), audience_texts(library)),
        common=Say(common_texts(library)),
        files=_files(library),
    )


def brand_items(library: Library) -> Iterator[Item]:
    """What each brand owns."""
    for brand in library.brands.values():
        yield from items_of(brand)


def items_of(brand: LoadedBrand) -> Iterator[Item]:
    """What one brand owns."""
    for data in (brand.data, *brand.later):
        for what, text, where in _of_brand(data):
            name, owner = what in ("name", "partner", "address"), frozenset({brand.slug})
            yield Item(f"{what} of brand {brand.slug}", text, owner, where, is_name=name)


def _of_brand(data: Brand) -> Iterator[tuple[str, str, Where]]:
    """What tells a brand from others: its names, numbers, addresses, partners and notes."""
    for name in (data.name, data.short_name):
        yield "name", name, data.meta.where_of("name")
    for contact in data.contacts:
        for index, phone in enumerate(contact.phones):
            yield "number", phone, contact.where_of("phones", index)
        yield "contact", contact.label, contact.where_of("label")
        yield "contact", contact.note, contact.where_of("note")
    for address, where in _addresses(data):
        yield "address", address, where
    for partner in data.partners:
        yield "partner", partner.name, partner.where_of("name")
    for note in data.local:
        yield "local note", note.text, note.where_of("text")


def _addresses(data: Brand) -> Iterator[tuple[str, Where]]:
    """E-mail and web addresses; of these the host alone too."""
    addresses = [(data.meta.home, data.meta.where_of("link"))]
    addresses += [(link.url, link.where_of("url")) for link in data.links.values()]
    for contact in data.contacts:
        addresses.append((contact.url, contact.where_of("url")))
        yield contact.email, contact.where_of("email")
    for url, where in addresses:
        rest = url.partition("://")[2]
        yield rest, where
        yield rest.partition("/")[0], where


def brand_texts(brand: LoadedBrand) -> list[str]:
    """All that a brand may say."""
    return [
        text
        for data in (brand.data, *brand.later)
        for text in (*_texts(data), *(address for address, _ in _addresses(data)))
    ]


def audience_items(library: Library) -> Iterator[Item]:
    """What is said to some audiences alone."""
    for message in library.messages:
        yield from _entry(f"message {message.id}", message, message.audiences)
    for section in library.sections:
        what = f"section {section.id}"
        yield from _entry(what, section.front, section.front.audiences)
        for line in section.lines:
            named = _both(section.front.audiences, line.audiences)
            if named is not None:
                yield Item(what, line.text, named, section.where_of(line.number))
    for audience in library.audiences.values():
        for text, where in _words_for(audience):
            yield Item(f"words for {audience.id}", text, frozenset({audience.id}), where)


def _entry(what: str, entry: Entry, named: Owners | None) -> Iterator[Item]:
    """The texts of an entry, if it is for some audiences alone."""
    if named is not None:
        for text, where, _ in entry.texts():
            yield Item(what, text, named, where)


def _both(one: Owners | None, other: Owners | None) -> Owners | None:
    """Who is among both; None stands for all."""
    if one is None or other is None:
        return one if other is None else other
    return one & other


def _words_for(audience: Audience) -> Iterator[tuple[str, Where]]:
    """What is said to one audience; its name and people stand in the editions of others too."""
    for field in ("promise", "standfirst", "why", "how_to_use", "derived_from"):
        yield getattr(audience, field), audience.where_of(field)
    for index, question in enumerate(audience.questions):
        yield question, audience.where_of("questions", index)


def audience_texts(library: Library) -> dict[str, list[str]]:
    """All that may be said to each audience."""
    return {name: list(_said_to(library, name)) for name in library.audiences}


def _said_to(library: Library, audience: str) -> Iterator[str]:
    yield from _texts(library.audiences[audience])
    for section in library.sections:
        if meant_for(section.front.audiences, audience):
            yield from _texts(section.front)
            yield " ".join(section.text_for(audience).split())
    for message in library.messages:
        if meant_for(message.audiences, audience):
            yield from _texts(message)


def common_texts(library: Library) -> Iterator[str]:
    """What every edition may say: the publication, its registers, and the layouts' own words."""
    entries: list[Entry] = [
        library.publication,
        *library.themes.values(),
        *library.figures.values(),
        *library.facts.values(),
        *library.abbreviations,
    ]
    yield from (text for entry in entries for text in _texts(entry))
    yield library.publication.report.url
    yield from (reference.url for reference in library.publication.references)
    for section in library.sections:
        yield from (match[1] for line in section.lines for match in LINK.finditer(line.text))
    for audience in library.audiences.values():
        yield from (audience.name, audience.people, *audience.readers, *audience.also_for)
    for layout in library.layouts.values():
        yield from (layout.data.title, *layout.words.values())


def _texts(entry: Entry) -> Iterator[str]:
    return (text for text, _, _ in entry.texts())


def _files(library: Library) -> dict[str, Owners]:
    owners: dict[str, Owners] = {}
    for slug, brand in library.brands.items():
        for data in (logo.data for logo in brand.logos.values()):
            key = sha256(data).hexdigest()
            owners[key] = owners.get(key, frozenset()) | {slug}
    return owners
