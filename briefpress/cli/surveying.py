"""The command that tells of all brands: what each has and lacks, what needs attention first."""

from collections import Counter
from collections.abc import Iterable

import click

from briefpress.cli.console import (
    as_data,
    colors,
    count_of,
    print_json,
    show_diagnostics,
    table,
)
from briefpress.cli.options import Asked
from briefpress.cli.pressing import exit_code, request_of
from briefpress.contents import BRANDS
from briefpress.diagnostics import Diagnostic, Severity
from briefpress.inquiry import survey_brands
from briefpress.model.coverage import Coverage, Source, Survey

HEAD = ("brand", "to see to", "oldest check", "review by", "not given", "inherited")
FOLDED = 40
"""Rows. Where there are more, brands with which nothing is wrong are only counted."""
WIDE, NARROW = 38, 26
"""Characters of a cell that may be cut: of names of brands, and of lists."""


def run_brands(asked: Asked) -> int:
    """Print the state of the brands, and give the exit code."""
    survey, found = survey_brands(request_of(asked))
    if asked.json:
        print_json(_as_data(survey, found))
    elif survey is None:
        show_diagnostics(found)
    else:
        if not asked.quiet:
            click.echo(_table(survey), color=colors())
            click.echo(f"the same, with every finding: {asked.output / BRANDS}", err=True)
        show_diagnostics(survey.shared)
        if not asked.quiet or not all(row.is_sound for row in survey.rows):
            click.echo(_summary(survey), err=True)
    return exit_code(found, strict=asked.strict)


def _table(survey: Survey) -> str:
    """The rows, and in one line those that were left out because they are sound."""
    many = len(survey.rows) > FOLDED
    shown = [row for row in survey.rows if not (many and row.is_sound)]
    folded = len(survey.rows) - len(shown)
    rows = table([HEAD, *(_row(row) for row in shown)])
    more = f"and {count_of(folded, 'brand')} with which nothing is wrong"
    return f"{rows}\n{more}" if folded else rows


def _row(row: Coverage) -> tuple[str, ...]:
    lacks = (f"{lack.what}!" if lack.layouts else lack.what for lack in row.lacks)
    partly = (f"({name})" for name in row.named(Source.PARTLY))
    return (
        _cut(row.slug, WIDE),
        _codes(row) or "-",
        str(row.oldest.checked_on) if row.oldest else "-",
        str(row.review_by or "-"),
        _cut(" ".join(lacks), NARROW) or "-",
        " ".join((*row.named(Source.INHERITED), *partly)) or "-",
    )


def _codes(row: Coverage) -> str:
    """What is wrong, by code, errors first: `CONTACT-EXPIRED 2, REVIEW-SOON`."""
    weighty = [found for found in row.findings if found.severity is not Severity.NOTE]
    weighty.sort(key=lambda found: found.severity is not Severity.ERROR)
    counts = Counter(found.code for found in weighty)
    return ", ".join(code if n == 1 else f"{code} {n}" for code, n in counts.items())


def _summary(survey: Survey) -> str:
    rows = survey.rows
    parts = [count_of(len(rows), "brand")]
    told = (
        (sum(bool(row.errors) for row in rows), "with errors"),
        (sum(bool(row.warnings and not row.errors) for row in rows), "with warnings"),
        (sum(bool(row.waiting) for row in rows), "with a version that waits"),
        (sum(row.is_sound for row in rows), "sound"),
    )
    return ", ".join([*parts, *(f"{count} {words}" for count, words in told if count)])


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _as_data(survey: Survey | None, found: Iterable[Diagnostic]) -> dict[str, object]:
    """The survey for programs."""
    return {
        "today": str(survey.today) if survey else None,
        "brands": [_row_data(row) for row in survey.rows] if survey else [],
        "diagnostics": [as_data(each) for each in found],
    }


def _row_data(row: Coverage) -> dict[str, object]:
    return {
        "brand": row.slug,
        "name": row.name,
        "errors": row.errors,
        "warnings": row.warnings,
        "extends": row.extends,
        "parts": {name: str(source) for name, source in row.parts},
        "lacks": [
            {"what": lack.what, "audiences": lack.audiences, "layouts": lack.layouts}
            for lack in row.lacks
        ],
        "contacts": [
            {
                "kind": contact.kind,
                "label": contact.label,
                "checked_on": str(contact.checked_on),
                "days": contact.days,
            }
            for contact in row.contacts
        ],
        "review_by": str(row.review_by) if row.review_by else None,
        "waiting": [str(day) for day in row.waiting],
        "diagnostics": [as_data(found) for found in row.findings],
    }
