"""Layouts: each folder of `layouts/` with the templates, stylesheets, fonts and words it may use."""

from briefpress.diagnostics import Scope, Where
from briefpress.load.files import Reader
from briefpress.load.findings import did_you_mean
from briefpress.load.typed import read_entry, read_map
from briefpress.model.brand import ContactKind
from briefpress.model.layout import Format, Layout
from briefpress.model.library import LoadedLayout

SHARED = "_shared"
TEXT_SUFFIXES = (".j2", ".css", ".svg")


def read_layouts(reader: Reader, language: str) -> dict[str, LoadedLayout]:
    """Every layout that can be read, by name. A wrong one stops its own documents only."""
    shared = reader.below(SHARED)
    texts = _texts(shared, SHARED)
    fonts = _fonts(shared.below("fonts"))
    words = _words(shared.below("words"), language)
    found: dict[str, LoadedLayout] = {}
    for name in reader.folders():
        if name.startswith("_"):
            continue
        folder = reader.below(name, Scope(layouts=frozenset({name})))
        data = read_entry(folder, "layout.yaml", Layout)
        if data is None:
            continue
        layout = LoadedLayout(name, data, {**texts, **_texts(folder, name)}, fonts, words)
        if _is_sound(folder, layout):
            found[name] = layout
    return found


def read_charts(reader: Reader) -> dict[str, str]:
    """The chart specifications that all layouts share, by name."""
    folder = reader.below(SHARED).below("charts")
    texts = {name.removesuffix(".vl.json"): folder.text(name) for name in folder.names(".vl.json")}
    return {name: text for name, text in texts.items() if text is not None}


def _texts(folder: Reader, prefix: str) -> dict[str, str]:
    found = {}
    for suffix in TEXT_SUFFIXES:
        for name in folder.names(suffix):
            text = folder.text(name)
            if text is not None:
                found[f"{prefix}/{name}"] = text
    return found


def _fonts(folder: Reader) -> dict[str, bytes]:
    found = {}
    for name in folder.names(".ttf"):
        data = folder.binary(name)
        if data is not None:
            found[f"{SHARED}/fonts/{name}"] = data
    return found


def _words(folder: Reader, language: str) -> dict[str, str]:
    """The fixed words of layouts in the publication's language, or in English."""
    primary = language.partition("-")[0]
    name = f"{primary}.yaml" if folder.has(f"{primary}.yaml") else "en.yaml"
    data = read_map(folder, name)
    return {key: str(value) for key, value in data.items()} if data is not None else {}


def _is_sound(folder: Reader, layout: LoadedLayout) -> bool:
    """Whether everything that layout.yaml names exists; a finding for each that does not."""
    faults = list(_faults(layout))
    for field, wrong, hint in faults:
        where = layout.data.where_of(*field)
        place = where if where.file else Where(folder.where("layout.yaml").file)
        folder.findings.add("LAYOUT-NAME", wrong, place, hint=hint, scope=folder.scope)
    return not faults


def _faults(layout: LoadedLayout) -> list[tuple[tuple[str | int, ...], str, str]]:
    data = layout.data
    wanted: list[tuple[tuple[str | int, ...], str, str]] = [
        (("template",), f"{layout.name}/{data.template}", "template")
    ]
    wanted += [(("styles", n), style, "stylesheet") for n, style in enumerate(data.styles)]
    faults = [
        (field, f"{what} {name!r} is not there", did_you_mean(name, layout.texts))
        for field, name, what in wanted
        if name not in layout.texts
    ]
    for field, names, known in (
        ("formats", data.formats, list(Format)),
        ("needs", data.needs, list(ContactKind)),
    ):
        faults += [
            ((field, n), f"unknown {field[:-1]} {name!r}", did_you_mean(name, known))
            for n, name in enumerate(names)
            if name not in known
        ]
    return faults
