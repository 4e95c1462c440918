"""Contacts of one brand: invented boards have invented numbers, and somebody has tried them."""

from collections.abc import Callable
from datetime import date

import pytest

from briefpress.load.contactcheck import contact_faults
from briefpress.model.brand import Brand
from briefpress.model.contacts import Contact
from briefpress.model.library import Loaded
from tests.conftest import Edit
from tests.unit.compose.support import specimen_library

BRAND = specimen_library().brands["wexbridge"].data
TODAY = date(2026, 11, 24)
PACK = "brands/wexbridge/brand.yaml"


def brand(*, demonstration: bool = True, **contact: object) -> Brand:
    given = {"kind": "front_door", "label": "Front Door", "checked_on": TODAY, **contact}
    contacts = (Contact.model_validate(given),)
    return BRAND.model_copy(update={"contacts": contacts, "demonstration": demonstration})


def said(found: Brand) -> list[str]:
    return [f"{fault.code}: {fault.message}" for fault, _ in contact_faults(found, TODAY)]


@pytest.mark.parametrize(
    ("phone", "kind"),
    [
        ("01632 960 114", "front_door"),
        ("999", "front_door"),
        ("101", "police"),
        ("0800 1111", "national"),
        ("0300 123 4567", "national"),
    ],
)
def test_numbers_of_an_invented_board(phone: str, kind: str) -> None:
    assert said(brand(phones=[phone], kind=kind)) == []


@pytest.mark.parametrize(
    ("phone", "kind"),
    [
        ("020 7925 0918", "front_door"),
        ("0800 1111", "front_door"),
        ("020 7925 0918", "national"),
        ("07911 123456", "lado"),
    ],
)
def test_an_invented_board_gives_nobodys_number(phone: str, kind: str) -> None:
    message = f"phone {phone!r}: a real number on the documents of an invented board"
    assert said(brand(phones=[phone], kind=kind)) == [f"CONTACT-REAL: {message}"]


@pytest.mark.parametrize("phones", [["101"], ["01632 960 114"], []])
def test_an_emergency_without_999(phones: list[str]) -> None:
    found = brand(kind="emergency", phones=phones, email="hall@wexbridge.example.org")
    assert said(found) == ["CONTACT-EMERGENCY: Front Door: an emergency contact without 999"]


@pytest.mark.parametrize("phones", [["999"], ["112"], ["01632 960 114", "999"]])
def test_an_emergency_with_999(phones: list[str]) -> None:
    assert said(brand(kind="emergency", phones=phones)) == []


def test_a_real_board_has_no_number_that_is_kept_for_drama() -> None:
    found = brand(phones=["01632 960 114"], demonstration=False)
    message = "phone '01632 960 114': kept for drama, nobody answers it"
    assert said(found) == [f"CONTACT-DRAMA: {message}"]
    assert said(brand(phones=["020 7925 0918"], demonstration=False)) == []


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 11, 24), ""),
        (date(2025, 11, 24), ""),
        (date(2025, 11, 23), "CONTACT-OLD: Front Door: checked on 2025-11-23, over a year ago"),
        (date(2024, 11, 24), "CONTACT-OLD: Front Door: checked on 2024-11-24, over a year ago"),
        (
            date(2024, 11, 23),
            "CONTACT-EXPIRED: Front Door: checked on 2024-11-23, over two years ago",
        ),
        (
            date(2026, 11, 25),
            "CONTACT-FUTURE: Front Door: checked on 2026-11-25, which is to come",
        ),
    ],
)
def test_how_long_ago_somebody_tried_it(day: date, code: str) -> None:
    assert said(brand(phones=["999"], checked_on=day)) == ([code] if code else [])


def test_a_leap_day_is_a_year_old_on_the_first_of_march() -> None:
    found = brand(phones=["999"], checked_on=date(2024, 2, 29))
    for today, codes in ((date(2025, 3, 1), []), (date(2025, 3, 2), ["CONTACT-OLD"])):
        assert [fault.code for fault, _ in contact_faults(found, today)] == codes


def test_an_address_under_a_domain_of_the_brand() -> None:
    assert said(brand(email="hall@mail.wexbridge.example.org")) == []
    assert said(brand(email="hall@wexbridge.gov.uk")) == [
        (
            "CONTACT-DOMAIN: e-mail hall@wexbridge.gov.uk: wexbridge.gov.uk is no domain of this "
            "brand"
        )
    ]


def test_a_domain_can_be_named(edit: Edit, load_it: Callable[[], Loaded]) -> None:
    edit.replace(PACK, "hall@wexbridge.example.org", "hall@wexbridge.gov.uk")
    assert [d.code for d in load_it().diagnostics] == ["CONTACT-DOMAIN"]
    edit.replace(PACK, "  strapline: Bring", "  domains: Wexbridge.gov.uk\n  strapline: Bring")
    assert load_it().diagnostics == ()


def test_two_addresses_under_one_domain_vouch_for_each_other(
    edit: Edit, load_it: Callable[[], Loaded]
) -> None:
    edit.replace(PACK, "hall@wexbridge.example.org", "hall@wexbridge.gov.uk")
    edit.replace(PACK, "parts@wexbridge.example.org", "parts@wexbridge.gov.uk")
    assert load_it().diagnostics == ()


def test_links_are_held_to_the_same_rules(edit: Edit, load_it: Callable[[], Loaded]) -> None:
    edit.replace(PACK, "https://wexbridge.example.org/test", "https://localhost/test")
    edit.replace(PACK, "link: https://wexbridge.example.org", "link: https://10.0.0.1")
    assert {f"{d.where.line}: {d.message}" for d in load_it().diagnostics} >= {
        "52: link 'https://localhost/test' leads to 'localhost', which readers cannot reach",
        "5: link 'https://10.0.0.1' leads to '10.0.0.1', which readers cannot reach",
    }


def test_a_home_page_is_https(edit: Edit, load_it: Callable[[], Loaded]) -> None:
    edit.replace(PACK, "link: https://wexbridge.example.org", "link: http://wexbridge.example.org")
    (found,) = load_it().diagnostics
    assert str(found).startswith(f"source/{PACK}:5: VALUE error: meta.link: 'http://wexbridge")
