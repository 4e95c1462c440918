"""Telephone numbers: what may be printed, what may not, and what every reader must know."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.load.phones import SHORT, NumberKind, read_phone
from briefpress.model.contacts import dialled

GOOD = [
    ("020 7946 0123", "02079460123", NumberKind.DRAMA),
    ("(020) 7946 0123", "02079460123", NumberKind.DRAMA),
    ("020-7946-0123", "02079460123", NumberKind.DRAMA),
    ("+44 20 7946 0123", "02079460123", NumberKind.DRAMA),
    ("01632 960 114", "01632960114", NumberKind.DRAMA),
    ("01632 960114", "01632960114", NumberKind.DRAMA),
    ("01632 960 114 ext 5", "01632960114;ext=5", NumberKind.DRAMA),
    ("01632 960 114 x12", "01632960114;ext=12", NumberKind.DRAMA),
    ("18001 01632 960 114", "01632960114", NumberKind.DRAMA),
    ("07700 900 123", "07700900123", NumberKind.DRAMA),
    ("0808 157 0142", "08081570142", NumberKind.DRAMA),
    ("028 9649 6123", "02896496123", NumberKind.DRAMA),
    ("029 2018 0123", "02920180123", NumberKind.DRAMA),
    ("0191 498 0123", "01914980123", NumberKind.DRAMA),
    ("0306 999 0123", "03069990123", NumberKind.DRAMA),
    ("0117 496 0123", "01174960123", NumberKind.DRAMA),
    ("0800 1111", "08001111", NumberKind.FREE),
    ("0808 800 5000", "08088005000", NumberKind.FREE),
    ("0800 555 111", "0800555111", NumberKind.FREE),
    ("0345 050 7666", "03450507666", NumberKind.NATIONAL),
    ("016977 2345", "0169772345", NumberKind.LOCAL),
    ("020 7925 0918", "02079250918", NumberKind.LOCAL),
    *((usual, digits, NumberKind.SHORT) for digits, usual in SHORT.items()),
]


@pytest.mark.parametrize(("text", "key", "kind"), GOOD)
def test_numbers_that_may_be_printed(text: str, key: str, kind: NumberKind) -> None:
    number, faults = read_phone(text)
    assert faults == ()
    assert number is not None
    assert (number.key, number.kind) == (key, kind)


BAD = [
    ("0800 1111\u200b", "has an invisible character U+200B at position 10"),
    ("0800\u200e 1111", "has an invisible character U+200E at position 5"),
    ("020\u00a07946 0123", "has a special space U+00A0 at position 4"),
    ("\uff10\uff12\uff10 7946 0123", "'\uff10' is no ordinary digit"),
    ("\u0660\u0662\u0660 7946 0123", "'\u0660' is no ordinary digit"),
    ("0800 CHILD", "letters are not allowed"),
    ("020 7946 O123", "letters are not allowed"),
    ("020 7946 0123/4", "give one number per entry"),
    ("020 7946 0123, 020 7946 0124", "give one number per entry"),
    ("020 7946 0123 or 0124", "give one number per entry"),
    ("020.7946.0123", "'.' is not allowed"),
    ("020 7946 0123\u2013", "'\u2013' is not allowed"),
    ("+44 (0)20 7946 0123", "nobody dials the (0) after +44"),
    ("020 7946 012", "not a valid GB number (9 digits after 0; 10 expected)"),
    ("020 7946 01234", "not a valid GB number (11 digits after 0; 10 expected)"),
    ("0117", "not a valid GB number (3 digits after 0; 10 expected)"),
    ("0100 000 0000", "not a valid GB number (no such number is in use)"),
    ("+353 1 234 5678", "not a number of the United Kingdom"),
    ("+999", "no telephone number"),
    ("++44 20 7946 0123", "no telephone number"),
    ("ext 5", "no telephone number"),
    ("", "no telephone number"),
    ("118 118", "no number of a service that everybody may call"),
    ("1571", "no number of a service that everybody may call"),
    ("7946 0123", "no number of a service that everybody may call"),
    ("0909 879 0000", "premium-rate numbers are not allowed"),
    ("0844 123 4567", "premium-rate numbers are not allowed"),
    ("0870 123 4567", "premium-rate numbers are not allowed"),
    ("070 1234 5678", "personal numbers (070) are not allowed"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_numbers_that_may_not(text: str, message: str) -> None:
    number, (fault,) = read_phone(text)
    assert number is None
    assert fault.message == f"phone {text!r}: {message}"
    assert fault.hint


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("0117 4960 123", "0117 496 0123"),
        ("02079460123", "020 7946 0123"),
        ("0207 946 0123", "020 7946 0123"),
        ("01632960114", "01632 960114"),
        ("01632 96 01 14", "01632 960114"),
        ("0117 4960 123 ext 7", "0117 496 0123 ext 7"),
        ("0044 20 7946 0123", "+44 20 7946 0123"),
        ("+442079460123", "+44 20 7946 0123"),
        ("116123", "116 123"),
        ("9 9 9", "999"),
    ],
)
def test_unusual_groups_are_a_warning(text: str, usual: str) -> None:
    number, (fault,) = read_phone(text)
    assert number is not None
    assert (fault.code, fault.message) == (
        "CONTACT-GROUPING",
        f"phone {text!r}: the usual form is {usual}",
    )


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_number_or_is_told_why_not(text: str) -> None:
    number, faults = read_phone(text)
    assert number is not None or len(faults) == 1


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 999), st.sampled_from(["", " ", "-"]))
def test_a_number_is_the_same_however_it_is_grouped(last: int, gap: str) -> None:
    number, _ = read_phone(f"01632{gap}960{gap}{last:03}")
    assert number is not None
    assert number.key == f"01632960{last:03}"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("01632 960 114", "tel:+441632960114"),
        ("+44 1632 960114", "tel:+441632960114"),
        ("01632 960 114 ext. 5", "tel:+441632960114;ext=5"),
        ("116 123", "tel:116123"),
        ("999", "tel:999"),
        ("0800 1111", "tel:+448001111"),
        ("0044 1632 960114", "tel:00441632960114"),
        ("18001 01632 960 114", "tel:1800101632960114"),
        ("(020) 7946 0123", "tel:+442079460123"),
    ],
)
def test_a_number_is_dialled_without_its_extension(text: str, address: str) -> None:
    assert dialled(text) == address
