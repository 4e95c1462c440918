"""Sections: the arguments of blocks, passages, and how sections stand together."""

from collections.abc import Callable

import pytest

from tests.conftest import Edit

Faults = Callable[[], list[str]]
BOOKS = "sections/the-books.md"
TEXT = "Insurance follows the testing, not the mending (p36)."


@pytest.mark.parametrize(
    ("text", "faults_in"),
    [
        ("/// number | wait.off\na\n///", ["FACT-FORM error: fact 'wait' has no form 'off'"]),
        ("/// number | wiat\na\n///", ["FACT-UNKNOWN error: unknown fact 'wiat'"]),
        ("/// number | mended.of\na\n///", []),
        ("/// figure | what-cme\n///", ["CHART-UNKNOWN error: unknown figure 'what-cme'"]),
        (
            "/// callout | The 3 rules\na\n///",
            ["FIGURE-UNREGISTERED error: the figure 3 is not in facts.yaml"],
        ),
        ("/// callout | For {{ audience.name }}\na\n///", []),
        ("/// quote | Hollis, p36\na\n///", []),
        ("/// quote | Hollis p36–37\na\n///", []),
        (
            "/// quote | Hollis, p49\na\n///",
            ["PAGE-RANGE error: p49 is not a page of the report"],
        ),
        (
            "/// quote | Hollis, 3 p36\na\n///",
            ["FIGURE-UNREGISTERED error: the figure 3 is not in facts.yaml"],
        ),
        ("/// quote\na\n///", ["BLOCK-ARGUMENT error: block 'quote' has no argument"]),
        (
            "**a\nb",
            ["TEXT-MARKUP error: ** is opened and not closed"],
        ),
        ("**a\nb**", []),
        (
            "{{ fact.\nwait }}",
            [
                "TOKEN-UNKNOWN error: {{ begins or ends no token",
                "TOKEN-UNKNOWN error: }} begins or ends no token",
            ],
        ),
    ],
)
def test_what_is_said(edit: Edit, faults: Faults, text: str, faults_in: list[str]) -> None:
    edit.replace(BOOKS, TEXT, text)
    assert [fault.partition(": ")[2] for fault in faults()] == faults_in


def test_the_head_is_checked(edit: Edit, faults: Faults) -> None:
    edit.replace(BOOKS, "title: Answering for it", "title: Answering for 3\nsummary: '{{ a }}'")
    assert faults() == [
        f"source/{BOOKS}:2: FIGURE-UNREGISTERED error: the figure 3 is not in facts.yaml",
        f"source/{BOOKS}:3: TOKEN-UNKNOWN error: unknown token {{{{ a }}}}",
    ]


@pytest.mark.parametrize("head", ["", "---\n", "---\ntitle: a\n", "title: a\n---\n", "--- a\n"])
def test_a_section_without_a_head(edit: Edit, faults: Faults, head: str) -> None:
    edit.write(BOOKS, f"{head}Text.\n")
    assert faults() == [f"source/{BOOKS}:1: SECTION-HEAD error: the section has no head"]


def test_a_text_that_is_all_for_others(edit: Edit, faults: Faults) -> None:
    edit.replace(BOOKS, "audiences: trustees", "audiences: [trustees, hosts]")
    edit.replace(BOOKS, TEXT, f"/// audience | hosts\n{TEXT}\n///")
    assert faults() == [
        f"source/{BOOKS}:1: SECTION-EMPTY error: the section has no text for trustees"
    ]


def test_sections_that_no_audience_shares_may_have_one_place(edit: Edit, faults: Faults) -> None:
    edit.replace(BOOKS, "order: 60", "order: 20")
    assert faults() == []


def test_the_outline_is_that_of_each_audience(edit: Edit, faults: Faults) -> None:
    edit.replace(BOOKS, "audiences: trustees", "audiences: [trustees, hosts]")
    edit.replace(BOOKS, TEXT, f"{TEXT}\n\n/// audience | hosts\n## a\n///\n\n### b\n\nc")
    assert faults() == [f"source/{BOOKS}:13: HEADING-LEVEL error: heading level jumps from 1 to 3"]
