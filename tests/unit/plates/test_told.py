"""What a brand adds to a page: read where it was not seen before, and not where it covers words."""

from dataclasses import replace

import pytest

from briefpress.model.document import PageProof, Proof, Stroke
from briefpress.plates.colours import MARKS
from briefpress.plates.reading import PageReading, readings_of
from briefpress.plates.told import CLIP, Frame, Witness
from tests.unit.render.support import proof

GROUND = f'<p style="color:{MARKS.text}">Of all boards</p>'
PLACE = "position:absolute;left:0;top:40mm"
OWN = f'<p style="color:{MARKS.ink};{PLACE}">Of this board</p>'
NOTHING_MORE = b""
"""No file: whoever looks into it finds nothing."""


@pytest.fixture(scope="module")
def ground() -> PageReading:
    return readings_of(proof(GROUND).pdf)[1]


@pytest.fixture(scope="module")
def whole() -> Proof:
    return proof(GROUND + OWN)


@pytest.fixture
def frame(ground: PageReading, whole: Proof) -> Frame:
    run = next(run for run in whole.pages[0].runs if run.text == "Of this board")
    laid = PageProof(100.0, 100.0, (run,))
    return Frame(b"shell", laid, ground.seen.texts, 0)


def test_what_a_file_shows_besides_the_plate_is_of_the_frame(
    ground: PageReading, whole: Proof, frame: Frame
) -> None:
    added = Witness().added(whole.pdf, ground, frame)
    assert added is not None
    assert [seen.text for seen in added.texts] == ["Of this board"]
    assert added.texts[0].ink.pixels > 0


def test_what_was_seen_is_known_in_the_next_file_with_that_ground(
    ground: PageReading, whole: Proof, frame: Frame
) -> None:
    witness = Witness()
    seen = witness.added(whole.pdf, ground, frame)
    assert witness.added(NOTHING_MORE, ground, frame) == seen
    assert witness.added(NOTHING_MORE, ground, replace(frame, part=b"other")) is None


def test_it_is_known_on_any_page_that_looks_so(
    ground: PageReading, whole: Proof, frame: Frame
) -> None:
    witness = Witness()
    seen = witness.added(whole.pdf, ground, frame)
    fifth = replace(ground, seen=replace(ground.seen, number=5))
    assert witness.added(NOTHING_MORE, fifth, frame) == seen
    higher = replace(ground, seen=replace(ground.seen, height=ground.seen.height + 1))
    assert witness.added(NOTHING_MORE, higher, frame) is None


def test_it_is_looked_at_again_where_the_ground_is_another(
    ground: PageReading, whole: Proof, frame: Frame
) -> None:
    witness = Witness()
    assert witness.added(whole.pdf, ground, frame) is not None
    panel = f'<div style="background:{MARKS.tint};height:30mm;width:60mm;{PLACE}"></div>'
    other = readings_of(proof(GROUND + panel).pdf)[1]
    assert witness.added(NOTHING_MORE, other, frame) is None


@pytest.mark.parametrize(("kind", "is_known"), [("fill", False), (CLIP, True)])
def test_what_paints_over_words_of_the_plate_is_left_to_be_read_each_time(
    ground: PageReading, whole: Proof, frame: Frame, kind: str, *, is_known: bool
) -> None:
    stroke = Stroke(kind, 5.0, 5.0, 60.0, 20.0, "outline")
    over = replace(frame, laid=replace(frame.laid, strokes=(stroke,)))
    assert (Witness().added(whole.pdf, ground, over) is not None) == is_known


def test_a_file_without_the_words_of_the_plate_tells_nothing(
    ground: PageReading, frame: Frame
) -> None:
    assert Witness().added(proof(OWN).pdf, ground, frame) is None
