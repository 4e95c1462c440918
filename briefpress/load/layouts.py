"""Layouts: each folder of `layouts/` with the templates, styles, fonts and words it may use."""

from collections.abc import Iterator
from dataclasses import replace

from briefpress.diagnostics import Scope
from briefpress.load.files import Reader
from briefpress.load.findings import Fault, Names
from briefpress.load.pictures import read_pictures
from briefpress.load.sections import SLUG
from briefpress.load.sizes import Sizes, size_faults, sized
from briefpress.load.specifications import Specification, read_specifications
from briefpress.load.typed import read_entry, read_map
from briefpress.model.contacts import ContactKind
from briefpress.model.layout import Format, Layout
from briefpress.model.library import LoadedLayout

SHARED = "_shared"
FILE = "layout.yaml"
TEXT_SUFFIXES = (".j2", ".css", ".js", ".svg")
FONT_SUFFIXES = (".ttf", ".woff2")
"""For the engine, and for the web."""

_Path = tuple[str | int, ...]


def read_layouts(
    reader: Reader, language: str, sizes: Sizes
) -> tuple[dict[str, LoadedLayout], Names]:
    """Every layout that can be read, by name, and the names of all.

    A wrong one stops its own documents only.
    """
    shared = reader.below(SHARED)
    texts = _texts(shared, SHARED)
    fonts = _fonts(shared.below("fonts"))
    words = _words(shared.below("words"), language)
    shared_pictures = read_pictures(shared, SHARED)
    names = [name for name in reader.folders() if not name.startswith("_")]
    found: dict[str, LoadedLayout] = {}
    for name in names:
        folder = reader.below(name, Scope(layouts=frozenset({name})))
        data = read_entry(folder, FILE, Layout) if _is_slug(folder, name) else None
        if data is None:
            continue
        own = {**texts, **_texts(folder, name)}
        pictures = {**shared_pictures, **read_pictures(folder, name)}
        layout = LoadedLayout(name, data, own, fonts, words, pictures)
        if _is_sound(folder, layout, sizes):
            found[name] = replace(layout, data=sized(data, sizes))
    return found, Names(frozenset(names))


def read_charts(reader: Reader) -> dict[str, Specification]:
    """The chart specifications that all layouts share, by name."""
    return read_specifications(reader.below(SHARED).below("charts"))


def _is_slug(folder: Reader, name: str) -> bool:
    if SLUG.fullmatch(name):
        return True
    fault = Fault("SLUG", f"layout {name!r}: use a-z, 0-9 and '-', 2 to 63 characters")
    folder.findings.report([fault], folder.where(FILE), folder.scope)
    return False


def _texts(folder: Reader, prefix: str) -> dict[str, str]:
    names = [name for suffix in TEXT_SUFFIXES for name in folder.names(suffix)]
    texts = {f"{prefix}/{name}": folder.text(name) for name in names}
    return {name: text for name, text in texts.items() if text is not None}


def _fonts(folder: Reader) -> dict[str, bytes]:
    names = [name for suffix in FONT_SUFFIXES for name in folder.names(suffix)]
    fonts = {f"{SHARED}/fonts/{name}": folder.binary(name) for name in names}
    return {name: data for name, data in fonts.items() if data is not None}


def _words(folder: Reader, language: str) -> dict[str, str]:
    """The fixed words of layouts in the publication's language."""
    data = read_map(folder, f"{language.partition('-')[0]}.yaml")
    given = data.items() if data is not None else ()
    return {key: value for key, value in given if isinstance(value, str)}


def _is_sound(folder: Reader, layout: LoadedLayout, sizes: Sizes) -> bool:
    """Whether everything that layout.yaml names exists; a finding for each that does not."""
    faults = [*_faults(layout), *size_faults(layout.name, layout.data, sizes)]
    for path, fault in faults:
        folder.findings.report([fault], layout.data.where_of(*path), folder.scope)
    return not faults


def _faults(layout: LoadedLayout) -> Iterator[tuple[_Path, Fault]]:
    data = layout.data
    formats, kinds = Names(frozenset(Format)), Names(frozenset(ContactKind))
    yield from _file_faults(layout, data.template, data.styles, ())
    for name in data.formats:
        if formats.lack(name):
            yield ("formats", name), formats.fault("LAYOUT-NAME", "format", name)
    for key, variants in (("formats", data.formats), ("sizes", data.sizes)):
        for name, variant in variants.items():
            styles = variant.styles or ()
            yield from _file_faults(layout, variant.template, styles, (key, name))
            for index, kind in enumerate(variant.routes or ()):
                if kinds.lack(kind):
                    path = (key, name, "routes", index)
                    yield path, kinds.fault("LAYOUT-NAME", "contact kind", kind)
    for field, names in (("needs", data.needs), ("routes", data.routes)):
        for index, name in enumerate(names):
            if kinds.lack(name):
                yield (field, index), kinds.fault("LAYOUT-NAME", "contact kind", name)


def _file_faults(
    layout: LoadedLayout, template: str, styles: tuple[str, ...], path: _Path
) -> Iterator[tuple[_Path, Fault]]:
    """Files that the layout, or one of its formats, names and does not have."""
    files = Names(frozenset(layout.texts))
    name = f"{layout.name}/{template}"
    if template and files.lack(name):
        yield (*path, "template"), files.fault("LAYOUT-NAME", "template", name)
    for index, style in enumerate(styles):
        if files.lack(style):
            yield (*path, "styles", index), files.fault("LAYOUT-NAME", "stylesheet", style)
