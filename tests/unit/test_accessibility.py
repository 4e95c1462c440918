"""The page on accessibility names only checks that there are."""

import re
from pathlib import Path

from briefpress.catalogue import rule_of
from briefpress.cli.commands import briefpress

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")


def test_every_code_is_in_the_catalogue() -> None:
    codes = set(re.findall(r"`([A-Z]+(?:-[A-Z]+)+)`", PAGE))
    assert len(codes) > 15
    assert [code for code in sorted(codes) if rule_of(code) is None] == []


def test_every_test_and_command_is_there() -> None:
    files = set(re.findall(r"`(tests/[\w/]+\.py)`", PAGE))
    assert len(files) >= 4
    assert [name for name in sorted(files) if not (ROOT / name).is_file()] == []
    for name in re.findall(r"`briefpress (\w+)", PAGE):
        assert name in briefpress.commands


def test_the_statement_has_what_the_regulations_ask_for() -> None:
    """Regulation 8 of 2018 and the model statement: what fails, why, whom to ask, who enforces."""
    statement = PAGE.partition("## A statement to publish")[2]
    for part in (
        "What is not accessible",
        "disproportionate burden",
        "Tell us",
        "Equality Advisory and Support Service",
        "Equality\n> and Human Rights Commission",
        "How we tested",
        "prepared on",
    ):
        assert part in statement
