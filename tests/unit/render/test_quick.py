"""Quick: the engine’s own answers in fewer steps, whatever rules say."""

import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import Any

import pytest

from briefpress.render import Engine, engine
from briefpress.render import quick as short_ways
from briefpress.render.fetch import LockedFetcher
from briefpress.render.library import boxes, css, percent, users_of_lengths, weasyprint
from briefpress.render.lines import children
from briefpress.render.log import EngineLog
from briefpress.render.quick import OWN, SWAPS, quick
from briefpress.render.quick.flow import is_in_normal_flow
from briefpress.render.quick.styles import missing
from briefpress.render.shelf import Shelf
from tests.unit.render.support import document, lines

BODY = f"""
<h1>{lines(9)}</h1><p class="calc">{lines(20)} <u>{lines(3)} <b>{lines(2)}</b></u></p>
<div class="grid"><p>{lines(4)}</p><p class="side">{lines(4)}</p></div>
<p dir="rtl" class="side">{lines(9)}</p><p class="vars">{lines(9)}</p>
<ul><li>{lines(3)}<li class="float">{lines(4)}</ul><p class="first">{lines(30)}</p>
<table><tr><td>{lines(2)}<td class="at">{lines(2)}</table><span class="at">{lines(2)}</span>
<table class="shared"><thead><tr><th>{lines(1)}<tbody><tr><td>{lines(2)}</table>
<div class="part"><div class="half">{lines(9)}</div><div class="cut">{lines(9)}</div></div>
<div class="high"><div class="half">{lines(4)}</div><p class="note">{lines(2)}</p></div>
<div class="in"><p class="float">{lines(2)}</p><div><p class="wide">{lines(3)}</p></div>
<p class="run">{lines(2)}</p><p class="at">{lines(2)}</p></div><div><p>{lines(2)}</p></div>
<div><div class="wide"></div></div>
<div class="row"><p>{lines(2)}</p><p class="cut">{lines(2)}</p></div>
"""
CSS = """
:root{--wide:3mm; --rule:.4mm solid #123456; --none:inherit} h1{page:wide; break-after:avoid}
@page wide{size:100mm 140mm; margin:9%; padding:1%}
@page wide{@top-left{content:"head"; border-bottom:.4mm solid}}
.calc{text-indent:calc(10% - 1mm); width:calc(100% - 3mm); font-size:calc(8pt + 1pt)}
.grid{display:grid; grid-template-columns:1fr 2fr; column-gap:var(--wide); border:var(--rule)}
.side{margin-inline-start:5mm; padding-block:1mm; border-inline-end:1mm dotted; inline-size:40mm}
.vars{margin:var(--wide); color:var(--nowhere); display:var(--none); float:var(--none)}
u{text-decoration:underline; text-decoration-color:#123456} b{text-decoration:overline}
.float{float:right; border:1mm none; outline:1mm solid} .at{position:absolute; right:1mm; top:1mm}
.first::first-line{color:#234567; letter-spacing:.2mm} .first::first-letter{font-size:20pt}
.shared{border-collapse:collapse; width:90%} .shared td,.shared th{border:.4mm solid; padding:2%}
.part{box-sizing:border-box; width:60%; padding:3% 2%; border:1mm solid; min-height:9mm}
.half{height:50%; max-height:calc(50% + 2mm); margin:2% auto; min-width:auto; width:calc(50% - 1mm)}
.cut{box-sizing:padding-box; padding:1mm; height:5mm; overflow:hidden; max-width:80%; min-width:10%}
.high{height:30mm; min-height:20%} .wide{page:wide} .run{position:running(head)} .in{page:other}
.shared td,.shared th{page:wide} td{border-collapse:collapse} .row{display:flex}
.note{float:footnote} @page other{@bottom-left{content:element(head)}}
.first::before{content:counter(page); border-left:1mm double}
"""


FAULTY = css.INITIAL_NOT_COMPUTED - css.COMPUTER_FUNCTIONS.keys()
"""What the engine has no answer to for all boxes, and never asks."""


def laid() -> list[Any]:
    """All boxes of the pages, as the engine leaves them."""
    made = document(BODY, CSS)
    with EngineLog() as log:
        shelf = Shelf()
        styles = shelf.styles(made, LockedFetcher(made.assets), log)
        html = weasyprint.HTML(string=made.html, base_url="https://briefpress.invalid/")
        pages = html.render(stylesheets=styles, font_config=shelf.fonts).pages
    return [box for page in pages for box in _all(page._page_box)]


def _all(box: Any) -> Iterator[Any]:  # noqa: ANN401 - the engine has no types
    yield box
    for child in children(box):
        yield from _all(child)


def known() -> list[list[tuple[str, str]]]:
    """By box all that was asked of its style, in that order; a style may be copied into another."""
    return [[(name, repr(value)) for name, value in box.style.items()] for box in laid()]


def sides() -> list[dict[str, object]]:
    """By box its sides and places as they are used."""
    simple = (int, float, str)
    return [{k: v for k, v in vars(box).items() if isinstance(v, simple)} for box in laid()]


def asked() -> dict[str, list[str]]:
    """What the boxes say of each property."""
    names = sorted(css.INITIAL_VALUES.keys() - FAULTY)
    every = laid()
    return {name: [repr(box.style[name]) for box in every] for name in names}


def test_each_property_is_what_the_engine_says() -> None:
    plain = asked()
    with quick():
        assert asked() == plain
    assert len(plain) > 200
    assert {len(values) for values in plain.values()} == {len(plain["color"])}


def test_what_is_known_of_a_style_is_what_the_engine_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It matters where a style is copied into another, as that of a first line is."""
    plain = known()
    monkeypatch.setattr(css.ComputedStyle, "__missing__", missing)
    assert known() == plain


def test_each_box_is_as_wide_and_high_and_stands_where_the_engine_says() -> None:
    plain = sides()
    with quick():
        assert sides() == plain
    assert sum("max_height" in box for box in plain) > 50


FLOATS = ("none", "left", "right", "inline-start", "inline-end", "footnote")
POSITIONS = ("static", "relative", "absolute", "fixed", ("running()", "head"), ("note()", "foot"))


@pytest.mark.parametrize("place", POSITIONS)
@pytest.mark.parametrize("side", FLOATS)
def test_a_box_flows_if_the_engine_says_so(side: str, place: str | tuple[str, str]) -> None:
    box = boxes.BlockBox("p", {"float": side, "position": place}, None, [])
    own = {name: function for _, name, function in OWN}
    assert is_in_normal_flow(box) == own["is_in_normal_flow"](box)


def test_each_box_names_its_pages_as_the_engine_says() -> None:
    holders = [box for box in laid() if type(box).page_values is boxes.ParentBox.page_values]
    named = [box.page_values() for box in holders]
    with quick():
        assert [box.page_values() for box in holders] == named
    assert len(set(named)) > 3


def test_the_same_bytes_with_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    short = Engine().render(document(BODY, CSS))
    monkeypatch.setattr(engine, "quick", nullcontext)
    plain = Engine().render(document(BODY, CSS))
    assert (short.pdf, short.pages, short.log) == (plain.pdf, plain.pages, plain.log)


def test_every_short_way_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = set()

    def noted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: object, **named: object) -> object:
            taken.add(name)
            return function(*args, **named)

        return call

    swaps = tuple((owner, name, noted(name, function)) for owner, name, function in SWAPS)
    monkeypatch.setattr(short_ways, "SWAPS", swaps)
    Engine().render(document(BODY, CSS))
    assert taken == {name for _, name, _ in SWAPS}


def test_the_engine_is_left_as_it_was() -> None:
    with quick():
        assert all(getattr(owner, name) is function for owner, name, function in SWAPS)
    with pytest.raises(ZeroDivisionError), quick():
        _ = 1 / 0
    assert all(getattr(owner, name) is function for owner, name, function in OWN)


def test_every_user_of_lengths_is_known() -> None:
    users = {
        module.__name__
        for name, module in list(sys.modules.items())
        if name.startswith("weasyprint")
        and getattr(module, "resolve_percentages", None) is percent.resolve_percentages
    }
    assert users == {module.__name__ for module in users_of_lengths}
