"""Tag by tag: whatever the page, the same is handed on as by the standard library's reader."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from briefpress.compose import compose
from briefpress.model.edition import Edition
from briefpress.model.library import Loaded
from briefpress.selection import select
from briefpress.tagwise import TagReader

Told = list[tuple[object, ...]]
PAGES = (
    '<!doctype html><p class="a" hidden>one &amp; two<br>three<img src="x" alt="&gt;"/></p>\n',
    '<!DOCTYPE html>\n<svg viewBox="0 0 1 1"><path d="M0 0" /></svg>\n\n<b>b</b>',
    '<!doctype html><title>one &amp; two</title><p title="">after</p>end',
    "<!doctype html><title>one <b>two</b></title>",
    "<!doctype html><script>if (a < b) '<p>'</script><p>one</p>",
    "<!doctype html><style>p > b {}</style>",
    "<!doctype html><!-- <p>none</p> --><p>one</p>",
    "<!doctype html><p title='single' id=bare>one</p >",
    "<!doctype html><p>a < b &amp c &copy</p>",
    "<!doctype html><P CLASS='a'>large</P><BR>",
    "<p>no doctype</p>",
    "<!doctype html><p>not ended",
    "<!doctype html><p>not ended <b",
    "",
)


def told_by(kind: type[HTMLParser], html: str, **options: bool) -> Told:
    """Everything that a reader hands on, words in one piece."""
    told: Told = []

    class Reader(kind):  # type: ignore[misc, valid-type]
        def handle_starttag(self, tag: str, attrs: object) -> None:
            told.append(("start", tag, attrs))

        def handle_startendtag(self, tag: str, attrs: object) -> None:
            told.append(("empty", tag, attrs))

        def handle_endtag(self, tag: str) -> None:
            told.append(("end", tag))

        def handle_data(self, data: str) -> None:
            told.append(("text", data))

    reader = Reader(**options)
    reader.feed(html)
    reader.close()
    return [one for one in told if one != ("text", "")]


@pytest.mark.parametrize("html", PAGES)
def test_the_same_is_handed_on(html: str) -> None:
    assert told_by(TagReader, html) == told_by(HTMLParser, html, convert_charrefs=True)


def test_the_same_is_handed_on_of_every_layout(load_it: Callable[[], Loaded]) -> None:
    library = load_it().library
    assert library is not None
    brand, audience = next(iter(library.brands)), next(iter(library.audiences))
    for layout in library.layouts:
        html = compose(select(library, Edition(brand, audience, layout)), library).html
        assert told_by(TagReader, html) == told_by(HTMLParser, html, convert_charrefs=True)


def test_pages_of_layouts_are_read_without_the_library(
    load_it: Callable[[], Loaded], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = load_it().library
    assert library is not None
    brand, audience = next(iter(library.brands)), next(iter(library.audiences))
    html = compose(select(library, Edition(brand, audience, "briefing")), library).html
    monkeypatch.delattr(HTMLParser, "feed")
    assert told_by(TagReader, html)


@pytest.mark.parametrize("html", PAGES)
@pytest.mark.parametrize("name", ["class", "title"])
def test_a_reader_that_heeds_one_attribute_gets_it(html: str, name: str) -> None:
    def heeded_by(kind: type[HTMLParser]) -> list[tuple[str, str | None]]:
        told: list[tuple[str, str | None]] = []

        class Reader(kind):  # type: ignore[misc, valid-type]
            heeds = name

            def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
                told.append((tag, dict(attrs).get(name)))

        reader = Reader()
        reader.feed(html)
        reader.close()
        return told

    assert heeded_by(TagReader) == heeded_by(HTMLParser)
