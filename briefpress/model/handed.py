"""What the manifest keeps beside editions: boards' packs, and what is new since a release."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any


@dataclass(frozen=True)
class PackEntry:
    """A board's pack as it was written; `holds` are the hashes of the documents in it."""

    brand: str
    path: str
    bytes: int
    sha256: str
    holds: tuple[str, ...]


@dataclass(frozen=True)
class News:
    """What an edition is against the last release: `added` or `changed`; true of these bytes."""

    sort: str
    sha256: str


def pack_entry(brand: str, path: str, data: bytes, holds: Iterable[str]) -> PackEntry:
    """What the manifest keeps of an archive that was just made."""
    return PackEntry(brand, path, len(data), hashlib.sha256(data).hexdigest(), tuple(holds))


def current(packs: Iterable[PackEntry], hashes: Iterable[str]) -> tuple[PackEntry, ...]:
    """The packs in which every document is still the one that stands in the folder."""
    standing = frozenset(hashes)
    return tuple(pack for pack in packs if standing.issuperset(pack.holds))


def packs_to_json(packs: Iterable[PackEntry]) -> list[dict[str, object]]:
    """The packs as the manifest keeps them, by brand."""
    return [asdict(pack) for pack in sorted(packs, key=lambda pack: pack.brand)]


def packs_from_json(found: object) -> tuple[PackEntry, ...]:
    """Packs that were kept.

    Raises:
        TypeError: a field is missing, is too many, or is of another kind.
        ValueError: one leads out of the output folder.
    """
    return tuple(_pack(item) for item in _of_kind(found, list))


def news_to_json(news: Mapping[str, News]) -> dict[str, dict[str, str]]:
    """The news as the manifest keeps them, by the edition's id."""
    return {name: asdict(told) for name, told in sorted(news.items())}


def news_from_json(found: object) -> Mapping[str, News]:
    """News that were kept.

    Raises:
        TypeError: a field is missing, is too many, or is of another kind.
    """
    told = {name: News(**_of_kind(item, dict)) for name, item in _of_kind(found, dict).items()}
    for item in told.values():
        _of_kind(item.sort, str), _of_kind(item.sha256, str)
    return told


def _pack(item: object) -> PackEntry:
    given = _of_kind(item, dict)
    pack = PackEntry(**{**given, "holds": tuple(_of_kind(given.get("holds"), list))})
    _of_kind(pack.brand, str), _of_kind(pack.path, str), _of_kind(pack.bytes, int)
    _of_kind(pack.sha256, str)
    path = PurePosixPath(pack.path)
    if path.is_absolute() or ".." in path.parts:
        message = f"{pack.path} leads out of the folder"
        raise ValueError(message)
    return pack


def _of_kind(value: object, kind: type) -> Any:  # noqa: ANN401 - of that kind
    if not isinstance(value, kind):
        message = f"{value!r} is of another kind"
        raise TypeError(message)
    return value
