"""The report: what was checked of each edition, and what a person must look at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from briefpress.diagnostics import Diagnostic, Severity
from briefpress.model.checked import Result, Spot
from briefpress.model.edition import Edition
from briefpress.model.exceptions import Silenced
from briefpress.model.manifest import Told


@dataclass(frozen=True)
class Sighting:
    """A page on which faults can be seen, drawn in red: its number and its picture (PNG)."""

    page: int
    picture: bytes


@dataclass(frozen=True)
class Examined:
    """One edition: what was checked of it and found, and pictures of the pages with faults."""

    edition: Edition
    written: bool
    pages: int = 0
    results: tuple[Result, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    sightings: tuple[Sighting, ...] = ()


def spots_of(results: tuple[Result, ...]) -> tuple[Spot, ...]:
    """Where the faults of an edition can be seen."""
    return tuple(spot for result in results for fault in result.faults for spot in fault.spots)


@dataclass(frozen=True)
class ReportRow:
    """One edition as the report lists it; without a path, no file of it stands.

    `stopped` is how many findings keep it from being made before a page was laid out.
    """

    id: str
    brand: str
    audience: str
    layout: str
    format: str
    path: str = ""
    pages: int = 0
    checks: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Told, ...] = ()
    silenced: tuple[Told, ...] = ()
    has_page: bool = False
    way: str = ""

    @property
    def errors(self) -> int:
        """How many errors stand against it."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many warnings it has."""
        return self._count(Severity.WARNING)

    @property
    def state(self) -> str:
        """`error`, `warning` or `sound`."""
        if self.errors or not self.path:
            return "error"
        return "warning" if self.warnings else "sound"

    @property
    def passed(self) -> int:
        """How many checks it passed."""
        return sum(verdict == "pass" for verdict in self.checks.values())

    def _count(self, severity: Severity) -> int:
        return sum(found["severity"] == severity for found in self.findings)


@dataclass(frozen=True)
class Landmark:
    """A day that somebody has to keep in mind, and whose it is."""

    day: date
    what: str
    whose: str = ""


@dataclass(frozen=True)
class Ease:
    """How hard the text of one audience is: words in a sentence, sentences that are long, grade.

    A `grade` of 0 means nothing: the language is not English.
    """

    audience: str
    mean: float
    long: int
    sentences: int
    grade: float


@dataclass(frozen=True)
class Report:
    """The rows, and at their head what a person must look at.

    Of all `facts`, `keyed_facts` were keyed by two people alike.
    """

    rows: tuple[ReportRow, ...]
    findings: tuple[Diagnostic, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    oldest_contact: Landmark | None = None
    next_review: Landmark | None = None
    facts: int = 0
    keyed_facts: int = 0
    ease: tuple[Ease, ...] = ()

    @property
    def ways(self) -> Mapping[str, int]:
        """How many documents were made in which way, the most first; empty if there was but one."""
        return dict(Counter(row.way for row in self.rows if row.way).most_common())
