"""Views: what templates see of a brand is ready to be printed."""

from datetime import date

import pytest

from briefpress.compose.views import contact_view
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
