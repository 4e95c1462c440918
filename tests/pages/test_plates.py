"""Plates: a plate and a brand's shells give what a direct render gives, for every layout."""

from functools import cache

import pytest

from briefpress.check import check
from briefpress.check.standards import UA, A
from briefpress.compose import compose
from briefpress.model.document import Proof
from briefpress.model.edition import Edition
from briefpress.plates.agreement import disagreements
from briefpress.plates.compare import compare
from briefpress.plates.maker import Branded, Direct, Maker
from briefpress.selection import select
from tests.nation import BOARDS, composed, library, render

LAYOUTS = ("card", "seven-minute", "pocket", "briefing")
CROWDED = BOARDS[2]
"""What it has to print does not fit on the smallest layouts, however they are made."""
LEFT_OUT = {(CROWDED, "pocket"), *((b, "briefing") for b in BOARDS[2:])}
EDITIONS = [
    (layout, board) for layout in LAYOUTS for board in BOARDS if (board, layout) not in LEFT_OUT
]


@cache
def maker() -> Maker:
    return Maker(library(), render)


def made(board: str, layout: str) -> Branded:
    proof = maker().proof(composed(board, layout))
    assert isinstance(proof, Branded), proof
    return proof


@cache
def direct(board: str, layout: str) -> Proof:
    return render(composed(board, layout))


@pytest.mark.parametrize(("layout", "board"), EDITIONS)
def test_a_branded_plate_is_the_same_as_a_direct_render(layout: str, board: str) -> None:
    assert compare(direct(board, layout).pdf, made(board, layout).pdf) == ()


@pytest.mark.parametrize(("layout", "board"), EDITIONS)
def test_check_finds_the_same_of_both(layout: str, board: str) -> None:
    one, other = check(direct(board, layout)), check(made(board, layout))
    assert other.diagnostics == one.diagnostics
    assert [(r.code, r.faults) for r in other.results] == [(r.code, r.faults) for r in one.results]
    proof = made(board, layout)
    assert list(disagreements(other, check(proof, proof.known()))) == []


def test_pages_of_a_briefing_are_read_once_and_nothing_else_is_found() -> None:
    proof = made(BOARDS[0], "briefing")
    assert len(proof.known().pages) == len(proof.pages)
    assert proof.known().standards.keys() == {UA, A}
    assert list(disagreements(check(proof), check(proof, proof.known()))) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_check_is_told_the_same_of_where_everything_stands(layout: str) -> None:
    one, other = direct(BOARDS[0], layout), made(BOARDS[0], layout)
    assert other.fitted == one.fitted
    assert other.bookmarks == one.bookmarks
    for wanted, page in zip(one.pages, other.pages, strict=True):
        assert sorted(map(str, page.runs)) == sorted(map(str, wanted.runs))
        assert sorted(map(str, page.drawings)) == sorted(map(str, wanted.drawings))
        assert sorted(line.text for line in page.lines) == sorted(x.text for x in wanted.lines)


def test_no_word_of_another_board_is_in_a_file() -> None:
    one, other = (made(board, "card").pdf for board in BOARDS[:2])
    name = library().brands[BOARDS[1]].data.name.encode()
    assert name in other
    assert name not in one


def test_the_same_plate_and_brand_give_the_same_bytes() -> None:
    again = Maker(library(), render).proof(composed(BOARDS[1], "card"))
    assert isinstance(again, Proof)
    assert again.pdf == made(BOARDS[1], "card").pdf


def test_what_does_not_fit_is_left_to_the_direct_way_which_tells_of_it() -> None:
    made = maker().proof(composed(CROWDED, "pocket"))
    assert isinstance(made, Direct)
    assert "runs over" in made.reason
    assert "COPYFIT" in [one.code for one in check(direct(CROWDED, "pocket")).diagnostics]


def test_a_crowded_board_has_its_seven_minute_page() -> None:
    """Three areas with a front door each, and labels that say which."""
    assert check(direct(CROWDED, "seven-minute")).diagnostics == ()


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("audience", sorted(library().audiences))
def test_every_board_of_the_nation_gets_the_same_either_way(audience: str, layout: str) -> None:
    """Whatever does not come from a plate has something wrong with it, and is told of."""
    for board in sorted(library().brands):
        document = compose(select(library(), Edition(board, audience, layout)), library())
        wanted, found = render(document), maker().proof(document)
        if isinstance(found, Direct):
            assert check(wanted).diagnostics != (), found.reason
        else:
            assert compare(wanted.pdf, found.pdf) == ()
            assert check(found, found.known()).diagnostics == check(wanted).diagnostics
