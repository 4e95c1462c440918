"""The command that lists the editions of a publication, and presses nothing."""

import click

from briefpress.cli.console import as_data, print_json, show_diagnostics, table
from briefpress.cli.options import Asked
from briefpress.cli.pressing import exit_code, request_of
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.pipeline import Outcome, look
from briefpress.selection import select

EDITION = ("brand", "audience", "layout", "format", "path")
REASON = ("edition", "kind", "item", "decision", "reason")


def run_list(asked: Asked, *, why: bool) -> int:
    """Print the editions, with `why` each item and the reason for it."""
    library, editions, found = look(request_of(asked))
    rows = _reasons(library, editions) if why and library else [_row(e) for e in editions]
    if asked.json:
        names = REASON if why else EDITION
        listed = [dict(zip(names, row, strict=True)) for row in rows]
        print_json({"rows": listed, "diagnostics": [as_data(d) for d in found]})
    else:
        show_diagnostics(found)
        if rows:
            click.echo(table(rows))
    return exit_code(Outcome(found), strict=asked.strict)


def _row(edition: Edition) -> tuple[str, ...]:
    return (edition.brand, edition.audience, edition.layout, edition.format, str(edition.path))


def _reasons(library: Library, editions: tuple[Edition, ...]) -> list[tuple[str, ...]]:
    return [
        (
            edition.id,
            decision.kind,
            decision.item,
            "in" if decision.included else "out",
            decision.reason,
        )
        for edition in editions
        for decision in select(library, edition).decisions
    ]
