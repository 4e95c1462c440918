"""Shares: the trial of a plate parted between processes, and put together again.

A share is one brand. Whoever has one makes the plate for itself, if it has not yet: that takes less
than to wait for another process. So what comes back counts only together with trials of a plate
that is the same byte for byte, and what follows from three is told as for one process. Where a part
does not come back nothing is decided, and who needs the plate tries it whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefpress.model.edition import Edition
from briefpress.plates.keeping import Store, from_bytes, keep
from briefpress.plates.making import ReadyPlate
from briefpress.plates.source import UnfitError
from briefpress.plates.trial import Trial, accepted, turns


@dataclass(frozen=True)
class Share:
    """The brand that the plate of an edition is to be tried on when it is its turn."""

    edition: Edition
    turn: int

    @property
    def plate(self) -> Edition:
        """The plate, by the edition without its brand."""
        return self.edition.unbranded


@dataclass(frozen=True)
class Part:
    """What came of a share: the plate of this name, as it is kept, and how it did.

    There is no `trial` where there are not so many brands to try it on, and no plate where it
    cannot be made, for a `reason`.
    """

    name: str
    turn: int
    plate: bytes = b""
    trial: Trial | None = None
    reason: str = ""


def shares_of(editions: Iterable[Edition]) -> tuple[Share, ...]:
    """What is to be found out of the plates of some editions."""
    return tuple(Share(edition, turn) for edition in editions for turn in turns())


class Gathering:
    """Puts parts together, in whatever order they come, and keeps the plates that are accepted."""

    def __init__(self, store: Store) -> None:
        """Start with nothing."""
        self._store = store
        self._parts: dict[tuple[str, bytes], dict[int, Trial | None]] = {}
        self._refused: dict[str, str] = {}

    @property
    def refused(self) -> Mapping[str, str]:
        """The plates that are not used, by name, and why."""
        return dict(self._refused)

    def add(self, part: Part | None) -> None:
        """Take a part; with the last one of a plate it is decided."""
        if part is None:
            return
        if part.reason:
            self._refused[part.name] = part.reason
            return
        key = (part.name, part.plate)
        parts = self._parts.setdefault(key, {})
        parts[part.turn] = part.trial
        if parts.keys() == set(turns()):
            del self._parts[key]
            self._decide(part, _in_turn(parts))

    def _decide(self, part: Part, trials: Iterable[Trial]) -> None:
        plate = from_bytes(part.plate, ReadyPlate)
        try:
            if plate is not None:
                keep(self._store, part.name, accepted(plate, trials))
        except UnfitError as error:
            self._refused[part.name] = str(error)


def _in_turn(parts: Mapping[int, Trial | None]) -> Iterator[Trial]:
    """What was found, as one process would have found it."""
    for turn in sorted(parts):
        trial = parts[turn]
        if trial is not None:
            yield trial
