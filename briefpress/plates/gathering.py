"""Gathering: what comes of shares put together, what is to be done next, and what follows at last.

Whoever did the shares and in whatever order, the plate that is kept or the reason why it is refused
is what one process alone would have come to: `accepted` says so. Where a trial does not come back
nothing is decided, and who needs the plate tries it whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefpress.model.edition import Edition
from briefpress.plates.keeping import Store, from_bytes, keep
from briefpress.plates.making import ReadyPlate
from briefpress.plates.shares import (
    Bare,
    Looking,
    Making,
    Missing,
    Part,
    Rendered,
    Rendering,
    Tried,
    Trying,
)
from briefpress.plates.source import UnfitError
from briefpress.plates.trial import Trial, accepted, turns
from briefpress.workers import Done

NOBODY = ""
"""Where there are not so many brands."""


@dataclass
class _Sheaf:
    """What has come back of one plate: it, files of brands, those asked for, trials by turn."""

    bare: Bare | None = None
    files: dict[str, bytes] = field(default_factory=lambda: {NOBODY: b""})
    asked: set[int] = field(default_factory=set)
    trials: dict[int, Trial | None] = field(default_factory=dict)


class Gathering:
    """Follows the shares of plates."""

    def __init__(self, store: Store, brands: Sequence[str]) -> None:
        """Plates go to the `store`, and will most likely be tried on these `brands`."""
        self._store = store
        self._brands = tuple(brands[turn] if turn < len(brands) else NOBODY for turn in turns())
        self._sheaves: dict[Edition, _Sheaf] = {}
        self._refused: dict[str, str] = {}

    @property
    def refused(self) -> Mapping[str, str]:
        """The plates that are not used, by name, and why."""
        return dict(self._refused)

    def follow(self, done: Done[Looking, Part | None]) -> tuple[Looking, ...]:
        """Take what came of a share, and say which come next."""
        share, part = done.job, done.result
        sheaf = self._sheaves.setdefault(share.plate, _Sheaf())
        if isinstance(part, Missing):
            slugs = (slug for slug in self._brands if slug != NOBODY)
            others = (replace(share.edition, brand=slug) for slug in slugs)
            return (Making(share.edition), *map(Rendering, others))
        if isinstance(part, Bare):
            self._take(sheaf, part)
        if isinstance(share, Rendering):  # What failed fails again in the trial, and is told there.
            sheaf.files[share.edition.brand] = part.file if isinstance(part, Rendered) else b""
        if isinstance(share, Trying) and isinstance(part, Tried):
            sheaf.trials[share.turn] = part.trial
            self._decide(sheaf)
        return tuple(self._ready(share.edition, sheaf))

    def _take(self, sheaf: _Sheaf, bare: Bare) -> None:
        if bare.reason:
            self._refused[bare.name] = bare.reason
        else:
            sheaf.bare = bare

    def _ready(self, edition: Edition, sheaf: _Sheaf) -> Iterator[Trying]:
        """The trials that have all they need and have not been asked for."""
        if sheaf.bare is None:
            return
        for turn, slug in enumerate(self._brands):
            if turn not in sheaf.asked and slug in sheaf.files:
                sheaf.asked.add(turn)
                yield Trying(edition, turn, sheaf.bare.data, slug, sheaf.files[slug])

    def _decide(self, sheaf: _Sheaf) -> None:
        """With the last trial: keep the plate, or refuse it."""
        if sheaf.bare is None or sheaf.trials.keys() != set(turns()):
            return
        bare, plate = sheaf.bare, from_bytes(sheaf.bare.data, ReadyPlate)
        found = [trial for turn in turns() if (trial := sheaf.trials[turn]) is not None]
        sheaf.bare = None
        sheaf.files.clear()
        try:
            if plate is not None:
                keep(self._store, bare.name, accepted(plate, found))
        except UnfitError as error:
            self._refused[bare.name] = str(error)
