"""What is other than it was: contact by contact, and no more than what readers would notice."""

from datetime import date

import pytest

from briefpress.model.changes import (
    BrandContacts,
    ContactRecord,
    contact_changes,
    contacts_from_json,
    contacts_to_json,
    records_of,
)
from briefpress.model.contacts import Contact
from tests.unit.compose.support import specimen_library

DOOR = ContactRecord("front_door", "Front Door", ("01632 960 114",), "door@example.org")
NIGHT = ContactRecord("out_of_hours", "Duty team", ("01632 960 158",))


def told(before: list[ContactRecord], now: list[ContactRecord]) -> list[str]:
    return [str(change) for change in contact_changes("eastmarsh", before, now)]


def door(**given: object) -> ContactRecord:
    return ContactRecord(**{**DOOR.__dict__, **given})


def test_nothing_has_changed() -> None:
    assert told([DOOR, NIGHT], [NIGHT, DOOR]) == []
    assert told([DOOR], [door(phones=("01632 960114",), email="Door@example.org")]) == []


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (
            door(phones=("01632 960 115",)),
            "eastmarsh front_door 'Front Door': phones 01632 960 114, now 01632 960 115",
        ),
        (
            door(email=""),
            "eastmarsh front_door 'Front Door': email door@example.org, now none",
        ),
        (
            door(url="https://example.org"),
            "eastmarsh front_door 'Front Door': url none, now https://example.org",
        ),
        (
            door(hours="mon-fri 09:00-17:00"),
            "eastmarsh front_door 'Front Door': hours none, now mon-fri 09:00-17:00",
        ),
        (
            door(audiences="health"),
            "eastmarsh front_door 'Front Door': audiences all, now health",
        ),
        (door(label="MASH"), "eastmarsh front_door 'MASH': label Front Door, now MASH"),
    ],
)
def test_one_thing_has_changed(now: ContactRecord, change: str) -> None:
    assert told([DOOR, NIGHT], [now, NIGHT]) == [change]


def test_contacts_come_and_go() -> None:
    assert told([DOOR], [DOOR, NIGHT]) == [
        "eastmarsh out_of_hours 'Duty team' added: 01632 960 158"
    ]
    assert told([DOOR, NIGHT], [NIGHT]) == [
        "eastmarsh front_door 'Front Door' removed: 01632 960 114, door@example.org"
    ]


def test_two_of_a_kind_are_told_apart_by_their_labels() -> None:
    public = door(label="For the public", phones=("0808 157 0142",))
    swapped = [door(phones=public.phones), door(label=public.label)]
    assert told([DOOR, public], swapped) == [
        "eastmarsh front_door 'Front Door': phones 01632 960 114, now 0808 157 0142",
        "eastmarsh front_door 'For the public': phones 0808 157 0142, now 01632 960 114",
    ]


def test_a_contact_as_it_is_printed() -> None:
    contact = Contact.model_validate(
        {
            "kind": "lado",
            "label": "LADO",
            "phones": ["01632 960 141"],
            "hours": [
                {"days": "mon-fri", "from": "09:00", "to": "17:00"},
                {"days": "sat", "closed": "yes"},
            ],
            "hours_note": "Not on bank holidays",
            "audiences": "police, health",
            "checked_on": date(2026, 1, 1),
        }
    )
    brand = specimen_library().brands["wexbridge"].data.model_copy(update={"contacts": (contact,)})
    (record,) = records_of(brand)
    assert record.hours == "mon-fri 09:00-17:00; sat closed; Not on bank holidays"
    assert record.audiences == "health, police"
    assert record.reach == ("01632 960 141",)


def test_what_is_kept_comes_back() -> None:
    kept = {"eastmarsh": BrandContacts((DOOR, NIGHT), (DOOR,))}
    data = contacts_to_json(kept)
    data["eastmarsh"]["printed"][0]["phones"] = list(DOOR.phones)
    assert contacts_from_json(data) == kept


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"a": []},
        {"a": {"printed": []}},
        {"a": {"printed": [{"kind": "lado"}], "confirmed": []}},
        {"a": {"printed": [{"kind": "lado", "label": "A", "phones": 1}], "confirmed": []}},
        {"a": {"printed": [{"kind": "lado", "label": 1, "phones": []}], "confirmed": []}},
        {
            "a": {
                "printed": [{"kind": "lado", "label": "A", "phones": [], "x": ""}],
                "confirmed": [],
            }
        },
    ],
)
def test_what_was_tampered_with_is_not_compared(data: object) -> None:
    assert contacts_from_json(data) == {}
