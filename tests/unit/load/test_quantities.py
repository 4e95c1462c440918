"""Figures as text gives them: read right, and true or not of a value."""

from decimal import Decimal

import pytest

from briefpress.load.quantities import Kind, Sense, quantities_in, shown


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("293", "293"),
        ("1,234", "1234"),
        ("12.5", "12.5"),
        ("zero", "0"),
        ("twenty-three", "23"),
        ("Twenty three", "23"),
        ("a hundred", "100"),
        ("two hundred and forty", "240"),
        ("one hundred one", "101"),
        ("two thousand three hundred and one", "2301"),
        ("thirty-one thousand, four hundred", "31400"),
        ("a million", "1000000"),
        ("twelve and a half", "12.5"),
        ("none", "0"),
    ],
)
def test_counts(text: str, value: str) -> None:
    (found,) = quantities_in(text)
    assert found.kind is Kind.COUNT
    assert found.value == Decimal(value)
    assert (found.text, found.start, found.end) == (text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "value", "whole"),
    [
        ("41%", "41", None),
        ("40.96 %", "40.96", None),
        ("twenty per cent", "20", None),
        ("1 in 5", "20", 5),
        ("three in four", "75", 4),
        ("15 of 17", "88.24", 17),
        ("four out of every ten", "40", 10),
        ("a third", "33.33", 3),
        ("two-thirds", "66.67", 3),
        ("three quarters", "75", 4),
        ("half", "50", 2),
        ("1/3", "33.33", 3),
        ("seven tenths", "70", 10),
    ],
)
def test_shares(text: str, value: str, whole: int | None) -> None:
    (found,) = quantities_in(text)
    assert found.kind is Kind.SHARE
    assert shown(found.value) == value
    assert found.whole == whole


@pytest.mark.parametrize(
    ("text", "place"), [("fifth", 5), ("the Twelfth", 12), ("5th", 5), ("31st", 31)]
)
def test_places(text: str, place: int) -> None:
    (found,) = quantities_in(text)
    assert found.kind is Kind.PLACE
    assert found.value == place


def test_only_cases_that_are_counted_are_a_count() -> None:
    counts = [
        q.count for t in ("15 of 17", "1 in 5", "half", "4 out of 9") for q in quantities_in(t)
    ]
    assert counts == [15, None, None, 4]


@pytest.mark.parametrize(
    "text", ["", "most", "someone", "often", "tent", "nobody", "a£5b", "W3C", "v1.2.3x", "phone"]
)
def test_what_is_no_figure(text: str) -> None:
    assert list(quantities_in(text)) == []


def test_numbers_that_only_stand_together_are_not_one() -> None:
    assert [q.text for q in quantities_in("two and three, four five")] == [
        "two",
        "three",
        "four",
        "five",
    ]


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("just over half", Sense.JUST_OVER),
        ("A little more than 10%", Sense.JUST_OVER),
        ("more than half", Sense.OVER),
        ("no more than 10", Sense.AT_MOST),
        ("almost two-thirds", Sense.ALMOST),
        ("fewer  than half", Sense.UNDER),
        ("roughly 1 in 5", Sense.ABOUT),
        ("at least three", Sense.AT_LEAST),
        ("half", Sense.EXACT),
    ],
)
def test_bounds(text: str, sense: Sense) -> None:
    (found,) = quantities_in(text)
    assert found.sense is sense
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("1 in 5", ["20"], ["19", "21", "20.4", "25"]),
        ("one in three", ["33", "33.3"], ["34", "32", "33.4"]),
        ("two-thirds", ["66", "67", "66.7"], ["65", "68"]),
        ("65 of 66", ["98", "98.5", "98.48"], ["99", "98.4"]),
        ("41%", ["41", "40.96", "41.4"], ["40.4", "42", "41.5"]),
        ("40.96%", ["40.96"], ["41", "40.9"]),
        ("just over half", ["50.1", "51", "55"], ["50", "49", "56"]),
        ("over half", ["51", "99"], ["50", "12"]),
        ("almost half", ["49", "45"], ["50", "44", "51"]),
        ("fewer than half", ["49", "1"], ["50", "51"]),
        ("at most half", ["50", "3"], ["51"]),
        ("at least half", ["50", "80"], ["49"]),
        ("about half", ["45", "50", "55"], ["44", "56"]),
        ("twenty-three", ["23", "23.4"], ["22", "24"]),
        ("about a hundred", ["90", "110"], ["89", "111"]),
        ("nearly ten", ["9", "9.5"], ["8", "10"]),
        ("about 3", ["2", "4"], ["1", "5"]),
    ],
)
def test_what_is_true_of_a_value(text: str, true: list[str], false: list[str]) -> None:
    (found,) = quantities_in(text)
    assert [value for value in true if not found.agrees(Decimal(value))] == []
    assert [value for value in false if found.agrees(Decimal(value))] == []


def test_no_text_takes_long() -> None:
    for piece in ("one ", "a ", "two-", "just ", "1,", "in ", "half of ", "over  "):
        assert len(list(quantities_in(piece * 40_000))) <= 40_000
