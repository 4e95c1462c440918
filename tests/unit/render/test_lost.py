"""Lost text: whatever cannot be seen on any page is named, and nothing else is."""

import pytest

from tests.unit.render.support import lines, proof

BOX = "position:absolute; left:10mm; width:60mm; height:{}mm; overflow:hidden"
LONG = lines(400)


@pytest.mark.parametrize(
    ("body", "css"),
    [
        ("<p>one <b>two</b> three</p>", ""),
        ("<p>Straße, İstanbul, ŉ and ﬁne efﬁcient office</p>", "p{text-transform:uppercase}"),
        ("<p>office efficient difficult</p>", "p{font-variant-ligatures:common-ligatures}"),
        ("<p>title case</p>", "p{text-transform:capitalize}"),
        ("<p>before <i>it</i></p>", "i::before{content:'»'} i::after{content:counter(page)}"),
        ("<ol><li>one<li>two</ol>", "li::marker{color:red}"),
        ("<p>First letter</p>", "p::first-letter{font-size:20pt} p::first-line{color:red}"),
        (f"<p>{'un&shy;break&shy;able ' * 60}</p>", "p{width:14mm}"),
        (f"<p>{'unbreakable ' * 60}</p>", "p{width:11mm; hyphens:auto}"),
        (f"<p>{LONG}</p>", "p{columns:2}"),
        (f"<p>{LONG}</p>", "p{text-align:justify}"),
        (f"<div><p>{LONG}</p><p>{LONG}</p></div>", "div{display:flex; gap:2mm} p{width:30mm}"),
        (
            "<div><div><div><p>deep</p><p>down</p></div></div></div>",
            "div{display:flex; flex-direction:column} p{flex:1}",
        ),
        ("<div><p>a</p><p>b</p></div>", "div{display:grid; grid-template-columns:1fr 1fr}"),
        ("<pre>  kept   spaces\n\tand a tab\n\nand lines</pre>", "pre{white-space:pre}"),
        (f"<pre>{LONG}</pre>", "pre{white-space:pre-wrap}"),
        (
            "<p>text<span>a footnote</span> goes on</p>",
            "span{float:footnote} ::footnote-call{content:counter(footnote)}",
        ),
        (
            f"<h1>Running</h1><p>{LONG}</p><p>{LONG}</p>",
            "@page{@top-left{content:element(h)}} h1{position:running(h); font-size:8pt}",
        ),
        (
            f"<h1>Head</h1><p>{LONG}</p>",
            "@page{@top-left{content:string(h)}} h1{string-set:h content()}",
        ),
        ("<p>out<span>floated</span></p>", "span{float:right}"),
        ("<p>a<sup>b</sup><sub>c</sub></p>", ""),
        ("<p>fixed</p><p>on each</p>", "p:first-child{position:fixed; bottom:0}"),
        ("<p>x</p><svg width='20' height='9'><text y='8'>drawn</text></svg>", ""),
        ("<p>one<!-- two --> three</p><style>p{color:red}</style>", ""),
        ("<p>zero\u200bwidth and\u00a0space</p>", "p{width:12mm}"),
        ("<p>small</p>", f"p{{{BOX.format(10)}}}"),
        ("<p>ab</p>", "p{opacity:.5}"),
    ],
)
def test_nothing_is_lost(body: str, css: str) -> None:
    assert proof(body, css).lost == ""


def test_the_head_of_a_table_may_repeat() -> None:
    rows = "".join(f"<tr><td>row {n}</td></tr>" for n in range(60))
    table = f"<table><thead><tr><th>Head row</th></tr></thead><tbody>{rows}</tbody></table>"
    found = proof(table)
    assert len(found.pages) > 2
    assert found.lost == ""


def test_what_repeats_does_not_make_up_for_what_is_lost() -> None:
    rows = "".join(f"<tr><td>{n}</td></tr>" for n in range(60))
    table = f"<table><thead><tr><th>hidden words</th></tr></thead><tbody>{rows}</tbody></table>"
    assert proof(f"{table}<p>hidden</p>", "p{display:none}").lost == "hidden"


@pytest.mark.parametrize(
    ("css", "lost"),
    [
        ("b{display:none}", "two, and three"),
        ("b{visibility:hidden}", "two, and three"),
        ("p{visibility:hidden} b{visibility:visible}", "one four"),
        ("b{opacity:0; display:inline-block}", "two, and three"),
        ("b{color:transparent}", "two, and three"),
        ("b{font-size:0}", "two, and three"),
        ("b{position:running(nowhere)}", "two, and three"),
        ("b{text-transform:uppercase; display:none}", "two, and three"),
    ],
)
def test_text_that_a_style_hides_is_lost(css: str, lost: str) -> None:
    assert proof("<p>one <b>two, and three</b> four</p>", css).lost == lost


def test_text_past_the_end_of_a_box_at_the_foot_of_a_page_is_lost_in_its_order() -> None:
    found = proof(f"<p>{LONG}</p>", f"p{{{BOX.format(20)}; top:70mm}}")
    shown = " ".join(run.text for run in found.pages[0].runs)
    assert len(found.pages) == 1
    assert found.lost
    assert LONG.replace(" ", "").endswith(found.lost.replace(" ", ""))
    assert found.lost.split()[-1] == "word399"
    assert len(shown.replace(" ", "")) + len(found.lost.replace(" ", "")) == len(
        LONG.replace(" ", "")
    )


def test_text_past_a_limit_of_lines_is_lost() -> None:
    found = proof(f"<p>{lines(60)}</p>", "p{max-lines:2; continue:discard; width:40mm}")
    assert found.lost.endswith("word59")


def test_text_off_the_page_is_laid_out_and_so_not_lost() -> None:
    found = proof("<p>here</p><p>there</p>", "p + p{position:absolute; left:200mm; top:0}")
    assert found.lost == ""
    assert any(run.x > 100 for run in found.pages[0].runs)
