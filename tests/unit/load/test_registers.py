"""Lists of entries in a file: each by itself, each name once."""

from collections.abc import Callable

import pytest

from tests.conftest import Edit

Faults = Callable[[], list[str]]


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("facts.yaml", "fcats: []\n", "1: KEY-UNKNOWN error: unknown key 'fcats'"),
        ("facts.yaml", "fcats: []\n", "1: KEY-MISSING error: 'facts' is missing"),
        ("facts.yaml", "facts: a\n", "1: YAML-SHAPE error: facts: a list expected"),
        ("facts.yaml", "facts:\n", "1: YAML-SHAPE error: facts: a list expected"),
        (
            "facts.yaml",
            "facts:\n  - a\n",
            "2: YAML-SHAPE error: facts[1]: `key: value` lines expected",
        ),
        ("facts.yaml", "facts:\n  - unit: a\n", "2: KEY-MISSING error: 'id' is missing"),
        ("messages.yaml", "messages: []\n", "1: KEY-MISSING error: 'themes' is missing"),
        (
            "abbreviations.yaml",
            "abbreviations:\n  - {short: AB, long: a}\n  - {short: AB, long: b}\n",
            "3: ID-TWICE error: 'AB' is given twice (first at line 2)",
        ),
        (
            "abbreviations.yaml",
            "abbreviations:\n  - {short: ab, long: a}\n",
            "2: VALUE error: short: 'ab' has the wrong form",
        ),
        (
            "abbreviations.yaml",
            "abbreviations:\n  - {short: AB, long: '{{ fact.wait }}'}\n",
            "2: TEXT-MARKUP error: {{ would be printed: no markup here",
        ),
    ],
)
def test_what_is_said(edit: Edit, faults: Faults, file: str, text: str, fault: str) -> None:
    edit.write(file, text)
    assert f"source/{file}:{fault}" in faults()


def test_one_entry_hides_no_other(edit: Edit, faults: Faults) -> None:
    first = edit.replace("audiences.yaml", "    name: Hosts\n", "    nmae: Hosts\n")
    second = edit.replace("audiences.yaml", "    name: Trustees\n", "    name: [a]\n")
    assert faults() == [
        f"source/audiences.yaml:{second}: YAML-SHAPE error: name: text expected",
        f"source/audiences.yaml:{first - 1}: KEY-MISSING error: 'name' is missing",
        f"source/audiences.yaml:{first}: KEY-UNKNOWN error: unknown key 'nmae'",
    ]
