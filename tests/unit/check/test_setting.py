"""Preflight rules on the setting of text: each fires on what a style does, and else is quiet."""

import pytest

from briefpress.check import check
from briefpress.model.document import Proof
from tests.unit.render.support import proof

LIST = "<ul><li>one</li></ul><ol><li>two</li></ol>"


def messages(found: Proof, code: str) -> list[str]:
    return [
        fault.message for one in check(found).results if one.code == code for fault in one.faults
    ]


@pytest.mark.parametrize(
    ("body", "css", "said"),
    [
        ("<p>Ring us</p>", "p::before{content:'Do not '}", "page 1: 'Do not ' is added by a style"),
        ("<p>Ring us</p>", "p::after{content:' 01632 960999'}", "is added by a style"),
        (LIST, "li{list-style-type:'Never '}", "is added by a style"),
        ("<p>x</p>", "@page{@top-left{content:'Draft'}}", "page 1: 'Draft' is added by a style"),
        ("<p>Ask the CAF</p>", "p{text-transform:lowercase}", "has other capitals by a style"),
        ("<p>a van ’s</p>", "p{text-transform:capitalize}", "has other capitals by a style"),
    ],
)
def test_words_of_a_style(body: str, css: str, said: str) -> None:
    (found,) = messages(proof(body, css), "STYLE-WORDS")
    assert said in found


@pytest.mark.parametrize(
    ("body", "css"),
    [
        (LIST, "li{list-style-type:'› '}"),
        (LIST, "ol{list-style-type:lower-roman} ol li{counter-increment:list-item 7}"),
        ("<p>x</p>", "@page{@top-left{content:counter(page) ' / ' counter(pages)}}"),
        ("<h1>Head</h1><p>x</p>", "h1{position:running(h)} @page{@top-left{content:element(h)}}"),
        ("<p>x</p>", "p::first-letter{font-size:14pt} p::first-line{color:#222}"),
        (
            '<p id="a">x <a href="#a">y</a></p>',
            "a::after{content:target-counter(attr(href), page)}",
        ),
    ],
)
def test_what_styles_may_add(body: str, css: str) -> None:
    assert messages(proof(body, css), "STYLE-WORDS") == []


def test_what_is_struck_out() -> None:
    css = "s{text-decoration:line-through} u{text-decoration:underline}"
    body = "<p>Send <s>microwaves</s> <u>away</u>.</p>"
    assert messages(proof(body, css), "TEXT-STRUCK") == ["page 1: 'microwaves' is struck out"]
    assert messages(proof(body, "s, u{text-decoration:none}"), "TEXT-STRUCK") == []


@pytest.mark.parametrize(
    ("css", "fires"),
    [
        ("letter-spacing:-.08em", True),
        ("letter-spacing:.3em", True),
        ("word-spacing:-.2em", True),
        ("word-spacing:2em", True),
        ("letter-spacing:.02em; word-spacing:.1em", False),
        ("letter-spacing:normal", False),
    ],
)
def test_how_far_letters_and_words_stand_apart(css: str, *, fires: bool) -> None:
    found = messages(proof("<p>some words here</p>", f"p{{{css}}}"), "TYPE-SPACING")
    assert bool(found) == fires


def test_a_family_that_nobody_brings() -> None:
    body = "<p>one</p><p>two</p><h1>three</h1>"
    found = messages(proof(body, "p{font-family:Nowhere, Atkinson}"), "FONT-FAMILY")
    assert found == ["no stylesheet brings a font of the family 'Nowhere'"]
    assert messages(proof(body, "p{font-family:'atkinson', Nowhere}"), "FONT-FAMILY") == []
