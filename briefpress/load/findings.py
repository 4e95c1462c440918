"""A place to collect what loading finds wrong, so that all of it can be shown at once."""

import difflib
from collections.abc import Iterable

from briefpress.catalogue import severity_of
from briefpress.diagnostics import EVERYTHING, NOWHERE, Diagnostic, Scope, Where


class Findings:
    """Collects diagnostics. Reports under a scope cover only the editions of that scope."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self._found: list[Diagnostic] = []

    def add(
        self,
        code: str,
        message: str,
        where: Where = NOWHERE,
        *,
        hint: str = "",
        scope: Scope = EVERYTHING,
    ) -> None:
        """Record one finding; its severity is the catalogue's."""
        self._found.append(Diagnostic(code, severity_of(code), message, where, hint, scope))

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything found so far."""
        return tuple(self._found)


def did_you_mean(wrong: str, valid: Iterable[str]) -> str:
    """A hint that names the nearest valid name, or lists all when none is near."""
    names = sorted(valid)
    near = difflib.get_close_matches(wrong, names, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"known are: {', '.join(names)}" if names else ""
