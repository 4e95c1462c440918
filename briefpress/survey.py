"""Survey: what every brand has and lacks, from what was loaded and what was found wrong. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from briefpress.diagnostics import Diagnostic, in_order
from briefpress.model.brand import Brand
from briefpress.model.contacts import Contact, ContactKind
from briefpress.model.coverage import Checked, Coverage, Lack, Source, Survey
from briefpress.model.fields import meant_for
from briefpress.model.library import Library, LoadedBrand

MAPS = ("meta", "logo", "color", "organisation", "links", "document")
"""Keys of brand.yaml that merge key by key."""
LISTS = ("contacts", "partners", "local")
"""Keys that are given whole or not at all."""
WISHED_KINDS = (ContactKind.LADO, ContactKind.EARLY_HELP)
WISHED_LINKS = ("procedures", "thresholds", "escalation")
"""What boards have as a rule, though no layout stops without it."""


def survey_of(
    library: Library, findings: Iterable[Diagnostic], today: date, wanted: tuple[str, ...]
) -> Survey:
    """Every brand that is wanted (none named: all), by how much it needs attention."""
    mine, shared = _by_brand(findings)
    slugs = [s for s in {**library.brands, **mine} if not wanted or s in wanted]
    rows = (_coverage(slug, library, mine.get(slug, ()), today) for slug in slugs)
    return Survey(today, tuple(sorted(rows, key=_urgency)), shared)


def _by_brand(
    findings: Iterable[Diagnostic],
) -> tuple[Mapping[str, tuple[Diagnostic, ...]], tuple[Diagnostic, ...]]:
    """The findings of each brand, and those that concern all."""
    mine: dict[str, list[Diagnostic]] = defaultdict(list)
    shared = []
    for found in in_order(findings):
        if found.scope.brands is None:
            shared.append(found)
        for slug in found.scope.brands or ():
            mine[slug].append(found)
    return {slug: tuple(each) for slug, each in mine.items()}, tuple(shared)


def _urgency(row: Coverage) -> tuple[int, int, date, str]:
    """Errors before warnings, then what is to be reviewed soonest."""
    return (-row.errors, -row.warnings, row.review_by or date.max, row.slug)


def _coverage(
    slug: str, library: Library, findings: tuple[Diagnostic, ...], today: date
) -> Coverage:
    brand = library.brands.get(slug)
    if brand is None:
        return Coverage(slug, findings=findings)
    data = brand.data
    checked = (_checked(contact, today) for contact in data.contacts)
    return Coverage(
        slug=slug,
        name=data.name,
        extends=data.extends,
        parts=tuple(_parts(brand)),
        lacks=tuple(_lacks(data, library)),
        contacts=tuple(sorted(checked, key=lambda contact: -contact.days)),
        review_by=data.document.review_by,
        waiting=_waiting(brand, library.publication.issued),
        findings=findings,
    )


def _checked(contact: Contact, today: date) -> Checked:
    days = (today - contact.checked_on).days
    return Checked(str(contact.kind), contact.label, contact.checked_on, days)


def _parts(brand: LoadedBrand) -> Iterator[tuple[str, Source]]:
    """Where each part comes from: its own pack is the one in the folder of its slug."""
    for key in MAPS:
        places = [where.file for where in brand.data.places_below(key)]
        own = sum(_is_of(file, brand.slug) for file in places)
        some = Source.PARTLY if own else Source.INHERITED
        yield key, Source.ABSENT if not places else Source.OWN if own == len(places) else some
    for key in LISTS:
        where = brand.data.where_of(key)
        given = Source.OWN if _is_of(where.file, brand.slug) else Source.INHERITED
        yield key, given if getattr(brand.data, key) else Source.ABSENT


def _is_of(file: str, slug: str) -> bool:
    return PurePosixPath(file).parent.name == slug


def _waiting(brand: LoadedBrand, issued: date) -> tuple[date, ...]:
    """The days of the versions that the brand's documents do not show yet."""
    days = {version.valid_from for version in brand.data.versions}
    return tuple(sorted(day for day in days if day > max(issued, brand.data.document.issued)))


def _lacks(brand: Brand, library: Library) -> Iterator[Lack]:
    """What layouts need and do not find; then what boards have as a rule."""
    needs: dict[str, list[str]] = defaultdict(list)
    for name, layout in library.layouts.items():
        for kind in layout.data.needs:
            needs[kind].append(name)
    for kind, layouts in needs.items():
        without = _without(brand, kind, library.audiences)
        if without:
            everybody = len(without) == len(library.audiences)
            yield Lack(kind, () if everybody else without, tuple(layouts))
    if _closes(brand) and _without(brand, ContactKind.OUT_OF_HOURS, library.audiences):
        yield Lack(ContactKind.OUT_OF_HOURS)
    kinds = {contact.kind for contact in brand.contacts}
    yield from (Lack(kind) for kind in WISHED_KINDS if kind not in kinds)
    yield from (Lack(name) for name in WISHED_LINKS if name not in brand.links)


def _without(brand: Brand, kind: str, audiences: Iterable[str]) -> tuple[str, ...]:
    """The audiences that have no contact of a kind."""
    routes = [contact.audiences for contact in brand.contacts if contact.kind == kind]
    return tuple(
        name for name in audiences if not any(meant_for(readers, name) for readers in routes)
    )


def _closes(brand: Brand) -> bool:
    """Whether a front door says when it is open, so that it is closed at other times."""
    return any(contact.hours for contact in brand.contacts if contact.kind == "front_door")
