"""Views: what templates see of a brand is ready to be printed."""

from datetime import date

import pytest

from briefpress.compose.views import brief_contact_view, contact_view
from briefpress.model.contacts import Contact, Hours


def contact(**given: object) -> Contact:
    return Contact.model_validate(
        {"kind": "front_door", "label": "Front Door", "checked_on": date(2026, 1, 1), **given}
    )


@pytest.mark.parametrize(
    ("hours", "shown"),
    [
        (
            {"days": "mon-thu", "from": "08:30", "to": "17:00"},
            "Monday to Thursday 8.30am to 5pm",
        ),
        ({"days": "sat", "from": "9:30", "to": "12:00"}, "Saturday 9.30am to noon"),
        ({"days": "mon, wed-fri", "closed": "yes"}, "Monday and Wednesday to Friday closed"),
        (
            {"days": "mon,wed,fri", "from": "00:00", "to": "24:00"},
            "Monday, Wednesday and Friday midnight to midnight",
        ),
    ],
)
def test_hours_in_words(hours: dict[str, str], shown: str) -> None:
    found = contact(phones=["999"], hours=[Hours.model_validate(hours)])
    assert contact_view(found).hours == (shown,)


WEEK = [
    {"days": "mon-thu", "from": "08:30", "to": "17:00"},
    {"days": "fri", "from": "08:30", "to": "16:30"},
]


def test_in_brief_a_route_is_its_short_label_a_number_and_one_line_of_hours() -> None:
    found = contact(
        short="Front Door, professionals",
        phones="01632 960 114",
        email="a@example.org",
        url="https://example.org",
        hours=WEEK,
        hours_note="Not on bank holidays",
        note="Free to call.",
    )
    brief = brief_contact_view(found)
    assert brief.label == "Front Door, professionals"
    assert [phone.shown for phone in brief.phones] == ["01632 960 114"]
    assert brief.hours == ("Mon–Thu 8.30am–5pm, Fri 8.30am–4.30pm", "Not on bank holidays")
    assert (brief.email, brief.url, brief.note) == ("", "", "")


def test_in_brief_a_route_keeps_the_one_way_that_leads_to_it() -> None:
    by_mail = brief_contact_view(contact(email="a@example.org", url="https://example.org"))
    assert (by_mail.email, by_mail.url) == ("a@example.org", "")
    assert brief_contact_view(contact(url="https://example.org")).url == "https://example.org"
    assert by_mail.label == "Front Door"


def test_in_brief_an_emergency_has_no_hours() -> None:
    found = contact(kind="emergency", phones="999", hours_note="Day and night")
    assert brief_contact_view(found).hours == ()
    assert contact_view(found).hours == ("Day and night",)
