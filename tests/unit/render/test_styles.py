"""Quick styles: they answer as the engine does, property by property, whatever rules say."""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest

from briefpress.render import Engine, engine
from briefpress.render.fetch import LockedFetcher
from briefpress.render.library import css, weasyprint
from briefpress.render.lines import children
from briefpress.render.log import EngineLog
from briefpress.render.shelf import Shelf
from briefpress.render.styles import quick_styles
from tests.unit.render.support import document, lines

BODY = f"""
<h1>{lines(9)}</h1><p class="calc">{lines(20)} <u>{lines(3)} <b>{lines(2)}</b></u></p>
<div class="grid"><p>{lines(4)}</p><p class="side">{lines(4)}</p></div>
<p dir="rtl" class="side">{lines(9)}</p><p class="vars">{lines(9)}</p>
<ul><li>{lines(3)}<li class="float">{lines(4)}</ul><p class="first">{lines(30)}</p>
<table><tr><td>{lines(2)}<td class="at">{lines(2)}</table><span class="at">{lines(2)}</span>
"""
CSS = """
:root{--wide:3mm; --rule:.4mm solid #123456; --none:inherit} h1{page:wide; break-after:avoid}
@page wide{margin:9mm; @top-left{content:"head"; border-bottom:.4mm solid}}
.calc{text-indent:calc(10% - 1mm); width:calc(100% - 3mm); font-size:calc(8pt + 1pt)}
.grid{display:grid; grid-template-columns:1fr 2fr; column-gap:var(--wide); border:var(--rule)}
.side{margin-inline-start:5mm; padding-block:1mm; border-inline-end:1mm dotted; inline-size:40mm}
.vars{margin:var(--wide); color:var(--nowhere); display:var(--none); float:var(--none)}
u{text-decoration:underline; text-decoration-color:#123456} b{text-decoration:overline}
.float{float:right; border:1mm none; outline:1mm solid} .at{position:absolute; right:1mm; top:1mm}
.first::first-line{color:#234567; letter-spacing:.2mm} .first::first-letter{font-size:20pt}
.first::before{content:counter(page); border-left:1mm double} td{border-collapse:collapse}
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


def asked() -> dict[str, list[str]]:
    """What the boxes say of each property."""
    names = sorted(css.INITIAL_VALUES.keys() - FAULTY)
    every = laid()
    return {name: [repr(box.style[name]) for box in every] for name in names}


def test_each_property_is_what_the_engine_says() -> None:
    plain = asked()
    with quick_styles():
        assert asked() == plain
    assert len(plain) > 200
    assert {len(values) for values in plain.values()} == {len(plain["color"])}


def test_what_is_known_of_a_style_is_what_the_engine_knows() -> None:
    plain = known()
    with quick_styles():
        assert known() == plain


def test_the_same_bytes_with_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = Engine().render(document(BODY, CSS))
    asked = []
    search = css.ComputedStyle.__missing__

    def counted(style: Any, key: str) -> Any:  # noqa: ANN401 - as above
        asked.append(key)
        return search(style, key)

    monkeypatch.setattr(css.ComputedStyle, "__missing__", counted)
    monkeypatch.setattr(engine, "quick_styles", nullcontext)
    plain = Engine().render(document(BODY, CSS))
    assert asked
    assert (quick.pdf, quick.pages) == (plain.pdf, plain.pages)


def test_the_engine_is_left_as_it_was() -> None:
    before = css.ComputedStyle.__missing__
    with quick_styles():
        assert css.ComputedStyle.__missing__ is not before
    with pytest.raises(ZeroDivisionError), quick_styles():
        _ = 1 / 0
    assert css.ComputedStyle.__missing__ is before
