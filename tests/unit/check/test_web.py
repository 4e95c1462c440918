"""Preflight rules on web pages: each fires on its fault, and stays quiet without it."""

import pytest

from briefpress.check import check_web
from briefpress.check.web import WEB_RULES
from briefpress.diagnostics import Severity
from briefpress.model.checked import FAIL, PASS
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from briefpress.model.layout import Layout, PageSize

LAYOUT = Layout(
    title="Page",
    page=PageSize(width=100.0, height=100.0),
    template="page.html.j2",
    styles=(),
)
POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
VIEWPORT = '<meta name="viewport" content="width=device-width">'
HEAD = f'<meta charset="utf-8">{POLICY}{VIEWPORT}<title>T</title>'
TOP = '<a href="#main">Skip</a><header></header>'
END = "<footer></footer>"


def page(main: str, head: str = HEAD, top: str = TOP, end: str = END, lang: str = "en") -> str:
    """A page that is sound but for what a test puts into it."""
    body = f'{top}<main id="main"><h1>H</h1>{main}</main>{end}'
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def faults(html: str) -> dict[str, list[str]]:
    """The messages of the rules that fail, by their codes."""
    checked = check_web(Document(Edition("b", "a", "l", "html"), LAYOUT, "T", html, {}, {}))
    assert all(found.severity is Severity.ERROR for found in checked.diagnostics)
    assert all(found.scope == Edition("b", "a", "l").scope for found in checked.diagnostics)
    failed = [result for result in checked.results if result.verdict == FAIL]
    return {result.code: [fault.message for fault in result.faults] for result in failed}


@pytest.mark.parametrize(
    "main",
    [
        "",
        "<h2>a</h2><h3>b</h3><h2>c</h2><p>d",
        '<p><a href="#main">up</a> <a href="tel:999">999</a> <a href="mailto:a@b.cd">mail</a>',
        '<p><a href="https://example.org">out</a> <a href="beside.pdf">PDF</a>',
        '<img src="data:image/svg+xml;base64,QQ==" alt="">',
        '<div role="img" aria-label="a chart"><svg><path d="M0 0"/></svg></div>',
        '<svg aria-hidden="true"><path d="M0 0"/></svg>',
        '<p id="x">x</p><nav aria-labelledby="x"><a href="#x"><img src="data:," alt="x"></a></nav>',
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        '<label for="f">name</label><input id="f"><label>other <input aria-label="o"></label>',
        "<details><summary>more</summary>text</details><!-- a comment -->",
    ],
)
def test_a_sound_page_passes_every_rule(main: str) -> None:
    html = page(main)
    assert faults(html) == {}
    results = check_web(Document(Edition("b", "a", "l", "html"), LAYOUT, "T", html, {}, {}))
    assert dict(results.verdicts) == dict.fromkeys(WEB_RULES, PASS)
    assert all(result.figure for result in results.results)


@pytest.mark.parametrize(
    ("code", "message", "main"),
    [
        ("WEB-SYNTAX", "end tag too early", "<div>"),
        ("WEB-SYNTAX", "unexpected end tag", "</em>"),
        ("WEB-SYNTAX", "duplicate attribute", '<p class="a" class="b">x</p>'),
        ("WEB-SYNTAX", "voodoo", "<table><p>x</p><tr><th>a</th></tr></table>"),
        ("WEB-OUTSIDE", "asks for 'logo.svg'", '<img src="logo.svg" alt="">'),
        (
            "WEB-OUTSIDE",
            "asks for 'https://e.org/a.js'",
            '<script src="https://e.org/a.js"></script>',
        ),
        ("WEB-OUTSIDE", "asks for 'a.css'", '<link rel="stylesheet" href="a.css">'),
        ("WEB-OUTSIDE", "asks for 'https://e.org'", '<form action="https://e.org"></form>'),
        ("WEB-OUTSIDE", "asks for 'f.woff2'", "<style>a { src: url(f.woff2) }</style>"),
        ("WEB-OUTSIDE", "asks for '\"b.css\"'", '<style>@import "b.css"; p { color: red }</style>'),
        ("WEB-OUTSIDE", "has style=", '<p style="color: red">x</p>'),
        ("WEB-OUTSIDE", "has onclick=", '<p onclick="x()">x</p>'),
        ("WEB-OUTSIDE", "leads to 'javascript:x()'", '<a href="javascript:x()">x</a>'),
        ("WEB-OUTSIDE", "leads to '//e.org'", '<a href="//e.org">x</a>'),
        ("WEB-OUTSIDE", "leads to '/root'", '<a href="/root">x</a>'),
        ("WEB-OUTSIDE", "leads to 'http://e.org'", '<a href="http://e.org">x</a>'),
        ("WEB-STRUCTURE", "2 headings of level 1", "<h1>x</h1>"),
        ("WEB-STRUCTURE", "<h4> 'c' follows <h2> 'b'", "<h2>b</h2><h4>c</h4>"),
        ("WEB-STRUCTURE", "an empty h2", "<h2> </h2>"),
        ("WEB-STRUCTURE", "a nav has no name", '<nav><a href="#main">x</a></nav>'),
        ("WEB-PLACE", "id 'x' is given 2 times", '<p id="x">a</p><p id="x">b</p>'),
        ("WEB-PLACE", "points to #nope", '<a href="#nope">x</a>'),
        ("WEB-PLACE", "points to #y", '<p aria-labelledby="main y">x</p>'),
        ("WEB-NAME", "has no alt", '<img src="data:,">'),
        ("WEB-NAME", "has no words", '<a href="#main"> </a>'),
        ("WEB-NAME", "has no words", "<button></button>"),
        ("WEB-NAME", "has no label", "<input>"),
        ("WEB-NAME", "has no head cells", "<table><tr><td>x</td></tr></table>"),
        ("WEB-NAME", "has no aria-label", '<div role="img"></div>'),
        ("WEB-NAME", "neither named nor hidden", '<svg><path d="M0 0"/></svg>'),
    ],
)
def test_a_fault_is_told_and_nothing_else_is(code: str, message: str, main: str) -> None:
    found = faults(page(main))
    assert message in " ".join(found.pop(code))
    assert found == {}


@pytest.mark.parametrize(
    ("code", "message", "parts"),
    [
        ("WEB-STRUCTURE", "does not say its language", {"lang": ""}),
        ("WEB-STRUCTURE", "has no title", {"head": HEAD.replace("<title>T", "<title> ")}),
        ("WEB-STRUCTURE", "on a telephone", {"head": HEAD.replace("viewport", "view")}),
        ("WEB-STRUCTURE", "one header", {"top": '<a href="#main">Skip</a>'}),
        ("WEB-STRUCTURE", "one footer", {"end": ""}),
        ("WEB-STRUCTURE", "stands before the heading", {"top": f"{TOP}<h2>x</h2>"}),
        ("WEB-STRUCTURE", "does not lead to the main part", {"top": "<header></header>"}),
        ("WEB-OUTSIDE", "no content security policy", {"head": HEAD.replace(POLICY, "")}),
        ("WEB-OUTSIDE", "before any content", {"head": f"<style>p {{}}</style>{HEAD}"}),
        ("WEB-OUTSIDE", "refusing everything", {"head": HEAD.replace("'none'", "*")}),
    ],
)
def test_a_faulty_frame_is_told(code: str, message: str, parts: dict[str, str]) -> None:
    assert message in " ".join(faults(page("", **parts))[code])


def test_a_page_without_a_main_part_is_told() -> None:
    html = page("").replace("<main", "<div").replace("</main", "</div")
    assert "0 main parts, 1 expected" in faults(html)["WEB-STRUCTURE"]
