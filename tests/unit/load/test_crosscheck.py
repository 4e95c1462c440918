"""Names between files, and figures that follow from others."""

from collections.abc import Callable

import pytest

from briefpress.model.library import Loaded
from tests.conftest import Edit

Faults = Callable[[], list[str]]
LoadIt = Callable[[], Loaded]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "audiences.yaml",
            "[welcome, the-queue]",
            "[welcome, the-books]",
            "SECTION-UNKNOWN error: section 'the-books' is not for hosts",
        ),
        (
            "messages.yaml",
            "priority_for: {hosts: 5}",
            "priority_for: {host: 5}",
            "AUDIENCE-UNKNOWN error: unknown audience 'host'",
        ),
        (
            "messages.yaml",
            "pages: [20]",
            "pages: [2]",
            "PAGE-RANGE error: p2 is not a page of the report",
        ),
        (
            "messages.yaml",
            "command: Greet at once",
            "command: Greet 3 at once",
            "FIGURE-UNREGISTERED error: the figure 3 is not in facts.yaml",
        ),
        (
            "messages.yaml",
            "title: Safety",
            "title: Safety 1st",
            "FIGURE-UNREGISTERED error: the figure 1st is not in facts.yaml",
        ),
        (
            "messages.yaml",
            'lead_in: "{{ audience.people }} should"',
            'lead_in: "{{ audience.peple }} should"',
            "TOKEN-UNKNOWN error: unknown token {{ audience.peple }}",
        ),
        (
            "facts.yaml",
            "    page: 21\n",
            "    page: 49\n",
            "PAGE-RANGE error: p49 is not a page of the report",
        ),
        (
            "facts.yaml",
            "{complement: [mended_share]}",
            "{complement: [mended_shar]}",
            "FACT-UNKNOWN error: unknown fact 'mended_shar'",
        ),
        (
            "facts.yaml",
            "[mended, items_brought]",
            "[mended, nothing]",
            "FACT-UNKNOWN error: unknown fact 'nothing'",
        ),
        (
            "facts.yaml",
            "{difference: [items_brought, mended]}",
            "{difference: [mended, items_brought]}",
            (
                "FACT-DERIVED error: not_mended is given as 84, but computes to -84 (mended = 156, "
                "items_brought = 240)"
            ),
        ),
        (
            "facts.yaml",
            "    note: The median.\n",
            (
                "    derived: {share: [mended, wait_0]}\n"
                "  - {id: wait_0, value: 0, unit: a, page: 7}\n"
            ),
            "FACT-DERIVED error: wait cannot be computed",
        ),
        (
            "figures/what-came.yaml",
            "fact: bicycles",
            "fact: bycicles",
            "FACT-UNKNOWN error: unknown fact 'bycicles'",
        ),
        (
            "figures/what-came.yaml",
            "whole: items_brought",
            "whole: items_brougt",
            "FACT-UNKNOWN error: unknown fact 'items_brougt'",
        ),
        (
            "figures/what-came.yaml",
            "label: Bicycles",
            "label: 2 wheels",
            "FIGURE-UNREGISTERED error: the figure 2 is not in facts.yaml",
        ),
        (
            "publication.yaml",
            "title: Running a repair café",
            "title: Running 12 repair cafés",
            "FIGURE-UNREGISTERED error: the figure 12 is not in facts.yaml",
        ),
    ],
)
def test_what_is_said(
    edit: Edit, faults: Faults, file: str, old: str, new: str, fault: str
) -> None:
    edit.replace(file, old, new)
    assert fault in [found.partition(": ")[2] for found in faults()]


def test_values_are_compared_as_they_are_written(edit: Edit, faults: Faults) -> None:
    edit.replace("facts.yaml", "    value: 65\n", "    value: 65.0\n")
    edit.replace("facts.yaml", "    value: 35\n", "    value: 35.00\n")
    assert faults() == []
    edit.replace("facts.yaml", "    value: 65.0\n", "    value: 65.1\n")
    assert any("computes to 65.0" in fault for fault in faults())


def test_the_texts_of_a_board_are_checked_too(edit: Edit, load_it: LoadIt) -> None:
    brand = "brands/wexbridge/brand.yaml"
    lines = [
        edit.replace(brand, "note: Ask for the key.", 'note: "{{ fact.wait }}"'),
        edit.replace(brand, "* Bring the thing", "* <b>Bring</b> the thing"),
        edit.replace(brand, "audiences: [hosts, fixers]", "audiences: [host]"),
        edit.replace(brand, "(https://wexbridge.example.org/mend)", "(file:///etc)"),
    ]
    found = {d.code: (d.where.line, d.message) for d in load_it().diagnostics}
    text = edit.replace(brand, "text: |-", "text: |-")
    assert found == {
        "TEXT-MARKUP": (lines[0], "{{ would be printed: no markup here"),
        "RAW-HTML": (text, "raw HTML is not allowed: </b>"),
        "AUDIENCE-UNKNOWN": (lines[2], "unknown audience 'host'"),
        "LINK-SCHEME": (text, "link to 'file:///etc'"),
    }
