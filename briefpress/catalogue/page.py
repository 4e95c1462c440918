"""The catalogue as a page for people: docs/preflight.md."""

import sys
from collections.abc import Iterable
from pathlib import Path

from briefpress.catalogue import PARTS
from briefpress.catalogue.rule import Rule

_HEAD = """# What briefpress checks

Every finding has a code, a severity, a place and, as a rule, a hint. An **error** keeps the
documents that it covers from being written, and no others. A **warning** does not, unless you
build with `--strict`. A **note** changes nothing. Codes are permanent: `briefpress explain CODE`
says what is said here.

Of each code this page says what is certain where it is silent (**proves**), and what may be wrong
all the same (**cannot see**). Read both: what no check can see is left to a person.

This page is made: `python -m briefpress.catalogue.page docs/preflight.md`.
"""


def as_markdown() -> str:
    """The page: for each part of the catalogue a table of its codes, then each code in full."""
    return "\n".join((_HEAD, *(_part(title, rules) for title, rules in PARTS)))


def _part(title: str, rules: Iterable[Rule]) -> str:
    ordered = sorted(rules, key=lambda rule: rule.code)
    rows = (
        f"| [`{rule.code}`](#{rule.code.lower()}) | {rule.severity} | {_cell(rule.title)} |"
        for rule in ordered
    )
    head = ("| code | severity | what is wrong |", "|---|---|---|")
    return "\n".join((f"## {title}", "", *head, *rows, "", *(_entry(rule) for rule in ordered)))


def _entry(rule: Rule) -> str:
    silence = " It may be silenced for one edition." if rule.silenceable else ""
    return "\n".join(
        (
            f"### {rule.code}",
            "",
            f"**{rule.title}** ({rule.severity}). {rule.explain}{silence}",
            "",
            f"* Cure: {rule.cure}",
            f"* Proves: {rule.proves}",
            f"* Cannot see: {rule.limit}",
            "",
        )
    )


def _cell(text: str) -> str:
    """Text that no bar of its own cuts in two."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(as_markdown(), encoding="utf-8")
