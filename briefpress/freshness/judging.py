"""Judging: which editions stand as they would be made now, and why the others do not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefpress.diagnostics import Diagnostic, fails
from briefpress.freshness.estate import ALL
from briefpress.freshness.larder import Larder
from briefpress.load import Standing
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.model.manifest import (
    Checks,
    Ingredients,
    Manifest,
    ManifestEntry,
    Told,
    finding_told,
    of_pages,
    told_before,
)
from briefpress.model.said import name_of, texts_of
from briefpress.silencing import Heard, heard

NEVER = "it has not been made"
FAILED = "it had errors"
ASKED = "everything was asked for"
EXCEPTIONS = "preflight-exceptions.yaml"
STRICT = "its warnings stop it now"


@dataclass(frozen=True)
class Kept:
    """An edition that need not be made: its entry as it would be now, and what its pages showed."""

    edition: Edition
    entry: ManifestEntry
    told: Heard


@dataclass(frozen=True)
class Plan:
    """The editions that stand, and those that are to be made, each with the reasons."""

    fresh: tuple[Kept, ...] = ()
    stale: Mapping[Edition, tuple[str, ...]] = field(default_factory=dict)

    def __or__(self, other: "Plan") -> "Plan":
        """Both together."""
        return Plan((*self.fresh, *other.fresh), {**self.stale, **other.stale})


class Judge:
    """Holds editions against what stands in the output folder."""

    def __init__(
        self,
        library: Library,
        larder: Larder,
        before: Manifest,
        standing: Standing,
        *,
        strict: bool,
    ) -> None:
        """Know what was made `before` and what is made now."""
        self._library = library
        self._larder = larder
        self._before = before
        self._standing = standing
        self._strict = strict
        self._entries = {entry.id: entry for entry in before.entries}
        self._failed = {entry.id for entry in before.failed}
        self._texts = name_of(texts_of(library))

    def plan(self, editions: Mapping[Edition, Heard], *, anew: bool = False) -> Plan:
        """Tell the editions apart, of which this much is known before; with `anew` make all."""
        if not anew:
            self._look_through(editions)
        fresh: list[Kept] = []
        stale: dict[Edition, tuple[str, ...]] = {}
        for edition, known in editions.items():
            found = (ASKED,) if anew else self._judged(edition, known)
            if isinstance(found, Kept):
                fresh.append(found)
            else:
                stale[edition] = found
        return Plan(tuple(fresh), stale)

    def likely(self, editions: Mapping[Edition, Heard]) -> Mapping[Edition, Heard]:
        """Those of brands that are others than in the last build: most of them will be stale."""
        new = {slug for slug in self._library.brands if self._larder.is_new(slug)}
        return {edition: known for edition, known in editions.items() if edition.brand in new}

    def made_of(self, edition: Edition) -> tuple[str, ...]:
        """The lists of ingredients that its entry is to name."""
        names = self._larder.made_of(edition)
        return (*names, self._larder.owned())

    @property
    def news(self) -> bytes | None:
        """What of the memory of the larder is to be kept anew."""
        return self._larder.news

    @property
    def lists(self) -> Mapping[str, Ingredients]:
        """The lists of ingredients by their names."""
        return self._larder.lists

    def _look_through(self, editions: Iterable[Edition]) -> None:
        """Read all that stands of them at once, with what was heard where others own something."""
        entries = [self._entries[e.id] for e in editions if e.id in self._entries]
        owned = self._larder.owned() if entries else ""
        heard = [entry for entry in entries if owned not in entry.made_of]
        self._standing = self._standing.looked_through(entries, heard)

    def _judged(self, edition: Edition, known: Heard) -> Kept | tuple[str, ...]:
        entry = self._entries.get(edition.id)
        if entry is None:
            return (FAILED if edition.id in self._failed else NEVER,)
        try:
            found = [*_findings(entry, edition)]
        except ValueError:
            return (NEVER,)
        told = heard(found, edition, self._library.exceptions)
        why = (*self._mixed(entry, edition), *self._lost(entry), *self._said(entry, told))
        why = why or tuple(self._leaks(entry, edition))
        if why:
            return tuple(dict.fromkeys(why))
        silenced = (*told_before(known.silenced), *of_pages(entry.silenced))
        names = self.made_of(edition)
        now = replace(entry, made_of=names, texts=self._texts, silenced=silenced)
        return Kept(edition, now, told)

    def _mixed(self, entry: ManifestEntry, edition: Edition) -> Iterator[str]:
        """The ingredients that are others now."""
        names = self._larder.made_of(edition)
        if set(names) <= set(entry.made_of):
            return
        lists = [self._before.ingredients.get(name, {}) for name in entry.made_of]
        before = [parts for parts in lists if ALL not in parts]
        now = [self._larder.lists[name] for name in names]
        old, new = _pairs(before), _pairs(now)
        had, has = {name for name, _ in old}, {name for name, _ in new}
        for name in sorted({name for name, _ in old ^ new}):
            state = "" if name in had & has else " (new)" if name in has else " (gone)"
            yield f"{name}{state}"

    def _lost(self, entry: ManifestEntry) -> Iterator[str]:
        """Its files that do not stand as they were written."""
        fault = self._standing.fault(entry.path, entry.sha256)
        if fault:
            yield f"the file {fault}"
        for path, sha256 in entry.files.items():
            fault = self._standing.fault(path, sha256)
            if fault:
                yield f"{path} {fault}"

    def _said(self, entry: ManifestEntry, told: Heard) -> Iterator[str]:
        """What is found of it is to be told otherwise than it was."""
        was = {(one["code"], one["message"], one.get("reason")) for one in of_pages(entry.silenced)}
        now = {(one.code, one.message, one.reason) for one in told.silenced}
        if was != now:
            yield EXCEPTIONS
        elif fails(told.standing, strict=self._strict):
            yield STRICT
        for one in _told_of_pages(entry):
            if one.get("file_sha256", "") != self._standing.hash_of_source(one.get("file", "")):
                yield f"{one['file']}, where it has a {one['code']}"

    def _leaks(self, entry: ManifestEntry, edition: Edition) -> Iterator[str]:
        """What it says that belongs to others since."""
        if self._larder.owned() in entry.made_of:
            return
        lists = (self._before.ingredients.get(name, {}) for name in entry.made_of)
        before: Ingredients = next((parts for parts in lists if ALL in parts), {})
        told = self._standing.told(entry)
        if told and self._larder.estate.is_silent(edition, told, before):
            return
        transcript = self._standing.transcript(entry)
        if transcript is None:
            yield "what belongs to others has changed, and it is not known what it says"
            return
        leak = self._larder.estate.leak(edition, transcript, before)
        if leak:
            yield f"{leak}: it may say that"


def _findings(entry: Checks, edition: Edition) -> Iterator[Diagnostic]:
    """What was found on its pages, silenced or not."""
    return (finding_told(told, edition.scope) for told in _told_of_pages(entry))


def _told_of_pages(entry: Checks) -> tuple[Told, ...]:
    return (*entry.findings, *of_pages(entry.silenced))


def _pairs(lists: Iterable[Ingredients]) -> set[tuple[str, str]]:
    return {pair for parts in lists for pair in parts.items()}
