"""Composed pages are read fast, and as browsers read them, whatever a template writes."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from briefpress.check.reading import composed
from briefpress.check.reading.composed import read_composed
from briefpress.compose import compose
from briefpress.markup import elements, read_markup
from briefpress.model.edition import Edition
from briefpress.model.library import Loaded
from briefpress.selection import select

SOUND = (
    '<p class="a">one &amp; <b>two</b> &#8203;three<br>four</p>',
    "<ul><li>a<ul><li>b</li></ul></li></ul><p>c</p>",
    "<section><h2>a</h2><section><p>b</p></section></section> <section>c</section><p>d</p>",
    "<div><section>a</section> &amp; b<section>c</section></div>",
    '<a href="x"><section>a</section></a>',
    '<p\n class="a"\n id="b">one</p><p hidden>two</p>',
    "<table><caption>n</caption><tbody><tr><th>a</th><td>b</td></tr></tbody></table>",
    '<p><img src="a.svg" alt="a &gt; b"> <a href="tel:1">dial</a></p><hr>',
    "<dl><div><dt>a</dt><dd>b</dd></div></dl><dl><dt>c</dt><dd>d</dd></dl>",
    '<p><svg aria-hidden="true" viewBox="0 0 1 1"><g><path d="M0 0"/></g></svg>after</p>',
)
AMISS = (
    "<p>one<p>two",
    "<p><div>in</div></p>",
    "<p><span><ul><li>a</li></ul></span></p>",
    "<ul><li>a<li>b</ul>",
    "<table><tr><td>a</td></tr></table>",
    "<table>out<tbody><tr><td>in</td></tr></tbody></table>",
    "<table><tbody><tr><td>in</td></tr><p>out</p></tbody></table>",
    "<b>a<i>b</b>c</i>",
    '<a href="x">a<a href="y">b</a></a>',
    "<h1>a<h2>b</h2></h1>",
    "<p>one<section>two</section></p>",
    "<section>a<section>b</section>",
    "<section>a</section></section><p>b</p>",
    "<section><p>a</section><section>b</p></section>",
    "<ul><section>a</section></ul><table><section>b</section></table>",
    "<!-- <section> --><p>a</p></section>",
    '<p title="<section>">a</p><section>b</section>',
    "<script>'<section>'</script><section>a</section>",
    "<sectional>a</sectional><section>b</section>",
    "<p title='single'>a</p>",
    "<p title=bare>a</p>",
    '<p title="one" title="two">a</p>',
    '<img alt="a &copy=b" src="x">',
    "<!-- <p>hidden</p> --><p>seen</p>",
    "<script>'<p>no</p>'</script><p>yes</p>",
    "<svg><title>t</title><a href='z'>s</a></svg>",
    "<svg><p>out</p></svg><path>",
    '<p viewBox="1">a</p>',
    '<p dataX="1">a</p>',
    "<p>one\rtwo</p>",
    '<svg viewBox="0 0 1 1"><text>a</text><desc>b</desc></svg>',
    "<dl><dd>a<div><dt>b</dt></div></dd></dl>",
    "<table><svg></svg></table>",
    "<p>one <div>two</div></p>",
    "<P>large</P>",
    "a < b &amp c",
    "</p>end",
    "<li>loose<div><li>more</li></div></li>",
    "<pre>\n\nfirst</pre>",
    "</body><p>after</p>",
    "<textarea><p>typed</p></textarea>",
)


def page(body: str) -> str:
    head = '<!doctype html>\n<html lang="en">\n<head><title>T</title></head>'
    return f"{head}<body>{body}</body></html>"


def told(root: Element) -> list[tuple[str, dict[str, str], str]]:
    """Each element with what it says, and all text in it, whatever space is between."""
    return [
        (e.tag, dict(e.attrib), " ".join("".join(e.itertext()).split())) for e in elements(root)
    ]


@pytest.mark.parametrize("body", [*SOUND, *AMISS])
def test_a_page_is_read_as_browsers_read_it(body: str) -> None:
    assert told(read_composed(page(body)).root) == told(read_markup(page(body)).root)


@pytest.mark.parametrize("html", ["", "<p>bare</p>", "<!doctype html><title>x</title><p>y", "\0"])
def test_what_is_no_whole_page_is_read_as_browsers_read_it(html: str) -> None:
    assert told(read_composed(html).root) == told(read_markup(html).root)


@pytest.mark.parametrize("body", SOUND)
def test_a_sound_page_needs_no_rules(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(composed, "read_markup")
    assert read_composed(page(body)).root.tag == "html"


def test_every_layout_of_the_specimen_is_read_fast_and_the_same(
    load_it: Callable[[], Loaded], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = load_it().library
    assert library is not None
    brand, audience = next(iter(library.brands)), next(iter(library.audiences))
    pages = [
        compose(select(library, Edition(brand, audience, layout)), library).html
        for layout in library.layouts
    ]
    wanted = [told(read_markup(html).root) for html in pages]
    monkeypatch.delattr(composed, "read_markup")
    assert [told(read_composed(html).root) for html in pages] == wanted


def test_pages_that_share_a_section_are_each_read_whole() -> None:
    shared = "<section><h2>Plugs</h2><p>Dry them.</p></section>"
    bodies = (f"<p>one</p>{shared}\n<p>two</p>", f"{shared}<p>three</p>", f"{shared} and four")
    for body in (*bodies, *bodies):
        assert told(read_composed(page(body)).root) == told(read_markup(page(body)).root)
