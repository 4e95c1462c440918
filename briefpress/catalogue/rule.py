"""A rule of the catalogue: one permanent code, its weight, and what it means to a user."""

from dataclasses import dataclass

from briefpress.diagnostics import Severity


@dataclass(frozen=True)
class Rule:
    """One code. A code that is no longer used is never given to another rule."""

    code: str
    severity: Severity
    title: str
    explain: str
    cure: str
