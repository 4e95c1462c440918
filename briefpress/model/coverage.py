"""Coverage: the state of one brand, what it gives itself, and what it leaves to what it extends."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefpress.diagnostics import Diagnostic, Severity


class Source(StrEnum):
    """Where a part of a brand comes from."""

    OWN = "own"
    """All of it stands in the brand's own pack."""
    PARTLY = "partly"
    """Some of its keys do."""
    INHERITED = "inherited"
    """It is that of what the brand extends."""
    ABSENT = "absent"
    """Nobody gives it."""


@dataclass(frozen=True)
class Lack:
    """Something that a brand does not have: a kind of contact, a link.

    `layouts` need it and are not made without it; where there are none, nothing stops.
    """

    what: str
    audiences: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Checked:
    """A contact and when somebody last tried it."""

    kind: str
    label: str
    checked_on: date
    days: int
    """Between that day and the day of the survey."""


@dataclass(frozen=True)
class Coverage:
    """One brand. One that could not be read has a slug and findings, and nothing else."""

    slug: str
    name: str = ""
    extends: str = ""
    parts: tuple[tuple[str, Source], ...] = ()
    lacks: tuple[Lack, ...] = ()
    contacts: tuple[Checked, ...] = ()
    """The one that was tried longest ago stands first."""
    review_by: date | None = None
    waiting: tuple[date, ...] = ()
    """The days of versions that are not valid yet."""
    findings: tuple[Diagnostic, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings weigh as much."""
        return sum(found.severity is severity for found in self.findings)

    @property
    def errors(self) -> int:
        """Findings that keep documents from being made."""
        return self.count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """Findings that should be looked at."""
        return self.count(Severity.WARNING)

    @property
    def is_sound(self) -> bool:
        """Whether nothing needs to be done."""
        return not self.errors and not self.warnings

    @property
    def oldest(self) -> Checked | None:
        """The contact that was tried longest ago."""
        return self.contacts[0] if self.contacts else None

    def named(self, source: Source) -> tuple[str, ...]:
        """The parts that come from there."""
        return tuple(name for name, where in self.parts if where is source)


@dataclass(frozen=True)
class Survey:
    """All brands that were asked for, those that need attention first, and how it was judged.

    `shared` are findings that concern every brand, so no row counts them.
    """

    today: date
    rows: tuple[Coverage, ...]
    shared: tuple[Diagnostic, ...] = ()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Every finding of the rows, once."""
        return tuple(dict.fromkeys(found for row in self.rows for found in row.findings))
