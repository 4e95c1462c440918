"""Headings, lists and tables of a section."""

import pytest

from briefpress.load.outline import list_faults, outline_faults, structure_faults


def numbered(text: str) -> list[tuple[int, str]]:
    """Lines with their numbers."""
    return list(enumerate(text.split("\n"), 1))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("## a\n### b\n## c\n### d", []),
        ("# a", [(1, "headings inside a section start at ##")]),
        ("### a", [(1, "heading level jumps from 1 to 3")]),
        ("## a\n####b", [(2, "heading level jumps from 2 to 4")]),
        ("# a\n### b", [(1, "headings inside a section start at ##")]),
    ],
)
def test_the_outline(text: str, faults: list[tuple[int, str]]) -> None:
    found = [(line, fault.message) for line, fault in outline_faults(numbered(text))]
    assert found == faults


CODE = "a line indented this deep {} would be printed as code"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("* a\n\n    b\n    * c\n\n        1. d\n\ne", []),
        ("* a\n  lazy\n\n1. b\n   lazy", []),
        ("a\n\n    b", [(3, CODE.format("outside a list"))]),
        ("\tb", [(1, CODE.format("outside a list"))]),
        ("* a\n\n        b", [(3, CODE.format("after a list item of this level"))]),
        ("* a\n\nb\n\n    c", [(5, CODE.format("outside a list"))]),
        (
            "* a\n    * b\n        * c\n            * d",
            [(4, "a list more than 3 levels deep")],
        ),
        ("##", [(1, "a heading without words")]),
        ("## ##", [(1, "a heading without words")]),
        (" ## a", [(1, "a heading begins at the start of its line")]),
        ("a\n---", [(2, "a line of dashes makes no heading here")]),
        ("a\n=", [(2, "a line of dashes makes no heading here")]),
        ("| a |\n" * 101, [(101, "a table of more than 100 rows")]),
        ("| a |\n" * 100, []),
    ],
)
def test_the_shape_of_lines(text: str, faults: list[tuple[int, str]]) -> None:
    found = [(line, fault.message) for line, fault in structure_faults(numbered(text))]
    assert found == faults


AMID = "an item of a list in the middle of a paragraph"
LEFT = "an item further left than the one that its passage begins with"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("text\n* a\n* b", [(2, AMID), (3, AMID)]),
        ("text\n1. a", [(2, AMID)]),
        ("* a\n\n    more\n    * b", [(4, AMID)]),
        ("* a\n\n    more\n* b", [(4, AMID)]),
        ("* a\n\n    * b\n* c", [(4, LEFT)]),
        ("* a\n    * b\n\n        * c\n    * d", [(5, LEFT)]),
        ("text\n\n* a\n* b\n    * c\n        * d\n    * e\n* f", []),
        ("* a\n  goes on\n* b", []),
        ("* a\n\n    more\n\n* b\n\n    * c\n\n* d", []),
        ("## Heading\n* a", []),
        ("/// callout | A\n* a\n///", []),
        ("a line of\n2014. It ends\n-not an item\n*bold**", []),
    ],
)
def test_an_item_is_seen_as_one(text: str, faults: list[tuple[int, str]]) -> None:
    found = [(line, fault.message) for line, fault in list_faults(numbered(text))]
    assert found == faults
    assert {fault.code for _, fault in list_faults(numbered(text))} <= {"TEXT-MARKUP"}
