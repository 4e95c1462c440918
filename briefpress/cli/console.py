"""The console: what users see of a run, on a terminal, in a file or as JSON."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

from briefpress.catalogue import rule_of
from briefpress.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from briefpress.changes import Changed
    from briefpress.model.edition import Edition
    from briefpress.pipeline import Outcome

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def colors() -> bool | None:
    """Whether to colour: never when NO_COLOR is set (no-color.org), else as click finds out."""
    return False if os.environ.get("NO_COLOR") else None


class _Bar(Protocol):
    def update(self, n_steps: int) -> None:
        """So many more are done."""


class Progress:
    """Counts editions: a bar on a terminal; elsewhere, and where it is verbose, a line each."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        """Be silent when `quiet`."""
        self._quiet = quiet
        self._verbose = verbose
        self._bar: _Bar | None = None
        self._count = 0
        self._done = 0

    @contextmanager
    def over(self, count: int) -> Iterator[None]:
        """Show progress over `count` editions."""
        self._count = count
        if self._quiet or self._verbose or not sys.stderr.isatty() or not count:
            yield
            return
        bar = click.progressbar(
            range(count), label="pressing", file=sys.stderr, show_pos=True, color=colors()
        )
        with bar as self._bar:
            yield
        self._bar = None

    def step(self, edition: "Edition", *, passed: bool) -> None:
        """One edition is done with."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(1)
        elif not self._quiet:
            width = len(str(self._count))
            state = "" if passed else ": has errors"
            line = f"{self._done:{width}}/{self._count} {edition.id}{state}"
            click.echo(line, err=True)


def show_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Every finding with its cure, its own or that of its code, on the error stream."""
    for found in diagnostics:
        place = f"{found.where}: " if found.where.file else ""
        weight = click.style(str(found.severity), fg=_COLORS[found.severity], bold=True)
        click.echo(f"{place}{found.code} {weight}: {found.message}", err=True, color=colors())
        rule = rule_of(found.code)
        cure = rule.cure if rule else ""
        click.echo(f"  hint: {found.hint or cure}", err=True)


def show_summary(outcome: "Outcome", *, verb: str) -> None:
    """How many editions, how many faults; and what stands in the folder but is not listed."""
    for entry in outcome.withdrawn:
        older = "not made this time; the older file stands there, but is no longer listed"
        click.echo(f"{entry.path}: {older}", err=True)
    errors = sum(d.severity is Severity.ERROR for d in outcome.diagnostics)
    warnings = sum(d.severity is Severity.WARNING for d in outcome.diagnostics)
    made = len(outcome.passed) - len(outcome.kept)
    parts = [f"{verb} {made} of {count_of(len(outcome.editions), 'edition')}"]
    parts += [f"{len(outcome.kept)} stood as they are"] if outcome.kept else []
    parts += [f"{count_of(len(outcome.removed), 'file')} removed"] if outcome.removed else []
    parts += [
        count_of(number, word)
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    ]
    from briefpress.model.manifest import PLATE  # noqa: PLC0415 - explain does without models

    contacts = len({(c.change.brand, c.change.kind, c.change.label) for c in outcome.changed})
    parts += [f"{count_of(contacts, 'contact')} changed"] if contacts else []
    parts += [f"{len(outcome.silenced)} silenced"] if outcome.silenced else []
    plates = sum(entry.way == PLATE for entry in outcome.written)
    parts += [f"{plates} from plates"] if plates else []
    click.echo(", ".join(parts), err=True)


def show_json(outcome: "Outcome") -> None:
    """The outcome for programs."""
    from briefpress.model.manifest import told_of  # noqa: PLC0415 - explain does without models

    data = {
        "editions": [edition.id for edition in outcome.editions],
        "passed": [edition.id for edition in outcome.passed],
        "written": [{"id": e.id, "path": e.path, "pages": e.pages} for e in outcome.written],
        "kept": [{"id": e.id, "path": e.path, "pages": e.pages} for e in outcome.kept],
        "removed": list(outcome.removed),
        "withdrawn": [{"id": e.id, "path": e.path} for e in outcome.withdrawn],
        "contact_changes": [as_change(one) for one in outcome.changed],
        "silenced": [{"edition": one.edition, **told_of(one)} for one in outcome.silenced],
        "diagnostics": [as_data(d) for d in outcome.diagnostics],
    }
    print_json(data)


def as_change(changed: "Changed") -> dict[str, str]:
    """A change of a contact as plain data."""
    names = ("brand", "kind", "label", "field", "old", "new")
    told = {name: getattr(changed.change, name) for name in names}
    return {**told, "confirmed_by": changed.confirmed_by}


def print_json(data: object) -> None:
    """Data for programs: the only thing on the output stream."""
    click.echo(json.dumps(data, indent=1, ensure_ascii=False))


def as_data(found: Diagnostic) -> dict[str, object]:
    """A diagnostic as plain data."""
    return {
        "code": found.code,
        "severity": str(found.severity),
        "file": found.where.file,
        "line": found.where.line,
        "message": found.message,
        "hint": found.hint,
    }


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows (one at least) in columns as wide as their widest cell."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def count_of(number: int, word: str) -> str:
    """`1 edition`, `2 editions`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
