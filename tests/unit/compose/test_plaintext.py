"""Plain text: a web page in lines of 72 characters, nothing lost."""

import pytest

from briefpress.compose import plain_text

CHART = '<div role="img" aria-label="no"><svg><text>no</text></svg></div>'
LONG = "word " * 30


def text(main: str) -> str:
    return plain_text(f"<!doctype html><title>no</title><main>{main}</main><footer>no</footer>")


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        ("<h1>Title</h1><p>Words.</p>", "Title\n=====\n\nWords.\n"),
        ("<h2>A</h2><h3>B</h3><h4>C</h4>", "A\n-\n\nB\n~\n\nC\n"),
        ("loose <b>and</b> bold<p>next</p>last", "loose and bold\n\nnext\n\nlast\n"),
        ("<p>one<br>two</p>", "one\ntwo\n"),
        ("<ul><li>a</li><li>b</li></ul>", "* a\n* b\n"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b\n"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "* a\n  * b\n"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "* a\n  b\n\n* c\n"),
        (
            '<ul><li><h3>Front Door</h3><p><a href="tel:01632960114">01632 960 114</a></p></ul>',
            "Front Door\n  01632 960 114\n",
        ),
        ("<ol><li><h2>Do</h2><p>so</p></li></ol>", "1. Do\n   so\n"),
        ("<dl><div><dt>Issued</dt><dd>today</dd></div></dl>", "Issued: today\n"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "a | b\n1 | 2\n",
        ),
        ("<blockquote><p>said</p><p>by whom</p></blockquote>", "    said\n    by whom\n"),
        ('<aside class="number"><p>55%</p><p>of all</p></aside>', "55%\nof all\n"),
        ('<p>so<span class="page-ref">&nbsp;p12</span>.</p>', "so (p12).\n"),
        ('<a href="https://e.org/x">words</a>', "words <https://e.org/x>\n"),
        ('<a href="https://e.org/x/">e.org/x</a>', "https://e.org/x/\n"),
        (
            '<a href="https://e.org/x/">so<span class="address"> (e.org/x)</span></a>',
            "so (https://e.org/x/)\n",
        ),
        (
            '<a href="mailto:a@e.org">us<span class="address"> (a@e.org)</span></a>',
            "us (a@e.org)\n",
        ),
        ('<a href="mailto:a@e.org">a@e.org</a>', "a@e.org\n"),
        ('<a href="#x">place</a> <a href="b.html">beside</a>', "place beside\n"),
        ('<p>x <a class="anchor" href="#x">#</a></p><nav class="forms">no</nav>', "x\n"),
        ('<img src="data:," alt="The Board"><img src="data:," alt="">', "The Board\n"),
        (
            f"<figure><p>Title</p>{CHART}<details><summary>no</summary>told</details></figure>",
            "Title\n\ntold\n",
        ),
        ("<p>a &lt;b&gt; &amp; c</p><script>no</script><!-- no -->", "a <b> & c\n"),
        ("", "\n"),
    ],
)
def test_each_thing_has_its_form(main: str, expected: str) -> None:
    assert text(main) == expected


@pytest.mark.parametrize(
    "main",
    [f"<p>{LONG}</p>", f"<ul><li>{LONG}<ol><li>{LONG}</li></ol></li></ul>", f"<h2>{LONG}</h2>"],
)
def test_no_line_is_longer_than_an_email_has_them(main: str) -> None:
    lines = text(main).splitlines()
    assert 60 < max(map(len, lines)) <= 72
    assert text(main).count("word") == main.count("word")


def test_what_belongs_together_stays_on_one_line_and_an_address_is_never_broken() -> None:
    number = "01632&nbsp;960&nbsp;114"
    assert f"{'x ' * 30}\n01632 960 114".replace(" \n", "\n") in text(f"<p>{'x ' * 30}{number}</p>")
    address = "https://example.org/" + "long-" * 20
    assert address in text(f'<p>{"x " * 30}<a href="{address}">here</a></p>')


def test_a_page_without_a_main_part_has_no_text() -> None:
    assert plain_text("<p>x</p>") == ""
