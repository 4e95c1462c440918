"""Findings: one line each, said once, with the nearest name."""

from briefpress.diagnostics import Scope, Where
from briefpress.load.findings import Fault, Findings, Names, one_line
from briefpress.names import did_you_mean


def brand(*slugs: str) -> Scope:
    """What covers these brands."""
    return Scope(brands=frozenset(slugs))


def test_what_brands_inherit_is_said_once() -> None:
    findings = Findings()
    for slug in ("a", "b"):
        findings.add("VALUE", "wrong", Where("x", 1), scope=brand(slug))
    findings.add("VALUE", "wrong", Where("x", 2), scope=brand("c"))
    findings.add("VALUE", "wrong", Where("x", 1))
    assert [(d.where.line, d.scope) for d in findings.all()] == [
        (1, brand("a", "b")),
        (2, brand("c")),
        (1, Scope()),
    ]


def test_findings_of_different_audiences_are_not_joined() -> None:
    findings = Findings()
    for audience in ("x", "y"):
        findings.add("VALUE", "wrong", scope=Scope(frozenset({"a"}), frozenset({audience})))
    assert len(findings.all()) == 2


def test_a_place_with_a_thousand_faults_tells_some() -> None:
    findings = Findings()
    findings.report(Fault("VALUE", f"wrong {n}") for n in range(1000))
    findings.report(Fault("VALUE", "the same") for _ in range(1000))
    assert [d.message for d in findings.all()] == [*(f"wrong {n}" for n in range(12)), "the same"]


def test_a_message_is_one_short_line() -> None:
    assert one_line("a\nb\x1b[31m\udce9é") == r"a\nb\x1b[31m\udce9é"
    assert one_line("x" * 1000) == f"{'x' * 300}…"


def test_the_nearest_name() -> None:
    assert did_you_mean("hots", ["hosts", "fixers"]) == "did you mean 'hosts'?"
    assert did_you_mean("zzz", ["b", "a"]) == "known are: a, b"
    assert did_you_mean("zzz", [f"n{n:02}" for n in range(20)]).endswith("n10, n11, …")
    assert did_you_mean("zzz", []) == ""


def test_names_that_may_not_be_all() -> None:
    assert Names(frozenset({"a"})).lack("b")
    assert not Names(frozenset({"a"})).lack("a")
    assert not Names(frozenset(), complete=False).lack("b")
