"""Prose: what authors write, and the HTML that layouts get."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from briefpress.compose.blocks import Makers
from briefpress.compose.notation import Register
from briefpress.compose.prose import Prose
from briefpress.model.facts import Fact
from briefpress.model.fields import Pages
from briefpress.model.publication import Audience

NB = "\N{NO-BREAK SPACE}"


def fact(name: str, text: str = "", value: str = "293", unit: str = "reviews") -> Fact:
    return Fact(
        id=name,
        value=Decimal(value),
        unit=unit,
        text=text,
        forms={"of": "120 of 293"},
        page=(Pages(166, 166),),
    )


AUDIENCE = Audience(
    id="police",
    name="Police",
    people="Officers & staff",
    readers=("Officers",),
    promise="p",
    standfirst="s",
    why="w",
    how_to_use="h",
)
REGISTER = Register(
    {
        f.id: f
        for f in (
            fact("total"),
            fact("share", value="41", unit="%"),
            fact("half", text="over *half* <b>"),
            fact("under_one"),
        )
    },
    AUDIENCE,
)


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def prose(made: list[str]) -> Prose:
    def maker(kind: str, tag: str) -> Callable[[str], str]:
        def make(name: str) -> str:
            made.append(f"{kind} {name}")
            return f"<{tag}>{name} **as it is** {{{{ fact.total }}}} &amp; x</{tag}>"

        return make

    return Prose(Makers(REGISTER, maker("panel", "section"), maker("chart", "figure")))


def flat(html: str) -> str:
    return re.sub(r"\n *", "", html)


FACT = '<span class="fact" data-fact="total">293</span>'


def ref(pages: str, lead: str = NB) -> str:
    return f'<span class="page-ref">{lead}{pages}</span>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{{ fact.total }} reviews", f"{FACT} reviews"),
        ("{{fact.total}}", FACT),
        (
            "{{ fact.under_one.of }}",
            '<span class="fact" data-fact="under_one">120 of 293</span>',
        ),
        ("**{{ fact.total }}**", f"<strong>{FACT}</strong>"),
        (
            "{{ fact.half }}",
            '<span class="fact" data-fact="half">over *half* &lt;b&gt;</span>',
        ),
        ("{{ fact.share }}", '<span class="fact" data-fact="share">41%</span>'),
        ("for {{ audience.name }}", "for Police"),
        ("{{ audience.people }} should", "Officers &amp; staff should"),
        ("{% raw %} {# x #} {%- if -%}", "{% raw %} {# x #} {%- if -%}"),
        ("{ fact.total }", "{ fact.total }"),
    ],
)
def test_tokens(prose: Prose, text: str, html: str) -> None:
    assert prose.inline(text) == html


@pytest.mark.parametrize(
    "token", ["{{ 7 * 7 }}", "{{ fact.nope }}", "{{ fact.total.nope }}", "{{ audience.id }}"]
)
def test_an_unknown_token_is_not_printed(prose: Prose, token: str) -> None:
    with pytest.raises(LookupError):
        prose.inline(f"There are {token}.")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("so it is (p166).", f"so it is{ref('p166')}."),
        ("so it is\n(p166).", f"so it is{ref('p166')}."),
        ("so it is   (p71-72)", f"so it is{ref('p71–72')}"),
        ("so (p112, p114)", f"so{ref(f'p112,{NB}p114')}"),
        ("so (p112, 114–116)", f"so{ref(f'p112,{NB}p114–116')}"),
        ("**so** (p12)", f"<strong>so</strong>{ref('p12')}"),
        ("{{ fact.total }} (p12)", f"{FACT}{ref('p12')}"),
        ("(p12) at the start", f"{ref('p12', '')} at the start"),
        ("(page 12) (p) (pp12)", "(page 12) (p) (pp12)"),
    ],
)
def test_page_references(prose: Prose, text: str, html: str) -> None:
    assert prose.inline(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<https://example.org>", "&lt;https://example.org&gt;"),
        ("\"said\" 'he'", "\"said\" 'he'"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        (r"a \* b \_ c \\ d", r"a * b _ c \ d"),
        ("tab\there", "tab here"),
        ("1. A title that starts with a figure", "1. A title that starts with a figure"),
        ("# no heading", "# no heading"),
        ("- no list", "- no list"),
        ("> no quote", "&gt; no quote"),
        ("***", "***"),
        ("one\n\ntwo", "one two"),
        ("    indented", "indented"),
        (
            "[words](https://example.org)",
            '<a href="https://example.org">words<span class="address"> (example.org)</span></a>',
        ),
        ("[id]: https://example.org", "[id]: https://example.org"),
        ("", ""),
    ],
)
def test_one_run_of_text(prose: Prose, text: str, html: str) -> None:
    assert prose.inline(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\n\ntwo", "<p>one</p><p>two</p>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("/// messages | x\n///", "<p>/// messages | x///</p>"),
    ],
)
def test_a_short_text_has_paragraphs_and_lists_but_no_blocks(
    prose: Prose, text: str, html: str
) -> None:
    assert flat(prose.paragraphs(text)) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("## Sub\n\ntext", "<h3>Sub</h3><p>text</p>"),
        ("### Sub (p3)", f"<h4>Sub{ref('p3')}</h4>"),
        ("###### Deep", "<h6>Deep</h6>"),
        ("In the year\n2016. That was all.", "<p>In the year2016. That was all.</p>"),
        ("words\n---", "<p>words</p><hr>"),
        ("words\n===", "<p>words===</p>"),
        ("    indented", "<p>indented</p>"),
        ("\tindented by a tab", "<p>indented by a tab</p>"),
        ("[note]: kept", "<p>[note]: kept</p>"),
        ("a & b <i>c</i>", "<p>a &amp; b &lt;i&gt;c&lt;/i&gt;</p>"),
    ],
)
def test_paragraphs_and_headings(prose: Prose, text: str, html: str) -> None:
    assert flat(prose.block(text)) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("- one\n\n- two", "<ul><li>one</li><li>two</li></ul>"),
        (
            "- **one** (p3) and\n  more\n\n- two",
            f"<ul><li><strong>one</strong>{ref('p3')} andmore</li><li>two</li></ul>",
        ),
        ("- one\n    - below\n- two", "<ul><li>one<ul><li>below</li></ul></li><li>two</li></ul>"),
        (
            "- one\n\n    - below\n\n- two",
            "<ul><li>one<ul><li>below</li></ul></li><li>two</li></ul>",
        ),
        (
            "- one\n\n    still one\n\n- two",
            "<ul><li><p>one</p><p>still one</p></li><li>two</li></ul>",
        ),
        ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("1. one\n\n- other", "<ol><li>one</li></ol><ul><li>other</li></ul>"),
    ],
)
def test_lists(prose: Prose, text: str, html: str) -> None:
    assert flat(prose.block(text)) == html


def test_tables(prose: Prose) -> None:
    text = "| What | How many |\n|---|---|\n| all (p3) | {{ fact.total }} |"
    head = '<thead><tr><th scope="col">What</th><th scope="col">How many</th></tr></thead>'
    body = f'<tbody><tr><th scope="row">all{ref("p3")}</th><td>{FACT}</td></tr></tbody>'
    assert flat(prose.block(text)) == f"<table>{head}{body}</table>"


def test_a_row_without_a_name_has_no_heading(prose: Prose) -> None:
    html = flat(prose.block("| | How many |\n|---|---|\n| | 1 of 3 (p3) |"))
    assert 'scope="row"' not in html


def test_a_table_of_one_column_is_a_list_of_cells(prose: Prose) -> None:
    assert "<tbody><tr><td>boats</td></tr></tbody>" in flat(
        prose.block("| What |\n|---|\n| boats |")
    )


def quote(source: str, words: str = "Words.") -> str:
    return f'<blockquote><p>{words}</p><p class="quote-source">{source}</p></blockquote>'


CALLOUT = '<aside class="callout"><p class="callout-title">{}</p>{}</aside>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("/// callout | Title\ntext\n///", CALLOUT.format("Title", "<p>text</p>")),
        (
            '/// callout | A <b> & "c" **d** {{ fact.total }} (p4)\ntext\n///',
            CALLOUT.format(
                f'A &lt;b&gt; &amp; "c" <strong>d</strong> {FACT}{ref("p4")}', "<p>text</p>"
            ),
        ),
        (
            "/// callout | T\n- one\n\n- two\n///",
            CALLOUT.format("T", "<ul><li>one</li><li>two</li></ul>"),
        ),
        (
            "/// quote | a mother, p166\nWords.\n///",
            quote(f"a mother{ref('p166')}"),
        ),
        (
            "/// quote | the report, p71-72, p80\nWords.\n///",
            quote(f"the report{ref(f'p71–72,{NB}p80')}"),
        ),
        (
            "/// quote | a mother\nWords.\n///",
            quote("a mother"),
        ),
    ],
)
def test_callouts_and_quotes(prose: Prose, text: str, html: str) -> None:
    assert flat(prose.block(text)) == html


def test_a_block_in_a_block(prose: Prose) -> None:
    text = "//// callout | T\nbefore\n\n/// quote | Q\nw\n///\n\nafter\n////"
    inner = f"<p>before</p>{quote('Q', 'w')}<p>after</p>"
    assert flat(prose.block(text)) == CALLOUT.format("T", inner)


def number(name: str, shown: str, kinds: str = "number-value", box: str = "number") -> str:
    fact = f'<span class="fact" data-fact="{name}">{shown}</span>'
    return f'<aside class="{box}"><p class="{kinds}">{fact}</p><p>of all</p></aside>'


TOTAL = number("total", "293")
ALONE = number("total", "293", box="number number-alone")
BLOCK = "/// number | total\nof all\n///"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (f"text\n\n{BLOCK}", f'<div class="with-number"><p>text</p>{TOTAL}</div>'),
        (
            f"first\n\ntext\n\n{BLOCK}\n\nlast",
            f'<p>first</p><div class="with-number"><p>text</p>{TOTAL}</div><p>last</p>',
        ),
        (BLOCK, ALONE),
        (f"## Head\n\n{BLOCK}", f"<h3>Head</h3>{ALONE}"),
        (f"- item\n\n{BLOCK}", f"<ul><li>item</li></ul>{ALONE}"),
        (
            f"text\n\n{BLOCK}\n\n{BLOCK}\n\nmore",
            f'<div class="with-number"><p>text</p>{TOTAL}</div>{ALONE}<p>more</p>',
        ),
        (
            f"//// callout | T\n{BLOCK}\n////",
            CALLOUT.format("T", ALONE),
        ),
        (
            f"//// callout | T\ntext\n\n{BLOCK}\n////",
            CALLOUT.format("T", f'<div class="with-number"><p>text</p>{TOTAL}</div>'),
        ),
    ],
)
def test_a_number_stands_beside_the_paragraph_before_it(prose: Prose, text: str, html: str) -> None:
    assert flat(prose.block(text)) == html


def test_a_number_after_a_panel_does_not_swallow_it(prose: Prose) -> None:
    html = prose.block(f"text\n\n/// messages | theme\n///\n\n{BLOCK}")
    assert "with-number" not in html
    assert flat(html).endswith(ALONE)


@pytest.mark.parametrize(
    ("name", "shown", "kinds"),
    [
        ("share", "41%", "number-value"),
        ("under_one.of", "120 of 293", "number-value number-value-long"),
        ("half", "over *half* &lt;b&gt;", "number-value number-value-long"),
    ],
)
def test_a_long_number_has_a_class_of_its_own(
    prose: Prose, name: str, shown: str, kinds: str
) -> None:
    html = flat(prose.block(f"text\n\n/// number | {name}\nof all\n///"))
    assert number(name.partition(".")[0], shown, kinds) in html


def test_panels_and_charts_are_made_once_and_stand_as_they_were_made(
    prose: Prose, made: list[str]
) -> None:
    html = prose.block("a\n\n/// messages | theme\n///\n\n/// figure | chart\n///\n\nb")
    assert made == ["panel theme", "chart chart"]
    panel = "<section>theme **as it is** {{ fact.total }} &amp; x</section>"
    chart = "<figure>chart **as it is** {{ fact.total }} &amp; x</figure>"
    assert flat(html) == f"<p>a</p>{panel}{chart}<p>b</p>"


def test_texts_do_not_touch_one_another(prose: Prose) -> None:
    first = prose.block("/// messages | theme\n///\n\n[a]: https://example.org")
    assert prose.block("/// messages | theme\n///\n\n[a]: https://example.org") == first
    assert prose.inline("[a][a]") == "[a][a]"


def test_text_may_be_made_while_a_block_is_made() -> None:
    inner: list[str] = []

    def panel(theme: str) -> str:
        inner.append(made_here.inline(f"**{theme}** {{{{ fact.total }}}}"))
        return f"<section>{inner[-1]}</section>"

    made_here = Prose(Makers(REGISTER, panel, panel))
    html = flat(made_here.block("x **y**\n\n/// messages | t\n///\n\nz (p3)"))
    section = f"<section><strong>t</strong> {FACT}</section>"
    assert html == f"<p>x <strong>y</strong></p>{section}<p>z{ref('p3')}</p>"
