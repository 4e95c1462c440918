"""The shortfall of a slot: each block of its text, and the fewest messages that have to go."""

from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

import pytest

from briefpress.model.document import Document, Fitted, Shortfall
from briefpress.render import Engine
from briefpress.render.shortfall import take_out
from tests.unit.render.support import document, lines, slot

FIT = "#a{height:var(--fit-a-height); font-size:var(--fit-a); overflow:hidden}"
NAMES = ("M1", "M2", "M3", "M4")
ROOM = 20.0


def made(
    *words: int,
    css: str = "",
    after: str = "",
    height: float = ROOM,
    names: tuple[str, ...] = NAMES,
) -> Document:
    """A slot with a message of so many words each."""
    items = "".join(
        f'<p id="{name}">{lines(count, name)}</p>'
        for name, count in zip(NAMES, words, strict=False)
    )
    one = slot("a", height, floor=8.0, ceiling=12.0)
    body = f'<p>before</p><div id="a">{items}{after}</div><p>after</p>'
    return replace(document(body, FIT + css, slots=(one,)), messages=names[: len(words)])


def fitted(one: Document) -> Fitted:
    (found,) = Engine().render(one).fitted
    return found


def unfit(one: Document) -> Shortfall:
    found = fitted(one).shortfall
    assert found is not None
    return found


def test_what_fits_falls_short_of_nothing() -> None:
    assert fitted(made(5, 5, 5)).shortfall is None


def test_the_fewest_messages_from_the_end_without_which_the_rest_fits() -> None:
    for words in ((20, 20, 20, 20), (25, 25, 9, 3), (3, 3, 3, 80)):
        found = unfit(made(*words))
        kept = len(words) - len(found.surplus)
        assert found.surplus == NAMES[kept : len(words)]
        assert fitted(made(*words[:kept])).fits
        assert not fitted(made(*words[: kept + 1])).fits
        alone = fitted(made(*words[:kept], height=200.0))
        assert found.rest <= ROOM
        assert found.rest <= alone.natural


def test_the_rest_is_as_high_as_it_would_be_by_itself() -> None:
    css = "p + p{border-top:1mm solid; margin-top:2mm} #a p:last-child{padding-bottom:3mm}"
    found = unfit(made(14, 14, 14, 14, css=css))
    kept = made(*[14] * (4 - len(found.surplus)), css=css)
    at_floor = slot("a", ROOM, floor=8.0, ceiling=8.0)
    alone = replace(kept, layout=kept.layout.model_copy(update={"slots": (at_floor,)}))
    assert found.rest == pytest.approx(fitted(alone).natural, abs=0.01)


def test_the_order_is_that_of_the_messages_not_of_the_page() -> None:
    found = unfit(made(20, 20, 20, 20, names=("M4", "M3", "M2", "M1")))
    assert found.surplus[-1] == "M1"


def test_one_message_that_is_too_long_alone_leaves_nothing_to_take_out() -> None:
    assert unfit(made(200, 3)).surplus == ()
    assert unfit(made(200)).surplus == ()


def test_what_is_no_message_is_never_taken_out() -> None:
    found = unfit(made(3, 3, after=f"<p>{lines(200)}</p>"))
    assert found.surplus == ()
    assert [block.within[-1:] for block in found.blocks] == [("M1",), ("M2",), ("a",)]


def test_each_block_says_how_high_it_is() -> None:
    found = unfit(made(30, 30, 30, css="p{margin-bottom:2mm; line-height:5mm}"))
    assert [block.text.split()[0] for block in found.blocks] == ["M10", "M20", "M30"]
    assert found.blocks[0].top == pytest.approx(0.0, abs=0.01)
    for one, other in pairwise(found.blocks):
        assert other.top - one.bottom == pytest.approx(2.0, abs=0.01)
        assert (one.bottom - one.top) / 5.0 == pytest.approx(round((one.bottom - one.top) / 5.0))


def test_the_spot_is_where_the_slot_stands_on_its_page() -> None:
    found = unfit(made(40, 40, css="#a{position:absolute; left:20mm; top:30mm; width:50mm}"))
    assert (found.spot.page, found.spot.x, found.spot.y) == (1, 30.0, 40.0)
    assert (found.spot.width, found.spot.height) == pytest.approx((50.0, ROOM))


def test_trials_leave_no_trace() -> None:
    one = made(40, 40, 40, css="p{colour:red}")
    proof = Engine().render(one)
    assert len(proof.log) == 1
    assert "M30" in "".join(run.text for page in proof.pages for run in page.runs) + proof.lost
    assert proof.pdf == Engine().render(one).pdf


def test_what_is_taken_out_takes_nothing_else_with_it() -> None:
    root = Element("div")
    for parent in (root, SubElement(root, "section")):
        for name in ("x", "y", "z"):
            SubElement(parent, "p", id=name)
    take_out(root, frozenset({"x", "z"}))
    assert tostring(root) == b'<div><section><p id="y" /></section><p id="y" /></div>'
