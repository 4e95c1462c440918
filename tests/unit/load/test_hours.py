"""Opening hours run forwards, and say one thing of each time."""

from datetime import date

import pytest

from briefpress.load.hours import hours_faults
from briefpress.model.contacts import Contact

OPEN = {"days": "mon-fri", "from": "09:00", "to": "17:00"}


def said(*hours: dict[str, str], kind: str = "front_door") -> list[str]:
    contact = Contact.model_validate(
        {
            "kind": kind,
            "label": "A",
            "phones": ["999"],
            "hours": list(hours),
            "checked_on": date(2026, 1, 1),
        }
    )
    return [fault.message for fault, _ in hours_faults(contact)]


@pytest.mark.parametrize(
    "hours",
    [
        (OPEN,),
        ({"days": "mon-thu", "from": "08:30", "to": "17:00"}, {**OPEN, "days": "fri"}),
        ({**OPEN, "to": "12:00"}, {**OPEN, "from": "13:00"}),
        (OPEN, {"days": "sat, sun", "closed": "yes"}),
        ({**OPEN, "from": "00:00", "to": "24:00"},),
        ({**OPEN, "from": "17:00", "to": "08:30", "overnight": "yes"},),
        ({**OPEN, "from": "17:00", "to": "09:00", "overnight": "yes"}, OPEN),
        ({**OPEN, "days": "sat-mon"}, {**OPEN, "days": "tue-fri"}),
    ],
)
def test_hours_that_are_sound(hours: tuple[dict[str, str], ...]) -> None:
    assert said(*hours) == []


def test_out_of_hours_runs_over_midnight_without_saying_so() -> None:
    night = {**OPEN, "from": "17:00", "to": "08:30"}
    assert said(night, kind="out_of_hours") == []
    assert said(night) == ["hours: 08:30 comes before 17:00"]


@pytest.mark.parametrize(
    ("hours", "message"),
    [
        (({**OPEN, "to": "09:00"},), "hours: from 09:00 to 09:00 is no time at all"),
        (
            ({**OPEN, "overnight": "yes"},),
            "hours: from 09:00 to 17:00 does not run over midnight",
        ),
        ((OPEN, {**OPEN, "days": "fri"}), "hours: fri is given twice (mon-fri and fri)"),
        ((OPEN, OPEN), "hours: mon is given twice (mon-fri and mon-fri)"),
        (
            (OPEN, {"days": "wed", "closed": "yes"}),
            "hours: wed is given twice (mon-fri and wed)",
        ),
        (
            ({**OPEN, "days": "sat-mon"}, {**OPEN, "days": "sun"}),
            "hours: sun is given twice (sat-mon and sun)",
        ),
        (
            ({**OPEN, "from": "17:00", "to": "09:30", "overnight": "yes"}, OPEN),
            "hours: mon is given twice (mon-fri and mon-fri)",
        ),
        (
            (
                {"days": "sun", "from": "20:00", "to": "08:00", "overnight": "yes"},
                {"days": "mon", "from": "07:00", "to": "09:00"},
            ),
            "hours: sun is given twice (sun and mon)",
        ),
    ],
)
def test_hours_that_are_not(hours: tuple[dict[str, str], ...], message: str) -> None:
    assert said(*hours) == [message]


@pytest.mark.parametrize(
    "hours",
    [
        {"days": "mon"},
        {"days": "mon", "from": "09:00"},
        {"days": "mon", "closed": "yes", "from": "09:00", "to": "10:00"},
    ],
)
def test_hours_say_when_or_that_it_is_closed(hours: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="hours need from and to, or closed: yes"):
        said(hours)
