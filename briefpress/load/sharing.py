"""Numbers that several brands print: meant, and said by all of them, or copied by mistake."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefpress.diagnostics import Scope, Where
from briefpress.load.confirmations import SHARED
from briefpress.load.contactcheck import is_national
from briefpress.load.findings import Fault, Findings, Names
from briefpress.load.phones import read_phone
from briefpress.model.brand import Brand
from briefpress.model.contacts import Contact, SharedNumber
from briefpress.model.library import Library

_TOLD = 3
"""Brands that a message names before it counts the rest."""


@dataclass(frozen=True)
class Use:
    """A number where a brand prints it."""

    slug: str
    text: str
    contact: Contact
    where: Where

    @property
    def place(self) -> tuple[str, Where]:
        """Which contact of which brand it is."""
        return self.slug, self.contact.where

    @property
    def partners(self) -> frozenset[str]:
        """The brands with which the contact says that it shares the number."""
        return frozenset(self.contact.shared_with)


Uses = Mapping[str, list[Use]]


def check_sharing(library: Library, findings: Findings) -> None:
    """Report each number that several brands print and have not said so, and what is said wrongly.

    What a child inherits from its parent stands once, in the parent's file, and is no copy.
    """
    uses = _uses(library)
    shared = _declared(library.shared)
    for key, found in uses.items():
        strangers = _undeclared(found, shared.get(key, frozenset()))
        if strangers:
            fault, where = _fault(strangers)
            findings.report([fault], where, Scope(brands=frozenset(u.slug for u in strangers)))
    names = Names(frozenset(library.brands))
    for fault, where, slug in (*_one_sided(uses, names), *_idle(library.shared, uses, names)):
        scope = Scope(brands=frozenset({slug}))
        findings.report([fault], where, scope)


def _uses(library: Library) -> Uses:
    """Where each number is printed that is not for the whole country, by its key."""
    uses: dict[str, list[Use]] = {}
    for slug, brand in library.brands.items():
        known = own_numbers(brand.data) if brand.numbers is None else brand.numbers
        for place, index, key in known:
            contact = brand.data.contacts[place]
            use = Use(slug, contact.phones[index], contact, contact.where_of("phones", index))
            uses.setdefault(key, []).append(use)
    return uses


def own_numbers(brand: Brand) -> tuple[tuple[int, int, str], ...]:
    """The numbers of a brand that are not for the whole country.

    Of each the place of its contact, its place there, and its key.
    """
    return tuple(
        (place, index, number.key)
        for place, contact in enumerate(brand.contacts)
        for index, text in enumerate(contact.phones)
        for number, _ in [read_phone(text)]
        if number is not None and not is_national(number, contact)
    )


def _declared(shared: Iterable[SharedNumber]) -> dict[str, frozenset[str]]:
    """The brands that share a number by `_shared.yaml`."""
    found: dict[str, frozenset[str]] = {}
    for entry in shared:
        key = _key(entry.number)
        found[key] = found.get(key, frozenset()) | frozenset(entry.brands)
    return found


def _key(text: str) -> str:
    number, _ = read_phone(text)
    return number.key if number is not None else text


def _undeclared(uses: Iterable[Use], declared: frozenset[str]) -> list[Use]:
    """One use of each brand that prints the number beside another without a word of it."""
    first: dict[str, Use] = {}
    heirs: dict[Where, set[str]] = {}
    for use in uses:
        first.setdefault(use.slug, use)
        heirs.setdefault(use.where, set()).add(use.slug)

    def is_copied(use: Use, other: Use) -> bool:
        """What is said of a brand holds for those that inherit the contact from it."""
        if use.slug == other.slug or use.where == other.where:
            return False
        ours, theirs = heirs[use.where], heirs[other.where]
        said = theirs & use.partners or ours & other.partners
        return not (said or (ours & declared and theirs & declared))

    return [use for use in first.values() if any(is_copied(use, one) for one in first.values())]


def _fault(uses: list[Use]) -> tuple[Fault, Where]:
    """That these brands share a number, told where the last of them prints it."""
    *others, last = sorted(uses, key=lambda use: use.slug)
    named = [f"{use.slug} ({use.where})" for use in others[:_TOLD]]
    more = len(others) - len(named)
    told = ", ".join(named) + (f" and {more} more" if more else "")
    message = f"{last.slug} prints {last.text}, and so does {told}"
    hint = f"give its own number; or say that it is meant, in shared_with or in brands/{SHARED}"
    return Fault("CONTACT-SHARED", message, hint), last.where


def _one_sided(uses: Uses, names: Names) -> Iterator[tuple[Fault, Where, str]]:
    """What a contact says of sharing, and its partner does not: by printing it, and saying so."""
    spoken = {use.place: use for found in uses.values() for use in found if use.partners}
    for use in spoken.values():
        where = use.contact.where_of("shared_with")
        for slug in use.contact.shared_with:
            theirs = [u for u in _beside(use, uses) if u.slug == slug]
            ours = {u.slug for u in _beside(use, uses) if u.where == use.where}
            fault = None
            if names.lack(slug):
                fault = names.fault("CONTACT-SHARED", "brand", slug)
            elif not theirs:
                message = f"{slug} prints no number of {use.contact.label!r}"
                fault = Fault("CONTACT-SHARED", message, "take it out of shared_with")
            elif not any(ours & other.partners for other in theirs):
                message = f"{slug} does not say that it shares {use.text} with {use.slug}"
                hint = f"add `shared_with: [{use.slug}]` there"
                fault = Fault("CONTACT-SHARED", message, hint)
            if fault is not None:
                yield fault, where, use.slug


def _beside(use: Use, uses: Uses) -> Iterator[Use]:
    """Every use of the numbers that this contact has."""
    for text in use.contact.phones:
        yield from uses.get(_key(text), ())


def _idle(
    shared: Iterable[SharedNumber], uses: Uses, names: Names
) -> Iterator[tuple[Fault, Where, str]]:
    """A sharing in `_shared.yaml` that is of no number, or of brands that do not print it."""
    for entry in shared:
        printing = {use.slug for use in uses.get(_key(entry.number), ())}
        for slug in entry.brands:
            where = entry.where_of("brands")
            if names.lack(slug):
                yield names.fault("CONTACT-SHARED", "brand", slug), where, slug
            elif slug not in printing:
                message = f"{slug} does not print {entry.number}"
                yield Fault("CONTACT-SHARED", message, "take it out"), where, slug
