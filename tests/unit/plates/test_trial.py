"""The trial of a plate: what it needs to be accepted, whichever brands it is tried on."""

from dataclasses import replace

import pytest

from briefpress.check import standards
from briefpress.model.document import Proof
from briefpress.plates.maker import Branded, Maker
from briefpress.plates.making import ReadyPlate, ground_of, make_plate
from briefpress.plates.source import UnfitError
from briefpress.plates.trial import Trial, accepted, tried
from tests.nation import BOARDS, composed, library, render

MET = {"ua1": "104 rules", "2a": "86 rules"}
GOOD = [Trial(slug, "", MET) for slug in ("one", "two", "three")]


@pytest.fixture(scope="module")
def plate() -> ReadyPlate:
    return make_plate(*ground_of(library(), composed(BOARDS[1], "card").edition), render)


@pytest.fixture(scope="module")
def made() -> Branded:
    proof = Maker(library(), render).proof(composed(BOARDS[1], "card"))
    assert isinstance(proof, Branded)
    return proof


def test_a_plate_in_which_nothing_was_found_is_accepted_with_its_standards(
    plate: ReadyPlate,
) -> None:
    assert accepted(plate, GOOD) == replace(plate, standards=MET)


def test_a_standard_that_one_file_does_not_meet_is_not_told_of_others(plate: ReadyPlate) -> None:
    one = replace(GOOD[2], standards={"ua1": "104 rules"})
    assert accepted(plate, [*GOOD[:2], one]).standards == {"ua1": "104 rules"}


@pytest.mark.parametrize("place", range(3))
def test_what_is_found_for_any_brand_refuses_the_plate(plate: ReadyPlate, place: int) -> None:
    trials = [replace(t, found="pixels") if n == place else t for n, t in enumerate(GOOD)]
    with pytest.raises(UnfitError, match=f"^for {GOOD[place].slug}, pixels$"):
        accepted(plate, trials)


def test_two_brands_are_not_enough(plate: ReadyPlate) -> None:
    with pytest.raises(UnfitError, match=r"^it can be tried on 2 of 3 brands$"):
        accepted(plate, GOOD[:2])


def test_no_more_brands_are_tried_than_are_needed(plate: ReadyPlate) -> None:
    left = iter([*GOOD, replace(GOOD[0], found="never looked at")])
    accepted(plate, left)
    assert len(list(left)) == 1


def wanted(made: Proof) -> bytes:
    return render(made.document).pdf


def test_a_file_that_is_as_its_render_is_found_good(made: Branded) -> None:
    told = tried("board", made, made.known(), wanted(made))
    assert told.slug == "board"
    assert told.found == ""
    assert set(told.standards) == {"ua1", "2a"}


def test_a_file_that_is_not_as_its_render_is_told(made: Branded) -> None:
    other = render(composed(BOARDS[2], "card")).pdf
    assert tried("board", made, made.known(), other).found


def test_what_is_known_wrongly_of_a_file_is_told(made: Branded) -> None:
    known = made.known()
    assert known.pages
    gone = {number: replace(page, texts=page.texts[:-1]) for number, page in known.pages.items()}
    told = tried("board", made, replace(known, pages=gone), wanted(made))
    assert "than in a check of the whole" in told.found


def test_a_validator_is_asked_once_for_the_same_bytes(
    made: Branded, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    validated = standards.validated

    def noted(pdf: bytes, profile: str) -> object:
        asked.append(profile)
        return validated(pdf, profile)

    monkeypatch.setattr(standards, "validated", noted)
    tried("board", made, made.known(), wanted(made))
    assert sorted(asked) == ["2a", "ua1"]
