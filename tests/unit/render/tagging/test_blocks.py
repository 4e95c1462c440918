"""Blocks and lines, notes, languages, abbreviations: what each becomes, in reading order."""

import pytest

from tests.structure import Tag
from tests.unit.render.support import lines
from tests.unit.render.tagging.support import BULLET, shape, tags


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>a</h1><h2>b</h2><p>c</p>", [("H1", "a"), ("H2", "b"), ("P", "c")]),
        ("<main><section><p>a</section></main>", [("Part", ("Sect", ("P", "a")))]),
        (
            "<article><p>a</article><aside><p>b</aside>",
            [("Art", ("P", "a")), ("Aside", ("P", "b"))],
        ),
        ("<blockquote><p>a <q>b</q></blockquote>", [("BlockQuote", ("P", "a", ("Quote", "“b”")))]),
        ("<div>a <b>b</b> c</div>", [("P", "a b c")]),
        ("<div>a<p>b</p>c<br>d</div>", [("P", "a"), ("P", "b"), ("P", "c d")]),
        ("<div><div>a</div><div>b</div></div>", [("P", "a"), ("P", "b")]),
        ("<section><span>a</span> <span>b</span></section>", [("Sect", ("P", "a b"))]),
        ("<header><p>a</header><p></p><div></div>", [("P", "a")]),
        ("<p>a <span>b</span><i>c</i></p>", [("P", "a bc")]),
        ("<p>a<span style='display:block'>b</span></p>", [("P", "a b")]),
        ("<p>one<br>two</p>", [("P", "one two")]),
        ("<p>1<sup>st</sup></p>", [("P", "1st")]),
        ("<p style='text-transform:uppercase'>straße <b>x</b></p>", [("P", "STRASSE X")]),
        ("<p style='opacity:.5'>a</p><p>b</p>", [("P", "a"), ("P", "b")]),
        ("<p style='visibility:hidden'>a</p><p>b</p>", [("P", "b")]),
        ("<p>a <!-- b --> c</p>", [("P", "a c")]),
    ],
)
def test_blocks_and_lines(body: str, expected: list[object]) -> None:
    assert list(shape(body)) == expected


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    (paragraph,) = tags(f"<p>{lines(300)}</p>").root.all("P")
    assert isinstance(paragraph, Tag)
    assert paragraph.pages == {0, 1, 2, 3}
    assert paragraph.text == lines(300)


NOTE = ".fn{float:footnote} html{hyphenate-character:'-'}"


def test_a_footnote_is_called_in_its_place_and_told_after_the_paragraph() -> None:
    body = "<aside><p>One<span class=fn>the <b>note</b></span>, two.</p><p>three</p></aside>"
    found = tags(body, NOTE)
    assert found.root.shape()[1] == (
        "Aside",
        ("P", "One", ("Reference", ("Lbl", "1")), ", two."),
        ("Note", ("Lbl", "1."), ("P", "the note")),
        ("P", "three"),
    )
    (note,) = found.root.all("Note")
    assert note.keys["ID"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<ul><li>a<span class=fn>n</span> b</ul>",
            (
                "L",
                (
                    "LI",
                    BULLET,
                    (
                        "LBody",
                        "a",
                        ("Reference", ("Lbl", "1")),
                        "b",
                        ("Note", ("Lbl", "1."), ("P", "n")),
                    ),
                ),
            ),
        ),
        (
            "<section><h1>a<span class=fn>n</span></h1></section>",
            ("Sect", ("H1", "a", ("Reference", ("Lbl", "1"))), ("Note", ("Lbl", "1."), ("P", "n"))),
        ),
    ],
)
def test_a_footnote_elsewhere(body: str, expected: object) -> None:
    assert shape(body, NOTE) == (expected,)


def test_languages_are_told_where_they_change() -> None:
    body = (
        "<p lang=cy>a <span lang=pl>b</span> <b lang=cy>c</b></p>"
        "<div lang=en>d</div><div lang=ur><p>e</div>"
    )
    found = [(tag.role, tag.keys["Lang"]) for tag in tags(body).root.all() if "Lang" in tag.keys]
    assert found == [("Document", "en"), ("P", "cy"), ("Span", "pl"), ("Div", "ur")]


def test_an_abbreviation_says_what_it_stands_for_unless_that_has_just_been_said() -> None:
    short = "<abbr title='serious case review'>SCR</abbr>"
    body = f"<p>A Serious case review ({short}) and an {short}.</p><p>({short})</p>"
    spans = list(tags(body).root.all("Span"))
    assert [span.text for span in spans] == ["SCR"] * 3
    assert [span.keys.get("E") for span in spans] == [
        None,
        "serious case review",
        "serious case review",
    ]


@pytest.mark.parametrize(
    ("body", "css", "heard"),
    [
        ("<p>a <span>b</span> c</p>", "span{float:right}", "a b c"),
        ("<p>a <span>b</span> c</p>", "span{position:absolute; right:0; top:0}", "a b c"),
        ("<div><p>a</p><p>b</p></div>", "p:first-child{position:absolute; bottom:0}", "a b"),
        ("<div><p>a</p><p>b</p></div>", "div{display:flex; flex-direction:row-reverse}", "a b"),
        ("<div><p>a</p><p>b</p></div>", "div{display:flex} p:first-child{order:2}", "a b"),
        (
            "<div><p>a</p><p>b</p></div>",
            "div{position:relative} p{position:relative; z-index:2} p + p{z-index:-1}",
            "a b",
        ),
        ("<section><p>a</p></section><p>b</p>", "section{columns:2}", "a b"),
    ],
)
def test_what_is_heard_first_is_what_stands_first_in_the_source(
    body: str, css: str, heard: str
) -> None:
    assert tags(body, css).root.text == heard


@pytest.mark.parametrize(
    ("text", "css", "heard"),
    [
        (lines(60), "", lines(60)),
        ("extra&shy;ordinarily long", "p{width:20mm}", "extraordinarily long"),
        ("multi-agency-working", "p{width:22mm}", "multi-agency-working"),
        ("unbreakableword" * 5, "p{overflow-wrap:anywhere}", "unbreakableword" * 5),
        (
            "acknowledgement of administration",
            "p{width:20mm; hyphens:auto}",
            "acknowledgement of administration",
        ),
        ("<b>Police</b> <i>101</i> <b>x</b>", "", "Police 101 x"),
        ("0800 111&nbsp;222", "", "0800 111 222"),
        ("<span>“Don’t <b>wait</b>”</span>", "", "“Don’t wait”"),
        ("Don't wait, fi ffi", "p::first-letter{font-size:2em}", "Don't wait, fi ffi"),
    ],
)
def test_words_are_heard_whole_and_apart(text: str, css: str, heard: str) -> None:
    assert tags(f"<p>{text}</p>", f"html{{hyphenate-character:'-'}} {css}").root.text == heard
