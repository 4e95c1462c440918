"""Versions of a brand in its mid-life: what differs from a day on, and which is valid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault
from briefpress.load.packs import VERSIONS
from briefpress.model.entry import LocatedMap
from briefpress.model.fields import parse_day

FROM = "valid_from"


@dataclass(frozen=True)
class Days:
    """The days that decide which version of a brand is valid, and whether one is overdue.

    `issued` is the publication's; `today` only tells a version that nobody has issued yet.
    """

    issued: date | None
    today: date


@dataclass(frozen=True)
class Dated:
    """What one version gives, and the first day on which it is valid."""

    day: date
    data: LocatedMap
    where: Where

    def told(self) -> str:
        """As messages name it: its day and what it changes."""
        return f"the version of {self.day} ({', '.join(self.data) or 'nothing'})"


def versions_of(data: LocatedMap) -> tuple[Dated, ...]:
    """The versions of a pack by their days. What is malformed is left for the model to refuse."""
    items = data.get(VERSIONS)
    maps = (
        [item for item in items if isinstance(item, LocatedMap)] if isinstance(items, list) else []
    )
    found = []
    for item in maps:
        day = _day(item.get(FROM))
        given = LocatedMap(item.where)
        given.lines = dict(item.lines)
        given.update({key: value for key, value in item.items() if key != FROM})
        if day is not None:
            found.append(Dated(day, given, item.where))
    return tuple(sorted(found, key=lambda version: version.day))


def day_of_issue(data: LocatedMap, days: Days) -> date | None:
    """The later of the publication's day and the brand's own: before both nothing is issued."""
    document = data.get("document")
    own = _day(document.get("issued")) if isinstance(document, LocatedMap) else None
    known = [day for day in (own, days.issued) if day is not None]
    return max(known, default=None)


def version_faults(
    versions: Sequence[Dated], issued: date, today: date
) -> Iterator[tuple[Fault, Where]]:
    """What is to be told of versions: two of one day, those that wait, are late, or are past."""
    for version, later in zip_longest(versions, versions[1:]):
        if later is not None and later.day == version.day:
            fault = Fault("ID-TWICE", f"two versions are valid from {version.day}")
            yield fault, later.where
        elif issued < version.day <= today:
            message = f"{version.told()} is valid by now, but the issue is of {issued}"
            hint = "issue it: give document.issued and document.issue anew"
            yield Fault("BRAND-VERSION-LATE", message, hint), version.where
        elif issued < version.day:
            yield Fault("BRAND-VERSION", f"{version.told()} waits for its day"), version.where
        elif later is not None and later.day <= issued:
            message = f"{version.told()} is past: later ones lie over it"
            hint = "write what still holds into the pack, and take the version out"
            yield Fault("BRAND-VERSION", message, hint), version.where


def _day(value: Any) -> date | None:  # noqa: ANN401 - as in the file
    try:
        found = parse_day(value)
    except ValueError:
        return None
    return found if isinstance(found, date) else None
