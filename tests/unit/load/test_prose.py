"""Tokens and page references in text, checked against the facts and the report."""

from decimal import Decimal

import pytest

from briefpress.diagnostics import Where
from briefpress.load.findings import Findings, Names
from briefpress.load.prose import ProseRules
from briefpress.model.entry import FREE, LOCAL, PLAIN, PROSE, TextKind
from briefpress.model.facts import Fact
from briefpress.model.fields import Pages
from briefpress.model.publication import PageSpan

WAIT = Fact(id="wait", value=Decimal(12), unit="minutes", page=(Pages(7, 7),), forms={"of": "a"})


def said(text: str, kind: TextKind = PROSE, *, complete: bool = True) -> list[tuple[str, str]]:
    """What is wrong with a text, and the hints."""
    findings = Findings()
    names = Names(frozenset({"wait"}), complete=complete)
    rules = ProseRules({"wait": WAIT}, names, PageSpan(first=3, last=200), findings)
    rules.check(text, Where("a.md", 1), kind=kind)
    return [(f"{d.code} {d.message}", d.hint) for d in findings.all()]


@pytest.mark.parametrize(
    ("text", "fault", "hint"),
    [
        ("{{ fact.wiat }}", "FACT-UNKNOWN unknown fact 'wiat'", "did you mean 'wait'?"),
        ("{{ fact. }}", "FACT-UNKNOWN unknown fact ''", "known are: wait"),
        ("{{ fact.wait | upper }}", "FACT-UNKNOWN unknown fact 'wait | upper'", None),
        ("{{ fact.wait.off }}", "FACT-FORM fact 'wait' has no form 'off'", "did you mean 'of'?"),
        ("{{ fact.wait. }}", "FACT-FORM fact 'wait' has no form ''", None),
        ("{{ fact.wait.of.x }}", "FACT-FORM fact 'wait' has no form 'of.x'", None),
        ("{{ Fact.wait }}", "TOKEN-UNKNOWN unknown token {{ Fact.wait }}", None),
        ("{{ }}", "TOKEN-UNKNOWN unknown token {{  }}", None),
        (
            "{{ audience.nam }}",
            "TOKEN-UNKNOWN unknown token {{ audience.nam }}",
            "did you mean 'audience.name'?",
        ),
        (
            "{{ fact.wait }",
            "TOKEN-UNKNOWN {{ begins or ends no token",
            "a token is {{ fact.… }}, on one line",
        ),
        ("fact.wait }}", "TOKEN-UNKNOWN }} begins or ends no token", None),
        ("{% if a %}", "TOKEN-UNKNOWN {% begins or ends no token", None),
        (
            "Ring:\n* the desk",
            "TEXT-MARKUP an item of a list in the middle of a paragraph",
            "leave an empty line before it",
        ),
        ("{# a #}", "TOKEN-UNKNOWN {# begins or ends no token", None),
        ("(p2)", "PAGE-RANGE p2 is not a page of the report", "its pages are 3 to 200"),
        ("(p0)", "PAGE-RANGE p0 is not a page of the report", None),
        ("(p199-201)", "PAGE-RANGE p199–201 is not a page of the report", None),
        ("(p9, p201)", "PAGE-RANGE p201 is not a page of the report", None),
        ("(p72-71)", "PAGE-RANGE pages 72-71 run backwards", None),
        (
            "(p. 166)",
            "PAGE-FORM (p. 166) is not read as a page reference",
            "write (p166), (p71-72) or (p112, p114)",
        ),
        ("(pp71-72)", "PAGE-FORM (pp71-72) is not read as a page reference", None),
        ("(P166)", "PAGE-FORM (P166) is not read as a page reference", None),
        ("(p 166)", "PAGE-FORM (p 166) is not read as a page reference", None),
        ("(page 166)", "PAGE-FORM (page 166) is not read as a page reference", None),
        ("(p١٦٦)", "PAGE-FORM (p١٦٦) is not read as a page reference", None),
        ("(p16600)", "PAGE-FORM (p16600) is not read as a page reference", None),
        ("(p166 and p167)", "PAGE-FORM (p166 and p167) is not read as a page reference", None),
    ],
)
def test_a_fault_alone(text: str, fault: str, hint: str | None) -> None:
    found = dict(said(text))
    assert fault in found
    if hint is not None:
        assert found[fault] == hint
    assert "FIGURE-UNREGISTERED" not in "".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "{{ fact.wait }}, {{fact.wait.of}}, {{ audience.name }}, {{ audience.people }}",
        "so it is (p3), and so (p199-200), (p4, p6–7) and (p5, 8)",
        "(perhaps) (pp) (a page)",
    ],
)
def test_what_is_right(text: str) -> None:
    assert said(text) == []


def test_a_fact_that_could_not_be_read_is_no_fault_of_the_text() -> None:
    assert said("{{ fact.other }}", complete=False) == []


def test_plain_text_takes_no_tokens() -> None:
    assert [fault for fault, _ in said("{{ fact.wait }}", PLAIN)] == [
        "TEXT-MARKUP {{ would be printed: no markup here"
    ]
    assert [fault for fault, _ in said("Under 5s", PLAIN)] == [
        "FIGURE-UNREGISTERED the figure 5s is not in facts.yaml"
    ]


def test_a_board_may_name_figures_of_its_own() -> None:
    assert said("Open 9 to 5, **always**, {{ audience.name }}", LOCAL) == []
    assert said("Call 01632 960 101", FREE) == []
    assert [fault for fault, _ in said("<b>9</b>", LOCAL)] == [
        "RAW-HTML raw HTML is not allowed: <b>",
        "RAW-HTML raw HTML is not allowed: </b>",
    ]
