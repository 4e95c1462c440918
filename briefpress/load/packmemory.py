"""A memory of packs: what was read from a pack is not parsed and typed again at the next build.

What a brand rests on, files, days and program, is in the key under which it is kept. It is kept as
a pickle that can give nothing but data of ours, and may be taken away at any time.
"""

import hashlib
import io
import json
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefpress.diagnostics import Diagnostic
from briefpress.model.brand import Brand

OURS = "briefpress.model."
PLAIN = {
    ("briefpress.diagnostics", name) for name in ("Diagnostic", "Scope", "Severity", "Where")
} | {("builtins", "frozenset"), ("datetime", "date"), ("decimal", "Decimal")}
"""What may be made when a pickle is read, beside the classes of the model."""
_DAMAGED = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class KeptPack:
    """What the files of one pack gave by themselves: what it extends, and what was found."""

    parent: str
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class KeptBrand:
    """A brand without its logos, and what was found while it was made of its packs."""

    data: Brand
    later: tuple[Brand, ...]
    read: str
    numbers: tuple[tuple[int, int, str], ...]
    found: tuple[Diagnostic, ...]


Kept = KeptPack | KeptBrand


class PackMemory:
    """Packs and brands by what they rest on. What is not asked for is forgotten when it is kept."""

    def __init__(self, kept: bytes | None = None, made_with: str = "") -> None:
        """Begin with what was `kept` before, if the same program had made it."""
        self._made_with = made_with
        self._known = _understood(kept, made_with) if kept else {}
        self._used: dict[str, bytes] = {}

    def pack(self, key: str) -> KeptPack | None:
        """What a pack gave, if it is known."""
        found = self._get(key)
        return found if isinstance(found, KeptPack) else None

    def brand(self, key: str) -> KeptBrand | None:
        """A brand, if it is known."""
        found = self._get(key)
        return found if isinstance(found, KeptBrand) else None

    def put(self, key: str, kept: Kept) -> None:
        """Remember one of them."""
        fields = [getattr(kept, name) for name in kept.__dataclass_fields__]
        self._used[key] = pickle.dumps((type(kept).__name__, fields), pickle.HIGHEST_PROTOCOL)

    @property
    def has_changed(self) -> bool:
        """Whether it holds others than those that were kept."""
        return self._used.keys() != self._known.keys()

    def to_bytes(self) -> bytes:
        """As it is kept: what was asked for since it began, a line about it, then the pickles."""
        used = sorted(self._used.items())
        body = b"".join(data for _, data in used)
        about = {
            "made_with": self._made_with,
            "lengths": {key: len(data) for key, data in used},
            "body": hashlib.sha256(body).hexdigest(),
        }
        return json.dumps(about).encode() + b"\n" + body

    def _get(self, key: str) -> Kept | None:
        data = self._known.get(key)
        if data is None:
            return None
        try:
            kind, fields = _Reader(io.BytesIO(data)).load()
            found: Kept = {"KeptPack": KeptPack, "KeptBrand": KeptBrand}[kind](*fields)
        except _DAMAGED:
            return None
        self._used[key] = data
        return found


class _Reader(pickle.Unpickler):
    """Reads pickles that hold nothing but our own data."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - a class
        if module.startswith(OURS) or (module, name) in PLAIN:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        message = f"{module}.{name} is no data of ours"
        raise pickle.UnpicklingError(message)


def _understood(kept: bytes, made_with: str) -> Mapping[str, bytes]:
    """What was kept; nothing if another program made it, or it is damaged."""
    about, _, body = kept.partition(b"\n")
    try:
        found = json.loads(about)
        if found["made_with"] != made_with:
            return {}
        if found["body"] != hashlib.sha256(body).hexdigest():
            return {}
        pieces, start = {}, 0
        for key, length in found["lengths"].items():
            pieces[key] = body[start : start + length]
            start += length
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return pieces
