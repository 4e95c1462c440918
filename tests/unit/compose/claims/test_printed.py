"""What is printed: HTML that reads the same wherever it stands is told from that which does not."""

import pytest

from briefpress.compose.claims.block import Block
from briefpress.compose.claims.passages import Passage, page_of, passage_of
from briefpress.compose.claims.printed import blocks_alone, blocks_of
from briefpress.compose.claims.trace import CLOSE, DIGITS, NAMED, OPEN

TRACE = f"{OPEN}{DIGITS[0]}{NAMED}"
WHOLE = f'<p>one <b>two</b></p>\n<ul><li id="a">{TRACE}three{CLOSE}</li></ul>'


@pytest.mark.parametrize(
    "html",
    [
        WHOLE,
        "<p>a</p>",
        "<div><p>a<br>b</p>c</div>",
        '<p>no <span data-fact="f">1</span></p>',
        '<p>a</p><hr><p title="b &amp; c">d</p>',
    ],
)
def test_a_whole_number_of_blocks_reads_the_same_anywhere(html: str) -> None:
    assert blocks_alone(html)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "words",
        "before <p>a</p>",
        "<p>a</p> after",
        "<p>a</p> between <p>b</p>",
        "<b>a</b>",
        "<p>a</p><b>b</b>",
        "<img><p>a</p>",
        "<p>a</p><p>b",
        "<div><p>a</p>",
        "<p>a</p></div>",
        "</div><p>a</p>",
        "<p>a</p><!-- b --><p>c</p>",
        "<p>a & b</p>",
        f"<p>{TRACE}a</p>",
        f"<p>a</p><p>{TRACE}{CLOSE}</p>",
        '<p>a</p><p><span data-fact="f"></span></p>',
        "<p>a</p><title>b<p>c</p></title><p>d</p>",
    ],
)
def test_what_its_place_may_change_is_no_passage(html: str) -> None:
    assert blocks_alone(html) is None


@pytest.mark.parametrize(
    ("page", "is_known"),
    [
        ("<!doctype html><div>{}</div>", True),
        ("<!doctype html><p>a</p>{}<p>b</p>", True),
        ("<!doctype html>words {} words", True),
        ("<!doctype html><p>not ended {} more", True),
        ("<!doctype html><span>words</span>{}", True),
        ("<!doctype html><svg>{}</svg>", False),
        (f"<!doctype html><p>{TRACE}words{{}}</p>{CLOSE}", False),
        ('<!doctype html><span data-fact="f">{}</span>', False),
        (f"<!doctype html><p>{TRACE}{CLOSE}{{}}</p>", False),
        ('<!doctype html><p title="{}">a</p>', False),
        ("<!doctype html><!-- {} --><p>a</p>", False),
        ("<!doctype html><p>a < b</p>{}", False),
        ("<p>no doctype</p>{}", False),
    ],
)
def test_a_page_says_the_same_whether_its_passages_are_known(page: str, *, is_known: bool) -> None:
    alone = blocks_alone(WHOLE)
    assert alone is not None
    html = page.replace("{}", WHOLE)
    known = blocks_of(page_of(html, [passage_of(WHOLE, ())]))
    assert any(isinstance(item, Passage) for item in known) is is_known
    put_back = [b for item in known for b in (alone if isinstance(item, Passage) else [item])]
    assert list(map(said, put_back)) == list(map(said, blocks_of(page_of(html, ()))))


def test_a_passage_is_found_only_where_it_stands_word_for_word() -> None:
    passage = passage_of(WHOLE, ())
    for html in ("", "<p>one</p>", WHOLE, f"a{WHOLE}b", f"{WHOLE}{WHOLE}", WHOLE.replace("t", "T")):
        page = page_of(html, [passage, passage])
        assert page.html == html
        assert len(page.rest) == html.count(WHOLE)
        assert OPEN not in page.cleaned
        assert page.cleaned.count("three") == html.count("three")


def said(item: Block | Passage) -> tuple[object, ...]:
    """What claims are made of a block; where it has no heading, its element does not matter."""
    assert isinstance(item, Block)
    return item.text, item.parts, item.spans, item.tag
