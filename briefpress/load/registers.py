"""The register files: facts, messages, figures, abbreviations, audiences, publication."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from briefpress.load.files import Reader
from briefpress.load.typed import read_entry, read_map, to_entry
from briefpress.model.entry import Entry, LocatedMap
from briefpress.model.facts import Abbreviation, AbbreviationFile, Fact, Figure
from briefpress.model.messages import Message, Theme
from briefpress.model.publication import Audience, Publication

E = TypeVar("E", bound=Entry)


def read_publication(reader: Reader) -> Publication | None:
    """`publication.yaml`."""
    return read_entry(reader, "publication.yaml", Publication)


def read_audiences(reader: Reader) -> tuple[Audience, ...]:
    """`audiences.yaml`, each audience by itself, so that one fault hides no other."""
    data = read_map(reader, "audiences.yaml")
    return _items(reader, data, "audiences", Audience, lambda a: a.id, only={"audiences"})


def read_facts(reader: Reader) -> tuple[Fact, ...]:
    """`facts.yaml`, each fact by itself."""
    if not reader.has("facts.yaml"):
        return ()
    data = read_map(reader, "facts.yaml")
    return _items(reader, data, "facts", Fact, lambda f: f.id, only={"facts"})


def read_messages(reader: Reader) -> tuple[tuple[Theme, ...], tuple[Message, ...]]:
    """`messages.yaml`: themes and messages, each by itself."""
    if not reader.has("messages.yaml"):
        return (), ()
    data = read_map(reader, "messages.yaml")
    keys = {"themes", "messages"}
    themes = _items(reader, data, "themes", Theme, lambda t: t.id, only=keys)
    return themes, _items(reader, data, "messages", Message, lambda m: m.id, only=set())


def read_figures(reader: Reader) -> tuple[dict[str, Figure], dict[str, str]]:
    """`figures/*.yaml` by id, and the chart specifications that stand beside them by name."""
    figures: dict[str, Figure] = {}
    for name in reader.names(".yaml"):
        figure = read_entry(reader, name, Figure)
        if figure is not None:
            figures[name.removesuffix(".yaml")] = figure
    charts = {name.removesuffix(".vl.json"): reader.text(name) for name in reader.names(".vl.json")}
    return figures, {name: text for name, text in charts.items() if text is not None}


def read_abbreviations(reader: Reader) -> tuple[Abbreviation, ...]:
    """`abbreviations.yaml`; a publication may do without."""
    if not reader.has("abbreviations.yaml"):
        return ()
    found = read_entry(reader, "abbreviations.yaml", AbbreviationFile)
    if found is None:
        return ()
    return _unique(reader, found.abbreviations, lambda a: a.short)


def _items(
    reader: Reader,
    data: LocatedMap | None,
    key: str,
    kind: type[E],
    id_of: Callable[[E], Hashable],
    *,
    only: set[str],
) -> tuple[E, ...]:
    """The entries of one list in a file. `only` names the keys that the file may have."""
    if data is None:
        return ()
    for extra in set(data) - only if only else ():
        _refuse(reader, data, "KEY-UNKNOWN", f"unknown key {extra!r}", extra)
    items = data.get(key)
    if not isinstance(items, list):
        _refuse(reader, data, "KEY-MISSING", f"{key!r} is missing, or is no list", key)
        return ()
    found: list[E] = []
    for index, item in enumerate(items):
        if not isinstance(item, LocatedMap):
            _refuse(reader, data, "YAML-SHAPE", f"{key}[{index + 1}] is no mapping", key, index)
            continue
        entry = to_entry(reader, item, kind)
        if entry is not None:
            found.append(entry)
    return _unique(reader, found, id_of)


def _unique(reader: Reader, found: Iterable[E], id_of: Callable[[E], Hashable]) -> tuple[E, ...]:
    seen: dict[Hashable, E] = {}
    for entry in found:
        name = id_of(entry)
        if name in seen:
            first = seen[name].where.line
            reader.findings.add(
                "ID-TWICE",
                f"{name!r} is given twice (first at line {first})",
                entry.where,
                hint="ids are permanent and belong to one entry",
                scope=reader.scope,
            )
        else:
            seen[name] = entry
    return tuple(seen.values())


def _refuse(reader: Reader, data: LocatedMap, code: str, message: str, *path: str | int) -> None:
    where = data.lines.get(tuple(path), data.where)
    reader.findings.add(code, message, where, scope=reader.scope)
