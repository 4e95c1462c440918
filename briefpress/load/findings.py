"""A place to collect what loading finds wrong, so that all of it can be shown at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from briefpress.catalogue import severity_of
from briefpress.diagnostics import EVERYTHING, NOWHERE, Diagnostic, Scope, Where
from briefpress.names import did_you_mean

MESSAGE_LIMIT = 300
"""Characters. Values of any length are quoted in messages, and a message is one line."""
TOLD = 12
FAULT_LIMIT = 500
"""At one place, of which `TOLD` different ones are told. A line of brackets has 100,000."""


class Fault(NamedTuple):
    """What is wrong, before it is known where it stands."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Names:
    """The names of one kind that exist.

    Without `complete` there may be more: the file that gives them could not be read, and a name
    that is not found is no fault of whoever uses it.
    """

    known: frozenset[str]
    complete: bool = True

    def lack(self, name: str) -> bool:
        """Whether there is certainly no such name."""
        return self.complete and name not in self.known

    def fault(self, code: str, what: str, name: str) -> Fault:
        """That there is no such name, with the nearest one."""
        return Fault(code, f"unknown {what} {name!r}", did_you_mean(name, self.known))


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
        severity = severity_of(code)
        found = Diagnostic(code, severity, one_line(message), where, one_line(hint), scope)
        self._found.append(found)

    def report(
        self, faults: Iterable[Fault], where: Where = NOWHERE, scope: Scope = EVERYTHING
    ) -> None:
        """Record faults that stand at one place; who mends the first few sees the others."""
        for fault in islice(dict.fromkeys(islice(faults, FAULT_LIMIT)), TOLD):
            self.add(fault.code, fault.message, where, hint=fault.hint, scope=scope)

    def since(self, count: int) -> tuple[Diagnostic, ...]:
        """What was found after the first so many."""
        return tuple(self._found[count:])

    def take(self, found: Iterable[Diagnostic]) -> None:
        """Record what was found before."""
        self._found += found

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything found so far; what several brands inherit is said once, for all of them."""
        brands: dict[Diagnostic, frozenset[str]] = {}
        for found in self._found:
            key = _of_brands(found, None if found.scope.brands is None else frozenset())
            brands[key] = brands.get(key, frozenset()) | (found.scope.brands or frozenset())
        return tuple(
            key if key.scope.brands is None else _of_brands(key, slugs)
            for key, slugs in brands.items()
        )


def _of_brands(found: Diagnostic, brands: frozenset[str] | None) -> Diagnostic:
    return replace(found, scope=replace(found.scope, brands=brands))


def one_line(text: str) -> str:
    """The text as it can be shown in one line: short, and without characters that nobody sees."""
    if len(text) > MESSAGE_LIMIT:
        text = f"{text[:MESSAGE_LIMIT]}…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
