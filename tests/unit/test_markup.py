"""Markup: HTML read as browsers read it, and what readers read in it."""

from briefpress.markup import classes, elements, read_markup, text_of

PAGE = (
    '<!doctype html><html lang="en"><head><title>T</title><style>p {}</style></head><body>'
    '<!-- no word --><p class="a b">one <b>t</b>wo</p><ul><li>three<li>four</ul>'
    '<img src="data:," alt="five"><p>six&nbsp;seven<br>eight<script>nine</script></p></body></html>'
)


def test_what_is_read_is_what_a_reader_reads() -> None:
    root = read_markup(PAGE).root
    assert text_of(root) == "one two three four five six\N{NO-BREAK SPACE}seven eight"
    assert (
        text_of(root, lambda e: e.tag in ("ul", "img"))
        == "one two six\N{NO-BREAK SPACE}seven eight"
    )


def test_elements_are_found_in_order_and_comments_are_none() -> None:
    root = read_markup(PAGE).root
    assert [e.tag for e in elements(root, "li", "p")] == ["p", "li", "li", "p"]
    assert all(isinstance(e.tag, str) for e in elements(root))
    assert classes(next(elements(root, "p"))) == {"a", "b"}


def test_mistakes_come_with_their_places() -> None:
    assert read_markup(PAGE).mistakes == ()
    found = read_markup("<!doctype html>\n<title>x</title>\n<p><div></p>")
    assert found.mistakes[0] == "line 3, column 12: unexpected end tag (p)"
