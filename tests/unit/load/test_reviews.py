"""Review dates: overdue, soon, and for whom."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from briefpress.diagnostics import Diagnostic
from briefpress.load import load
from tests.conftest import Edit

Find = Callable[..., list[Diagnostic]]


@pytest.fixture
def found(specimen: Path, layouts: Path) -> Find:
    """What is found on a day."""

    def find(day: str) -> list[Diagnostic]:
        return list(load(specimen, layouts, date.fromisoformat(day)).diagnostics)

    return find


def messages(found: list[Diagnostic]) -> list[str]:
    return sorted(f"{d.code} {d.message}" for d in found)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-31", []),
        ("2027-01-01", ["REVIEW-SOON", "in 60 days"]),
        ("2027-03-01", ["REVIEW-SOON", "tomorrow"]),
        ("2027-03-02", ["REVIEW-SOON", "today"]),
        ("2027-03-03", ["REVIEW-OVERDUE", "2027-03-02"]),
    ],
)
def test_a_publication_is_due(found: Find, day: str, said: list[str]) -> None:
    told = [m for m in messages(found(day)) if "the publication" in m]
    assert bool(told) == bool(said)
    assert all(part in told[0] for part in said)


def test_a_board_is_due_for_itself_alone(found: Find, edit: Edit) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "review_by: 2027-03-05", "review_by: 2026-10-01")
    (one,) = found("2026-11-24")
    assert one.message == "the brand's document was due for review on 2026-10-01"
    assert one.scope.covers("wexbridge", "hosts", "card")
    assert not one.scope.covers("_series", "hosts", "card")


def test_a_message_is_due_for_its_readers_alone(found: Find, edit: Edit) -> None:
    edit.replace("messages.yaml", "  - id: W3\n", "  - id: W3\n    review_by: 2026-10-01\n")
    (one,) = found("2026-11-24")
    assert one.message == "W3 was due for review on 2026-10-01"
    assert one.scope.audiences == frozenset({"hosts"})


def test_a_fact_is_due_for_those_who_read_it(found: Find, edit: Edit) -> None:
    line = edit.replace("facts.yaml", "  - id: wait\n", "  - id: wait\n    review_by: 2026-10-01\n")
    (one,) = found("2026-11-24")
    assert one.scope.audiences == frozenset({"hosts", "fixers"})
    assert one.where.line == line + 1
    edit.append("sections/plugs.md", "\nThe wait was {{ fact.wait }}.\n")
    (one,) = found("2026-11-24")
    assert one.scope.audiences is None


def test_a_fact_that_nobody_uses_stops_nobody(found: Find, edit: Edit) -> None:
    edit.append(
        "facts.yaml", "  - {id: spare, value: 3, unit: cups, page: 9, review_by: 2020-01-01}\n"
    )
    assert found("2026-11-24") == []


def test_who_checked_it_and_when_go_together(found: Find, edit: Edit) -> None:
    edit.replace("messages.yaml", "  - id: W3\n", "  - id: W3\n    checked_by: J. Hollis\n")
    (one,) = found("2026-11-24")
    assert one.message == "give checked_by and checked_on together: who checked it, and when"
