"""Pictures and decoration: what is told, and what is told to nobody."""

import pytest

from tests.unit.render.support import proof
from tests.unit.render.tagging.support import SQUARE, shape, tags


def test_a_picture_in_a_list_says_what_it_shows_and_where_it_stands() -> None:
    picture = "<img src=a.svg alt='A  square'><figcaption>b</figcaption>"
    body = f"<ul><li><p>see<figure>{picture}</figure></ul>"
    (body_of_item,) = tags(body, "figure{margin:0} img{display:block}").root.all("LBody")
    assert body_of_item.shape() == ("LBody", ("P", "see"), ("Div", "Figure", ("Caption", "b")))
    (figure,) = body_of_item.all("Figure")
    assert figure.keys["Alt"] == "A square"
    left, foot, right, top = figure.attributes["BBox"]
    assert (right - left, top - foot) == pytest.approx((67.5, 45.0), abs=0.01)
    assert foot == pytest.approx(283.46 - 28.35 - 14 - 45.0, abs=1)
    assert figure.attributes["Placement"] == "/Block"


@pytest.mark.parametrize(
    "picture",
    [
        "<img src=a.svg alt=''>",
        "<img src=a.svg alt=x role=none>",
        "<p aria-hidden=true><img src=a.svg alt=x> y</p>",
        "<div style='background:url(a.svg)'></div>",
        "<svg aria-hidden=true width=9 height=9><rect width=9 height=9 /></svg>",
    ],
)
def test_decoration_is_not_told(picture: str) -> None:
    assert shape(f"<p>a</p>{picture}", "div{height:9mm}") == (("P", "a"),)


@pytest.mark.parametrize(
    "picture",
    [
        "<img src=a.svg alt='A square'>",
        "<svg aria-label='A square' width=9 height=9><rect width=9 height=9 /></svg>",
        "<svg width=9 height=9><title>A square</title><rect width=9 height=9 /></svg>",
    ],
)
def test_a_picture_has_its_alternative(picture: str) -> None:
    (figure,) = tags(f"<p>a {picture}</p>").root.all("Figure")
    assert figure.keys["Alt"] == "A square"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<p><img src=a.svg>", "the picture a.svg has no alternative text"),
        ("<p><svg width=9 height=9><rect width=9 height=9 /></svg>", "has no alternative text"),
        ("<p data-tag=Pp>a</p>", "data-tag='Pp' is no role"),
        ("<p aria-hidden=true><a href=https://example.org>a</a>", "where no screen reader comes"),
    ],
)
def test_what_cannot_be_told_is_complained_of(body: str, complaint: str) -> None:
    (line,) = proof(body, assets={"a.svg": SQUARE}).log
    assert complaint in line


def test_running_heads_and_feet_are_told_to_nobody() -> None:
    css = (
        "h6{position:running(h)} p{break-after:page} @page{@top-left{content:element(h)}"
        " @bottom-right{content:counter(page)} @left-middle{content:'side'}}"
    )
    found = tags("<h6>Head</h6><p>a</p><p>b</p>", css)
    assert found.root.shape() == ("Document", ("P", "a"), ("P", "b"))
    told = [(a.page, a.kind, a.text) for a in found.artifacts if a.text]
    assert sorted(told) == [
        (0, "Pagination", "side"),
        (0, "Pagination/Footer", "1"),
        (0, "Pagination/Header", "Head"),
        (1, "Pagination", "side"),
        (1, "Pagination/Footer", "2"),
        (1, "Pagination/Header", "Head"),
    ]


def test_a_fixed_box_is_told_once() -> None:
    found = tags(
        "<p class=f>fixed</p><p>a</p><p>b</p>", ".f{position:fixed; bottom:0} p{break-after:page}"
    )
    assert found.root.text == "fixed a b"


def test_borders_and_backgrounds_are_artifacts_of_layout() -> None:
    found = tags("<p>a</p>", "p{background:#eee; border-left:1mm solid; border-radius:1mm}")
    assert {a.kind for a in found.artifacts} == {"Layout"}
