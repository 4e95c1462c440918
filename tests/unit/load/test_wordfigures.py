"""Figures in words: shares and counts are found, turns of phrase are let through."""

import pytest

from briefpress.load.wordfigures import WordFigures, side_by_side_faults
from briefpress.model.facts import Fact


def fact(name: str, value: object, unit: str, **more: object) -> Fact:
    """A fact with this value."""
    given = {"id": name, "value": str(value), "unit": unit, "page": "7", **more}
    return Fact.model_validate(given)


FACTS = (
    fact("total", 293, "serious case reviews"),
    fact("young", 120, "children"),
    fact("quarter", 25, "%", forms={"said": "one in four"}),
    fact("fifth", 20, "%", text="1 in 5"),
    fact("most", 64, "%", forms={"said": "almost two-thirds"}),
    fact("wait", 12, "minutes"),
    fact("span", 10, "years"),
)
REGISTER = {one.id: one for one in FACTS}
FIGURES = WordFigures.of(FACTS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two thirds had been known.", "'Two thirds' states a share in words"),
        ("in two-thirds of cases", "'two-thirds' states a share in words"),
        ("Over half were.", "'Over half' states a share in words"),
        ("almost a quarter were", "'almost a quarter' states a share in words"),
        ("half of the reviews", "'half' states a share in words"),
        ("half the children", "'half' states a share in words"),
        ("half of them", "'half' states a share in words"),
        ("a third of all serious case reviews", "'a third' states a share in words"),
        ("one in five was", "'one in five' states a share in words"),
        ("three out of four", "'three out of four' states a share in words"),
        ("nine of ten children", "'nine of ten' states a share in words"),
        ("twenty per cent", "'twenty per cent' states a share in words"),
        ("twenty-three reviews", "'twenty-three' states a count in words"),
        ("In two very young children", "'two' states a count in words"),
        ("more than a hundred children", "'more than a hundred' states a count in words"),
        ("XIV reviews", "'XIV' states a count in words"),
    ],
)
def test_what_is_a_figure(text: str, found: str) -> None:
    assert [fault.message for fault in FIGURES.faults(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Most children",
        "one child, one review, no reviews, none of the reviews",
        "in one case children were asked",
        "two groups of children",
        "Write two or three questions about the reviews.",
        "for more than ten years, twelve minutes",
        "half an hour, over half a mile, three quarters of an hour, at least half a day",
        "half past, half-way, about half way, the second half, half the battle",
        "a third party, the third child, the first two of these",
        "a quarter of what you hear",
        "two and a half",
        "nine in five, one in one",
        "The MIX, I, CD and IV children’s teams in XIV",
        "{{ fact.most.said }} of the reviews, {{ fact.young }} children",
        "3 reviews",
    ],
)
def test_what_is_a_turn_of_phrase(text: str) -> None:
    assert [fault.message for fault in FIGURES.faults(text)] == []


def test_a_figure_that_is_registered_is_named() -> None:
    hints = [
        fault.hint for fault in FIGURES.faults("Almost two-thirds, and one in four, one in two")
    ]
    assert hints == [
        "write {{ fact.most.said }}",
        "write {{ fact.quarter.said }}",
        "register it, and write {{ fact.… }}",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{ fact.fifth }} ({{ fact.quarter }})", "'1 in 5' is 20%, but 25% is given"),
        ("1 in 5 children (25%)", "'1 in 5' is 20%, but 25% is given"),
        ("{{ fact.most.said }} (48%)", "'almost two-thirds' is 66.67%, but 48% is given"),
        ("a fifth, or 25%, of all", "'a fifth' is 20%, but 25% is given"),
        ("25% (one in five)", "'25%' is 25%, but one in five is given"),
    ],
)
def test_two_figures_side_by_side_that_disagree(text: str, found: str) -> None:
    assert [fault.message for fault in side_by_side_faults(text, REGISTER)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "{{ fact.most.said }} ({{ fact.most }})",
        "1 in 5 children (20%)",
        "33% (one in three)",
        "1 in 5 (25% of those who came)",
        "1 in 5. Others (25%)",
        "20%, 25% and 30%",
        "1 in 5 of those who were seen at all by anybody (25%)",
        "{{ fact.young }} ({{ fact.quarter }})",
        "{{ fact.nobody }} ({{ audience.name }})",
    ],
)
def test_two_figures_that_agree_or_are_not_of_the_same(text: str) -> None:
    assert list(side_by_side_faults(text, REGISTER)) == []
