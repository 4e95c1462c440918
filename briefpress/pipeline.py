"""The pipeline: load, select, compose, render, check, write, in this order."""

import hashlib
from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from briefpress.catalogue import severity_of
from briefpress.check import check
from briefpress.compose import ChartFaultError, TemplateFaultError, compose, compose_index
from briefpress.diagnostics import Diagnostic, Severity, Where, has_errors, in_order
from briefpress.load import load, read_manifest, read_starter
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.model.manifest import Manifest, ManifestEntry, merged
from briefpress.selection import Wanted, editions_of, select
from briefpress.workers import LOST, Done, run
from briefpress.write import holds, try_folder, write_files

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
    wanted: Wanted = field(default_factory=Wanted)
    strict: bool = False
    proof: bool = False
    jobs: int = 1


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
    passed: tuple[Edition, ...] = ()
    """Those that nothing stands against; a build has written them."""
    written: tuple[ManifestEntry, ...] = ()
    withdrawn: tuple[ManifestEntry, ...] = ()
    """Listed before, and no longer: what stands there is not what the source says now."""


class Watch(Protocol):
    """Follows a build."""

    def over(self, count: int) -> AbstractContextManager[Any]:
        """The build makes `count` editions."""

    def step(self, edition: Edition, *, passed: bool) -> None:
        """One edition is done with."""


def find_layouts(source: Path) -> Path:
    """The layouts beside the source, else those of the program."""
    own = source.resolve().parent / "layouts"
    if own.is_dir():
        return own
    package = Path(__file__).parent
    shipped = package / "_layouts"
    return shipped if shipped.is_dir() else package.parent / "layouts"


def look(request: Request) -> tuple[Library | None, tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """Load everything and find the editions that were asked for. Nothing is rendered.

    A name that does not exist is a slip of the command line: then nothing was asked for.
    """
    loaded = load(request.source, request.layouts)
    if loaded.library is None:
        return None, (), in_order(loaded.diagnostics)
    found = in_order(loaded.diagnostics)
    wanted = _readable(request.wanted, loaded.library, found)
    editions, unknown = editions_of(loaded.library, wanted) if wanted else ((), ())
    if unknown:
        return None, (), in_order((*found, *unknown))
    return loaded.library, editions, found


def build(request: Request, watch: Watch) -> Outcome:
    """Make every edition that was asked for and write those that have no error."""
    library, editions, found = look(request)
    refused = try_folder(request.output) if library else ()
    if library is None or refused:
        return Outcome((*found, *refused), editions)
    diagnostics = list(found)
    passed: list[Edition] = []
    written: list[ManifestEntry] = []
    with closing(_made(request, library, editions, found, watch)) as press:
        for made in press:
            faults = write_files(request.output, made.files)
            diagnostics += (*made.diagnostics, *faults)
            if made.files and not faults:
                passed.append(made.edition)
                written += [made.entry] if made.entry else []
    withdrawn: tuple[ManifestEntry, ...] = ()
    if not request.proof:
        faults, withdrawn = _write_contents(request, library, written)
        diagnostics += faults
    return Outcome(
        in_order(diagnostics), editions, tuple(sorted(passed)), _by_id(written), withdrawn
    )


def verify(request: Request, watch: Watch) -> Outcome:
    """Do everything that build does, but write nothing."""
    library, editions, found = look(request)
    if library is None:
        return Outcome(found)
    diagnostics = list(found)
    passed: list[Edition] = []
    with closing(_made(request, library, editions, found, watch)) as press:
        for made in press:
            diagnostics += made.diagnostics
            passed += [made.edition] if made.files else []
    return Outcome(in_order(diagnostics), editions, tuple(sorted(passed)))


def start_publication(folder: Path) -> tuple[Diagnostic, ...]:
    """Write the starter publication into a folder that is new or empty."""
    refused = try_folder(folder)
    if refused:
        return refused
    if any(folder.iterdir()):
        message = f"{folder} is there already, and is not empty"
        return (Diagnostic("WRITE", severity_of("WRITE"), message, hint="name another folder"),)
    return write_files(folder, read_starter())


def _readable(wanted: Wanted, library: Library, found: tuple[Diagnostic, ...]) -> Wanted | None:
    """What was asked for, without the brands and layouts that are there but have errors.

    They are not unknown names, and what is wrong with them has been said. None: nothing is left.
    """
    scopes = [d.scope for d in found if d.severity is Severity.ERROR]
    broken_brands = frozenset().union(*(s.brands or () for s in scopes)) - library.brands.keys()
    broken_layouts = frozenset().union(*(s.layouts or () for s in scopes)) - library.layouts.keys()
    brands = tuple(name for name in wanted.brands if name not in broken_brands)
    layouts = tuple(name for name in wanted.layouts if name not in broken_layouts)
    if (wanted.brands and not brands) or (wanted.layouts and not layouts):
        return None
    return replace(wanted, brands=brands, layouts=layouts)


def _made(
    request: Request,
    library: Library,
    editions: tuple[Edition, ...],
    found: tuple[Diagnostic, ...],
    watch: Watch,
) -> Generator[Made]:
    """The editions that nothing stands against, as they come off the press."""
    import briefpress.render  # noqa: F401, PLC0415 - half a second, which forked workers inherit

    sound = [e for e in editions if request.proof or not _blocked(e, found, strict=request.strict)]
    # Brands of one audience share their text, and the engine remembers lines that it has broken.
    sound.sort(key=lambda e: (e.layout, e.audience, e.brand))
    with watch.over(len(sound)):
        for done in run(sound, partial(_start_press, library, request), request.jobs):
            made = done.result or _lost(done)
            yield made
            watch.step(done.job, passed=bool(made.files))


def _lost(done: Done[Edition, Made]) -> Made:
    """An edition that nobody could make: the worker died, or briefpress is at fault."""
    edition = done.job
    fault = _fault("WORKER-LOST", done.failure, Where(edition.id), edition)
    if done.failure != LOST:
        fault = replace(fault, hint="please report this line, and what you did")
    return Made(edition, (fault,))


def _start_press(library: Library, request: Request) -> Callable[[Edition], Made]:
    """What a worker begins with."""
    return Press(library, request).make


class Press:
    """Makes editions of one library. Holds the engine, which is started when first needed."""

    def __init__(self, library: Library, request: Request) -> None:
        """Be ready to press."""
        from briefpress.render import Engine  # noqa: PLC0415 - only for who renders

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
            found = _fault("LAYOUT-TEMPLATE", str(fault), fault.where, edition)
            return Made(edition, (replace(found, hint=fault.hint),))
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
        files = {thumbnail: picture(proof.pdf, THUMBNAIL_WIDTH), edition.path: proof.pdf}
        return Made(edition, checked.diagnostics, _entry(proof, checked.results), files)


def _write_contents(
    request: Request, library: Library, written: Iterable[ManifestEntry]
) -> tuple[tuple[Diagnostic, ...], tuple[ManifestEntry, ...]]:
    """The index and, last, the manifest; also gives the entries that are no longer listed.

    What was asked for is listed if it was written just now. What was not asked for stays listed
    if its file is still the one that was written.
    """
    before = read_manifest(request.output)
    kept = [
        entry
        for entry in before
        if not _asked_for(entry, request.wanted) and holds(request.output, entry.path, entry.sha256)
    ]
    entries = merged(kept, written)
    publication = library.publication
    manifest = Manifest(publication.title, publication.version, entries)
    faults, index = _index(library, entries)
    files = {**index, MANIFEST: manifest.to_json().encode()}
    listed = {entry.id for entry in entries}
    withdrawn = _by_id(entry for entry in before if entry.id not in listed)
    return (*faults, *write_files(request.output, files)), withdrawn


def _asked_for(entry: ManifestEntry, wanted: Wanted) -> bool:
    return (
        entry.brand in (wanted.brands or (entry.brand,))
        and entry.audience in (wanted.audiences or (entry.audience,))
        and entry.layout in (wanted.layouts or (entry.layout,))
        and entry.format in (wanted.formats or (entry.format,))
    )


def _index(
    library: Library, entries: tuple[ManifestEntry, ...]
) -> tuple[tuple[Diagnostic, ...], dict[PurePosixPath, bytes]]:
    """The page to browse, or why there is none."""
    if not library.layouts:
        return (), {}  # Each missing layout has been reported.
    try:
        return (), {INDEX: compose_index(library, entries).encode()}
    except TemplateFaultError as fault:
        code = "LAYOUT-TEMPLATE"
        return (Diagnostic(code, severity_of(code), str(fault), fault.where),), {}


def _by_id(entries: Iterable[ManifestEntry]) -> tuple[ManifestEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.id))


def _blocked(edition: Edition, found: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    mine = [d for d in found if d.scope.covers(edition.brand, edition.audience, edition.layout)]
    return _fails(mine, strict=strict)


def _fails(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...], *, strict: bool) -> bool:
    return has_errors(diagnostics) or (
        strict and any(d.severity is Severity.WARNING for d in diagnostics)
    )


def _fault(code: str, message: str, where: Where, edition: Edition) -> Diagnostic:
    return Diagnostic(code, severity_of(code), message, where, scope=edition.scope)


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
