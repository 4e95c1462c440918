"""The shelf of packs: each is read once, and parsed only where too little is known of it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from briefpress.diagnostics import Diagnostic, Scope
from briefpress.hashing import hash_of
from briefpress.load.files import Reader
from briefpress.load.findings import Findings
from briefpress.load.packmemory import KeptPack, PackMemory
from briefpress.load.packs import SERIES, Pack, Texts, pack_of, texts_of
from briefpress.load.versions import Days


@dataclass(frozen=True)
class _Files:
    """The texts of a pack, and what was found while they were read."""

    texts: Texts
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class _Parsed:
    """A pack, if it is not broken, and what was found in it."""

    pack: Pack | None
    found: tuple[Diagnostic, ...]


class PackShelf(Collection[str]):
    """The packs of the folder of all brands, by slug."""

    def __init__(self, reader: Reader, slugs: Sequence[str], memory: PackMemory) -> None:
        """Begin with what is in the memory."""
        self._reader = reader
        self._slugs = slugs
        self._memory = memory
        self._owns: dict[str, str] = {}
        self._files: dict[str, _Files] = {}
        self._parsed: dict[str, _Parsed] = {}
        self._known: dict[str, KeptPack] = {}

    def __iter__(self) -> Iterator[str]:
        """The slugs of all packs, broken ones among them."""
        return iter(self._slugs)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._slugs)

    def __contains__(self, slug: object) -> bool:
        """Whether there is such a pack, be it broken."""
        return slug in self._slugs

    def get(self, slug: str) -> Pack | None:
        """A pack; None if it is broken, or there is none."""
        return self._parse(slug).pack if slug in self._slugs else None

    def found(self, slug: str) -> tuple[Diagnostic, ...]:
        """What was found in the files of a pack."""
        return (*self._read(slug).found, *self._know(slug).found)

    def key(self, slug: str, days: Days) -> str:
        """A hash of all that a brand is made of, but for its logos; empty if some is broken."""
        chain: dict[str, str] = {}
        name = slug
        while name:
            if name in chain or name not in self._slugs or not self._own(name):
                return ""
            chain[name] = self._own(name)
            name = self._know(name).parent
            if not name and self._is_broken([*chain][-1]):
                return ""
        return hash_of(["brand", [*chain.items()], days.issued, days.today])

    def _is_broken(self, slug: str) -> bool:
        return slug in self._parsed and self._parsed[slug].pack is None

    def _own(self, slug: str) -> str:
        """A hash of the files of a pack and of where they are; empty if one cannot be read."""
        if slug not in self._owns:
            texts = self._read(slug).texts
            told = ["pack", self._reader.label, slug, SERIES in self._slugs, texts]
            self._owns[slug] = "" if None in texts.values() else hash_of(told)
        return self._owns[slug]

    def _read(self, slug: str) -> _Files:
        if slug not in self._files:
            reader = self._of(slug)
            texts = texts_of(reader)
            self._files[slug] = _Files(texts, reader.findings.all())
        return self._files[slug]

    def _parse(self, slug: str) -> _Parsed:
        if slug not in self._parsed:
            reader, texts = self._of(slug), self._read(slug).texts
            pack = pack_of(reader, slug, texts, has_series=SERIES in self._slugs)
            self._parsed[slug] = _Parsed(pack, reader.findings.all())
        return self._parsed[slug]

    def _know(self, slug: str) -> KeptPack:
        """What is known of a pack, found out if nobody knows it. What is broken is not kept."""
        if slug not in self._known:
            own = self._own(slug)
            kept = self._memory.pack(own) if own else None
            if kept is None:
                parsed = self._parse(slug)
                kept = KeptPack(parsed.pack.parent if parsed.pack else "", parsed.found)
                if own and parsed.pack is not None:
                    self._memory.put(own, kept)
            self._known[slug] = kept
        return self._known[slug]

    def _of(self, slug: str) -> Reader:
        """A reader of a pack that collects what is found by itself."""
        below = self._reader.below(slug, Scope(brands=frozenset({slug})))
        return replace(below, findings=Findings())
