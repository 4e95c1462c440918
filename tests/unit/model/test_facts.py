"""Facts: how a figure is shown, and what follows from others."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from briefpress.model.facts import Derivation, Fact

VALUES = {"a": Decimal(30), "b": Decimal(45), "c": Decimal(7)}


def fact(value: str, **more: object) -> Fact:
    """A fact with this value."""
    given = {"id": "ab", "value": value, "unit": "things", "page": "7", **more}
    return Fact.model_validate(given)


@pytest.mark.parametrize(
    ("derived", "result"),
    [
        (Derivation(sum=("a", "b", "c")), "82"),
        (Derivation(difference=("a", "b")), "-15"),
        (Derivation(complement=("a",)), "70"),
        (Derivation(share=("b", "a")), "150"),
    ],
)
def test_what_follows(derived: Derivation, result: str) -> None:
    assert derived.compute(VALUES) == Decimal(result)


def test_a_share_is_rounded_like_the_value() -> None:
    share = Derivation(share=("c", "a")).compute(VALUES)
    assert fact("23").rounded(share) == Decimal(23)
    assert fact("23.3").rounded(share) == Decimal("23.3")
    assert fact("1").rounded(Decimal("0.5")) == Decimal(1)


def test_how_a_figure_is_shown() -> None:
    assert fact("293").shown == "293"
    assert fact("40.90", unit="%").shown == "40.90%"
    assert fact("4", text="four").shown == "four"
    assert fact("4", forms={"of": "4 of 9"}).form("of") == "4 of 9"
    with pytest.raises(KeyError):
        fact("4").form("of")


@pytest.mark.parametrize("value", ["", "-", ".5", "5.", "1_0", "1e3", "NaN", "1" * 13, "５"])
def test_what_is_no_figure(value: str) -> None:
    with pytest.raises(ValidationError, match="is not a figure"):
        fact(value)


def test_a_fact_has_a_page_or_says_why() -> None:
    with pytest.raises(ValidationError, match="give either page, or no_page"):
        fact("1", page=[])
    with pytest.raises(ValidationError, match="give either page, or no_page"):
        fact("1", no_page="why")
    assert fact("1", page=[], no_page="why").page == ()
