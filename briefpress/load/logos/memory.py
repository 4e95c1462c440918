"""A memory of logos: what was understood of a file is not found out again at the next build.

Of 150 packs this is the half of loading. Only what nothing was wrong with is remembered.
"""

import hashlib
import json
import zlib
from base64 import b64decode, b64encode
from dataclasses import asdict, replace
from pathlib import PurePosixPath

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
        """As it is kept: what was asked for since it began."""
        logos = {key: _plain(logo) for key, logo in sorted(self._used.items())}
        data = json.dumps({"made_with": self._made_with, "logos": logos})
        return zlib.compress(data.encode(), 1)


def _key(name: str, data: bytes) -> str:
    """Of the bytes, and of the kind that the name promises."""
    suffix = PurePosixPath(name).suffix.lower()
    return hashlib.sha256(f"{suffix}\0".encode() + data).hexdigest()


def _plain(logo: LogoFile) -> dict[str, object]:
    return {**asdict(logo), "data": b64encode(logo.data).decode()}


def _understood(kept: bytes, made_with: str) -> dict[str, LogoFile]:
    """What was kept; nothing if another program made it, or it is damaged."""
    try:
        found = json.loads(zlib.decompress(kept))
        if found["made_with"] != made_with:
            return {}
        return {key: _logo(item) for key, item in found["logos"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
        return {}


def _logo(item: dict[str, object]) -> LogoFile:
    logo = LogoFile(**item)  # type: ignore[arg-type] # a TypeError is told as damage
    return replace(logo, data=b64decode(str(item["data"])), colors=tuple(logo.colors))
