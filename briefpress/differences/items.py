"""Items compared: messages, facts and contacts, as the manifests of two builds tell them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefpress.differences.words import word_changes
from briefpress.model.differences import FieldChange, ItemChange, Sort
from briefpress.model.edition import Edition
from briefpress.model.manifest import Manifest, ManifestEntry, Told
from briefpress.model.said import CONTACTS, FACTS, MESSAGES

KINDS = (MESSAGES, FACTS, CONTACTS)


@dataclass(frozen=True)
class _Seen:
    """What became of an item in one edition."""

    kind: str
    id: str
    before: tuple[tuple[str, str], ...]
    now: tuple[tuple[str, str], ...]


def item_changes(
    old: Manifest, new: Manifest, pairs: Iterable[tuple[ManifestEntry, ManifestEntry]]
) -> tuple[ItemChange, ...]:
    """What changed in editions that are in both builds, each change once, with its editions."""
    editions: dict[_Seen, list[Edition]] = {}
    for before, now in pairs:
        for seen in _seen(old, new, before, now):
            editions.setdefault(seen, []).append(edition_of(now))
    changes = (_change(seen, tuple(names)) for seen, names in editions.items())
    return tuple(sorted(changes, key=lambda change: (change.kind, change.id, change.editions)))


def edition_of(entry: ManifestEntry) -> Edition:
    """The edition that an entry is of."""
    return Edition(entry.brand, entry.audience, entry.layout, entry.format, entry.size)


def _seen(
    old: Manifest, new: Manifest, before: ManifestEntry, now: ManifestEntry
) -> Iterator[_Seen]:
    for kind in KINDS:
        was = _items(old, before, kind)
        now_is = _items(new, now, kind)
        for name in dict.fromkeys((*was, *now_is)):
            one, other = was.get(name), now_is.get(name)
            if one != other:
                yield _Seen(kind, name, _fields(one), _fields(other))


def _items(manifest: Manifest, entry: ManifestEntry, kind: str) -> Mapping[str, Told]:
    """The items of a kind that an edition prints, with what they say."""
    if kind == CONTACTS:
        return manifest.texts.get(entry.contacts, {}).get(kind, {})
    texts = manifest.texts.get(entry.texts, {}).get(kind, {})
    names = entry.messages if kind == MESSAGES else entry.facts
    return {name: texts.get(name, {}) for name in names}


def _fields(told: Told | None) -> tuple[tuple[str, str], ...]:
    """Fields as they can be compared; an item that is there without a text is still there."""
    return () if told is None else (("", ""), *sorted(told.items()))


def _change(seen: _Seen, editions: tuple[Edition, ...]) -> ItemChange:
    before, now = dict(seen.before), dict(seen.now)
    sort = Sort.CHANGED if before and now else (Sort.REMOVED, Sort.ADDED)[bool(now)]
    names = [name for name in dict.fromkeys((*now, *before)) if before.get(name) != now.get(name)]
    fields = tuple(
        FieldChange(name, word_changes(before.get(name, ""), now.get(name, "")))
        for name in names
        if name
    )
    label = now.get("label") or before.get("label") or ""
    name = f"{label} ({seen.id})" if seen.kind == CONTACTS and label else seen.id
    return ItemChange(seen.kind, name, sort, fields, editions)
