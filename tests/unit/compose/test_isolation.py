"""Numbers, times and addresses in text from right to left are kept together and from the left."""

import pytest

from briefpress.compose.isolation import isolated

NB = "\N{NO-BREAK SPACE}"


def bdi(text: str) -> str:
    return f'<bdi dir="ltr">{text}</bdi>'


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("اتصل 01632 960 114.", f"01632{NB}960{NB}114"),
        ("اتصل 999.", "999"),
        ("اتصل +44 1632 960114 الآن", f"+44{NB}1632{NB}960114"),
        ("اتصل (01632) 960114 الآن", f"(01632){NB}960114"),
        ("اتصل 0117-496-0102.", "0117-496-0102"),
        ("من 8:30", "8:30"),
        ("من 8.30am", "8.30am"),
        ("من 9am", "9am"),
        ("من 9 pm", f"9{NB}pm"),
        ("بريد help@example.org.", "help@example.org"),
        ("بريد first.last+x@a-b.example.org", "first.last+x@a-b.example.org"),
        ("على example.org/help.", "example.org/help"),
        ("على www.example.org", "www.example.org"),
        ("على https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("على example.org", "example.org"),
    ],
)
def test_what_is_kept(text: str, kept: str) -> None:
    found = isolated(f"<p>{text}</p>")
    assert bdi(kept) in found
    assert found.count("<bdi") == 1


def test_times_of_a_span_are_apart_so_that_it_reads_from_the_right() -> None:
    assert isolated("من 8:30 إلى 17:00") == f"من {bdi('8:30')} إلى {bdi('17:00')}"
    assert isolated("الساعة 8:30–17:00") == f"الساعة {bdi('8:30')}–{bdi('17:00')}"


@pytest.mark.parametrize(
    "html",
    [
        "<p>Ring 999 or 101 now.</p>",
        "<p>From 9 to 12, in 2011 2012 2013 and 0 1 2 of 3.</p>",
        "<p>نص بلا أرقام</p>",
        "<p>\ufdd0not a character\ufdef: 35%</p>",
        "",
    ],
)
def test_other_text_stays_as_it_is(html: str) -> None:
    assert isolated(html) == html


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring 01632 960 114.", "01632 960 114"),
        ("Ffoniwch 01632 960 114.", "01632 960 114"),
        ("আমাদের 01632 960 114 নম্বরে", "01632 960 114"),
        ("Ring +44 1632 960 114 now", "+44 1632 960 114"),
        ("Ring (01632) 960 114 now", "(01632) 960 114"),
    ],
)
def test_a_telephone_number_is_never_broken_over_two_lines(text: str, number: str) -> None:
    assert isolated(text) == text.replace(number, number.replace(" ", NB))


def test_tags_and_what_they_say_stay_as_they_are() -> None:
    html = '<p>اتصل <a href="tel:01632960114" title="01632 960 114">01632 960 114</a></p>'
    assert isolated(html) == (
        '<p>اتصل <a href="tel:01632960114" title="01632 960 114">'
        f"{bdi(f'01632{NB}960{NB}114')}</a></p>"
    )


def test_a_word_with_a_figure_in_it_is_no_number() -> None:
    assert isolated("نموذج A4b") == "نموذج A4b"
