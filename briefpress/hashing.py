"""Hashes of anything that a library holds: the same value gives the same hash, on any machine."""

import hashlib
import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from briefpress.model.entry import Entry

LENGTH = 16
"""Figures of a hash. Two parts of one name that differ are taken for the same once in 10^19."""


def told(value: Any) -> str:  # noqa: ANN401 - whatever a library holds
    """A value in full as one text; of an entry or a section what was read, not where."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def hash_of(value: Any) -> str:  # noqa: ANN401 - as above
    """A short hash of a value."""
    text = value if isinstance(value, str) else told(value)
    # Names of files may hold bytes that are no text; they are told elsewhere.
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:LENGTH]


def _plain(value: Any) -> Any:  # noqa: ANN401 - as above
    """A value as JSON has it."""
    if type(value) is str:  # Most values are, and need not be looked at twice.
        return value
    names = _names(value.__class__)
    if names is not None:
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, AbstractSet):
        return sorted(map(_plain, value))
    return _bare(value)


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """The fields of a kind of entry or of data, but for its place; None for what has no fields."""
    if issubclass(kind, Entry):
        return tuple(kind.model_fields)
    if not is_dataclass(kind):
        return None
    return tuple(one.name for one in fields(kind) if one.name != "where")


def _bare(value: object) -> str | float | None:
    """A value that holds no others."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, date | Decimal):
        return str(value)
    message = f"{type(value).__name__} has no hash"
    raise TypeError(message)
