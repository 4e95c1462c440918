"""Hand out: what goes to people beside single editions, a board's pack and a calibration sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from briefpress.catalogue import severity_of
from briefpress.compose import compose_howto
from briefpress.contents import write_packs
from briefpress.diagnostics import Diagnostic, Scope, Where
from briefpress.finish import files_of, packed, places_of
from briefpress.load import read_output
from briefpress.model.edition import Edition
from briefpress.model.handed import PackEntry, pack_entry
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.manifest import ManifestEntry
from briefpress.pipeline import Outcome, Request, Watch, build, look
from briefpress.selection import Wanted
from briefpress.write import write_files

HOWTO = PurePosixPath("How to print and laminate.html")


@dataclass(frozen=True)
class HandedOut:
    """What was written for whom, and what stands against it."""

    outcome: Outcome
    paths: tuple[PurePosixPath, ...] = ()


def pack(request: Request, watch: Watch) -> HandedOut:
    """Build everything that the boards asked for hand on, and put it into an archive each.

    A board with a document that could not be made gets no archive: half a pack would be taken for
    a whole one.
    """
    library, _, found = look(replace(request, wanted=Wanted()))
    if library is None:
        return HandedOut(Outcome(found))
    outcome = build(_everything(request, library), watch)
    brands = dict.fromkeys(edition.brand for edition in outcome.editions)
    packs: list[PackEntry] = []
    faults: list[Diagnostic] = []
    for brand in brands:
        missing = [e for e in outcome.editions if e.brand == brand and e not in outcome.passed]
        if missing:
            faults.append(_incomplete(brand, missing))
            continue
        entries = [e for e in (*outcome.written, *outcome.kept) if e.brand == brand]
        entries.sort(key=lambda entry: entry.id)
        path = PurePosixPath(brand) / f"{brand}-pack.zip"
        archive = _archive(request, library, brand, entries)
        written = write_files(request.output, {path: archive})
        faults += written
        packs += (
            [] if written else [pack_entry(brand, str(path), archive, (e.sha256 for e in entries))]
        )
    faults += write_packs(request.output, library, packs) if packs else ()
    diagnostics = (*outcome.diagnostics, *faults)
    paths = tuple(PurePosixPath(pack.path) for pack in packs)
    return HandedOut(replace(outcome, diagnostics=diagnostics), paths)


def calibrate(request: Request) -> HandedOut:
    """Write the calibration sheet of the printer that was asked for."""
    library, _, found = look(request, answered=False)
    if library is None:
        return HandedOut(Outcome(found))
    from briefpress.finish.calibrations import calibration_of  # noqa: PLC0415 - draws letters

    path = PurePosixPath(f"calibration-{request.wanted.printer}.pdf")
    sheet = calibration_of(library, request.wanted.printer)
    faults = write_files(request.output, {path: sheet})
    return HandedOut(Outcome((*found, *faults)), () if faults else (path,))


def _everything(request: Request, library: Library) -> Request:
    """The same request, for every format that any layout has."""
    formats = tuple(
        name
        for name in Format
        if any(name in layout.data.formats for layout in library.layouts.values())
    )
    wanted = request.wanted
    asked = replace(wanted, formats=wanted.formats or formats, besides=True)
    return replace(request, wanted=asked)


def _archive(
    request: Request, library: Library, brand: str, entries: Sequence[ManifestEntry]
) -> bytes:
    printing, wanted = library.printing, request.wanted
    makers = (printing.printers[wanted.printer], printing.shops[wanted.shop])
    files = {
        place: read_output(request.output, path)
        for place, path in files_of(library, entries).items()
    }
    formats = frozenset(entry.format for entry in entries)
    howto = compose_howto(library, brand, makers, places_of(entries), formats)
    files[HOWTO] = howto.encode()
    return packed(library.brands[brand].data.short_name, files)


def _incomplete(brand: str, missing: Iterable[Edition]) -> Diagnostic:
    names = [edition.id for edition in missing]
    message = f"no pack for {brand}: {len(names)} of its documents are not made, {names[0]} first"
    scope = Scope(brands=frozenset({brand}))
    code = "PACK-INCOMPLETE"
    return Diagnostic(code, severity_of(code), message, Where(brand), scope=scope)
