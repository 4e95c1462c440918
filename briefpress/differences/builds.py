"""Two builds compared: their editions, what these say, and how they look."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from briefpress.differences.items import edition_of, item_changes
from briefpress.differences.pages import Sheets, page_changes, text_changes
from briefpress.model.differences import Differences, LookChange, Words
from briefpress.model.edition import Edition
from briefpress.model.manifest import Manifest, ManifestEntry

PICTURES = 6
"""Pages of one edition that are shown, so that everything can be read in five minutes."""
Pair = tuple[ManifestEntry, ManifestEntry]


@dataclass(frozen=True)
class Build:
    """What stands in an output folder; `read` gives the bytes of a file of it, if it is there."""

    name: str
    manifest: Manifest
    read: Callable[[ManifestEntry], bytes | None]


@dataclass
class _Look:
    """Editions that changed alike: the first of them, and what differs in its words."""

    first: Pair
    words: tuple[Words, ...]
    editions: list[Edition] = field(default_factory=list)
    missing: bool = False


def differences_between(
    old: Build, new: Build, is_wanted: Callable[[ManifestEntry], bool]
) -> Differences:
    """What changed from one build to the other, in the editions that are wanted."""
    before = {e.id: e for e in old.manifest.entries if is_wanted(e)}
    now = {e.id: e for e in new.manifest.entries if is_wanted(e)}
    both = [(before[name], now[name]) for name in sorted(before.keys() & now.keys())]
    changed = [pair for pair in both if pair[0].sha256 != pair[1].sha256]
    return Differences(
        before=old.name,
        now=new.name,
        items=item_changes(old.manifest, new.manifest, changed),
        looks=tuple(_looks(old, new, changed)),
        added=tuple(edition_of(now[name]) for name in sorted(now.keys() - before.keys())),
        removed=tuple(edition_of(before[name]) for name in sorted(before.keys() - now.keys())),
        same=len(both) - len(changed),
    )


def _looks(old: Build, new: Build, pairs: Iterable[Pair]) -> Iterator[LookChange]:
    """Editions of one kind whose words changed in the same way, which mostly are many boards."""
    groups: dict[tuple[str, ...], _Look] = {}
    paged: dict[tuple[str, ...], _Look] = {}
    for pair in sorted(pairs, key=lambda pair: (not pair[1].pages, pair[1].id)):
        entry = pair[1]
        work = (entry.brand, entry.audience, entry.layout)
        look = None if entry.pages else paged.get(work)
        if look is None:
            look = _grouped(groups, old, new, pair)
            paged.setdefault(work, look)
        look.editions.append(edition_of(entry))
    for look in groups.values():
        sheets = _sheets(old, new, look.first)
        yield LookChange(
            editions=tuple(look.editions),
            pages=tuple(page_changes(*sheets, PICTURES)) if sheets else (),
            words=look.words,
            missing=look.missing,
        )


def _grouped(groups: dict[tuple[str, ...], _Look], old: Build, new: Build, pair: Pair) -> _Look:
    """The group of an edition; where only the looks changed, each board has its own."""
    sheets = _sheets(old, new, pair)
    words = text_changes(*sheets) if sheets else ()
    entry = pair[1]
    told = tuple(f"{run.sort}:{run.text}" for run in words if run.sort)
    kind = (entry.audience, entry.layout, entry.format, entry.size, str(sheets is None))
    key = (*kind, *(told or (entry.brand,)))
    return groups.setdefault(key, _Look(pair, words, missing=sheets is None))


def _sheets(old: Build, new: Build, pair: Pair) -> tuple[Sheets, Sheets] | None:
    """Both files, read; None if one of them is gone or is not what was written."""
    before, now = old.read(pair[0]), new.read(pair[1])
    if before is None or now is None:
        return None
    return Sheets.of(before, pair[0].path), Sheets.of(now, pair[1].path)
