"""Load: disk to library. The only step that reads; it finds all that is wrong before it stops."""

from pathlib import Path

from briefpress.diagnostics import Where
from briefpress.load.brands import read_brands
from briefpress.load.crosscheck import CrossCheck
from briefpress.load.files import Reader
from briefpress.load.findings import Findings
from briefpress.load.layouts import read_charts, read_layouts
from briefpress.load.registers import (
    read_abbreviations,
    read_audiences,
    read_facts,
    read_figures,
    read_messages,
    read_publication,
)
from briefpress.load.sectioncheck import check_sections
from briefpress.load.sections import read_sections
from briefpress.model.library import Library, Loaded
from briefpress.model.manifest import ManifestEntry, entries_from_json

__all__ = ["load", "read_manifest"]


def load(source: Path, layouts: Path) -> Loaded:
    """Read a publication and the layouts. Never raises for what stands in them."""
    findings = Findings()
    reader = Reader(source, _label(source), findings)
    shelf = Reader(layouts, _label(layouts), findings)
    for folder in (reader, shelf):
        if not folder.root.is_dir():
            findings.add("FOLDER-MISSING", "folder is missing", Where(folder.label))
    publication = read_publication(reader) if reader.root.is_dir() else None
    audiences = read_audiences(reader) if reader.root.is_dir() else ()
    if publication is None or not audiences:
        return Loaded(None, findings.all())
    themes, messages = read_messages(reader)
    figures, charts = read_figures(reader.below("figures"))
    texts = read_sections(reader.below("sections"))
    library = Library(
        publication=publication,
        audiences={a.id: a for a in audiences},
        sections=tuple(t.section for t in texts),
        themes={t.id: t for t in themes},
        messages=messages,
        facts={f.id: f for f in read_facts(reader)},
        figures=figures,
        charts={**read_charts(shelf), **charts},
        abbreviations=read_abbreviations(reader),
        brands=read_brands(reader.below("brands")),
        layouts=read_layouts(shelf, publication.language),
    )
    CrossCheck(library, findings).run()
    check_sections(texts, library, findings)
    return Loaded(library, findings.all())


def read_manifest(output: Path) -> tuple[ManifestEntry, ...]:
    """What the manifest of an earlier build lists, as far as the files are still there."""
    try:
        text = (output / "manifest.json").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(e for e in entries_from_json(text) if (output / e.path).is_file())


def _label(folder: Path) -> str:
    """How diagnostics name a folder: as short as it can be from where the user stands."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()
