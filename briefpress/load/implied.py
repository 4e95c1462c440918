"""What a brand takes from the series without having said so: its name above all."""

from collections.abc import Iterator, Sequence

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault
from briefpress.load.packs import Pack
from briefpress.model.entry import LocatedMap

_WHOLE = ("logo", "organisation", "contacts", "partners", "links", "document", "local")
_PARTS = (("meta", "name"), ("color", "primary"))


def implied_faults(chain: Sequence[Pack]) -> Iterator[tuple[Fault, Where]]:
    """What falls to the series in a pack that has no `extends`; that its name does is a warning."""
    pack, *parents = chain
    if not pack.implied or not parents:
        return
    series = parents[0]
    where = pack.data.where
    if not _has(pack.data, "meta", "name"):
        message = f"it gives no name, so its documents have that of {series.slug!r}"
        yield Fault("BRAND-NAME", message, "add `meta:` with `name:`"), where
    taken = [
        *(name for name in _WHOLE if name in series.data and name not in pack.data),
        *(".".join(part) for part in _PARTS[1:] if not _has(pack.data, *part)),
    ]
    if taken:
        message = f"it extends {series.slug!r} unasked, which gives it {', '.join(taken)}"
        hint = f"say `extends: {series.slug}` if that is meant; in a brand.yaml give what is yours"
        yield Fault("BRAND-IMPLIED", message, hint), where


def _has(data: LocatedMap, part: str, key: str) -> bool:
    below = data.get(part)
    return isinstance(below, LocatedMap) and bool(below.get(key))
