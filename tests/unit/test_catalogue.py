"""The catalogue: every code that is used is in it, once, and the page shows it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from briefpress.catalogue import RULES, Rule, rule_of, severity_of
from briefpress.catalogue.page import as_markdown
from briefpress.check.rules import RULES as PAGE_RULES
from briefpress.diagnostics import Severity

ROOT = Path(__file__).parents[2]
RELEASED = ROOT / "briefpress" / "catalogue" / "released.txt"
USED = re.compile(
    r"""(?:Diagnostic|Fault|add|rule_of|severity_of|_fault|_known|fault)\(\s*"([A-Z][A-Z-]+)\""""
)


def test_no_code_is_given_twice() -> None:
    assert [code for code, count in Counter(r.code for r in RULES).items() if count > 1] == []


def test_every_code_that_is_used_is_explained() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "briefpress").rglob("*.py")]
    used = {code for text in texts for code in USED.findall(text)} | set(PAGE_RULES)
    assert len(used) > 50
    assert used - {rule.code for rule in RULES} == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_it_means_what_cures_it_and_what_it_proves(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]+(-[A-Z]+)*", rule.code)
    assert rule.title
    assert not rule.title.endswith(".")
    for sentence in (rule.explain, rule.cure, rule.proves, rule.limit):
        assert sentence.endswith(".")


def test_no_code_is_ever_renamed_or_taken_away() -> None:
    """A new code brings its line; a line that is missing here is a promise broken."""
    lines = RELEASED.read_text(encoding="utf-8").splitlines()
    released = [line for line in lines if not line.startswith("#")]
    assert sorted(released) == sorted(rule.code for rule in RULES), (
        f"add the new code to {RELEASED}"
    )


def test_nothing_that_guards_a_reader_can_be_silenced() -> None:
    silenceable = {r.code for r in RULES if r.silenceable and r.severity is Severity.ERROR}
    assert silenceable
    guards = ("TEXT-", "LEAK-", "FACT-", "FIGURE-", "BRAND-", "CONTACT-", "COPYFIT", "ENGINE-")
    assert [code for code in sorted(silenceable) if code.startswith(guards)] == []


def test_a_code_is_found() -> None:
    rule = rule_of("SLUG")
    assert rule is not None
    assert rule.title == "A name is no slug"
    assert severity_of("SLUG") is Severity.ERROR
    assert rule_of("SLUGS") is None
    with pytest.raises(KeyError):
        severity_of("SLUGS")


def test_the_committed_page_is_current() -> None:
    kept = (ROOT / "docs" / "preflight.md").read_text(encoding="utf-8")
    assert kept == as_markdown(), "run `python -m briefpress.catalogue.page docs/preflight.md`"


def test_the_page_has_a_row_and_an_entry_for_every_code() -> None:
    lines = as_markdown().splitlines()
    rows = [line for line in lines if line.startswith("| [`")]
    assert len(rows) == len([line for line in lines if line.startswith("### ")]) == len(RULES)
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}
