"""Load: disk to library. The only step that reads; it finds all that is wrong before it stops."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath

from briefpress.hashing import hash_of
from briefpress.load.answercheck import answer_fault
from briefpress.load.brandcheck import check_brands, check_editions
from briefpress.load.brands import read_brands
from briefpress.load.confirmations import (
    read_confirmations,
    read_shared,
    sound_confirmations,
)
from briefpress.load.crosscheck import CrossCheck, Known
from briefpress.load.exceptions import check_exceptions
from briefpress.load.files import Reader
from briefpress.load.findings import Findings, Names
from briefpress.load.journal import JOURNAL, read_journal, read_traces
from briefpress.load.kept import read_kept
from briefpress.load.keying import Named, check_keyed
from briefpress.load.layouts import read_charts, read_layouts
from briefpress.load.logos import LogoMemory
from briefpress.load.memory import BoardMemory
from briefpress.load.packmemory import PackMemory
from briefpress.load.packs import SERIES
from briefpress.load.printing import read_printing
from briefpress.load.registers import (
    read_abbreviations,
    read_audiences,
    read_exceptions,
    read_facts,
    read_figures,
    read_keyed,
    read_messages,
    read_publication,
)
from briefpress.load.reviews import check_reviews
from briefpress.load.scripts import read_scripts
from briefpress.load.sectioncheck import check_sections
from briefpress.load.sections import read_sections
from briefpress.load.sharing import check_sharing
from briefpress.load.sizes import read_sizes
from briefpress.load.specifications import check_specifications
from briefpress.load.standing import Standing
from briefpress.load.strays import report_strays
from briefpress.load.versions import Days
from briefpress.model.layout import Format
from briefpress.model.library import Library, Loaded
from briefpress.model.manifest import EMPTY, Manifest, ManifestEntry, manifest_from_json

__all__ = [
    "JOURNAL",
    "SERIES",
    "BoardMemory",
    "LogoMemory",
    "Memories",
    "PackMemory",
    "Standing",
    "answer_fault",
    "load",
    "names_of",
    "read_boardless",
    "read_kept",
    "read_listing",
    "read_made",
    "read_made_files",
    "read_output",
    "read_starter",
    "read_templates",
]


@dataclass(frozen=True)
class Memories:
    """What earlier builds have found out, and this one will have."""

    logos: LogoMemory = field(default_factory=LogoMemory)
    boards: BoardMemory = field(default_factory=BoardMemory)
    packs: PackMemory = field(default_factory=PackMemory)


def load(source: Path, layouts: Path, today: date, memories: Memories | None = None) -> Loaded:
    """Read a publication and the layouts. Never raises for what stands in them.

    `today` decides only which reviews and which checks of numbers are overdue. What is in the
    `memories` is not found out anew.
    """
    memories = memories or Memories()
    findings = Findings()
    read: dict[str, str] = {}
    reader = Reader(source, _label(source), findings, logos=memories.logos, ledger=read)
    shelf = Reader(layouts, _label(layouts), findings, ledger=read)
    library = None
    if all([reader.is_folder(), shelf.is_folder()]):
        library = _read(reader, shelf, findings, today, memories)
    return Loaded(library, findings.all())


def _read(
    reader: Reader, shelf: Reader, findings: Findings, today: date, memories: Memories
) -> Library | None:
    """The library, or None when its ground is missing, though every file has been read."""
    report_strays(reader)
    publication = read_publication(reader)
    audiences = read_audiences(reader)
    themes, messages = read_messages(reader)
    facts = read_facts(reader)
    figures, charts, figure_names = read_figures(reader.below("figures"))
    texts, section_names = read_sections(reader.below("sections"))
    abbreviations = read_abbreviations(reader)
    days = Days(publication.issued if publication else None, today)
    shelves = replace(reader.below("brands"), ledger=None)
    brands = read_brands(shelves, days, memories.packs)
    sizes = read_sizes(shelf.below("_shared"))
    printing = read_printing(shelf.below("_shared"), reader)
    language = publication.language if publication else "en"
    kits, kit_names = read_layouts(shelf, language, sizes)
    charts = {**read_charts(shelf), **charts}
    exceptions = read_exceptions(reader)
    if publication is None or not audiences.entries:
        return None
    library = Library(
        publication=publication,
        audiences={a.id: a for a in audiences.entries},
        sections=tuple(t.section for t in texts),
        themes={t.id: t for t in themes.entries},
        messages=messages.entries,
        facts={f.id: f for f in facts.entries},
        figures=figures,
        charts={name: chart.text for name, chart in charts.items()},
        abbreviations=abbreviations,
        brands=brands,
        layouts=kits,
        sizes=sizes,
        printing=printing,
        shared=read_shared(shelves),
        confirmations=read_confirmations(shelves),
        keyed=read_keyed(reader),
        scripts=read_scripts(shelf.below("_shared")),
    )
    known = Known(
        audiences.names, section_names, themes.names, facts.names, figure_names, kit_names
    )
    names = CrossCheck(library, known, findings)
    with memories.boards.found_once(hash_of(["texts", known, reader.ledger]), findings) as is_new:
        if is_new:
            names.run()
            check_sections(texts, library, names, findings)
            check_specifications(charts, library, findings)
            check_keyed(library, texts, Named(facts.names, messages.names), findings)
    check_brands(library, names, findings, today, memories.boards)
    check_editions(library, findings)
    check_reviews(library, today, findings)
    check_sharing(library, findings)
    holding = check_exceptions(exceptions, _places(shelves, known), today, findings)
    confirmed = sound_confirmations(library, findings, today)
    return replace(library, exceptions=holding, confirmations=confirmed)


def _places(shelves: Reader, known: Known) -> dict[str, Names]:
    """The names that an exception may give, by what they are names of."""
    return {
        "brand": Names(frozenset(shelves.folders())),
        "audience": known.audiences,
        "layout": known.layouts,
        "format": Names(frozenset(Format)),
    }


def read_listing(output: Path) -> Manifest:
    """What earlier builds made, whatever became of its files.

    That is the manifest, and what was noted by a build that did not come to its end.
    """
    noted = read_journal(output)
    return _read_ended(output) if noted == EMPTY else _read_ended(output).and_then(noted)


def read_made_files(output: Path) -> tuple[tuple[str, str], ...]:
    """Every file that builds have made, or were about to, with its SHA-256; one may stand twice."""
    return (*_read_ended(output).files.items(), *read_traces(output))


def _read_ended(output: Path) -> Manifest:
    """The manifest of the last build that came to its end."""
    try:
        text = (output / "manifest.json").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return EMPTY
    return _understood(text)


@lru_cache(maxsize=1)
def _understood(text: str) -> Manifest:
    """A build asks three times for the same one, which takes a tenth of a second for a nation."""
    return manifest_from_json(text)


def read_made(output: Path, entry: ManifestEntry) -> bytes | None:
    """A file of an earlier build; None if it is gone or is not what was written."""
    try:
        data = (output / entry.path).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == entry.sha256 else None


def read_output(output: Path, path: str) -> bytes:
    """A file that was written a moment ago."""
    return (output / path).read_bytes()


def names_of(folder: Path, suffix: str) -> frozenset[str]:
    """The names of the files of a folder that end with `suffix`, without it."""
    return frozenset(path.name.removesuffix(suffix) for path in folder.glob(f"*{suffix}"))


def read_templates(layouts: Path) -> dict[str, str]:
    """The templates below a folder of layouts by their names, the shared ones last.

    What cannot be read is left out: it is told where it is needed.
    """
    paths = [path for path in layouts.rglob("*.j2") if path.is_file()]
    names = sorted((path.relative_to(layouts).as_posix() for path in paths), reverse=True)
    return {name: text for name in names if (text := _text_or_none(layouts / name)) is not None}


def _text_or_none(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def read_starter(name: str) -> dict[PurePosixPath, bytes]:
    """The files that something new begins with (`publication`, `brand`), by their path in it."""
    return _files_below(Path(__file__).parent.parent / "starter" / name)


def read_boardless(source: Path) -> dict[PurePosixPath, bytes]:
    """The files of a sound publication without those of its boards; the series stays."""
    files = _files_below(source)
    return {
        path: data
        for path, data in files.items()
        if path.parts[0] != "brands" or path.parts[1] == SERIES
    }


def _files_below(root: Path) -> dict[PurePosixPath, bytes]:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return {PurePosixPath(p.relative_to(root).as_posix()): p.read_bytes() for p in files}


def _label(folder: Path) -> str:
    """How diagnostics name a folder: as short as it can be from where the user stands."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()
