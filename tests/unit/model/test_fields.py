"""Small values as people write them: days, pages, audiences, yes and no."""

from datetime import date

import pytest

from briefpress.model.fields import (
    Pages,
    distinct,
    meant_for,
    parse_audiences,
    parse_day,
    parse_list,
    parse_pages,
    parse_run,
    parse_whole,
    parse_yes_no,
)


def test_days() -> None:
    assert parse_day("2028-02-29") == date(2028, 2, 29)
    assert parse_day(date(2026, 1, 2)) == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027-02-29", "2027-02-29 is not a date (February 2027 has 28 days)"),
        ("2027-04-31", "2027-04-31 is not a date (April 2027 has 30 days)"),
        ("2027-00-01", "2027-00-01 is not a date (a year has 12 months)"),
        ("0206-11-02", "'0206-11-02' is no date; write 2026-11-02"),
        ("2 November", "'2 November' is no date; write 2026-11-02"),
    ],
)
def test_days_that_the_calendar_does_not_have(text: str, said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message follows
        parse_day(text)
    assert str(caught.value) == said


def test_pages() -> None:
    assert parse_pages(["166", " 71-72 "]) == (Pages(166, 166), Pages(71, 72))
    assert parse_pages("9") == (Pages(9, 9),)
    assert parse_pages((Pages(1, 2),)) == (Pages(1, 2),)
    assert parse_pages([Pages(1, 2)]) == (Pages(1, 2),)
    assert [str(run) for run in (Pages(166, 166), Pages(71, 72))] == ["p166", "p71–72"]


@pytest.mark.parametrize("text", ["", "p9", "9-", "12345", "٩", "9-8"])
def test_what_is_no_page(text: str) -> None:
    with pytest.raises(ValueError, match="page"):
        parse_run(text)


def test_audiences() -> None:
    assert parse_audiences(" all ") is None
    assert parse_audiences("a, b") == ["a", "b"]
    assert parse_audiences(["a"]) == ["a"]
    assert parse_audiences(frozenset({"a"})) == {"a"}
    nobodies: tuple[object, ...] = ("", [], "a,,b")
    for nobody in nobodies:
        with pytest.raises(ValueError, match="names nobody"):
            parse_audiences(nobody)
    assert meant_for(None, "a")
    assert meant_for(frozenset({"a"}), "a")
    assert not meant_for(frozenset({"b"}), "a")


def test_yes_and_no() -> None:
    assert [parse_yes_no(word) for word in ("yes", "true", "no", "false", True)] == [
        True,
        True,
        False,
        False,
        True,
    ]
    with pytest.raises(ValueError, match="'on': write yes or no"):
        parse_yes_no("on")


def test_whole_numbers_and_lists() -> None:
    assert parse_whole(" -12 ") == -12
    assert parse_whole(3) == 3
    assert parse_list("a") == ["a"]
    assert parse_list(["a"]) == ["a"]
    assert distinct(("a", "b")) == ("a", "b")
    with pytest.raises(ValueError, match="'a' is named twice"):
        distinct(("a", "b", "a"))
