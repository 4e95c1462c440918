"""Packs: what the files of a brand's folder give, each logo named from the folder of all brands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefpress.diagnostics import Where
from briefpress.hashing import hash_of
from briefpress.load.convention import Found, in_our_form
from briefpress.load.files import Reader
from briefpress.load.strangers import unused, without_strangers
from briefpress.load.typed import map_of
from briefpress.model.entry import LocatedMap, Path

SERIES = "_series"
OURS = "brand.yaml"
PLAIN = ("_brand.yml", "_brand.yaml")
"""What the convention calls its file."""
VERSIONS = "versions"
Texts = Mapping[str, str | None]
"""The texts of the files of a pack, by name; None is one that cannot be read."""


@dataclass(frozen=True)
class Pack:
    """One brand's own data, without what it extends.

    `parent` is empty for one that stands alone; it is `implied` when the pack does not name it.
    `plain`: a `_brand.yml` of the convention is among its files. `read` is a hash of these.
    """

    slug: str
    data: LocatedMap
    parent: str
    implied: bool
    plain: bool
    read: str

    @property
    def where_of_parent(self) -> Where:
        """The place that names what it extends."""
        return self.data.lines.get(("extends",), self.data.where)


def texts_of(reader: Reader) -> Texts:
    """The texts of the pack in a folder, `_brand.yml` first."""
    plain = next((name for name in PLAIN if reader.has(name)), None)
    names = [plain] if plain else []
    if plain is None or reader.has(OURS):
        names.append(OURS)
    return {name: reader.text(name) for name in names}


def pack_of(reader: Reader, slug: str, texts: Texts, *, has_series: bool) -> Pack | None:
    """The pack of these texts: `_brand.yml`, and over it `brand.yaml`; None if one is broken.

    Without `extends` it extends the series. An empty `extends:` lets it stand alone.
    """
    data = LocatedMap(reader.where(OURS))
    for part in [_read(reader, name, text) for name, text in texts.items()]:
        if part is None:
            return None
        merge(data, rooted(part, slug))
    given = data.get("extends")
    implied = "extends" not in data and has_series and slug != SERIES
    parent = SERIES if implied else given
    parent = parent if isinstance(parent, str) else ""
    read = hash_of([slug, texts])
    plain = any(name in texts for name in PLAIN)
    return Pack(slug, data, parent, implied, plain, read)


def merge(into: LocatedMap, child: Mapping[str, Any]) -> set[Path]:
    """Lay a child over what it extends: maps merge, everything else replaces; what was replaced.

    A picture is one thing, and so is a name: another file never inherits the words of the one that
    it replaces, nor a full name the short one of somebody else. The lines of what has been replaced
    go with it: what is missing in the child is never looked for in the parent's file.
    """
    replaced: set[Path] = set()
    for key, value in child.items():
        mine = into.get(key)
        whole = not isinstance(value, LocatedMap) or "path" in value or "full" in value
        if isinstance(mine, LocatedMap) and not whole:
            replaced |= {(key, *path) for path in merge(mine, value)}
        else:
            into[key] = copied(value)
            replaced.add((key,))
    if isinstance(child, LocatedMap):
        tops = {place[0] for place in replaced}
        kept = {
            path: at
            for path, at in into.lines.items()
            if path[0] not in tops or not _is_below(path, replaced)
        }
        into.lines = {**kept, **child.lines}
        into.where = child.where
    return replaced


def _is_below(path: Path, places: set[Path]) -> bool:
    return any(path[:end] in places for end in range(1, len(path) + 1))


def copied(value: Any) -> Any:  # noqa: ANN401 - as in a file
    """A copy that merging may change."""
    if isinstance(value, LocatedMap):
        copy = LocatedMap(value.where)
        copy.lines = dict(value.lines)
        copy.update({key: copied(item) for key, item in value.items()})
        return copy
    return [copied(item) for item in value] if isinstance(value, list) else value


def rooted(value: Any, owner: str) -> Any:  # noqa: ANN401 - as in a file
    """A copy whose logo files are named from the folder of all brands, for a child to inherit."""
    if isinstance(value, LocatedMap):
        copy = LocatedMap(value.where)
        copy.lines = dict(value.lines)
        for key, item in value.items():
            is_path = key == "path" and isinstance(item, str) and item
            copy[key] = _rooted_path(item, owner) if is_path else rooted(item, owner)
        return copy
    return [rooted(item, owner) for item in value] if isinstance(value, list) else value


def _rooted_path(path: str, owner: str) -> str:
    """The convention lets a path begin at the project, which here is the brand's folder."""
    return f"{owner}/{path.removeprefix('./').lstrip('/')}"


def _read(reader: Reader, name: str, text: str | None) -> LocatedMap | None:
    """What one file of a pack gives, in our form; nothing, and findings, if it is broken."""
    data = None if text is None else map_of(reader, name, text)
    if data is None:
        return None
    if name == OURS:
        _report(reader, unused(data))
        return _formed(reader, data)
    kept, strange = without_strangers(data)
    _report(reader, [*strange, *unused(kept)])
    return _formed(reader, kept)


def _formed(reader: Reader, data: LocatedMap) -> LocatedMap:
    ours, found = in_our_form(data)
    versions = data.get(VERSIONS)
    if isinstance(versions, list):
        formed = [in_our_form(v) if isinstance(v, LocatedMap) else (v, []) for v in versions]
        ours[VERSIONS] = [version for version, _ in formed]
        found = [*found, *(fault for _, faults in formed for fault in faults)]
    _report(reader, found)
    return ours


def _report(reader: Reader, found: Found) -> None:
    for fault, where in found:
        reader.findings.report([fault], where, reader.scope)
