"""The console: what users see of a run, on a terminal, in a file or as JSON."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from briefpress.catalogue import rule_of
from briefpress.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from briefpress.changes import Changed
    from briefpress.recalling import Recalled
    from briefpress.tally import Outcome

BOARDS, CODES = 40, 3
"""Boards that are told one by one, and codes of each."""
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def colors() -> bool | None:
    """Whether to colour: never when NO_COLOR is set (no-color.org), else as click finds out."""
    return False if os.environ.get("NO_COLOR") else None


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
    """What stands in the folder but is not listed; which boards lack something; and the count."""
    for entry in outcome.withdrawn:
        older = "not made this time; the older file stands there, but is no longer listed"
        click.echo(f"{entry.path}: {older}", err=True)
    boards = boards_of(outcome)
    if boards:
        click.echo(boards, err=True)
    made = len(outcome.passed) - len(outcome.kept)
    parts = [f"{verb} {made} of {count_of(len(outcome.editions), 'edition')}"]
    parts += [f"{len(outcome.kept)} stood as they are"] if outcome.kept else []
    parts += [f"{count_of(len(outcome.removed), 'file')} removed"] if outcome.removed else []
    parts += _faults(outcome.diagnostics)
    from briefpress.model.manifest import PLATE  # noqa: PLC0415 - explain does without models

    contacts = len({(c.change.brand, c.change.kind, c.change.label) for c in outcome.changed})
    parts += [f"{count_of(contacts, 'contact')} changed"] if contacts else []
    parts += [f"{len(outcome.silenced)} silenced"] if outcome.silenced else []
    plates = sum(entry.way == PLATE for entry in outcome.written)
    parts += [f"{plates} from plates"] if plates else []
    click.echo(", ".join(parts), err=True)


def show_recalled(recalled: "Recalled", *, as_json: bool, quiet: bool) -> None:
    """What the last build said, as one that had nothing to do would say it."""
    if as_json:
        print_json(_recalled_data(recalled))
        return
    show_diagnostics(recalled.diagnostics)
    if not quiet:
        count = len(recalled.editions)
        parts = [f"built 0 of {count_of(count, 'edition')}", f"{count} stood as they are"]
        parts += _faults(recalled.diagnostics)
        parts += [f"{len(recalled.silenced)} silenced"] if recalled.silenced else []
        click.echo(", ".join(parts), err=True)


def _recalled_data(recalled: "Recalled") -> dict[str, object]:
    """As of `show_json`."""
    return {
        "editions": list(recalled.editions),
        "passed": [one["id"] for one in recalled.kept],
        "written": [],
        "kept": list(recalled.kept),
        "removed": [],
        "withdrawn": [],
        "contact_changes": [],
        "silenced": list(recalled.silenced),
        "diagnostics": [as_data(found) for found in recalled.diagnostics],
    }


def boards_of(outcome: "Outcome") -> str:
    """The boards that lack an edition, with how many stand and what is in the way; else empty.

    What stops all of them alike has been said, and is not said again for each.
    """
    passed = set(outcome.passed)
    errors = [found for found in outcome.diagnostics if found.severity is Severity.ERROR]
    if not passed and not any(found.scope.brands for found in errors):
        return ""
    rows = []
    for brand in dict.fromkeys(edition.brand for edition in outcome.editions):
        mine = [edition for edition in outcome.editions if edition.brand == brand]
        lacking = [edition for edition in mine if edition not in passed]
        if lacking:
            rows.append(
                (brand, str(len(mine) - len(lacking)), str(len(lacking)), _why(outcome, brand))
            )
    more = len(rows) - BOARDS
    shown = table([("board", "made", "not made", "why"), *rows[:BOARDS]]) if rows else ""
    return f"{shown}\nand {more} more boards" if more > 0 else shown


def _why(outcome: "Outcome", brand: str) -> str:
    """The codes of the errors that concern a board, the most frequent first.

    Where there is none, a strict build has refused its documents for warnings.
    """
    counts = _codes(outcome, brand, Severity.ERROR) or _codes(outcome, brand, Severity.WARNING)
    told = [code if n == 1 else f"{code} {n}" for code, n in counts.most_common(CODES)]
    more = len(counts) - len(told)
    return ", ".join(told) + (f" and {more} more" if more > 0 else "")


def _codes(outcome: "Outcome", brand: str, severity: Severity) -> Counter[str]:
    return Counter(
        found.code
        for found in outcome.diagnostics
        if found.severity is severity
        and (found.scope.brands is None or brand in found.scope.brands)
    )


def _faults(found: Iterable[Diagnostic]) -> list[str]:
    counts = Counter(one.severity for one in found)
    told = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"))
    return [count_of(counts[severity], word) for severity, word in told if counts[severity]]


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
