"""Recalling: a build of which nothing has changed is told from memory, and nothing is loaded.

Everything that a build reads is hashed as it stands, unread: the source, the layouts, the program;
and everything that it wrote. Where all is as it was, so is what it would say.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from briefpress.diagnostics import Diagnostic, Severity, Where
from briefpress.hands import by_many
from briefpress.program import program

LAST = PurePosixPath(".briefpress") / "last.json"
VERSION = 1


@dataclass(frozen=True)
class Recalled:
    """What the last build said, as one that has nothing to do would say it."""

    editions: tuple[str, ...]
    kept: tuple[Mapping[str, Any], ...]
    """`id`, `path` and `pages` of each edition."""
    silenced: tuple[Mapping[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]


def key_of(asked: Iterable[str], source: Path, layouts: Path) -> str:
    """The hash of all that a build is made of; empty if some of it cannot be read.

    `asked` is what was asked for, in words.
    """
    digest = hashlib.sha256()
    try:
        lines = [*program().values(), *asked, str(Path.cwd()), str(source), str(layouts)]
        for line in (*lines, *_contents(source), *_contents(layouts)):
            digest.update(f"{line}\0".encode())
    except (OSError, UnicodeEncodeError):
        return ""
    return digest.hexdigest()


def recall(output: Path, key: str) -> Recalled | None:
    """What the last build said, if this one would find all as it was."""
    try:
        last = json.loads((output / LAST).read_text(encoding="utf-8"))
        if not key or (last["version"], last["key"]) != (VERSION, key):
            return None
        if last["names"] != _hash_of_names(output) or not _stand(output, last["files"]):
            return None
        return _recalled(last)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def to_bytes(output: Path, key: str, files: Mapping[str, str], said: Recalled) -> bytes:
    """What is to be recalled: the files of the output folder with their SHA-256, and what is said.

    Raises:
        OSError: the folder cannot be read.
    """
    data = {
        "version": VERSION,
        "key": key,
        "names": _hash_of_names(output),
        "files": dict(files),
        "editions": said.editions,
        "kept": said.kept,
        "silenced": said.silenced,
        "diagnostics": [_told(found) for found in said.diagnostics],
    }
    return json.dumps(data, ensure_ascii=False).encode()


def _contents(root: Path) -> Iterator[str]:
    """Everything below a folder: its name, its kind, and the hash of what it holds."""
    paths = sorted(
        Path(where) / name for where, folders, names in os.walk(root) for name in folders + names
    )
    for path, told in zip(paths, by_many(_content, paths), strict=True):
        yield f"{path.relative_to(root)} {told}"


def _content(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    if not path.is_file():  # It is not read, but it is told.
        return "no file"
    return _hash_of(path)


def _hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _hash_of_names(output: Path) -> str:
    """A hash of the names of all files that are not hidden."""
    found = []
    for where, folders, names in os.walk(output):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [f"{where}/{name}" for name in names if not name.startswith(".")]
    return hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest()


def _stand(output: Path, files: Mapping[str, str]) -> bool:
    """Whether every file stands as it was written."""
    found = by_many(_hash_of, [output / name for name in files])
    return found == list(files.values())


def _told(found: Diagnostic) -> Mapping[str, Any]:
    place = {"file": found.where.file, "line": found.where.line}
    return {**place, "code": found.code, "severity": str(found.severity)} | {
        "message": found.message,
        "hint": found.hint,
    }


def _recalled(last: Mapping[str, Any]) -> Recalled:
    found = (
        Diagnostic(
            one["code"],
            Severity(one["severity"]),
            one["message"],
            Where(one["file"], one["line"]),
            one["hint"],
        )
        for one in last["diagnostics"]
    )
    return Recalled(
        tuple(last["editions"]), tuple(last["kept"]), tuple(last["silenced"]), tuple(found)
    )
