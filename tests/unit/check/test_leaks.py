"""What belongs to others is heard wherever it begins and ends, and however often it is asked."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any
from weakref import ref

import pytest

from briefpress.check.ear import Ear, Heard, Stretch, stretch_of
from briefpress.check.leaks import leaks_of_audiences, leaks_of_brands
from briefpress.diagnostics import Where
from briefpress.model.belongings import Belongings, Item, Say
from briefpress.model.edition import Edition
from briefpress.model.ownership import Ownership

WEST = frozenset({"west"})
SENTENCE = "Bring the wet boots of the west bank to the upper mill before noon."
HOME = "Send all wet boots home by noon."
OWNERSHIP = Ownership(
    brands=Belongings(
        (
            Item("note of west", SENTENCE, WEST, Where("west", 1)),
            Item("order of west", HOME, WEST, Where("west", 4)),
            Item("label of west", "Boat house", WEST, Where("west", 2)),
            Item("number of west", "01632 960118", WEST, Where("west", 3)),
        ),
        {"west": [SENTENCE, HOME, "Boat house", "01632 960118"], "east": ["Upper mill door"]},
    ),
    audiences=Belongings((), {"hosts": ["Come to the upper mill"]}),
    common=Say(["Doors are wet"]),
    files={},
)


@dataclass(frozen=True)
class Told:
    """A file of which no more is known than what is heard."""

    ear: Ear
    brand: str = "east"
    ownership: Ownership = OWNERSHIP
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def document(self) -> Any:  # noqa: ANN401 - no more of a document is asked for
        return SimpleNamespace(
            ownership=self.ownership, edition=Edition(self.brand, "hosts", "card", "screen")
        )


def page(number: int, *texts: str) -> Stretch:
    """A page, after which the words run on to the next."""
    return Stretch(texts, lambda: tuple(Heard(f"page {number}", text) for text in texts))


def heard(*stretches: Stretch, brand: str = "east") -> list[str]:
    return [fault.message for fault in leaks_of_brands(Told(Ear(stretches), brand)).faults]


@pytest.mark.parametrize("at", range(1, 13))
def test_a_sentence_is_heard_over_the_end_of_a_page(at: int) -> None:
    words = SENTENCE.split()
    pages = (page(1, "Come in.", " ".join(words[:at])), page(2, " ".join(words[at:])))
    found = heard(*pages)
    assert found
    assert all("note of west is heard" in message for message in found)
    assert heard(*pages, brand="west") == []


def test_words_on_two_sides_of_a_barrier_are_not_one_sentence() -> None:
    halves = [Heard("link", HOME[:13]), Heard("link", HOME[13:])]
    assert heard(stretch_of(halves)) != []
    assert heard(stretch_of(halves, is_parted=True)) == []


def test_a_short_text_is_heard_where_nothing_stands_beside_it() -> None:
    assert heard(page(1, "Come in.", "Boat house", "And wait.")) != []
    assert heard(page(1, "Come in.", "To the boat house go", "And wait.")) == []


def test_what_the_brand_says_itself_is_not_heard_of_another() -> None:
    assert heard(page(1, "Upper", "mill door", "is open.")) == []


def test_each_file_that_has_the_same_page_is_judged_for_its_own_brand() -> None:
    same = page(1, SENTENCE, "Ring 01632 960118.")
    for _ in range(2):
        assert heard(same, brand="west") == []
        assert len(heard(same, brand="east")) == 2


def test_a_number_is_told_with_the_piece_that_it_stands_in() -> None:
    found = heard(page(1, "Come in."), page(2, "Ring", "+44 1632 960118."))
    assert found == ["page 2: number of west is heard: '01632960118'"]


def test_what_nobody_owns_is_no_leak() -> None:
    told = Told(Ear([page(1, "Doors are wet")]))
    assert leaks_of_audiences(told).faults == ()


@pytest.mark.parametrize(
    ("words", "is_said"),
    [
        (("wet", "boots"), True),
        (("boots",), True),
        (("wet", "boots", "of"), True),
        (("boots", "wet"), False),
        (("noon", "mill"), False),
        (("wet", "boot"), False),
        ((), False),
    ],
)
def test_only_words_in_a_row_of_one_text_are_said(words: tuple[str, ...], *, is_said: bool) -> None:
    assert Say([SENTENCE, "Mill door"]).says(words) is is_said


def test_what_was_found_of_a_library_goes_when_the_library_goes() -> None:
    own = {"west": [SENTENCE], "east": ["Upper mill door"]}
    brands = Belongings((Item("note of west", SENTENCE, WEST, Where("west", 1)),), own)
    told = Told(Ear([page(1, SENTENCE)]), ownership=replace(OWNERSHIP, brands=brands))
    assert len(leaks_of_brands(told).faults) == 1
    still = ref(brands)
    del brands, told
    gc.collect()
    assert still() is None
