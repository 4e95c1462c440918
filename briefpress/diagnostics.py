"""A diagnostic: what is wrong, how badly, where, and what cures it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs."""

    ERROR = "error"
    """The documents that it covers are not written."""
    WARNING = "warning"
    """The documents are written; `--strict` makes it an error."""
    NOTE = "note"
    """Worth knowing; changes nothing."""


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file: its path as the user would type it, and its line counted from 1."""

    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        """`file:line`, or the file alone when the line is not known."""
        return f"{self.file}:{self.line}" if self.line else self.file


NOWHERE = Where()


@dataclass(frozen=True)
class Scope:
    """The editions that a diagnostic covers; None stands for all of that kind."""

    brands: frozenset[str] | None = None
    audiences: frozenset[str] | None = None
    layouts: frozenset[str] | None = None

    def covers(self, brand: str, audience: str, layout: str) -> bool:
        """Whether the edition of this brand, audience and layout is covered."""
        return (
            (self.brands is None or brand in self.brands)
            and (self.audiences is None or audience in self.audiences)
            and (self.layouts is None or layout in self.layouts)
        )


EVERYTHING = Scope()


@dataclass(frozen=True)
class Diagnostic:
    """One finding. `code` is permanent and stands in the catalogue."""

    code: str
    severity: Severity
    message: str
    where: Where = NOWHERE
    hint: str = ""
    scope: Scope = EVERYTHING

    def __str__(self) -> str:
        """The finding on one line, and its cure on a second."""
        place = f"{self.where}: " if self.where.file else ""
        line = f"{place}{self.code} {self.severity}: {self.message}"
        return f"{line}\n  hint: {self.hint}" if self.hint else line


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def fails(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether they keep what they cover from being written."""
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(found.severity in stopping for found in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each once, by file, line and code: the order in which an editor mends them."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.where, d.code, d.message)))
