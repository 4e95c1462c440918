"""Changes of contacts: each is told at every build, and a strict build wants it confirmed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Scope, Where
from briefpress.model.brand import Brand
from briefpress.model.changes import (
    REMOVED,
    BrandContacts,
    ContactChange,
    ContactRecord,
    contact_changes,
    plain,
    records_of,
)
from briefpress.model.contacts import NOBODY, Confirmation, Contact
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.model.manifest import ManifestEntry

Before = Mapping[str, BrandContacts]


@dataclass(frozen=True)
class Changed:
    """A change of a contact, and who has confirmed it; empty: nobody."""

    change: ContactChange
    confirmed_by: str
    where: Where

    def told(self) -> Diagnostic:
        """A note of it: brand, route, old and new."""
        code = "CONTACT-CHANGED"
        hint = "nobody has confirmed it in brands/confirmations.yaml"
        if not self.change.leads_elsewhere:
            hint = "look whether it is meant"
        if self.confirmed_by:
            hint = f"confirmed by {self.confirmed_by}"
        return Diagnostic(code, severity_of(code), str(self.change), self.where, hint, self._scope)

    def refused(self) -> Diagnostic:
        """That the documents wait for a second person."""
        code = "CONTACT-UNCONFIRMED"
        message = f"{self.change}: no second person has confirmed it"
        hint = "somebody else rings it, and enters it in brands/confirmations.yaml"
        return Diagnostic(code, severity_of(code), message, self.where, hint, self._scope)

    @property
    def _scope(self) -> Scope:
        return Scope(brands=frozenset({self.change.brand}))


@dataclass(frozen=True)
class Report:
    """The changes of contacts since the last build, and what is said of them."""

    changed: tuple[Changed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def report_changes(
    library: Library, editions: Iterable[Edition], before: Before, *, strict: bool
) -> Report:
    """What is other than in the documents of the last build, in the brands that are made now.

    A strict build refuses what leads readers elsewhere than what a second person has confirmed,
    though an earlier build that was not strict may have printed it. A first build has nothing to
    compare, and says nothing.
    """
    slugs = {edition.brand for edition in editions}
    changed = tuple(
        one
        for slug in sorted(slugs & set(before))
        for one in _changed(library, slug, before[slug].printed)
    )
    refused = _unconfirmed(library, slugs, before) if strict else ()
    found = (*(one.told() for one in changed), *(one.refused() for one in refused))
    return Report(changed, found)


def contacts_after(
    library: Library, written: Iterable[ManifestEntry], before: Before
) -> dict[str, BrandContacts]:
    """What the manifest keeps: for brands that were written what is printed now.

    Brands of which nothing stands any more keep theirs: that of a refused change is among them, and
    forgotten it would be a first build, which says nothing.
    """
    made = {entry.brand for entry in written}
    waiting = {one.change.brand for one in _unconfirmed(library, made, before)}
    kept = dict(before)
    for slug in made:
        now = records_of(library.brands[slug].data)
        kept[slug] = BrandContacts(now, before[slug].confirmed if slug in waiting else now)
    return kept


def _unconfirmed(library: Library, slugs: Iterable[str], before: Before) -> tuple[Changed, ...]:
    """What leads readers elsewhere than what was confirmed, and nobody has confirmed."""
    return tuple(
        one
        for slug in sorted(set(slugs) & set(before))
        for one in _changed(library, slug, before[slug].confirmed)
        if one.change.leads_elsewhere and not one.confirmed_by
    )


def _changed(library: Library, slug: str, before: Iterable[ContactRecord]) -> Iterable[Changed]:
    brand = library.brands[slug].data
    confirmations = [entry for entry in library.confirmations if entry.brand == slug]
    for change in contact_changes(slug, before, records_of(brand)):
        contact = _contact(brand, change)
        where = contact.where_of(change.field) if contact else brand.where_of("contacts")
        yield Changed(change, _confirmed_by(change, contact, confirmations), where)


def _contact(brand: Brand, change: ContactChange) -> Contact | None:
    """The contact as it is now; None for one that was removed."""
    if change.field == REMOVED:
        return None
    same = (c for c in brand.contacts if (c.kind, c.label) == (change.kind, change.label))
    return next(same, None)


def _confirmed_by(
    change: ContactChange, contact: Contact | None, confirmations: Iterable[Confirmation]
) -> str:
    """Who has confirmed a change, since the contact was last checked; empty: nobody."""
    about = [e for e in confirmations if e.kind == change.kind and e.label in ("", change.label)]
    if contact is None:
        return ", ".join(e.confirmed_by for e in about if e.new == (NOBODY,))
    fresh = [entry for entry in about if entry.confirmed_on >= contact.checked_on]
    old, new = _values(change.old), _values(change.new)
    wanted = (new - old) or new
    covered = {plain(value) for entry in fresh for value in entry.new}
    if not change.leads_elsewhere or not covered or not wanted <= covered:
        return ""
    return ", ".join(dict.fromkeys(entry.confirmed_by for entry in fresh))


def _values(text: str) -> set[str]:
    return {plain(value) for value in text.split(",") if value.strip()}
