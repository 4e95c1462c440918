"""A memory of boards: what was found in packs and texts is not found out again at the next build.

Of 150 packs this is the half of loading. What a finding rests on is in the key under which it is
kept; what is kept is plain text, and may be taken away at any time.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Scope, Where
from briefpress.load.findings import Findings

Kept = Sequence[Any]
"""A finding as it is kept: code, message, file, line, hint, and the three parts of its scope."""


class BoardMemory:
    """Findings by what they rest on. What is not asked for is forgotten when it is kept."""

    def __init__(self, kept: bytes | None = None, made_with: str = "") -> None:
        """Begin with what was `kept` before, if the same program had made it."""
        self._made_with = made_with
        self._known = _understood(kept, made_with) if kept else {}
        self._used: dict[str, tuple[Diagnostic, ...]] = {}

    def get(self, key: str) -> tuple[Diagnostic, ...] | None:
        """What was found, if it is known."""
        found = self._known.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: str, found: Iterable[Diagnostic]) -> None:
        """Remember what was found."""
        self._used[key] = tuple(found)

    @contextmanager
    def found_once(self, key: str, findings: Findings) -> Iterator[bool]:
        """Whether what is found in here is still to be found; else it is told as it was."""
        known, count = self.get(key), findings.count
        if known is not None:
            findings.take(known)
        yield known is None
        if known is None:
            self.put(key, findings.since(count))

    @property
    def has_changed(self) -> bool:
        """Whether it holds others than those that were kept."""
        return self._used.keys() != self._known.keys()

    def to_bytes(self) -> bytes:
        """As it is kept: what was asked for since it began."""
        found = {key: [*map(_plain, items)] for key, items in sorted(self._used.items())}
        return json.dumps({"made_with": self._made_with, "found": found}).encode()


def _plain(found: Diagnostic) -> Kept:
    parts = (found.scope.brands, found.scope.audiences, found.scope.layouts)
    scope = [None if part is None else sorted(part) for part in parts]
    return [found.code, found.message, found.where.file, found.where.line, found.hint, *scope]


def _understood(kept: bytes, made_with: str) -> Mapping[str, tuple[Diagnostic, ...]]:
    """What was kept; nothing if another program made it, or it is damaged."""
    try:
        data = json.loads(kept)
        if data["made_with"] != made_with:
            return {}
        return {key: tuple(map(_found, items)) for key, items in data["found"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _found(item: Kept) -> Diagnostic:
    code, message, file, line, hint, *parts = item
    brands, audiences, layouts = (None if part is None else frozenset(part) for part in parts)
    if not isinstance(line, int) or not all(isinstance(x, str) for x in (message, file, hint)):
        error = "a finding is of another kind"
        raise TypeError(error)
    scope = Scope(brands, audiences, layouts)
    return Diagnostic(code, severity_of(code), message, Where(file, line), hint, scope)
