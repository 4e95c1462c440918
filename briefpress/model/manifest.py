"""The manifest: what stands in the output folder, file by file, and what was checked of it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import PurePosixPath
from typing import Any, TypeVar

from briefpress.diagnostics import Diagnostic
from briefpress.model.changes import BrandContacts, contacts_from_json, contacts_to_json
from briefpress.model.exceptions import Silenced
from briefpress.model.handed import (
    News,
    PackEntry,
    news_from_json,
    news_to_json,
    packs_from_json,
    packs_to_json,
)

VERSION = 2
READABLE = (1, VERSION)
"""What an older version does not have is taken to be empty."""

Told = Mapping[str, str]
"""A finding as programs read it: code, severity, message, file, line."""
Texts = Mapping[str, Mapping[str, Mapping[str, str]]]
"""What is said: of each kind (messages, facts, contacts) each item by its id, field by field."""
C = TypeVar("C", bound="Checks")


@dataclass(frozen=True)
class Checks:
    """What was checked of one edition: each code with its result, and the figure measured."""

    id: str
    brand: str
    audience: str
    layout: str
    format: str
    checks: Mapping[str, str]
    size: str = field(default="", kw_only=True)
    figures: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    validators: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    """Who was asked, by the code of a rule that does not judge itself."""
    findings: tuple[Told, ...] = field(default=(), kw_only=True)
    """What was found on its pages. What was found before depends on the day, and is not kept."""
    silenced: tuple[Told, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True)
class FailedEntry(Checks):
    """One edition that was made and refused: no file of it was written."""


@dataclass(frozen=True)
class ManifestEntry(Checks):
    """One edition as it was written. `inputs` is the hash of all that it was made from.

    `texts` and `contacts` name those of the manifest's texts that it was made from: after a build
    of a few editions the others still say what they said before.
    """

    path: str
    title: str
    pages: int
    bytes: int
    sha256: str
    inputs: str
    messages: tuple[str, ...]
    facts: tuple[str, ...] = field(default=(), kw_only=True)
    texts: str = field(default="", kw_only=True)
    contacts: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Manifest:
    """All editions that stand in the output folder, by id, and those that were refused."""

    publication: str
    version: str
    entries: tuple[ManifestEntry, ...]
    failed: tuple[FailedEntry, ...] = ()
    texts: Mapping[str, Texts] = field(default_factory=dict)
    contacts: Mapping[str, BrandContacts] = field(default_factory=dict)
    """Those that the documents of each brand print."""
    packs: tuple[PackEntry, ...] = ()
    news: Mapping[str, News] = field(default_factory=dict)
    """What is new since the last release, as `diff` found it, by the edition's id."""

    def to_json(self) -> str:
        """The manifest as it is written: the same text for the same build."""
        used = {name for entry in self.entries for name in (entry.texts, entry.contacts)}
        data = {
            "manifest": VERSION,
            "publication": self.publication,
            "version": self.version,
            "editions": [asdict(entry) for entry in self.entries],
            "failed": [asdict(entry) for entry in self.failed],
            "texts": {name: texts for name, texts in sorted(self.texts.items()) if name in used},
            "contacts": contacts_to_json(self.contacts),
            "packs": packs_to_json(self.packs),
            "news": news_to_json(self.news),
        }
        return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


EMPTY = Manifest("", "", ())


def told_of_finding(found: Diagnostic) -> Told:
    """A finding as the manifest tells it."""
    place = found.where
    told = {"code": found.code, "severity": str(found.severity), "message": found.message}
    return told | ({"file": place.file, "line": str(place.line)} if place.file else {})


def told_of(silenced: Silenced) -> Told:
    """A silenced finding as the manifest tells it."""
    names = ("code", "message", "reason", "allowed_by", "expires")
    return {name: getattr(silenced, name) for name in names}


def manifest_from_json(text: str) -> Manifest:
    """A manifest that was written before; an empty one if it cannot be understood."""
    try:
        data = json.loads(text)
        if data["manifest"] not in READABLE:
            return EMPTY
        return Manifest(
            publication=_text(data.get("publication", "")),
            version=_text(data.get("version", "")),
            entries=tuple(_written(item) for item in data["editions"]),
            failed=tuple(_checks(item, FailedEntry) for item in data.get("failed", ())),
            texts={name: _texts(item) for name, item in data.get("texts", {}).items()},
            contacts=contacts_from_json(data.get("contacts", {})),
            packs=packs_from_json(data.get("packs", [])),
            news=news_from_json(data.get("news", {})),
        )
    except (AttributeError, ValueError, KeyError, TypeError, RecursionError):
        return EMPTY


def merged(old: Iterable[C], new: Iterable[C]) -> tuple[C, ...]:
    """Old and new entries by id, the new ones winning."""
    both = {entry.id: entry for entry in (*old, *new)}
    return tuple(both[name] for name in sorted(both))


def by_id(entries: Iterable[C]) -> tuple[C, ...]:
    """The entries in the order of their ids."""
    return tuple(sorted(entries, key=lambda entry: entry.id))


_LISTS = ("messages", "facts", "findings", "silenced")
_KINDS = {
    **dict.fromkeys(("pages", "bytes"), int),
    **dict.fromkeys(("checks", "figures", "validators"), dict),
    **dict.fromkeys(_LISTS, tuple),
}
"""The fields that are no text."""


def _written(item: dict[str, Any]) -> ManifestEntry:
    """One entry.

    Raises:
        TypeError: as of `_checks`.
        ValueError: its path leads out of the output folder.
    """
    entry = _checks(item, ManifestEntry)
    path = PurePosixPath(entry.path)
    if path.is_absolute() or ".." in path.parts:
        message = f"{entry.path} leads out of the folder"
        raise ValueError(message)
    return entry


def _checks(item: dict[str, Any], kind: type[C]) -> C:
    """One entry, held against what it should be: anybody may have edited the file.

    Raises:
        TypeError: a field is missing, is too many, or is of another kind.
    """
    lists = {name: tuple(item[name]) for name in _LISTS if name in item}
    entry = kind(**{**item, **lists})
    for one in fields(kind):
        value = getattr(entry, one.name)
        if not isinstance(value, _KINDS.get(one.name, str)):
            message = f"{one.name} is of another kind"
            raise TypeError(message)
        if isinstance(value, dict):
            _told(value)
    for told in (*entry.findings, *entry.silenced):
        _told(told)
    return entry


def _texts(item: object) -> Texts:
    kinds = _mapping(item)
    return {
        kind: {name: _told(entry) for name, entry in _mapping(entries).items()}
        for kind, entries in kinds.items()
    }


def _told(item: object) -> Told:
    return {_text(name): _text(value) for name, value in _mapping(item).items()}


def _mapping(item: object) -> dict[str, object]:
    if not isinstance(item, dict):
        message = f"{item!r} is no mapping"
        raise TypeError(message)
    return item


def _text(item: object) -> str:
    if not isinstance(item, str):
        message = f"{item!r} is no text"
        raise TypeError(message)
    return item
