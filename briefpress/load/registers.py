"""The register files: facts, messages, figures, abbreviations, audiences, publication."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefpress.load.files import Reader
from briefpress.load.findings import Fault, Names
from briefpress.load.sections import SLUG
from briefpress.load.specifications import Specification, read_specifications
from briefpress.load.typed import read_entry, read_map, to_entry
from briefpress.model.entry import Entry, LocatedMap
from briefpress.model.exceptions import PreflightException
from briefpress.model.facts import Abbreviation, Fact, Figure
from briefpress.model.keyed import KeyedFile
from briefpress.model.messages import Message, Theme
from briefpress.model.publication import Audience, Publication
from briefpress.names import did_you_mean

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Register(Generic[E]):
    """The sound entries of a register, and the names of all of them, sound or not."""

    entries: tuple[E, ...]
    names: Names


_NONE = Names(frozenset())
_ANY = Names(frozenset(), complete=False)


def read_publication(reader: Reader) -> Publication | None:
    """`publication.yaml`."""
    return read_entry(reader, "publication.yaml", Publication)


def read_audiences(reader: Reader) -> Register[Audience]:
    """`audiences.yaml`, each audience by itself, so that one fault hides no other."""
    data = _lists(reader, "audiences.yaml", "audiences")
    found = _register(reader, data, "audiences", Audience)
    if data is not None and data.get("audiences") == []:
        _refuse(reader, data, Fault("KEY-MISSING", "'audiences' is empty"), "audiences")
    return found


def read_facts(reader: Reader) -> Register[Fact]:
    """`facts.yaml`, each fact by itself; a publication may do without."""
    if not reader.has("facts.yaml"):
        return Register((), _NONE)
    return _register(reader, _lists(reader, "facts.yaml", "facts"), "facts", Fact)


def read_messages(reader: Reader) -> tuple[Register[Theme], Register[Message]]:
    """`messages.yaml`: themes and messages, each by itself; a publication may do without."""
    if not reader.has("messages.yaml"):
        return Register((), _NONE), Register((), _NONE)
    data = _lists(reader, "messages.yaml", "themes", "messages")
    themes = _register(reader, data, "themes", Theme)
    return themes, _register(reader, data, "messages", Message)


def read_abbreviations(reader: Reader) -> tuple[Abbreviation, ...]:
    """`abbreviations.yaml`; a publication may do without."""
    if not reader.has("abbreviations.yaml"):
        return ()
    data = _lists(reader, "abbreviations.yaml", "abbreviations")
    return _register(reader, data, "abbreviations", Abbreviation, "short").entries


def read_keyed(reader: Reader) -> KeyedFile | None:
    """`checked.yaml`; a publication may do without."""
    name = "checked.yaml"
    return read_entry(reader, name, KeyedFile) if reader.has(name) else None


def read_exceptions(reader: Reader) -> tuple[PreflightException, ...]:
    """`preflight-exceptions.yaml`; a publication should do without."""
    name = "preflight-exceptions.yaml"
    if not reader.has(name):
        return ()
    items = (
        _items(reader, data, "exceptions") if (data := _lists(reader, name, "exceptions")) else ()
    )
    found = (to_entry(reader, item, PreflightException) for item in items or ())
    return tuple(entry for entry in found if entry is not None)


def read_figures(
    reader: Reader,
) -> tuple[dict[str, Figure], dict[str, Specification], Names]:
    """`figures/*.yaml` by id, the charts that stand beside them by name, and all the ids."""
    figures: dict[str, Figure] = {}
    stems = [name.removesuffix(".yaml") for name in reader.names(".yaml")]
    for stem in stems:
        figure = read_entry(reader, f"{stem}.yaml", Figure)
        if not SLUG.fullmatch(stem):
            message = f"figure {stem!r}: use a-z, 0-9 and '-', 2 to 63 characters"
            reader.findings.add("SLUG", message, reader.where(f"{stem}.yaml"))
        if figure is not None:
            figures[stem] = figure
    return figures, read_specifications(reader), Names(frozenset(stems))


def _lists(reader: Reader, name: str, *keys: str) -> LocatedMap | None:
    """A file that holds lists under `keys`, and nothing else."""
    data = read_map(reader, name)
    if data is not None:
        for extra in sorted(set(data) - set(keys)):
            fault = Fault("KEY-UNKNOWN", f"unknown key {extra!r}", did_you_mean(extra, keys))
            _refuse(reader, data, fault, extra)
    return data


def _register(
    reader: Reader, data: LocatedMap | None, key: str, kind: type[E], name: str = "id"
) -> Register[E]:
    """The entries of one list of a file, each read by itself. `name` is the key of their names."""
    items = _items(reader, data, key) if data is not None else None
    if items is None:
        return Register((), _ANY)
    found = [entry for entry in (to_entry(reader, item, kind) for item in items) if entry]
    names = frozenset(str(item[name]) for item in items if name in item)
    return Register(_unique(reader, found, lambda entry: str(getattr(entry, name))), Names(names))


def _items(reader: Reader, data: LocatedMap, key: str) -> list[LocatedMap] | None:
    items = data.get(key)
    if not isinstance(items, list):
        fault = Fault("KEY-MISSING", f"{key!r} is missing", f"add a line `{key}:`")
        if key in data:
            fault = Fault("YAML-SHAPE", f"{key}: a list expected", "each item begins with `- `")
        _refuse(reader, data, fault, key)
        return None
    for index, item in enumerate(items):
        if not isinstance(item, LocatedMap):
            fault = Fault("YAML-SHAPE", f"{key}[{index + 1}]: `key: value` lines expected")
            _refuse(reader, data, fault, key, index)
    return [item for item in items if isinstance(item, LocatedMap)]


def _unique(reader: Reader, found: Iterable[E], name_of: Callable[[E], str]) -> tuple[E, ...]:
    seen: dict[str, E] = {}
    for entry in found:
        first = seen.setdefault(name_of(entry), entry)
        if first is not entry:
            message = f"{name_of(entry)!r} is given twice (first at line {first.where.line})"
            fault = Fault("ID-TWICE", message, "ids are permanent and belong to one entry")
            reader.findings.report([fault], entry.where, reader.scope)
    return tuple(seen.values())


def _refuse(reader: Reader, data: LocatedMap, fault: Fault, *path: str | int) -> None:
    where = data.lines.get(tuple(path), data.where)
    reader.findings.report([fault], where, reader.scope)
