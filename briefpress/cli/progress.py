"""Progress: how far a build is, how fast it goes, how long it will take, and what went wrong."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

from briefpress.cli.console import colors, count_of

if TYPE_CHECKING:
    from briefpress.model.edition import Edition

EVERY = 10.0
"""Seconds between two lines where there is no terminal."""
_MINUTE, _HOUR = 60, 3600


class _Bar(Protocol):
    def update(self, n_steps: int, current_item: str) -> None:
        """So many more are done."""


class Progress:
    """Counts editions: a bar on a terminal, elsewhere a line now and then.

    Where it is verbose there is a line for each edition.
    """

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        """Be silent when `quiet`."""
        self._quiet = quiet
        self._verbose = verbose and not quiet
        self._bar: _Bar | None = None
        self._count = 0
        self._done = 0
        self._faults = 0
        self._began = self._said = time.monotonic()

    @contextmanager
    def over(self, count: int) -> Iterator[None]:
        """Show progress over `count` editions."""
        self._count = count
        self._began = self._said = time.monotonic()
        if self._quiet or self._verbose or not sys.stderr.isatty() or not count:
            yield
            return
        bar = click.progressbar(
            range(count),
            label="pressing",
            file=sys.stderr,
            show_pos=True,
            show_eta=False,
            color=colors(),
            item_show_func=lambda told: told or "",  # Before the first one there is nothing.
        )
        with bar as self._bar:  # type: ignore[assignment] # it shows any item
            yield
        self._bar = None

    def step(self, edition: "Edition", *, passed: bool) -> None:
        """One edition is done with."""
        self._done += 1
        self._faults += not passed
        now = time.monotonic()
        if self._bar is not None:
            self._bar.update(1, self._told(now))
        elif self._verbose:
            width = len(str(self._count))
            state = "" if passed else ": has errors"
            click.echo(f"{self._done:{width}}/{self._count} {edition.id}{state}", err=True)
        elif not self._quiet and now - self._said >= EVERY:
            self._said = now
            line = f"{self._done} of {count_of(self._count, 'edition')}, {self._told(now)}"
            click.echo(line, err=True)

    def _told(self, now: float) -> str:
        """`88 left, 3.1 a second, 28 s to go, 2 with errors`."""
        rate = self._done / max(now - self._began, 0.001)
        left = self._count - self._done
        parts = [f"{left} left", f"{rate:.1f} a second", f"{lasting(left / rate)} to go"]
        parts += [f"{self._faults} with errors"] if self._faults else []
        return ", ".join(parts)


def lasting(seconds: float) -> str:
    """A time as it is said: `28 s`, `3 min 20 s`, `1 h 5 min`."""
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE} s"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE} min"
