"""The report on all editions: a row for each, and what a person must look at."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from briefpress.diagnostics import Diagnostic
from briefpress.model.edition import Edition
from briefpress.model.exceptions import Silenced
from briefpress.model.library import Library
from briefpress.model.manifest import (
    Checks,
    FailedEntry,
    ManifestEntry,
    of_pages,
    told_before,
    told_of_finding,
)
from briefpress.model.report import Landmark, Report, ReportRow
from briefpress.silencing import heard


@dataclass(frozen=True)
class Grounds:
    """What a report is made from.

    `told` is what users are told of the build, `loaded` what was found before a page was laid out;
    `stopped` are the editions that were therefore not made, and `with_page` the names of those
    that have a page of their own in the report.
    """

    entries: Collection[ManifestEntry]
    failed: Collection[FailedEntry]
    stopped: Collection[Edition]
    told: tuple[Diagnostic, ...]
    loaded: tuple[Diagnostic, ...]
    silenced: tuple[Silenced, ...]
    with_page: Collection[str]


def report_of(library: Library, grounds: Grounds) -> Report:
    """The report on everything that stands in the output folder, and on what should stand there."""
    rows = sorted(_rows(library, grounds), key=lambda row: (row.brand, row.audience, row.id))
    brands = {row.brand for row in rows}
    return Report(
        rows=tuple(rows),
        findings=grounds.told,
        silenced=grounds.silenced,
        oldest_contact=min(_contacts(library, brands), key=lambda mark: mark.day, default=None),
        next_review=min(_reviews(library, brands), key=lambda mark: mark.day, default=None),
        facts=len(library.facts),
        keyed_facts=sum(library.hand_of(fact) is not None for fact in library.facts.values()),
    )


def _rows(library: Library, grounds: Grounds) -> Iterator[ReportRow]:
    for entry in grounds.entries:
        row = _row(library, grounds, entry, path=entry.path, pages=entry.pages)
        yield replace(row, way=entry.way)
    for refused in grounds.failed:
        yield _row(library, grounds, refused)
    for edition in grounds.stopped:
        yield _row(library, grounds, _unmade(edition))


def _row(
    library: Library, grounds: Grounds, checked: Checks, path: str = "", pages: int = 0
) -> ReportRow:
    edition = Edition(checked.brand, checked.audience, checked.layout, checked.format, checked.size)
    before = heard(grounds.loaded, edition, library.exceptions)
    return ReportRow(
        id=checked.id,
        brand=checked.brand,
        audience=checked.audience,
        layout=checked.layout,
        format=checked.format,
        path=path,
        pages=pages,
        checks=checked.checks,
        figures=checked.figures,
        findings=(*map(told_of_finding, before.standing), *checked.findings),
        silenced=(*told_before(before.silenced), *of_pages(checked.silenced)),
        has_page=checked.id in grounds.with_page,
    )


def _unmade(edition: Edition) -> FailedEntry:
    return FailedEntry(
        id=edition.id,
        brand=edition.brand,
        audience=edition.audience,
        layout=edition.layout,
        format=edition.format,
        checks={},
        size=edition.size,
    )


def _contacts(library: Library, brands: Collection[str]) -> Iterator[Landmark]:
    for slug in sorted(brands & library.brands.keys()):
        brand = library.brands[slug].data
        for contact in brand.contacts:
            yield Landmark(contact.checked_on, contact.label, brand.name)


def _reviews(library: Library, brands: Collection[str]) -> Iterator[Landmark]:
    publication = library.publication
    yield Landmark(publication.review_by, publication.title)
    for slug in sorted(brands & library.brands.keys()):
        brand = library.brands[slug].data
        yield Landmark(brand.document.review_by, brand.name)
    own = [(message.id, message.review_by) for message in library.messages]
    own += [(fact.id, fact.review_by) for fact in library.facts.values()]
    yield from (Landmark(day, name) for name, day in own if day is not None)
