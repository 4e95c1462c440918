"""The contents of the output folder: the pages to browse and, last of all, the manifest."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

from briefpress.catalogue import severity_of
from briefpress.changes import contacts_after
from briefpress.clearing import clear, forget, strangers
from briefpress.compose import (
    Beside,
    PackLink,
    PageLink,
    TemplateFaultError,
    compose_brands,
    compose_differences,
    compose_evidence,
    compose_index,
    compose_report,
)
from briefpress.diagnostics import Diagnostic, Scope, Severity
from briefpress.ease import ease_of
from briefpress.load import JOURNAL, Standing, names_of, read_listing, read_made_files
from briefpress.model.changes import BrandContacts
from briefpress.model.coverage import Survey
from briefpress.model.differences import Differences
from briefpress.model.edition import Edition
from briefpress.model.evidence import Evidence
from briefpress.model.exceptions import Silenced
from briefpress.model.handed import News, PackEntry, current
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.manifest import (
    EMPTY,
    Checks,
    FailedEntry,
    Ingredients,
    Manifest,
    ManifestEntry,
    Texts,
    by_id,
    merged,
)
from briefpress.model.said import name_of, texts_of
from briefpress.report import REPORT, Grounds, report_of
from briefpress.selection import Wanted
from briefpress.write import remove_files, write_files

INDEX = PurePosixPath("index.html")
BRANDS = PurePosixPath("brands.html")
DIFF = PurePosixPath("diff.html")
EVIDENCE = PurePosixPath("evidence.html")
WHOLE_REPORT = PurePosixPath("report.html")
MANIFEST = PurePosixPath("manifest.json")
FURTHER = ("report", "evidence", "brands", "diff")
"""The pages that the index leads to, by the names of their files."""
Pages = dict[PurePosixPath, bytes]


@dataclass(frozen=True)
class Pressed:
    """What came of a build: what was written, refused, or stopped before; and what was found.

    `before` is what earlier builds had made, as it was known when this one began.
    """

    before: Manifest = EMPTY
    written: tuple[ManifestEntry, ...] = ()
    failed: tuple[FailedEntry, ...] = ()
    stopped: tuple[Edition, ...] = ()
    told: tuple[Diagnostic, ...] = ()
    loaded: tuple[Diagnostic, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    contacts: tuple[Texts, ...] = ()
    ingredients: Mapping[str, Ingredients] = field(default_factory=dict)

    def is_at_fault(self, entry: Checks) -> bool:
        """Whether an edition would be made, but for what is found against it."""
        return entry.id in self._tried or any(
            scope.covers(entry.brand, entry.audience, entry.layout) for scope in self._scopes
        )

    @property
    def broken(self) -> frozenset[str]:
        """The brands in which errors of the source are."""
        return frozenset().union(*(scope.brands or () for scope in self._scopes))

    @cached_property
    def _tried(self) -> frozenset[str]:
        return frozenset((*(e.id for e in self.failed), *(e.id for e in self.stopped)))

    @cached_property
    def _scopes(self) -> tuple[Scope, ...]:
        """What errors of the source stop."""
        return tuple(one.scope for one in self.loaded if one.severity is Severity.ERROR)


@dataclass(frozen=True)
class Contents:
    """What became of the output folder.

    `withdrawn` were listed before and are not now, though their files stand; `removed` are files.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    withdrawn: tuple[ManifestEntry, ...] = ()
    removed: tuple[str, ...] = ()


def write_contents(output: Path, library: Library, wanted: Wanted, pressed: Pressed) -> Contents:
    """Clear away what is made no more, and write the pages and, last, the manifest.

    What was asked for is listed if it stands as it would be made. What was not asked for stays
    listed if its file is still the one that was written.
    """
    before = pressed.before
    manifest = _manifest(output, library, wanted, pressed, before)
    cleared = clear(output, read_made_files(output), manifest.files.keys())
    forget(output, {entry.id for entry in (*manifest.entries, *manifest.older)})
    foreign = strangers(output, manifest.files.keys())
    index = partial(_index, library, manifest, _links(output))
    report = partial(_report, output, library, pressed, manifest)
    faults, pages = _pages(library, {INDEX: index, WHOLE_REPORT: report})
    faults = (*cleared.diagnostics, *foreign, *faults, *write_files(output, pages))
    last = {MANIFEST: manifest.to_json().encode()}
    unlisted = write_files(output, last, durable=True)
    faults = (*faults, *unlisted, *(() if unlisted else remove_files(output, [str(JOURNAL)])))
    listed = {entry.id for entry in manifest.entries}
    there = (e for e in before.entries if (output / e.path).is_file())
    withdrawn = by_id(e for e in there if e.id not in listed)
    return Contents(faults, withdrawn, cleared.removed)


def write_brands(output: Path, library: Library, survey: Survey) -> tuple[Diagnostic, ...]:
    """The page on the state of brands. No build writes it: it is of the day of the survey."""
    faults, pages = _pages(library, {BRANDS: partial(compose_brands, library, survey)})
    return (*faults, *write_files(output, pages))


def write_evidence(output: Path, library: Library, evidence: Evidence) -> tuple[Diagnostic, ...]:
    """The page on what facts and messages rest on."""
    faults, pages = _pages(library, {EVIDENCE: partial(compose_evidence, library, evidence)})
    return (*faults, *write_files(output, pages))


def write_differences(
    output: Path, library: Library, changes: Differences
) -> tuple[Diagnostic, ...]:
    """The page on what changed since another build, which the index tells from now on."""
    faults, pages = _pages(library, {DIFF: partial(compose_differences, library, changes)})
    before = read_listing(output)
    sorts = {e.id: "added" for e in changes.added} | {e.id: "changed" for e in changes.changed}
    news = {e.id: News(sorts[e.id], e.sha256) for e in before.entries if e.id in sorts}
    told = _write_index(output, library, replace(before, news=news), [*_links(output), DIFF.stem])
    return (*faults, *write_files(output, pages), *told)


def write_packs(
    output: Path, library: Library, packs: Iterable[PackEntry]
) -> tuple[Diagnostic, ...]:
    """List boards' packs, which were written just now, in the manifest and the index."""
    before = read_listing(output)
    both = {pack.brand: pack for pack in (*before.packs, *packs)}
    return _write_index(
        output, library, replace(before, packs=tuple(both.values())), _links(output)
    )


def _write_index(
    output: Path, library: Library, manifest: Manifest, links: Collection[str]
) -> tuple[Diagnostic, ...]:
    """The index anew for a manifest that tells more, and that manifest."""
    faults, pages = _pages(library, {INDEX: partial(_index, library, manifest, links)})
    last = {MANIFEST: manifest.to_json().encode()}
    return (*faults, *write_files(output, pages), *write_files(output, last, durable=True))


def _index(library: Library, manifest: Manifest, links: Collection[str]) -> str:
    words = next((layout.words for layout in library.layouts.values()), {})
    beside = Beside(
        pages=tuple(
            PageLink(f"{name}.html", words[f"{name}_title"], words.get(f"{name}_intro", ""))
            for name in FURTHER
            if name in links and f"{name}_title" in words
        ),
        packs={pack.brand: PackLink(pack.path, pack.bytes) for pack in manifest.packs},
        news={name: told.sort for name, told in manifest.news.items()},
    )
    return compose_index(library, manifest.entries, beside)


def is_asked_for(entry: Checks, wanted: Wanted, library: Library) -> bool:
    """Whether an entry is of an edition that the user asked for."""
    layout = library.layouts.get(entry.layout)
    size = entry.size or (layout.data.own_size if layout else "")
    return (
        entry.brand in (wanted.brands or (entry.brand,))
        and entry.audience in (wanted.audiences or (entry.audience,))
        and entry.layout in (wanted.layouts or (entry.layout,))
        and entry.format in (wanted.formats or (entry.format,))
        and size in (wanted.sizes or (size,))
    )


def _links(output: Path) -> frozenset[str]:
    """The further pages of the folder: the report, and those that other commands have written."""
    return names_of(output, ".html") | {WHOLE_REPORT.stem}


def _manifest(
    output: Path, library: Library, wanted: Wanted, pressed: Pressed, before: Manifest
) -> Manifest:
    """What stands in the folder now."""
    standing = Standing(output)
    kept = [
        entry
        for entry in before.entries
        if not is_asked_for(entry, wanted, library) and _stands(standing, entry)
    ]
    refused = [entry for entry in before.failed if not is_asked_for(entry, wanted, library)]
    entries = merged(kept, pressed.written)
    made = {entry.id for entry in entries}
    gone = (e for e in merged(before.older, before.entries) if e.id not in made)
    older = by_id(e for e in gone if pressed.is_at_fault(e) and _stands(standing, e))
    hashes = {entry.id: entry.sha256 for entry in (*older, *entries)}
    said = (texts_of(library), *pressed.contacts)
    return Manifest(
        publication=library.publication.title,
        version=library.publication.version,
        entries=entries,
        failed=by_id(e for e in merged(refused, pressed.failed) if e.id not in made),
        texts={**before.texts, **{name_of(texts): texts for texts in said}},
        contacts=_contacts(library, pressed, before),
        ingredients={**before.ingredients, **pressed.ingredients},
        older=older,
        packs=current(before.packs, hashes.values()),
        news={name: n for name, n in before.news.items() if hashes.get(name) == n.sha256},
    )


def _contacts(library: Library, pressed: Pressed, before: Manifest) -> Mapping[str, BrandContacts]:
    """Those of each brand that there is; one whose pack has an error is not gone."""
    known = library.brands.keys() | pressed.broken
    now = contacts_after(library, pressed.written, before.contacts)
    return {slug: contacts for slug, contacts in now.items() if slug in known}


def _stands(standing: Standing, entry: ManifestEntry) -> bool:
    return not standing.fault(entry.path, entry.sha256)


def _report(output: Path, library: Library, pressed: Pressed, manifest: Manifest) -> str:
    grounds = Grounds(
        entries=manifest.entries,
        failed=manifest.failed,
        stopped=pressed.stopped,
        told=pressed.told,
        loaded=pressed.loaded,
        silenced=pressed.silenced,
        with_page=names_of(output / REPORT, ".html"),
    )
    report = report_of(library, grounds)
    ease = ease_of(output, library, _longest(library, manifest.entries))
    return compose_report(library, replace(report, ease=ease))


def _longest(library: Library, entries: Iterable[ManifestEntry]) -> Iterator[Edition]:
    """The editions that stand, of each audience the longest first."""
    made = [e for e in entries if e.audience in library.audiences and e.brand in library.brands]
    order = list(library.audiences)
    made.sort(key=lambda entry: (order.index(entry.audience), -entry.pages))
    return (Edition(e.brand, e.audience, e.layout) for e in made if e.format == Format.SCREEN)


def _pages(
    library: Library, makers: dict[PurePosixPath, Callable[[], str]]
) -> tuple[tuple[Diagnostic, ...], Pages]:
    """The pages to browse, and why there is none of some."""
    faults: list[Diagnostic] = []
    pages: Pages = {}
    for name, make in makers.items() if library.layouts else ():  # Else each layout is reported.
        try:
            pages[name] = make().encode()
        except TemplateFaultError as fault:
            code = "LAYOUT-TEMPLATE"
            faults.append(Diagnostic(code, severity_of(code), str(fault), fault.where, fault.hint))
    return tuple(faults), pages
