"""Links: one for each link, with as many areas as it needs."""

import pytest

from tests.unit.render.tagging.support import shape, tags

WORDS = "this link that is long enough to fill two lines of the page"
LONG_LINK = f"<p>See <a href='https://example.org/a'>{WORDS}</a> now.</p>"


def test_a_link_over_lines_is_one_link_with_an_area_in_each_line() -> None:
    (link,) = tags(LONG_LINK).root.all("Link")
    assert link.text == WORDS
    assert [area["to"] for area in link.links] == ["https://example.org/a"] * 2
    assert {area["says"] for area in link.links} == {link.text}


def test_a_link_over_pages_is_one_link() -> None:
    (link,) = tags(f"<div style='height:74mm'></div>{LONG_LINK}", "p{orphans:1;widows:1}").root.all(
        "Link"
    )
    assert link.pages == {0, 1}
    assert len(link.links) == 2


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ("<span>a</span> <b>b <i>c</i></b>", "a b c"),
        ("<span style='display:inline-block; width:9mm'>1</span>a b", "1 a b"),
        ("a<span> (b)</span><b> c</b>", "a (b) c"),
        ("<img src=a.svg alt='The board'>", "The board"),
        ("<img src=a.svg alt='The board'> home", "The board home"),
    ],
)
def test_a_link_has_one_area_whatever_is_in_it(inside: str, says: str) -> None:
    (link,) = tags(f"<p><a href='https://example.org/a'>{inside}</a>").root.all("Link")
    assert [area["says"] for area in link.links] == [says]


def test_a_title_says_more_than_the_link() -> None:
    (link,) = tags("<p><a href='tel:999' title='Emergency: 999'>999</a>").root.all("Link")
    assert [area["says"] for area in link.links] == ["Emergency: 999"]
    assert link.text == "999"


def test_a_link_round_blocks_holds_them() -> None:
    body = "<a href='https://example.org/a' style='display:block'><p>a</p><p>b</p></a>"
    assert shape(body) == (("Link", ("P", "a"), ("P", "b")),)
