"""The contents of the output folder: the pages to browse and, last of all, the manifest."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from briefpress.catalogue import severity_of
from briefpress.compose import TemplateFaultError, compose_index
from briefpress.diagnostics import Diagnostic
from briefpress.load import read_manifest
from briefpress.model.library import Library
from briefpress.model.manifest import Manifest, ManifestEntry, by_id, merged
from briefpress.selection import Wanted
from briefpress.write import holds, write_files

INDEX = PurePosixPath("index.html")
MANIFEST = PurePosixPath("manifest.json")
Pages = dict[PurePosixPath, bytes]


def write_contents(
    output: Path, library: Library, wanted: Wanted, written: Iterable[ManifestEntry]
) -> tuple[tuple[Diagnostic, ...], tuple[ManifestEntry, ...]]:
    """The index and, last, the manifest; also gives the entries that are no longer listed.

    What was asked for is listed if it was written just now. What was not asked for stays listed
    if its file is still the one that was written.
    """
    before = read_manifest(output)
    kept = [
        entry
        for entry in before
        if not _asked_for(entry, wanted, library) and holds(output, entry.path, entry.sha256)
    ]
    entries = merged(kept, written)
    publication = library.publication
    manifest = Manifest(publication.title, publication.version, entries)
    faults, pages = _pages(library, entries)
    files = {**pages, MANIFEST: manifest.to_json().encode()}
    listed = {entry.id for entry in entries}
    withdrawn = by_id(entry for entry in before if entry.id not in listed)
    return (*faults, *write_files(output, files)), withdrawn


def _asked_for(entry: ManifestEntry, wanted: Wanted, library: Library) -> bool:
    layout = library.layouts.get(entry.layout)
    size = entry.size or (layout.data.own_size if layout else "")
    return (
        entry.brand in (wanted.brands or (entry.brand,))
        and entry.audience in (wanted.audiences or (entry.audience,))
        and entry.layout in (wanted.layouts or (entry.layout,))
        and entry.format in (wanted.formats or (entry.format,))
        and size in (wanted.sizes or (size,))
    )


def _pages(
    library: Library, entries: tuple[ManifestEntry, ...]
) -> tuple[tuple[Diagnostic, ...], Pages]:
    """The pages to browse, or why there are none."""
    if not library.layouts:
        return (), {}  # Each missing layout has been reported.
    try:
        return (), {INDEX: compose_index(library, entries).encode()}
    except TemplateFaultError as fault:
        code = "LAYOUT-TEMPLATE"
        return (Diagnostic(code, severity_of(code), str(fault), fault.where),), {}
