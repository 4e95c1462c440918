"""Brand packs: each folder of `source/brands/`, filled in from the brand that it extends."""

import re
from collections.abc import Mapping
from typing import Any

from briefpress.diagnostics import Scope
from briefpress.load.files import Reader
from briefpress.load.findings import did_you_mean
from briefpress.load.typed import read_map, to_entry
from briefpress.model.brand import Brand
from briefpress.model.entry import LocatedMap
from briefpress.model.library import LoadedBrand

SERIES = "_series"
PACK = "brand.yaml"
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,61}[a-z0-9]")


def read_brands(reader: Reader) -> dict[str, LoadedBrand]:
    """Every brand that can be read, by slug. A wrong pack stops its own documents only."""
    slugs = [name for name in reader.folders() if _is_slug(reader, name)]
    packs = {slug: _read_pack(reader, slug) for slug in slugs}
    found: dict[str, LoadedBrand] = {}
    for slug in slugs:
        brand = _resolve(reader, slug, packs)
        if brand is not None:
            found[slug] = brand
    return found


def _of(slug: str) -> Scope:
    return Scope(brands=frozenset({slug}))


def _is_slug(reader: Reader, name: str) -> bool:
    if name == SERIES or _SLUG.fullmatch(name):
        return True
    reader.findings.add(
        "SLUG",
        f"brand slug {name!r}: use a-z, 0-9 and '-', 2 to 63 characters",
        reader.where(name),
        scope=_of(name),
    )
    return False


def _read_pack(reader: Reader, slug: str) -> LocatedMap | None:
    return read_map(reader.below(slug, _of(slug)), PACK)


def _resolve(
    reader: Reader, slug: str, packs: Mapping[str, LocatedMap | None]
) -> LoadedBrand | None:
    pack = reader.below(slug, _of(slug))
    chain = _chain(pack, slug, packs)
    if chain is None:
        return None
    merged = LocatedMap(chain[0][1].where)
    for owner, data in reversed(chain):
        _merge(merged, _rooted(data, owner))
    brand = to_entry(pack, merged, Brand)
    if brand is None:
        return None
    shelf = Reader(reader.root, reader.label, reader.findings, _of(slug))
    files = {p.path: shelf.binary(p.path) for p in brand.pictures()}
    return LoadedBrand(
        slug, brand, {path: data for path, data in files.items() if data is not None}
    )


def _chain(
    pack: Reader, slug: str, packs: Mapping[str, LocatedMap | None]
) -> list[tuple[str, LocatedMap]] | None:
    """The brand and what it extends, nearest first; None (and a finding) where that fails."""
    chain: list[tuple[str, LocatedMap]] = []
    name = slug
    while name:
        if name in dict(chain):
            cycle = " > ".join([*dict(chain), name])
            pack.findings.add(
                "BRAND-CYCLE",
                f"brands extend each other: {cycle}",
                pack.where(PACK),
                scope=pack.scope,
            )
            return None
        data = packs.get(name)
        if data is None:
            if name != slug:
                _report_parent(pack, chain[-1][1], name, packs)
            return None
        chain.append((name, data))
        parent = data.get("extends", "")
        name = parent if isinstance(parent, str) else ""
    return chain


def _report_parent(
    pack: Reader, child: LocatedMap, name: str, packs: Mapping[str, LocatedMap | None]
) -> None:
    where = child.lines.get(("extends",), child.where)
    message = (
        f"brand {name!r} has errors of its own" if name in packs else f"unknown brand {name!r}"
    )
    pack.findings.add(
        "BRAND-PARENT", message, where, hint=did_you_mean(name, packs), scope=pack.scope
    )


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
    """A copy whose logo files are named from the folder of all brands, so that a child inherits them."""
    if isinstance(value, LocatedMap):
        copy = LocatedMap(value.where)
        copy.lines = dict(value.lines)
        for key, item in value.items():
            is_path = key == "path" and isinstance(item, str)
            copy[key] = f"{owner}/{item}" if is_path else _rooted(item, owner)
        return copy
    return [_rooted(item, owner) for item in value] if isinstance(value, list) else value
