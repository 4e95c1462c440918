"""Texts word by word."""

import pytest

from briefpress.differences.words import AROUND, shortened, word_changes
from briefpress.model.differences import Sort, Words

SIGNS = {None: "{}", Sort.REMOVED: "[-{}-]", Sort.ADDED: "{{+{}+}}"}


def joined(words: tuple[Words, ...]) -> str:
    return " ".join(SIGNS[run.sort].format(run.text) for run in words)


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        ("a b c", "a b c", "a b c"),
        ("a b c", "a x c", "a [-b-] {+x+} c"),
        ("a b c", "a c", "a [-b-] c"),
        ("a c", "a b c", "a {+b+} c"),
        ("", "a b", "{+a b+}"),
        ("a b", "", "[-a b-]"),
        ("within a minute", "within  two minutes", "within [-a minute-] {+two minutes+}"),
        ("0123 x", "0128 x", "[-0123-] {+0128+} x"),
    ],
)
def test_what_is_marked(before: str, now: str, shown: str) -> None:
    assert joined(word_changes(before, now)) == shown


def test_only_what_is_round_a_change_is_kept() -> None:
    many = [f"w{number}" for number in range(60)]
    changed = [*many[:30], "new", *many[31:]]
    shown = joined(shortened(word_changes(" ".join(many), " ".join(changed))))
    assert shown.startswith("… w24 ")
    assert f"w{30 - AROUND} " in shown
    assert "[-w30-] {+new+}" in shown
    assert shown.endswith(f"w{30 + AROUND} …")


def test_short_texts_are_kept_whole() -> None:
    runs = word_changes("a b c d", "a b x d")
    assert shortened(runs) == runs
