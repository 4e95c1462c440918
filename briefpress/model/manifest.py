"""The manifest: what stands in the output folder, file by file, and what was checked of it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import PurePosixPath
from typing import Any

from briefpress.model.exceptions import Silenced

VERSION = 1
_KINDS = {"pages": int, "bytes": int, "messages": tuple, "checks": dict, "silenced": tuple}
"""The fields that are no text."""


@dataclass(frozen=True)
class ManifestEntry:
    """One edition as it was written. `inputs` is the hash of all that it was made from."""

    id: str
    brand: str
    audience: str
    layout: str
    format: str
    path: str
    title: str
    pages: int
    bytes: int
    sha256: str
    inputs: str
    messages: tuple[str, ...]
    checks: Mapping[str, str]
    size: str = ""
    silenced: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class Manifest:
    """All editions that stand in the output folder, by id."""

    publication: str
    version: str
    entries: tuple[ManifestEntry, ...]

    def to_json(self) -> str:
        """The manifest as it is written: the same text for the same build."""
        data = {
            "manifest": VERSION,
            "publication": self.publication,
            "version": self.version,
            "editions": [asdict(entry) for entry in self.entries],
        }
        return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def told_of(silenced: Silenced) -> Mapping[str, str]:
    """A silenced finding as the manifest tells it."""
    names = ("code", "message", "reason", "allowed_by", "expires")
    return {name: getattr(silenced, name) for name in names}


def entries_from_json(text: str) -> tuple[ManifestEntry, ...]:
    """The entries of a manifest that was written before; none if it cannot be understood."""
    try:
        data = json.loads(text)
        if data["manifest"] != VERSION:
            return ()
        return tuple(_entry(item) for item in data["editions"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()


def merged(old: Iterable[ManifestEntry], new: Iterable[ManifestEntry]) -> tuple[ManifestEntry, ...]:
    """Old and new entries by id, the new ones winning."""
    both = {entry.id: entry for entry in (*old, *new)}
    return tuple(both[name] for name in sorted(both))


def by_id(entries: Iterable[ManifestEntry]) -> tuple[ManifestEntry, ...]:
    """The entries in the order of their ids."""
    return tuple(sorted(entries, key=lambda entry: entry.id))


def _entry(item: dict[str, Any]) -> ManifestEntry:
    """One entry, held against what an entry is: anybody may have edited the file.

    Raises:
        TypeError: a field is missing, is too many, or is of another kind.
        ValueError: its path leads out of the output folder.
    """
    lists = {"messages": tuple(item["messages"]), "silenced": tuple(item.get("silenced", ()))}
    entry = ManifestEntry(**{**item, **lists})
    for field in fields(ManifestEntry):
        kind = _KINDS.get(field.name, str)
        if not isinstance(getattr(entry, field.name), kind):
            message = f"{field.name} is of another kind"
            raise TypeError(message)
    path = PurePosixPath(entry.path)
    if path.is_absolute() or ".." in path.parts:
        message = f"{entry.path} leads out of the folder"
        raise ValueError(message)
    return entry
