"""Runs held against their text: where each stands, what parts it from the next, what was broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.render.tagging.wording import Laid, Wording, align


def wordings(texts: list[str | None], *runs: str) -> list[Wording]:
    return list(align(texts, [Laid(run) for run in runs]))


@pytest.mark.parametrize(
    ("texts", "runs", "expected"),
    [
        (["one two"], ["one", "two"], [Wording(0, after=True), Wording(0, before=True)]),
        (["one two"], ["one ", "two"], [Wording(0, after=True), Wording(0, before=True)]),
        (["multi-agency"], ["multi-", "agency"], [Wording(0), Wording(0)]),
        (["agency"], ["agen-", "cy"], [Wording(0, broken=True), Wording(0)]),
        (["a\u00adb"], ["a\u00ad-", "b"], [Wording(0, broken=True), Wording(0)]),
        (["a/\u200bb"], ["a/", "b"], [Wording(0), Wording(0)]),
        (["a\u00a0b"], ["a\u00a0b"], [Wording(0)]),
        (["Straße"], ["STRASSE"], [Wording(0)]),
        (["a ", " b"], ["a", "b"], [Wording(0, after=True), Wording(1, before=True)]),
        ([None, "\n  b\n", None], ["b"], [Wording(1, before=True, after=True)]),
        (["a lost b", "c"], ["a", "c"], [Wording(0, after=True), Wording(1)]),
        (["a", "b"], ["b"], [Wording(1)]),
        (["a", "b"], ["changed", "b"], [Wording(0, after=True), Wording(1)]),
        (["-"], ["-"], [Wording(0)]),
    ],
)
def test_where_a_run_stands(
    texts: list[str | None], runs: list[str], expected: list[Wording]
) -> None:
    assert wordings(texts, *runs) == expected


WORDS = st.lists(st.text("abcé-’.", min_size=1, max_size=9), min_size=1, max_size=30)


@given(data=st.data(), words=WORDS, capitals=st.booleans())
def test_whatever_the_lines_the_words_are_the_same(
    data: st.DataObject, words: list[str], *, capitals: bool
) -> None:
    """Lines are broken between words and, with a hyphen, inside them; and put together again."""
    text = " ".join(words)
    cuts = data.draw(st.lists(st.integers(1, max(1, len(text) - 1)), max_size=9, unique=True))
    lines = []
    for start, stop in zip([0, *sorted(cuts)], [*sorted(cuts), len(text)], strict=True):
        line = text[start:stop]
        inside = line[-1:].isalpha() and text[stop : stop + 1].isalpha()
        lines.append(line.strip() + "-" * inside)
    laid = [Laid(line.upper() if capitals else line) for line in lines if line]
    heard = ""
    for run, wording in zip(laid, align([text], laid), strict=True):
        piece = run.text[: -len(run.hyphen)] if wording.broken else run.text
        heard += " " * (wording.before and not heard.endswith(" ")) + piece + " " * wording.after
    assert " ".join(heard.split()).casefold() == text.casefold()
