"""Diagnostics: how they read, what they cover, and in which order they come."""

import pytest

from briefpress.diagnostics import Diagnostic, Scope, Severity, Where, has_errors, in_order


def found(code: str, where: Where, severity: Severity = Severity.ERROR) -> Diagnostic:
    """A diagnostic at a place."""
    return Diagnostic(code, severity, "wrong", where)


def test_how_it_reads() -> None:
    told = Diagnostic("VALUE", Severity.WARNING, "no", Where("a.yaml", 3), hint="yes")
    assert str(told) == "a.yaml:3: VALUE warning: no\n  hint: yes"
    assert str(found("VALUE", Where("a.yaml"))) == "a.yaml: VALUE error: wrong"
    assert str(found("VALUE", Where())) == "VALUE error: wrong"


@pytest.mark.parametrize(
    ("scope", "covered"),
    [
        (Scope(), True),
        (Scope(brands=frozenset({"a"})), True),
        (Scope(brands=frozenset({"b"})), False),
        (Scope(audiences=frozenset({"y"})), False),
        (Scope(layouts=frozenset({"card"})), False),
        (Scope(frozenset({"a"}), frozenset({"x"}), frozenset({"poster"})), True),
        (Scope(audiences=frozenset()), False),
    ],
)
def test_what_it_covers(scope: Scope, *, covered: bool) -> None:
    assert scope.covers("a", "x", "poster") is covered


def test_only_errors_are_errors() -> None:
    quiet = [found("A", Where(), Severity.WARNING), found("B", Where(), Severity.NOTE)]
    assert not has_errors(quiet)
    assert has_errors([*quiet, found("C", Where())])


def test_each_comes_once_by_file_and_line() -> None:
    first, second, third = (
        found("B", Where("a", 2)),
        found("A", Where("a", 10)),
        found("A", Where("b", 1)),
    )
    assert in_order([third, second, first, second]) == (first, second, third)
