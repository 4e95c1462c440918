"""Blocks: which lines stay, who reads them, and fences that do not fit together."""

import pytest

from briefpress.load.blocks import BlockScan

Read = list[tuple[int, str, frozenset[str] | None]]


def scan(text: str) -> tuple[Read, list[tuple[int, str]]]:
    """The lines with their readers, and the faults with their lines."""
    scan = BlockScan()
    kept = [(line.number, line.text, line.audiences) for line in scan.read(text.split("\n"), 1)]
    return kept, [(line, fault.message) for line, _, fault in scan.faults]


def test_audience_fences_are_taken_away_and_others_stay() -> None:
    kept, faults = scan("a\n/// audience | x, y\nb\n/// callout | T\nc\n///\n///\nd")
    two = frozenset({"x", "y"})
    assert kept == [
        (1, "a", None),
        (3, "b", two),
        (4, "/// callout | T", two),
        (5, "c", two),
        (6, "///", two),
        (8, "d", None),
    ]
    assert faults == []


def test_inner_audiences_narrow_outer_ones() -> None:
    kept, _ = scan("//// audience | x, y\n/// audience | y, z\na\n///\nb\n////")
    assert kept == [(3, "a", frozenset({"y"})), (5, "b", frozenset({"x", "y"}))]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("/// audience | x\na", [(1, "block 'audience' is never closed")]),
        ("a\n///", [(2, "this closes no block")]),
        (
            "//// callout | a\nb\n///\n////",
            [(3, "this closes no block (open is 'callout')")],
        ),
        ("/// audeince | x\na\n///", [(1, "unknown block 'audeince'")]),
        ("/// quote\na\n///", [(1, "block 'quote' has no argument")]),
        ("/// audience | , ,\na\n///", [(1, "block 'audience' has no argument")]),
        ("/// figure | a\nb\n///", [(2, "block 'figure' takes no text")]),
        (
            "//// messages | a\n/// callout | b\nc\n///\n////",
            [(2, "block 'messages' takes no text")],
        ),
        ("/// callout | a\n\n///", [(1, "block 'callout' has no text in it")]),
        ("/// audience | a\n///", [(1, "block 'audience' has no text in it")]),
        (
            "/// callout | a\n/// quote | b\nc\n///\n///",
            [(2, "block 'quote' stands in 'callout', which has no more slashes")],
        ),
        (
            "  /// audience | a\nb\n  ///",
            [
                (1, "a block begins and ends at the start of its line, with three slashes or more"),
                (3, "a block begins and ends at the start of its line, with three slashes or more"),
            ],
        ),
        (
            "// audience | a",
            [(1, "a block begins and ends at the start of its line, with three slashes or more")],
        ),
    ],
)
def test_fences_that_do_not_fit(text: str, faults: list[tuple[int, str]]) -> None:
    assert scan(text)[1] == faults


def test_blocks_that_fit() -> None:
    nested = "//// callout | a\n/// audience | x\n/// quote | b\nc\n///\n///\n////"
    assert scan(nested)[1] == []
    assert scan("/// figure | a\n///\n/// messages | b\n\n///")[1] == []


def test_a_fault_knows_its_readers() -> None:
    scan = BlockScan()
    list(scan.read(["/// audience | x", "/// qoute | a", "b", "///", "///"], 5))
    assert [(line, readers) for line, readers, _ in scan.faults] == [(6, frozenset({"x"}))]
