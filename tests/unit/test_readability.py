"""Readability: sentences are found, counted and graded; nothing fails for being long."""

import json

import pytest

from briefpress.diagnostics import Where
from briefpress.model.claims import Claim, ClaimKind
from briefpress.readability import LONG, Reading, Sentence, grade_of, sentences_of, syllables_of
from tests.unit.cli.conftest import Command, command

__all__ = ["command"]

SECTION = Where("source/sections/a.md", 7)


def claim(text: str, kind: ClaimKind = ClaimKind.TEXT, where: Where = SECTION) -> Claim:
    return Claim(kind, "1", text, where, 9.0)


def texts(*claims: Claim) -> list[tuple[str, int]]:
    return [(one.text, one.words) for one in sentences_of(claims)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Share by default. Write it down.", [("Share by default.", 3), ("Write it down.", 3)]),
        ("They said “no.” Then they left!", [("They said “no.", 3), ("Then they left!", 3)]),
        ("Of 293 reviews, e.g. those of 2014, it is so.", None),
        ("a point of a list without a stop", None),
        ("Don’t part well-known words.", [("Don’t part well-known words.", 4)]),
        ("Two words", []),
        ("Edition", []),
    ],
)
def test_sentences_are_found(text: str, found: list[tuple[str, int]] | None) -> None:
    if found is None:
        assert [one for one, _ in texts(claim(text))] == [text]
    else:
        assert texts(claim(text)) == found


def test_only_what_authors_write_for_readers_counts() -> None:
    text = "This is a whole sentence."
    for file in ("sections/a.md", "messages.yaml", "audiences.yaml"):
        assert texts(claim(text, where=Where(f"source/{file}", 3)))
    for file in ("brands/a/brand.yaml", "publication.yaml", "facts.yaml", "sections/a/b.yaml", ""):
        assert texts(claim(text, where=Where(file and f"source/{file}", 3))) == []
    for kind in (ClaimKind.HEADING, ClaimKind.MESSAGE, ClaimKind.CONTACT):
        assert texts(claim(text, kind)) == []
    assert len(texts(claim(text), claim(text))) == 1


@pytest.mark.parametrize(
    ("word", "count"), [("child", 1), ("children", 2), ("safeguarding", 3), ("information", 4)]
)
def test_syllables(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_the_grade_is_that_of_the_formula_and_rises_with_length() -> None:
    one = Sentence("The children see the child.", 5, SECTION)
    assert grade_of([one]) == pytest.approx(0.39 * 5 + 11.8 * 6 / 5 - 15.59)
    long = Sentence(" ".join(["children"] * 30) + ".", 30, SECTION)
    assert grade_of([long]) > grade_of([one])
    assert grade_of([]) == 0.0


def test_a_reading_adds_up() -> None:
    made = Reading("a", (Sentence("x", LONG, SECTION), Sentence("y", LONG + 1, SECTION)), 8.0)
    assert (made.words, made.mean, made.long) == (2 * LONG + 1, LONG + 0.5, 1)
    assert [one.text for one in made.longest(1)] == ["y"]
    assert (Reading("a", (), 0.0).mean, Reading("a", (), 0.0).longest(3)) == (0.0, ())


def test_the_command_shows_a_row_for_each_audience_and_where_the_longest_stand(
    command: Command,
) -> None:
    said = command("readability", "--today", "2026-11-24", "--longest", "1")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0].split("  ")[0] == "audience"
    assert [line.split()[0] for line in lines[1:4]] == ["hosts", "fixers", "trustees"]
    assert "pyphen" in lines[4]
    assert lines[5].startswith("hosts: ")
    assert " words: source/" in lines[5]
    assert len(lines) == 8


def test_the_command_for_programs(command: Command) -> None:
    said = command("readability", "--json", "--audience", "fixers", "--today", "2026-11-24")
    (reading,) = json.loads(said.out)["readings"]
    assert reading["audience"] == "fixers"
    assert reading["sentences"] > 10
    assert 3 < reading["words_a_sentence"] < LONG
    assert reading["longest"][0]["words"] >= reading["longest"][1]["words"]
    assert reading["longest"][0]["line"] > 0


def test_a_slip_of_the_command_line_is_told(command: Command) -> None:
    said = command("readability", "--audience", "nobody")
    assert said.code == 2
    assert "unknown audience 'nobody'" in said.err
