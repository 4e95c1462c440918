"""YAML as it is written here: maps, lists and texts, nothing that a reader has to guess."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_BARE = re.compile(r"[a-z][a-z_]*(?:-[a-z]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""What needs no quotes: words, slugs and days."""


def quoted(text: str) -> str:
    """Text as YAML, whatever stands in it: a JSON string is one in YAML, too (YAML 1.2, 7.3.1)."""
    return json.dumps(text, ensure_ascii=False)


def as_yaml(data: Mapping[str, Any]) -> str:
    """Nested maps, lists and texts as a YAML document."""
    return "".join(f"{line}\n" for line in _map(data))


def _map(data: Mapping[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, Mapping) and not value:
            yield f"{_scalar(key)}: {{}}"
        elif isinstance(value, Mapping):
            yield f"{_scalar(key)}:"
            yield from (f"  {line}" for line in _map(value))
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield from _list(key, value)
        else:
            yield f"{_scalar(key)}: {_scalar(value)}"


def _list(key: str, items: Sequence[Any]) -> Iterator[str]:
    """A list of texts in one line; of maps, an item below the other."""
    if all(isinstance(item, str) for item in items):
        yield f"{_scalar(key)}: [{', '.join(map(_scalar, items))}]"
        return
    yield f"{_scalar(key)}:"
    for item in items:
        first, *others = _map(item)
        yield f"  - {first}"
        yield from (f"    {line}" for line in others)


def _scalar(text: str) -> str:
    return text if _BARE.fullmatch(text) else quoted(text)
