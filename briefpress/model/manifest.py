"""The manifest: what stands in the output folder, file by file, and what was checked of it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import PurePosixPath
from typing import Any, TypeVar, cast

from briefpress.catalogue import rule_of
from briefpress.diagnostics import Diagnostic, Scope, Where
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

VERSION = 3
READABLE = (1, 2, VERSION)
"""What an older version does not have is taken to be empty."""

SOURCE = "source"
Told = Mapping[str, str]
"""A finding as programs read it: code, severity, message, file, line."""
Texts = Mapping[str, Mapping[str, Mapping[str, str]]]
"""What is said: of each kind (messages, facts, contacts) each item by its id, field by field."""
Ingredients = Mapping[str, str]
"""What something is made of, part by part in words (`message W1`), each with a hash."""
C = TypeVar("C", bound="Checks")
PLATE, DIRECT = "plate", "direct"
"""The ways in which an edition of many is made; a direct one is told with its reason."""


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
    """What exceptions silence: of what was found before (`stage` is `source`), and on its pages."""
    files: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    """What was written beside the edition: its thumbnail, its page of the report; the SHA-256."""


@dataclass(frozen=True)
class FailedEntry(Checks):
    """One edition that was made and refused: no file of it was written."""


@dataclass(frozen=True)
class ManifestEntry(Checks):
    """One edition as it was written. `inputs` is the hash of all that it was made from.

    `way` is how it was made, where there was more than one: `plate`, or `direct: <why>`.
    `texts` and `contacts` name those of the manifest's texts that it was made from, and `made_of`
    its ingredients: after a build of a few editions the others still say what they said before.
    """

    path: str
    title: str
    pages: int
    bytes: int
    sha256: str
    inputs: str
    messages: tuple[str, ...]
    facts: tuple[str, ...] = field(default=(), kw_only=True)
    way: str = field(default="", kw_only=True)
    texts: str = field(default="", kw_only=True)
    contacts: str = field(default="", kw_only=True)
    made_of: tuple[str, ...] = field(default=(), kw_only=True)


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
    ingredients: Mapping[str, Ingredients] = field(default_factory=dict)
    older: tuple[ManifestEntry, ...] = ()
    """Editions that are not listed, though their files stand: something is found against them."""
    packs: tuple[PackEntry, ...] = ()
    news: Mapping[str, News] = field(default_factory=dict)
    """What is new since the last release, as `diff` found it, by the edition's id."""

    @property
    def files(self) -> dict[str, str]:
        """Every file that was made of editions, and its SHA-256."""
        written = (*self.older, *self.entries)
        own = {entry.path: entry.sha256 for entry in written}
        packs = {pack.path: pack.sha256 for pack in self.packs}
        beside = (pair for entry in (*self.failed, *written) for pair in entry.files.items())
        return {**packs, **own, **dict(beside)}

    def to_json(self) -> str:
        """The manifest as it is written, a line for each edition: the same for the same build."""
        parts = (f" {_dumped(name)}: {_lines(part)}" for name, part in self._data().items())
        return "{\n" + ",\n".join(parts) + "\n}\n"

    def to_line(self) -> str:
        """The same in one line, for a journal."""
        return _dumped(self._data()) + "\n"

    def and_then(self, later: "Manifest") -> "Manifest":
        """This one with what came to it later; of an edition made again, the later word."""
        written = {entry.id for entry in later.entries}
        refused = {entry.id for entry in later.failed}
        return replace(
            self,
            entries=merged((e for e in self.entries if e.id not in refused), later.entries),
            failed=merged((e for e in self.failed if e.id not in written), later.failed),
            texts={**self.texts, **later.texts},
            ingredients={**self.ingredients, **later.ingredients},
        )

    def _data(self) -> dict[str, Any]:
        used = {name for entry in self.entries for name in (entry.texts, entry.contacts)}
        mixed = {name for entry in self.entries for name in entry.made_of}
        return {
            "manifest": VERSION,
            "publication": self.publication,
            "version": self.version,
            "editions": [_plain(entry) for entry in self.entries],
            "failed": [_plain(entry) for entry in self.failed],
            "texts": {name: texts for name, texts in sorted(self.texts.items()) if name in used},
            "contacts": contacts_to_json(self.contacts),
            "ingredients": {
                n: parts for n, parts in sorted(self.ingredients.items()) if n in mixed
            },
            "older": [_plain(entry) for entry in self.older],
            "packs": packs_to_json(self.packs),
            "news": news_to_json(self.news),
        }


EMPTY = Manifest("", "", ())


def told_of_finding(found: Diagnostic) -> Told:
    """A finding as the manifest tells it."""
    place = found.where
    told = {"code": found.code, "severity": str(found.severity), "message": found.message}
    told |= {"hint": found.hint} if found.hint else {}
    return told | ({"file": place.file, "line": str(place.line)} if place.file else {})


def finding_told(told: Told, scope: Scope) -> Diagnostic:
    """The finding that the manifest tells; its severity is that of its code now.

    Raises:
        ValueError: there is no such code, or its line is no number.
    """
    code = told.get("code", "")
    rule = rule_of(code)
    if rule is None:
        message = f"there is no code {code!r}"
        raise ValueError(message)
    where = Where(told.get("file", ""), int(told.get("line", "0")))
    said, hint = told.get("message", ""), told.get("hint", "")
    return Diagnostic(code, rule.severity, said, where, hint, scope)


def told_before(silenced: Iterable[Silenced]) -> tuple[Told, ...]:
    """What is silenced of what was found before pages were laid out."""
    return tuple({**told_of(one), "stage": SOURCE} for one in silenced)


def of_pages(told: Iterable[Told]) -> tuple[Told, ...]:
    """Those that were found on pages."""
    return tuple(one for one in told if one.get("stage") != SOURCE)


def told_of(silenced: Silenced) -> Told:
    """A silenced finding as the manifest tells it."""
    names = ("code", "message", "reason", "allowed_by", "expires")
    place = silenced.where
    told = {name: str(getattr(silenced, name)) for name in names}
    return told | ({"file": place.file, "line": str(place.line)} if place.file else {})


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
            ingredients={
                n: _told(item) for n, item in _mapping(data.get("ingredients", {})).items()
            },
            older=tuple(_written(item) for item in data.get("older", ())),
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


def _lines(part: object) -> str:
    """A part of the manifest, a line for each thing in it: two builds are compared by lines.

    With an indent json would write it sign by sign, which takes twice as long (measured).
    """
    if isinstance(part, dict) and part:
        lines = (f"  {_dumped(name)}: {_dumped(item)}" for name, item in part.items())
        return "{\n" + ",\n".join(lines) + "\n }"
    if isinstance(part, list) and part:
        return "[\n" + ",\n".join(f"  {_dumped(item)}" for item in part) + "\n ]"
    return _dumped(part)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(entry: Checks) -> dict[str, Any]:
    return {one.name: getattr(entry, one.name) for one in fields(entry)}


_LISTS = ("messages", "facts", "findings", "silenced", "made_of")
_KINDS = {
    **dict.fromkeys(("pages", "bytes"), int),
    **dict.fromkeys(("checks", "figures", "validators", "files"), dict),
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
    _stays_inside(entry.path)
    return entry


def _stays_inside(name: str) -> None:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        message = f"{name} leads out of the folder"
        raise ValueError(message)


def _files(item: object) -> Told:
    found = _told(item)
    for name in found:
        _stays_inside(name)
    return found


def _checks(item: dict[str, Any], kind: type[C]) -> C:
    """One entry, held against what it should be: anybody may have edited the file.

    Raises:
        TypeError: a field is missing, is too many, or is of another kind.
        ValueError: a file leads out of the output folder.
    """
    lists = {name: tuple(item[name]) for name in _LISTS if name in item}
    entry = kind(**{**item, **lists})
    for name, value in vars(entry).items():
        if not isinstance(value, _KINDS.get(name, str)):
            message = f"{name} is of another kind"
            raise TypeError(message)
        if isinstance(value, dict):
            _told(value)
    for told in (*entry.findings, *entry.silenced):
        _told(told)
    _files(entry.files)
    return entry


def _texts(item: object) -> Texts:
    kinds = _mapping(item)
    return {
        kind: {name: _told(entry) for name, entry in _mapping(entries).items()}
        for kind, entries in kinds.items()
    }


def _told(item: object) -> Told:
    """A mapping of texts by texts, which it has to be; of JSON each name is one."""
    found = _mapping(item)
    for value in found.values():
        if type(value) is not str:
            _text(value)
    return cast("Told", found)


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
