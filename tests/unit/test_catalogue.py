"""The catalogue: every code that is used is in it, once, and the page shows it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from briefpress.catalogue import RULES, rule_of, severity_of
from briefpress.catalogue.page import as_markdown
from briefpress.check import page
from briefpress.diagnostics import Severity

ROOT = Path(__file__).parents[2]
USED = re.compile(
    r"""(?:Diagnostic|Fault|add|rule_of|severity_of|_fault|_known|fault)\(\s*"([A-Z][A-Z-]+)\""""
)


def test_no_code_is_given_twice() -> None:
    assert [code for code, count in Counter(r.code for r in RULES).items() if count > 1] == []


def test_every_code_that_is_used_is_explained() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "briefpress").rglob("*.py")]
    used = {code for text in texts for code in USED.findall(text)} | set(page.RULES)
    assert len(used) > 50
    assert used - {rule.code for rule in RULES} == set()


def test_every_rule_says_what_it_means_and_what_cures_it() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[A-Z]+(-[A-Z]+)*", rule.code)
        assert rule.title
        assert not rule.title.endswith(".")
        assert rule.explain.endswith(".")
        assert rule.cure.endswith(".")


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


def test_a_bar_does_not_end_a_cell() -> None:
    rows = [line for line in as_markdown().splitlines() if line.startswith("| `")]
    assert len(rows) == len(RULES)
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
