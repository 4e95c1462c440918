"""Mutants of the styles of web pages: words that they hide or make are found on any screen."""

from dataclasses import replace

import pytest

from briefpress.check import check_web
from briefpress.model.checked import FAIL
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from tests.unit.check.test_web import HEAD, LAYOUT, page
from tests.unit.check.test_web_leaks import page as made

TEXT = '<section class="s"><p class="line">Leads go along the wall.</p><p>Tea</p></section>'
AGAIN = f"{TEXT}<p>Leads go along the wall.</p>"


def said(css: str, main: str = TEXT) -> dict[str, list[str]]:
    head = HEAD.replace("<title>", f"<style>{css}</style><title>")
    html = page(main, head=head)
    checked = check_web(Document(Edition("b", "a", "l", "html"), LAYOUT, "T", html, {}, {}))
    return {
        result.code: [fault.message for fault in result.faults]
        for result in checked.results
        if result.verdict == FAIL
    }


HIDING = [
    "display:none",
    "display:none!important",
    "visibility:hidden",
    "visibility:collapse",
    "content-visibility:hidden",
    "opacity:0",
    "opacity:.4",
    "font-size:0",
    "font-size:3px",
    "font-size:.2rem",
    "color:transparent",
    "-webkit-text-fill-color:transparent",
    "clip-path:inset(100%)",
    "position:absolute;clip:rect(0 0 0 0)",
    "position:absolute;left:-9999px",
    "position:fixed;top:-200vh",
    "margin-left:-100rem",
    "text-indent:-9999px",
    "height:0;overflow:hidden",
    "max-height:1px;overflow:clip",
    "width:0;overflow:hidden",
    "transform:translateX(-9999px)",
    "transform:scale(0)",
    "transform:scale(.1)",
    "transform:rotate(180deg)",
    "filter:blur(9px)",
    "filter:opacity(0)",
    "mix-blend-mode:difference",
    "letter-spacing:-.5em",
    "text-decoration:line-through",
]


@pytest.mark.parametrize("style", HIDING)
@pytest.mark.parametrize("selector", [".line", ".s", "section > p:first-child", "main .line"])
def test_words_that_a_style_hides(selector: str, style: str) -> None:
    found = said(f"{selector}{{{style}}}")
    assert set(found) == {"TEXT-HIDDEN"}
    assert "Leads go along the wall." in found["TEXT-HIDDEN"][0]


@pytest.mark.parametrize(
    ("query", "screens"),
    [
        ("(max-width: 30rem)", ["narrow"]),
        ("(min-width: 60rem)", ["wide", "dark"]),
        ("screen and (prefers-color-scheme: dark)", ["dark"]),
        ("screen", ["narrow", "wide", "dark"]),
        ("print", []),
        ("(forced-colors: active)", []),
    ],
)
def test_on_which_screens(query: str, screens: list[str]) -> None:
    found = said(f"@media {query}{{.line{{display:none}}}}").get("TEXT-HIDDEN", [])
    assert [one.partition("on a ")[2].split()[0] for one in found] == screens


@pytest.mark.parametrize(
    ("css", "main"),
    [
        (".line{display:none} .s .line{display:block}", TEXT),
        (
            ".line{display:none} @media (min-width:1px){.line{display:block}} .line{display:grid}",
            TEXT,
        ),
        (".line{display:none!important} .line{display:block!important}", TEXT),
        (".line{display:none}", AGAIN),
        (".line:hover{display:none} .line::before{display:none}", TEXT),
        (".other{display:none} .line{color:#222; opacity:1; font-size:14px}", TEXT),
        (".line{height:0} .s{overflow:visible}", TEXT),
        (".line{margin-left:-1rem; transform:translateY(-2px)}", TEXT),
        (
            ".address{display:none}",
            '<p><a href="https://e.org">us</a> <span class="address">(e.org)</span></p>',
        ),
        (".skip{position:absolute;left:-999rem}", '<a class="skip" href="#main">Skip ahead</a>'),
    ],
)
def test_what_is_shown_all_the_same(css: str, main: str) -> None:
    assert said(css, main) == {}


def test_what_has_the_attribute_hidden() -> None:
    assert set(said("", "<p hidden>Only here</p>")) == {"TEXT-HIDDEN"}


@pytest.mark.parametrize(
    ("css", "fires"),
    [
        (".line::before{content:'Never '}", True),
        ('.line::after{content:" 01632 960999"}', True),
        ("li{list-style-type:'Not '}", True),
        (
            "li{list-style:none} .line::before{content:'› '} p::after{content:counter(x) / ''}",
            False,
        ),
    ],
)
def test_words_that_a_style_adds(css: str, *, fires: bool) -> None:
    assert ("STYLE-WORDS" in said(css)) == fires


@pytest.mark.parametrize("layout", ["card", "briefing", "seven-minute"])
def test_a_message_of_ours_that_is_hidden(layout: str) -> None:
    html = made(layout).html.replace("</style>", "main li{display:none}</style>", 1)
    checked = check_web(replace(made(layout), html=html))
    assert checked.verdicts["TEXT-HIDDEN"] == FAIL
