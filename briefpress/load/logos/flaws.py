"""Flaws of a logo file: what is wrong, and on which line."""

from typing import NamedTuple

from briefpress.load.findings import Fault


class Flaw(NamedTuple):
    """A fault, and the line of the file on which it stands; 0 if it is not known."""

    fault: Fault
    line: int = 0


class RefusedError(Exception):
    """Nothing more can be said of the file than this."""

    def __init__(self, fault: Fault, line: int = 0) -> None:
        """Keep what is wrong."""
        super().__init__(fault.message)
        self.flaw = Flaw(fault, line)


class Flaws:
    """Collects flaws, each message once, at the first line that it was said of."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: dict[Fault, int] = {}

    def add(self, fault: Fault, line: int = 0) -> None:
        """Keep one."""
        self._found.setdefault(fault, line)

    def all(self) -> tuple[Flaw, ...]:
        """What was found, in the order of the file."""
        return tuple(Flaw(*found) for found in sorted(self._found.items(), key=lambda f: f[1]))
