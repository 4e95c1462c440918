"""Clear print: each rule fires on what it is against, and stays quiet beside it."""

from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from briefpress.check import check
from briefpress.check.clear_print import composed_words
from briefpress.model.checked import WARNING
from briefpress.model.document import Alignment, PageProof, Proof, TextLine
from briefpress.render import Engine
from tests.unit.render.support import FONT_FILE, SIDE, document, lines, proof

LONG = lines(40)
NARROW = "p{width:30mm}"
BROKEN = "hyphens:auto; hyphenate-character:'-'; hyphenate-limit-chars:5 2 2"
WIDE = "@page{size:240mm 100mm} p{font-size:9pt}"


def messages(code: str, found: Proof) -> list[str]:
    return [d.message for d in check(found).diagnostics if d.code == code]


def with_messages(body: str, css: str) -> Proof:
    """A page on which the element `M1` is a key message."""
    return Engine().render(replace(document(body, css), messages=("M1",)))


@pytest.mark.parametrize(
    ("code", "body", "css", "message"),
    [
        ("TYPE-ITALIC", "<p>a <em>slanted</em> word</p>", "", "page 1: 'slanted'"),
        ("TYPE-ITALIC", "<p>a</p><p>b</p>", "p{font-style:oblique}", "page 1: 'a' and 1 more"),
        ("TYPE-ITALIC", "<p>a</p>", "p::before{content:'x'; font-style:italic}", "page 1: 'x'"),
        ("TYPE-UNDERLINE", "<p>a <u>line</u> under</p>", "", "page 1: 'line'"),
        ("TYPE-UNDERLINE", "<p><a>no link</a></p>", "a{text-decoration:underline}", "'no link'"),
        ("TYPE-ALIGN", f"<p>{LONG}</p>", "p{text-align:justify}", "page 1: justified: 'word0"),
        ("TYPE-ALIGN", "<h1>two<br>lines</h1>", "h1{text-align:center}", "centred: 'two'"),
        ("TYPE-ALIGN", f"<p>{LONG}</p>", "p{text-align:right}", "page 1: on the right: 'word0"),
        ("TYPE-ALIGN", f"<p>{LONG}</p>", "p{text-align:end}", "page 1: on the right: 'word0"),
        ("TYPE-ALIGN", "<p dir=rtl>אבג<br>דהו</p>", "p{text-align:left}", "page 1: on the left"),
        ("TYPE-CAPITALS", "<p>DO NOT EVER DO THIS</p>", "", "page 1: 'DO NOT EVER DO THIS'"),
        ("TYPE-CAPITALS", "<p>Eastmarsh Board now</p>", "p{text-transform:uppercase}", "EASTMA"),
        ("TYPE-CAPITALS", "<p>a SAFEGUARDINGBOARD b</p>", "", "page 1: 'SAFEGUARDINGBOARD'"),
        ("LINE-LONG", f"<p>{lines(90)}</p>", WIDE, "characters a line at 9pt, 75 at most: 'word0"),
    ],
)
def test_a_fault_is_found(code: str, body: str, css: str, message: str) -> None:
    (found,) = messages(code, proof(body, css))
    assert message in found


@pytest.mark.parametrize(
    ("code", "body", "css"),
    [
        ("TYPE-ITALIC", "<p>a <em>word</em></p>", "em{font-style:normal}"),
        (
            "TYPE-UNDERLINE",
            '<p><a href="https://a.example.org">on</a></p>',
            "a{text-decoration:underline}",
        ),
        (
            "TYPE-UNDERLINE",
            '<p><a href="#x"><b id="x">on</b></a></p>',
            "b{text-decoration:underline}",
        ),
        ("TYPE-UNDERLINE", "<p><s>struck</s></p>", ""),
        ("TYPE-ALIGN", f"<p>{LONG}</p>", ""),
        ("TYPE-ALIGN", "<p>one line</p>", "p{text-align:center}"),
        ("TYPE-ALIGN", "<p dir=rtl>אבג<br>דהו</p>", ""),
        ("TYPE-ALIGN", "<p dir=rtl>אבג<br>דהו</p>", "p{text-align:right}"),
        (
            "TYPE-ALIGN",
            f"<p class=r>{lines(9)}</p><p>a</p>",
            ".r{position:running(r); text-align:right} @page{@top-left{content:element(r)}}",
        ),
        ("TYPE-CAPITALS", "<p>LSCB, CAMHS and the ICB</p>", ""),
        ("TYPE-CAPITALS", "<p>NHS ICB LADO</p>", ""),
        ("TYPE-CAPITALS", "<p>Do Not Do This At Any Time</p>", ""),
        ("TYPE-CAPITALS", "<p>2011 2012 2013 2014 2015</p>", ""),
        ("LINE-LONG", f"<p>{lines(90)}</p>", ""),
        ("LINE-LONG", f"<p>{lines(30)}</p>", WIDE),
        ("LINE-SHORT", f"<p>{lines(30)}</p>", "p{width:30mm}"),
        ("LINE-SHORT", "<p>one or two words</p>", "p{width:9mm}"),
    ],
)
def test_what_is_allowed_passes(code: str, body: str, css: str) -> None:
    assert messages(code, proof(body, css)) == []


def test_an_italic_face_is_found_whatever_it_is_called() -> None:
    font = TTFont(BytesIO(FONT_FILE))
    font["post"].italicAngle = -9.0
    slanted = BytesIO()
    font.save(slanted)
    css = '@font-face{font-family:"Other"; src:url(fonts/Upright.ttf)} p{font-family:"Other"}'
    files = {"fonts/Upright.ttf": slanted.getvalue(), "fonts/Unused-Italic.ttf": slanted.getvalue()}
    assert messages("TYPE-ITALIC", proof("<p>a</p>", css, assets=files)) == [
        "Upright.ttf is an italic face"
    ]
    files = {"fonts/Upright.ttf": FONT_FILE}
    assert messages("TYPE-ITALIC", proof("<p>a</p>", css, assets=files)) == []


@pytest.mark.parametrize(
    ("word", "css", "fault"),
    [
        ("misunderstanding", f"p{{width:35mm; {BROKEN}}}", "page 1: misunder"),
        ("misunderstanding", f"p{{width:20mm; {BROKEN}}}", ""),
        ("misunderstanding", "p{width:20mm; overflow-wrap:break-word}", ""),
        ("misunderstanding", "p{width:60mm}", ""),
        ("well-understood", "p{width:22mm}", ""),
        ("example.org/understood", "p{width:25mm}", ""),
    ],
)
def test_only_in_key_messages_a_word_may_not_be_broken(word: str, css: str, fault: str) -> None:
    found = with_messages(f"<p>It is a {word}.</p><p id=M1>It is a {word}.</p>", css)
    told = messages("WORD-BROKEN", found)
    assert len(told) == bool(fault)
    assert all(one.startswith(fault) for one in told)
    assert len({line.block for line in found.pages[0].lines}) == 2
    assert messages("WORD-BROKEN", with_messages(f"<p>A {word}.</p>", css)) == []


def test_a_message_is_known_by_the_element_that_holds_it() -> None:
    body = "<div id=M1><div><h2>a misunderstanding</h2><p>and more</p></div></div>"
    css = f"h2{{font-size:20pt; width:60mm; {BROKEN}}}"
    (told,) = messages("WORD-BROKEN", with_messages(body, css))
    assert told.startswith("page 1: misunder")


def line(text: str, block: int, **more: object) -> TextLine:
    place: dict[str, object] = {"x": 10.0, "y": 10.0, "width": 60.0, "height": 4.0, "size": 10.0}
    return TextLine(text=text, block=block, **{**place, **more})  # type: ignore[arg-type]


def page_of(*found: TextLine) -> Proof:
    return Proof(document("x"), b"", (PageProof(SIDE, SIDE, (), found),))


@pytest.mark.parametrize(
    ("lengths", "fault"),
    [
        ((75, 75, 10), False),
        ((75, 77, 10), True),
        ((70, 80, 10), False),
        ((90, 90), False),
        ((90,), False),
    ],
)
def test_how_long_lines_may_be(lengths: tuple[int, ...], *, fault: bool) -> None:
    found = page_of(*(line("x" * length, 0) for length in lengths))
    assert bool(messages("LINE-LONG", found)) == fault


def test_lines_of_one_column_are_taken_together_and_others_are_not() -> None:
    long, short = [line("x" * 78, 0)] * 3, [line("x" * 60, 1)] * 3
    assert messages("LINE-LONG", page_of(*long, *short)) == []
    smaller = [replace(each, size=8.0) for each in short]
    beside = [replace(each, x=90.0) for each in short]
    narrow = [replace(each, width=30.0) for each in short]
    for others in (smaller, beside, narrow):
        assert len(messages("LINE-LONG", page_of(*long, *others))) == 1


def test_long_lines_and_capitals_warn_and_all_say_where() -> None:
    found = check(proof(f"<p>{lines(90)}</p><p>DO NOT DO THIS AGAIN</p>", WIDE))
    assert found.verdicts["LINE-LONG"] == found.verdicts["TYPE-CAPITALS"] == WARNING
    for result in found.results:
        for fault in result.faults:
            assert fault.spots or result.code == "PAGE-SIZE"


def test_a_block_over_two_pages_is_one() -> None:
    found = proof(f"<p>{lines(400)}</p>", "p{text-align:right}")
    assert len(found.pages) > 1
    (fault,) = [f for r in check(found).results if r.code == "TYPE-ALIGN" for f in r.faults]
    assert {spot.page for spot in fault.spots} == set(range(1, len(found.pages) + 1))


def test_lines_know_how_they_stand() -> None:
    found = proof("<p>a<br>a</p><p dir=rtl>b<br>b</p>", "")
    assert [(each.text, each.align, each.rtl) for each in found.pages[0].lines] == [
        *[("a", Alignment.LEFT, False)] * 2,
        *[("b", Alignment.RIGHT, True)] * 2,
    ]


def test_the_head_of_a_long_table_is_no_block_of_one_word_lines() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>what is to be done there</td></tr>" for n in range(99))
    table = "<table><thead><tr><th>No</th><th>What</th></tr></thead><tbody>{}</tbody></table>"
    found = proof(table.format(rows), "table{width:100%}")
    assert len(found.pages) > 5
    assert messages("LINE-SHORT", found) == []
    narrow = proof(f"<p>{lines(9)}</p>", "p{width:10mm}")
    assert len(messages("LINE-SHORT", narrow)) == 1


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One <b>t</b>wo</p>\n<p>three</p>", {"one", "two", "three"}),
        ("<p\ntitle='no'>One</p>", {"one"}),
        ("<p\n title='a\nb'>One\ntwo &amp; t<b\n>hree</b></p>", {"one", "two", "&", "three"}),
    ],
)
def test_the_words_of_a_document_are_those_between_its_tags(html: str, words: set[str]) -> None:
    assert composed_words(html) == words
