"""A memory of logos: what was understood of a file is not found out again at the next build.

Of 150 packs this is the half of loading. Only what nothing was wrong with is remembered.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any

from briefpress.model.logofile import LogoFile


class LogoMemory:
    """Logos by what stood in their files. What is not asked for is forgotten when it is kept."""

    def __init__(self, kept: bytes | None = None, made_with: str = "") -> None:
        """Begin with what was `kept` before, if the same program had made it."""
        self._made_with = made_with
        self._known = _understood(kept, made_with) if kept else {}
        self._used: dict[str, LogoFile] = {}

    def get(self, name: str, data: bytes) -> LogoFile | None:
        """The logo in a file of this name, if it is known."""
        key = _key(name, data)
        found = self._known.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def put(self, name: str, data: bytes, logo: LogoFile) -> None:
        """Remember a logo."""
        self._used[_key(name, data)] = logo

    @property
    def has_changed(self) -> bool:
        """Whether it holds others than those that were kept."""
        return self._used.keys() != self._known.keys()

    def to_bytes(self) -> bytes:
        """As it is kept: what was asked for since it began, a line about it, then the pictures.

        The pictures are kept as they are: to pack them away and to find them again took longer than
        to read them.
        """
        used = sorted(self._used.items())
        pictures = b"".join(logo.data for _, logo in used)
        about = {
            "made_with": self._made_with,
            "logos": {key: _plain(logo) for key, logo in used},
            "pictures": hashlib.sha256(pictures).hexdigest(),
        }
        return json.dumps(about).encode() + b"\n" + pictures


def _key(name: str, data: bytes) -> str:
    """Of the bytes, and of the kind that the name promises."""
    suffix = PurePosixPath(name).suffix.lower()
    return hashlib.sha256(f"{suffix}\0".encode() + data).hexdigest()


def _plain(logo: LogoFile) -> dict[str, object]:
    return {**asdict(logo), "data": len(logo.data)}


def _understood(kept: bytes, made_with: str) -> dict[str, LogoFile]:
    """What was kept; nothing if another program made it, or it is damaged."""
    about, _, pictures = kept.partition(b"\n")
    try:
        found = json.loads(about)
        if found["made_with"] != made_with:
            return {}
        if found["pictures"] != hashlib.sha256(pictures).hexdigest():
            return {}
        return dict(_logos(found["logos"], pictures))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _logos(items: Mapping[str, Any], pictures: bytes) -> Iterator[tuple[str, LogoFile]]:
    """Each logo with its picture, which stand in the same order."""
    start = 0
    for key, item in items.items():
        end = start + item["data"]
        logo = LogoFile(**{**item, "data": pictures[start:end], "colors": tuple(item["colors"])})
        yield key, logo
        start = end
