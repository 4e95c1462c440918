"""Brand packs: each folder of `source/brands/`, filled in from the brand that it extends."""

from collections.abc import Mapping
from typing import Any

from briefpress.diagnostics import Scope, Where
from briefpress.load.files import Reader
from briefpress.load.findings import Fault
from briefpress.load.logos import read_logos
from briefpress.load.sections import SLUG
from briefpress.load.typed import read_map, to_entry
from briefpress.model.brand import Brand
from briefpress.model.entry import LocatedMap
from briefpress.model.library import LoadedBrand
from briefpress.model.logofile import LogoFile
from briefpress.names import did_you_mean

SERIES = "_series"
PACK = "brand.yaml"
# Windows keeps the first for devices, so nobody there could open the folder; the last is ours.
_RESERVED = frozenset(
    ("aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
) | {"thumbnails"}

Packs = Mapping[str, LocatedMap | None]


def read_brands(reader: Reader) -> dict[str, LoadedBrand]:
    """Every brand that can be read, by slug. A wrong pack stops its own documents only."""
    names = reader.folders() if reader.is_folder() else ()
    if reader.root.is_dir() and not names:
        reader.findings.add("FILE-MISSING", "there is no brand", Where(reader.label))
    slugs = [name for name in names if _is_slug(reader, name)]
    packs = {slug: _read_pack(reader, slug) for slug in slugs}
    found = {slug: _resolve(reader, slug, packs) for slug in slugs}
    return {slug: brand for slug, brand in found.items() if brand is not None}


def _of(slug: str) -> Scope:
    return Scope(brands=frozenset({slug}))


def slug_fault(name: str) -> Fault | None:
    """Why a brand cannot have this slug."""
    if name in _RESERVED:
        return Fault("SLUG", f"brand slug {name!r} is kept for other uses", "take another name")
    if not SLUG.fullmatch(name):
        return Fault("SLUG", f"brand slug {name!r}: use a-z, 0-9 and '-', 2 to 63 characters")
    return None


def _is_slug(reader: Reader, name: str) -> bool:
    fault = None if name == SERIES else slug_fault(name)
    if fault is not None:
        reader.findings.report([fault], reader.where(name), _of(name))
    return fault is None


def _read_pack(reader: Reader, slug: str) -> LocatedMap | None:
    return read_map(reader.below(slug, _of(slug)), PACK)


def _resolve(reader: Reader, slug: str, packs: Packs) -> LoadedBrand | None:
    pack = reader.below(slug, _of(slug))
    chain = _chain(pack, slug, packs)
    if chain is None:
        return None
    merged = LocatedMap(chain[0][1].where)
    for owner, data in reversed(chain):
        _merge(merged, _rooted(data, owner))
    brand = to_entry(pack, merged, Brand)
    return None if brand is None else LoadedBrand(slug, brand, _logos(reader, slug, brand))


def _logos(reader: Reader, slug: str, brand: Brand) -> dict[str, LogoFile]:
    """The logo files of a brand, by their path below the folder of all brands."""
    shelf = Reader(reader.root, reader.label, reader.findings, _of(slug), reader.ground)
    return read_logos(shelf, brand.pictures())


def _chain(pack: Reader, slug: str, packs: Packs) -> list[tuple[str, LocatedMap]] | None:
    """The brand and what it extends, nearest first; None (and a finding) where that fails."""
    chain: list[tuple[str, LocatedMap]] = []
    name = slug
    while name:
        if name in dict(chain):
            cycle = " > ".join([*dict(chain), name])
            fault = Fault("BRAND-CYCLE", f"brands extend each other: {cycle}")
            pack.findings.report([fault], _extends(chain[0][1]), pack.scope)
            return None
        data = packs.get(name)
        if data is None:
            if name != slug:
                fault = _parent_fault(name, packs)
                pack.findings.report([fault], _extends(chain[-1][1]), pack.scope)
            return None
        chain.append((name, data))
        parent = data.get("extends", "")
        name = parent if isinstance(parent, str) else ""
    return chain


def _extends(data: LocatedMap) -> Where:
    return data.lines.get(("extends",), data.where)


def _parent_fault(name: str, packs: Packs) -> Fault:
    if name in packs:
        return Fault("BRAND-PARENT", f"brand {name!r} has errors of its own", "mend it first")
    return Fault("BRAND-PARENT", f"unknown brand {name!r}", did_you_mean(name, packs))


def _merge(into: LocatedMap, child: LocatedMap) -> None:
    """Lay a child over what it extends: maps merge, everything else replaces."""
    for key, value in child.items():
        mine = into.get(key)
        if isinstance(mine, LocatedMap) and isinstance(value, LocatedMap):
            _merge(mine, value)
        else:
            into[key] = value
    into.lines.update(child.lines)
    into.where = child.where


def _rooted(value: Any, owner: str) -> Any:  # noqa: ANN401
    """A copy whose logo files are named from the folder of all brands, for a child to inherit."""
    if isinstance(value, LocatedMap):
        copy = LocatedMap(value.where)
        copy.lines = dict(value.lines)
        for key, item in value.items():
            is_path = key == "path" and isinstance(item, str) and item
            copy[key] = f"{owner}/{item}" if is_path else _rooted(item, owner)
        return copy
    return [_rooted(item, owner) for item in value] if isinstance(value, list) else value
