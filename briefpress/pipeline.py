"""The pipeline: load, select, compose, render, check, write, in this order, readable top to bottom."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from briefpress.catalogue import severity_of
from briefpress.check import check
from briefpress.compose import ChartFaultError, TemplateFaultError, compose, compose_index
from briefpress.diagnostics import Diagnostic, Scope, Severity, Where, has_errors, in_order
from briefpress.load import load, read_manifest
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.model.manifest import Manifest, ManifestEntry, merged
from briefpress.selection import Wanted, editions_of, select
from briefpress.write import write_files

INDEX = PurePosixPath("index.html")
MANIFEST = PurePosixPath("manifest.json")
THUMBNAILS = PurePosixPath("thumbnails")
THUMBNAIL_WIDTH = 240
"""Pixels."""


@dataclass(frozen=True)
class Request:
    """What the user asked for."""

    source: Path
    layouts: Path
    output: Path
    wanted: Wanted = Wanted()
    strict: bool = False
    proof: bool = False


@dataclass(frozen=True)
class Made:
    """One edition as it came off the press; without an entry it was not to be written."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...] = ()
    entry: ManifestEntry | None = None
    files: dict[PurePosixPath, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What a build found and what it wrote."""

    diagnostics: tuple[Diagnostic, ...]
    editions: tuple[Edition, ...] = ()
    written: tuple[ManifestEntry, ...] = ()


Watch = Callable[[Edition], None]
"""Called when an edition is done with."""


def look(request: Request) -> tuple[Library | None, tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """Load everything and find the editions that were asked for. Nothing is rendered."""
    loaded = load(request.source, request.layouts)
    if loaded.library is None:
        return None, (), in_order(loaded.diagnostics)
    editions, unknown = editions_of(loaded.library, request.wanted)
    return loaded.library, editions, in_order((*loaded.diagnostics, *unknown))


def build(request: Request, watch: Watch = lambda edition: None) -> Outcome:
    """Make every edition that was asked for and write those that have no error."""
    library, editions, found = look(request)
    if library is None:
        return Outcome(found)
    sound = [e for e in editions if request.proof or not _blocked(e, found, strict=request.strict)]
    press = Press(library, request)
    diagnostics = list(found)
    written: list[ManifestEntry] = []
    for edition in sound:
        made = press.make(edition)
        diagnostics += made.diagnostics
        faults = write_files(request.output, made.files)
        diagnostics += faults
        if made.entry is not None and not faults:
            written.append(made.entry)
        watch(edition)
    if written:
        diagnostics += _write_contents(request, library, written)
    return Outcome(in_order(diagnostics), editions, tuple(written))


def verify(request: Request, watch: Watch = lambda edition: None) -> Outcome:
    """Do everything that build does, but write nothing."""
    library, editions, found = look(request)
    if library is None:
        return Outcome(found)
    press = Press(library, request)
    diagnostics = list(found)
    for edition in editions:
        if not _blocked(edition, found, strict=request.strict):
            diagnostics += press.make(edition).diagnostics
        watch(edition)
    return Outcome(in_order(diagnostics), editions)


class Press:
    """Makes editions of one library. Holds the engine, which is started when first needed."""

    def __init__(self, library: Library, request: Request) -> None:
        """Be ready to press."""
        from briefpress.render import Engine  # noqa: PLC0415 - half a second, only for who renders

        self._library = library
        self._request = request
        self._engine = Engine()

    def make(self, edition: Edition) -> Made:
        """Select, compose, render and check one edition."""
        from briefpress.render import RenderFaultError, picture  # noqa: PLC0415 - as above

        try:
            document = compose(
                select(self._library, edition), self._library, proof=self._request.proof
            )
            proof = self._engine.render(document)
        except TemplateFaultError as fault:
            return Made(edition, (_fault("LAYOUT-TEMPLATE", str(fault), fault.where, edition),))
        except ChartFaultError as fault:
            return Made(edition, (_fault("CHART-SPEC", str(fault), Where(), edition),))
        except RenderFaultError as fault:
            return Made(edition, (_fault("ENGINE-FAULT", str(fault), Where(edition.id), edition),))
        checked = check(proof)
        if self._request.proof:
            path = edition.path.with_stem(f"{edition.id}-PROOF")
            return Made(edition, checked.diagnostics, files={path: proof.pdf})
        if _fails(checked.diagnostics, strict=self._request.strict):
            return Made(edition, checked.diagnostics)
        thumbnail = THUMBNAILS / f"{edition.id}.png"
        files = {edition.path: proof.pdf, thumbnail: picture(proof.pdf, THUMBNAIL_WIDTH)}
        return Made(edition, checked.diagnostics, _entry(proof, checked.results), files)


def _write_contents(
    request: Request, library: Library, written: list[ManifestEntry]
) -> tuple[Diagnostic, ...]:
    """The index and, last, the manifest: of what was written now and what stands from before."""
    before = read_manifest(request.output)
    entries = merged(before, written)
    publication = library.publication
    manifest = Manifest(publication.title, publication.version, entries)
    index = compose_index(library, entries)
    files = {INDEX: index.encode(), MANIFEST: manifest.to_json().encode()}
    return write_files(request.output, files)


def _blocked(edition: Edition, found: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    mine = [d for d in found if d.scope.covers(edition.brand, edition.audience, edition.layout)]
    return _fails(mine, strict=strict)


def _fails(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...], *, strict: bool) -> bool:
    return has_errors(diagnostics) or (
        strict and any(d.severity is Severity.WARNING for d in diagnostics)
    )


def _fault(code: str, message: str, where: Where, edition: Edition) -> Diagnostic:
    scope = Scope(
        brands=frozenset({edition.brand}),
        audiences=frozenset({edition.audience}),
        layouts=frozenset({edition.layout}),
    )
    return Diagnostic(code, severity_of(code), message, where, scope=scope)


def _entry(proof: Proof, results: dict[str, str]) -> ManifestEntry:
    document, edition = proof.document, proof.document.edition
    return ManifestEntry(
        id=edition.id,
        brand=edition.brand,
        audience=edition.audience,
        layout=edition.layout,
        format=edition.format,
        path=str(edition.path),
        title=document.title,
        pages=len(proof.pages),
        bytes=len(proof.pdf),
        sha256=hashlib.sha256(proof.pdf).hexdigest(),
        inputs=_hash_of(document),
        messages=document.messages,
        checks=results,
    )


def _hash_of(document: Document) -> str:
    """A hash over everything that the document is made from."""
    digest = hashlib.sha256(document.html.encode())
    for name, text in document.styles.items():
        digest.update(f"\0{name}\0{text}".encode())
    for name in sorted(document.assets):
        digest.update(f"\0{name}\0".encode())
        digest.update(hashlib.sha256(document.assets[name]).digest())
    return digest.hexdigest()
