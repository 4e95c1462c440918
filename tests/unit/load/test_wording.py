"""The forms of a fact, held against its value and against the facts beside it."""

from decimal import Decimal

import pytest

from briefpress.load.wording import Register, range_faults, wording_faults
from briefpress.model.facts import Fact


def fact(name: str, value: object, unit: str = "things", **more: object) -> Fact:
    """A fact with this value."""
    given = {"id": name, "value": str(value), "unit": unit, "page": "7", **more}
    return Fact.model_validate(given)


OTHERS = (
    fact("all", 240),
    fact("in_depth", 66),
    fact("young", 120, whole="all"),
    fact("part", 96),
    fact("part_share", 40, "%", derived={"share": ["part", "all"]}),
)


def said(one: Fact, *, english: bool = True) -> list[str]:
    """What is wrong with its forms, among the others."""
    facts = {other.id: other for other in (*OTHERS, one)}
    found = wording_faults(one, Register(facts, english))
    return [f"{'.'.join(map(str, path))}: {fault.code} {fault.message}" for path, fault in found]


@pytest.mark.parametrize(
    "one",
    [
        fact("xx", 20, "%", text="1 in 5"),
        fact("xx", 98, "%", text="65 of 66"),
        fact("xx", 65, text="65 of 66"),
        fact("xx", 65, text="65 of 66", whole="in_depth"),
        fact("xx", 51, "%", text="just over half"),
        fact("xx", 50, "%", text="just over half", given_in_words="yes"),
        fact("xx", 66, "%", text="almost two-thirds", given_in_words="yes"),
        fact("xx", 10, "years", text="more than ten years", given_in_words="yes"),
        fact("xx", 4, text="four", forms={"start": "Four", "tier": "Tier 4"}),
        fact("xx", 5, text="fifth"),
        fact("xx", 0, text="none"),
        fact(
            "xx", 20, "%", forms={"said": "1 in 5 (20%)", "long": "a fifth of those seen in 2016"}
        ),
        fact("xx", 120, whole="all", forms={"share": "50%", "said": "half", "of": "120 of 240"}),
        fact("part", 96, forms={"share": "40%", "said": "about two-fifths"}),
        fact("xx", "-3", "%", text="3% less"),
        fact("xx", 12, "%", text="12% of the 66"),
        fact("xx", 2016, "the year", text="2016"),
    ],
    ids=lambda one: one.text or "forms",
)
def test_what_agrees(one: Fact) -> None:
    assert said(one) == []


@pytest.mark.parametrize(
    ("one", "fault"),
    [
        (
            fact("xx", 25, "%", text="1 in 5"),
            "text: FACT-WORDING '1 in 5' is 20%, but 25% is given",
        ),
        (
            fact("xx", 97, "%", text="65 of 66"),
            "text: FACT-WORDING '65 of 66' is 98.48%, but 97% is given",
        ),
        (
            fact("xx", 64, text="65 of 66"),
            "text: FACT-WORDING '65 of 66' is 65, but 64 is given",
        ),
        (
            fact("xx", 65, text="65 of 67"),
            "text: FIGURE-UNREGISTERED the figure 67 in '65 of 67' is not in facts.yaml",
        ),
        (
            fact("xx", 65, text="65 of 240", whole="in_depth"),
            "text: FACT-WORDING '65 of 240': its whole, in_depth, is 66",
        ),
        (
            fact("xx", 50, "%", text="just over half"),
            "text: FACT-WORDING 'just over half' is not true of 50%",
        ),
        (
            fact("xx", 49, "%", text="over half"),
            "text: FACT-WORDING 'over half' is not true of 49%",
        ),
        (
            fact("xx", 60, "%", text="over half", given_in_words="yes"),
            "text: FACT-WORDING 'over half' is not true of 60%",
        ),
        (
            fact("xx", 24, text="twenty-three"),
            "text: FACT-WORDING 'twenty-three' is 23, but 24 is given",
        ),
        (fact("xx", 4, text="fifth"), "text: FACT-WORDING 'fifth' is 5, but 4 is given"),
        (
            fact("xx", 20, "%", forms={"both": "1 in 5 (25%)"}),
            "forms.both: FACT-WORDING '25%' is 25%, but 20% is given",
        ),
        (
            fact("xx", 120, whole="all", forms={"share": "51%"}),
            "forms.share: FACT-WORDING '51%' is 51%, but 120 of the whole, 50%, is given",
        ),
        (
            fact("xx", 61, forms={"share": "25%"}),
            "forms.share: FACT-WORDING '25%' cannot be computed: of what is 61 a part?",
        ),
        (
            fact("xx", 12, "%", text="12% of the 67"),
            "text: FIGURE-UNREGISTERED the figure 67 in '12% of the 67' is not in facts.yaml",
        ),
        (
            fact("xx", 12, text="a handful"),
            "text: FACT-UNREAD 'a handful' holds no figure that we can read",
        ),
    ],
    ids=lambda item: item if isinstance(item, str) else "",
)
def test_what_does_not(one: Fact, fault: str) -> None:
    assert said(one) == [fault]


def test_words_of_another_language_are_not_read() -> None:
    assert said(fact("xx", 4, text="fifth"), english=False) == []
    assert said(fact("xx", 41, "%", text="41 % der Kinder"), english=False) == []
    assert said(fact("xx", 42, "%", text="41 % der Kinder"), english=False) == [
        "text: FACT-WORDING '41 %' is 41%, but 42% is given"
    ]


@pytest.mark.parametrize(
    ("one", "fault"),
    [
        (fact("xx", 100, "%"), None),
        (fact("xx", 0, "%"), None),
        (fact("xx", 120, "% more"), None),
        (fact("xx", 240, whole="all"), None),
        (fact("xx", "100.1", "%"), "xx is 100.1%: a share is 0 to 100"),
        (fact("xx", "-1", "%"), "xx is -1%: a share is 0 to 100"),
        (fact("xx", 241, whole="all"), "xx is 241, more than its whole, 240"),
    ],
)
def test_the_range_of_a_figure(one: Fact, fault: str | None) -> None:
    register = Register({other.id: other for other in OTHERS}, english=True)
    assert [f.message for f in range_faults(one, register)] == ([fault] if fault else [])


def test_the_whole_of_a_part_is_what_it_is_declared_or_computed_to_be() -> None:
    register = Register({other.id: other for other in OTHERS}, english=True)
    by_name = register.facts
    names = ("young", "part", "all")
    assert [register.whole_of(by_name[name]) for name in names] == ["all", "all", ""]
    assert register.value("part") == Decimal(96)
