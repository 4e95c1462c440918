"""The catalogue as a page for people: docs/preflight.md."""

import sys
from collections.abc import Iterable
from pathlib import Path

from briefpress.catalogue import content, files, pages
from briefpress.catalogue.rule import Rule

_HEAD = """# What briefpress checks

Every finding has a code, a severity, a place and, as a rule, a hint. An **error** keeps the
documents that it covers from being written, and no others. A **warning** does not, unless you build
with `--strict`. Codes are permanent: `briefpress explain CODE` says what is said here.

This page is made: `python -m briefpress.catalogue.page docs/preflight.md`.
"""
_PARTS = (
    ("Files and their form", files.RULES),
    ("Content", content.RULES),
    ("Pages", pages.RULES),
)


def as_markdown() -> str:
    """The page, with one table for each part of the catalogue."""
    return "\n".join((_HEAD, *(_part(title, rules) for title, rules in _PARTS)))


def _part(title: str, rules: Iterable[Rule]) -> str:
    rows = [
        f"| `{rule.code}` | {rule.severity} | {_cell(f'**{rule.title}.** {rule.explain}')} "
        f"| {_cell(rule.cure)} |"
        for rule in sorted(rules, key=lambda rule: rule.code)
    ]
    head = ("| code | severity | what it means | cure |", "|---|---|---|---|")
    return "\n".join((f"## {title}", "", *head, *rows, ""))


def _cell(text: str) -> str:
    """Text that no bar of its own cuts in two."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(as_markdown(), encoding="utf-8")
