"""Parts of files as bytes, kept from build to build: plain data, which can do nothing."""

import json
import zlib
from dataclasses import dataclass
from functools import cache
from types import GenericAlias
from typing import Any, Protocol, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from briefpress.plates.making import ReadyPlate, ReadyShell
from briefpress.plates.reading import Added

LEVEL = 6
Part = TypeVar("Part", ReadyPlate, ReadyShell, Added)
_PARTS = {part.__name__: part for part in (ReadyPlate, ReadyShell, Added)}


class Store(Protocol):
    """Where parts are kept from one build to the next."""

    def get(self, name: str) -> bytes | None:
        """What was kept under a name, if anything."""

    def put(self, name: str, data: bytes) -> None:
        """Keep it under this name."""


@dataclass(frozen=True)
class Stores:
    """A place for plates, and one for what brands add to them; either may be missing."""

    plates: Store | None = None
    shells: Store | None = None


NO_STORES = Stores()


@cache
def _kind(name: str) -> TypeAdapter[Any]:
    """How a part is read: everything in it is held against what it should be."""
    config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
    kind: Any = GenericAlias(tuple, (_PARTS[name],))
    return TypeAdapter(kind, config=config)


def keep(store: Store | None, name: str, part: ReadyPlate | ReadyShell | Added) -> None:
    """Put a part away, if there is a place for it."""
    if store is not None:
        store.put(name, to_bytes(part))


def kept(store: Store | None, name: str, part: type[Part]) -> Part | None:
    """A part that an earlier build put away under this name; None if there is none to be used."""
    data = store.get(name) if store is not None else None
    return from_bytes(data, part) if data is not None else None


def to_bytes(part: ReadyPlate | ReadyShell | Added) -> bytes:
    """A part as it is kept."""
    return zlib.compress(_kind(type(part).__name__).dump_json((part,)), LEVEL)


def from_bytes(data: bytes, part: type[Part]) -> Part | None:
    """A part that was kept; None if it cannot be understood."""
    try:
        (found,) = _kind(part.__name__).validate_json(zlib.decompress(data))
    except (ValidationError, ValueError, json.JSONDecodeError, zlib.error):
        return None
    return found if isinstance(found, part) else None
