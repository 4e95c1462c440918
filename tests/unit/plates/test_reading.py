"""What is seen on a plate: read once where colours alone differ, and left to be read elsewhere."""

from dataclasses import replace

import pytest

from briefpress.check.reading.pages import read_pages
from briefpress.check.reading.seen import Drawn, Ink, Seen
from briefpress.palette import Palette, palette_of
from briefpress.plates import numbers
from briefpress.plates.colours import MARKS
from briefpress.plates.reading import Added, PageReading, known_pages, readings_of
from tests.nation import BOARDS, library
from tests.unit.render.support import proof

PALETTE = palette_of(library().brands[BOARDS[0]].data)
BODY = f"""<p style="color:{MARKS.text}">On paper</p>
<p style="color:{MARKS.ink};background:{MARKS.tint}">On a tint</p>"""
FOOT = Seen(
    1, "A board", (10.0, 90.0, 40.0, 94.0), 9.0, "Font", 1.0, -1, ink=Ink(50, 0.0, 0.0, 9.0)
)


def reading(body: str, css: str = "") -> PageReading | None:
    return readings_of(proof(body, css).pdf).get(1)


def known(body: str, palette: Palette = PALETTE, foot: Seen | None = None) -> bool:
    found = reading(body)
    assert found is not None
    running = {1: [Added((foot,), on_paper=True)]} if foot else {}
    return 1 in known_pages({1: found}, palette, running)


def test_text_is_read_with_the_tokens_that_it_is_painted_in_and_stands_on() -> None:
    found = reading(BODY)
    assert found is not None
    assert [seen.text for seen in found.seen.texts] == ["On paper", "On a tint"]
    assert found.pairs == ((("text", "paper"),), (("ink", "tint"),))


def test_what_is_known_of_a_page_is_what_is_seen_in_the_colours_of_a_board() -> None:
    found = reading(BODY)
    assert found is not None
    page = known_pages({1: found}, PALETTE, {1: [Added((FOOT,), on_paper=True)]})[1]
    own = BODY
    for name in ("text", "ink", "tint"):
        own = own.replace(getattr(MARKS, name), getattr(PALETTE, name))
    (wanted,) = read_pages(proof(own).pdf)
    for one, other in zip(page.texts, wanted.texts, strict=False):
        assert replace(one, ink=other.ink) == other
        assert one.ink.pixels == other.ink.pixels
        assert one.ink.contrast == pytest.approx(other.ink.contrast, abs=0.25)
    assert page.texts[-1] == FOOT


def test_what_a_board_adds_is_on_the_page_that_it_is_added_to() -> None:
    found = reading(BODY)
    assert found is not None
    fifth = replace(found, seen=replace(found.seen, number=5))
    logo = Drawn(1, (10.0, 10.0, 40.0, 20.0), 300, 100, 300.0)
    page = known_pages({5: fifth}, PALETTE, {5: [Added((FOOT,), (logo,))]})[5]
    assert page.texts[-1] == replace(FOOT, page=5)
    assert page.images == (replace(logo, page=5),)


def test_on_pages_with_slots_of_their_own_the_marks_of_the_plate_follow_those_of_brands() -> None:
    pdf = proof(BODY).pdf
    (alone,), (after,) = (readings_of(pdf, told=frozenset(told)).values() for told in ((), (1,)))
    marks = [seen.mcid for seen in alone.seen.texts]
    assert min(marks) >= 0
    assert [seen.mcid for seen in after.seen.texts] == [mark + numbers.MARKS for mark in marks]


CHART = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="4mm" height="4mm">'
    f'<rect width="4" height="4" fill="{MARKS.tint}"/>'
    f'<rect width="2" height="4" fill="{MARKS.primary}"/></svg>'
)


def test_how_much_a_chart_shows_is_known_where_the_board_has_two_colours_for_it() -> None:
    drawn = proof('<img src="c.svg" alt="A chart">', assets={"c.svg": CHART.encode()})
    readings = readings_of(drawn.pdf, drawn.pages)
    assert known_pages(readings, PALETTE, {})[1].marks == pytest.approx((0.5,), abs=0.1)
    flat = replace(PALETTE, tint=PALETTE.primary)
    assert known_pages(readings, flat, {}) == {}


def test_the_ground_of_two_plates_is_the_same_where_they_look_the_same() -> None:
    one, other = reading(BODY), reading(BODY.replace("On a tint", "On a tent"))
    assert one is not None
    assert other is not None
    paper, line = [(10.0, 60.0, 30.0, 70.0)], [(10.0, 14.0, 60.0, 20.0)]
    assert one.ground(paper) == other.ground(paper)
    assert one.ground(line) != other.ground(line)


@pytest.mark.parametrize(
    ("body", "css"),
    [
        (f'<p style="color:{MARKS.text};background:#c0ffee">On no token</p>', ""),
        ('<p style="color:#c0ffee">In no token</p>', ""),
        (f'<p style="color:{MARKS.text};opacity:.5">Faded</p>', ""),
        (
            f'<p style="color:{MARKS.text}">Covered</p><div style="background:{MARKS.tint}"></div>',
            "div { position: absolute; left: 0; top: 0; width: 9mm; height: 9mm }",
        ),
    ],
    ids=["ground", "ink", "opacity", "cover"],
)
def test_a_page_with_more_to_it_than_tokens_on_tokens_is_read_in_each_file(
    body: str, css: str
) -> None:
    assert reading(body, css) is None


def test_a_page_is_measured_where_a_colour_is_not_clear_of_its_ground() -> None:
    assert known(BODY)
    assert not known(BODY, replace(PALETTE, text="#ffee99"))
    assert not known(BODY, replace(PALETTE, tint=PALETTE.ink))
    assert not known(BODY, replace(PALETTE, paper="#fffff0"))


def test_a_page_is_measured_where_something_is_under_what_the_board_adds() -> None:
    assert known(BODY, foot=FOOT)
    assert not known(BODY, foot=replace(FOOT, box=(10.0, 10.0, 40.0, 14.0)))
    assert not known(BODY, foot=replace(FOOT, box=(10.0, 200.0, 40.0, 204.0)))


def test_a_known_page_on_which_a_brand_has_a_picture_is_read_all_the_same() -> None:
    """What is known of it was seen on the plate, where no brand had put anything."""
    found = reading(BODY)
    assert found is not None
    pdf, place = proof(BODY).pdf, (0.0, 0.0, 20.0, 20.0)
    (page,) = read_pages(pdf, [[place]], {1: found.seen})
    assert len(page.marks) == 1
    assert read_pages(pdf, [[]], {1: found.seen}) == (found.seen,)
