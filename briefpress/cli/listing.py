"""The command that lists the editions of a publication, and presses nothing."""

import click

from briefpress.cli.console import as_data, print_json, show_diagnostics, table
from briefpress.cli.options import Asked
from briefpress.cli.pressing import exit_code, request_of
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.order import look
from briefpress.selection import select

EDITION = ("brand", "audience", "layout", "format", "path")
REASONS = 4
"""Reasons that are told of an edition before the rest is counted."""
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
    return exit_code(found, strict=asked.strict)


def run_list_stale(asked: Asked) -> int:
    """Print the editions that a build would make now, each with the reasons."""
    from briefpress.pipeline import look_for_stale  # noqa: PLC0415 - knows the press

    plan, found = look_for_stale(request_of(asked))
    stale = sorted(plan.stale.items()) if plan else []
    if asked.json:
        listed = [{"edition": edition.id, "why": list(why)} for edition, why in stale]
        print_json({"stale": listed, "diagnostics": [as_data(d) for d in found]})
    else:
        show_diagnostics(found)
        if stale:
            click.echo(table([("edition", "why"), *((e.id, _reason(why)) for e, why in stale)]))
        if plan and not asked.quiet:
            click.echo(f"{len(stale)} stale, {len(plan.fresh)} as they would be made", err=True)
    return exit_code(found, strict=asked.strict)


def _reason(why: tuple[str, ...]) -> str:
    """The first reasons; who mends a word wants to see which, not forty of them."""
    more = len(why) - REASONS
    return "; ".join(why[:REASONS]) + (f"; and {more} more" if more > 0 else "")


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
