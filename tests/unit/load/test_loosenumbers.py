"""Numbers in running text: those of contacts may stand there, others are told."""

import pytest

from briefpress.load.loosenumbers import loose_number_faults
from briefpress.model.brand import LocalNote
from tests.unit.compose.support import specimen_library

BRAND = specimen_library().brands["wexbridge"].data


def said(text: str, *, demonstration: bool = True) -> list[str]:
    note = LocalNote(place="card", text=text)
    brand = BRAND.model_copy(update={"local": (note,), "demonstration": demonstration})
    return [f"{fault.code}: {fault.message}" for fault, _ in loose_number_faults(brand)]


@pytest.mark.parametrize(
    "text",
    [
        "Ring 01632 960 101, or 0117 496 0102.",
        "Ring [the hall](tel:01632960101).",
        "Ring 01632 960101 (day and night).",
        "In danger? Ring 999. Call 101 or 116 123.",
        "From 2026-11-02 to 2027-01-05 in room 0117.",
        "See p0123456 and 293 of 1,115 reviews.",
        "Reference 2016/0123456789.",
    ],
)
def test_what_may_stand_in_a_text(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring 01632 960 777.", "01632 960 777"),
        ("Ring (01632) 960 777!", "(01632) 960 777"),
        ("[Ring](tel:01632960777)", "01632960777"),
        ("Ring +44 1632 960777", "+44 1632 960777"),
    ],
)
def test_a_number_that_is_no_contact(text: str, number: str) -> None:
    message = f"phone {number!r} stands in a text, and is that of no contact"
    assert said(text) == [f"CONTACT-LOOSE: {message}"]


def test_numbers_in_texts_are_held_to_the_rules_of_contacts() -> None:
    assert [line.partition(":")[0] for line in said("Ring 020 7946 012.")] == ["CONTACT-NUMBER"]
    assert [line.partition(":")[0] for line in said("Ring 0909 879 0000.")] == ["CONTACT-PAID"]
    assert [line.partition(":")[0] for line in said("Ring 020 7925 0918.")] == ["CONTACT-REAL"]
    drama = said("Ring 01632 960 777.", demonstration=False)
    assert [line.partition(":")[0] for line in drama] == ["CONTACT-DRAMA"]


def test_labels_and_notes_of_contacts_are_texts_too() -> None:
    contact = BRAND.contacts[0].model_copy(update={"note": "Or text 07700 900 123."})
    brand = BRAND.model_copy(update={"contacts": (contact,)})
    ((fault, where),) = loose_number_faults(brand)
    assert fault.code == "CONTACT-LOOSE"
    assert where == contact.where_of("note")
