"""Brand packs: each folder of `source/brands/`, filled in from the brand that it extends."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefpress.diagnostics import Scope, Where
from briefpress.hashing import hash_of
from briefpress.load.colors import plain_colors
from briefpress.load.files import Reader
from briefpress.load.findings import Fault, Findings
from briefpress.load.implied import implied_faults
from briefpress.load.logos import read_logos
from briefpress.load.onelogo import named_images, settled_logo
from briefpress.load.packmemory import KeptBrand, PackMemory
from briefpress.load.packs import SERIES, VERSIONS, Pack, merge
from briefpress.load.packshelf import PackShelf
from briefpress.load.sections import SLUG
from briefpress.load.sharing import own_numbers
from briefpress.load.typed import to_entry
from briefpress.load.versions import Days, day_of_issue, version_faults, versions_of
from briefpress.model.brand import Brand
from briefpress.model.entry import LocatedMap
from briefpress.model.library import LoadedBrand
from briefpress.names import did_you_mean

# Windows keeps the first for devices, so nobody there could open the folder; the last is ours.
_RESERVED = frozenset(
    ("aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
) | {"thumbnails"}


def read_brands(
    reader: Reader, days: Days, memory: PackMemory | None = None
) -> dict[str, LoadedBrand]:
    """Every brand that can be read, by slug. A wrong pack stops its own documents only."""
    memory = memory or PackMemory()
    names = reader.folders() if reader.is_folder() else ()
    if reader.root.is_dir() and not names:
        reader.findings.add("FILE-MISSING", "there is no brand", Where(reader.label))
    slugs = [name for name in names if _is_slug(reader, name)]
    packs = PackShelf(reader, slugs, memory)
    for slug in slugs:
        reader.findings.take(packs.found(slug))
    found = {slug: _brand(reader, slug, packs, days, memory) for slug in slugs}
    return {slug: brand for slug, brand in found.items() if brand is not None}


def _brand(
    reader: Reader, slug: str, packs: PackShelf, days: Days, memory: PackMemory
) -> LoadedBrand | None:
    """A brand as it is known or read now, with its logos; None (and findings) if it is broken."""
    key = packs.key(slug, days)
    kept = memory.brand(key) if key else None
    if kept is None:
        findings = Findings()
        kept = _Resolver(replace(reader, findings=findings), slug, packs, days).brand()
        if kept is None:
            reader.findings.take(findings.all())
            return None
        kept = replace(kept, found=findings.all())
        if key:
            memory.put(key, kept)
    reader.findings.take(kept.found)
    logos, *_ = [
        read_logos(replace(reader, scope=_of(slug)), data.pictures())
        for data in (kept.data, *kept.later)
    ]
    return LoadedBrand(slug, kept.data, logos, kept.later, kept.read, kept.numbers)


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


class _Resolver:
    """Makes one brand of its pack and of those that it extends."""

    def __init__(self, reader: Reader, slug: str, packs: PackShelf, days: Days) -> None:
        self._reader = reader
        self._slug = slug
        self._packs = packs
        self._days = days
        self._pack = reader.below(slug, _of(slug))

    def brand(self) -> KeptBrand | None:
        """The brand as it is on its day of issue; None (and findings) if it is broken."""
        chain = self._chain()
        if chain is None:
            return None
        plain = _merged(chain, None)
        issued = day_of_issue(plain, self._days)
        dated = any(VERSIONS in pack.data for pack in chain)
        brand = self._made(chain, _merged(chain, issued) if dated else plain)
        later = self._later(chain, issued) if issued else ()
        if brand is None:
            return None
        read = hash_of([[pack.read for pack in chain], issued])
        return KeptBrand(brand, later, read, own_numbers(brand), ())

    def _later(self, chain: list[Pack], issued: date) -> tuple[Brand, ...]:
        """The brand as its waiting versions will have it: what is wrong is told before the day."""
        versions = versions_of(chain[0].data)
        self._report(version_faults(versions, issued, self._days.today))
        days = dict.fromkeys(version.day for version in versions if version.day > issued)
        found = [self._made(chain, _merged(chain, day)) for day in days]
        return tuple(brand for brand in found if brand is not None)

    def _made(self, chain: list[Pack], merged: LocatedMap) -> Brand | None:
        self._report(implied_faults(chain))
        self._report(settled_logo(merged, chain[0]))
        self._report(named_images(merged, chain))
        color = merged.get("color")
        if isinstance(color, LocatedMap):
            merged["color"], found = plain_colors(color)
            self._report(found)
        return to_entry(self._pack, merged, Brand)

    def _report(self, found: Iterable[tuple[Fault, Where]]) -> None:
        for fault, where in found:
            self._pack.findings.report([fault], where, self._pack.scope)

    def _chain(self) -> list[Pack] | None:
        """The brand and what it extends, nearest first; None (and a finding) where that fails."""
        chain: list[Pack] = []
        name = self._slug
        while name:
            pack = self._packs.get(name)
            if pack is None:
                if chain:
                    self._report([(_parent_fault(name, self._packs), chain[-1].where_of_parent)])
                return None
            chain.append(pack)
            name = pack.parent
            if name in [pack.slug for pack in chain]:
                cycle = " > ".join([*(pack.slug for pack in chain), name])
                fault = Fault("BRAND-CYCLE", f"brands extend each other: {cycle}")
                self._report([(fault, chain[0].where_of_parent)])
                return None
        return chain


def _merged(chain: list[Pack], day: date | None) -> LocatedMap:
    """The packs laid over one another, each as it is on that day (None: without versions)."""
    merged = LocatedMap(chain[0].data.where)
    for pack in reversed(chain):
        merged.pop(VERSIONS, None)
        merge(merged, pack.data)
        for version in versions_of(pack.data):
            if day is not None and version.day <= day:
                merge(merged, version.data)
    return merged


def _parent_fault(name: str, packs: PackShelf) -> Fault:
    if name in packs:
        return Fault("BRAND-PARENT", f"brand {name!r} has errors of its own", "mend it first")
    return Fault("BRAND-PARENT", f"unknown brand {name!r}", did_you_mean(name, packs))
