"""HTML cut in two: the plate's, without what is in slots, and a frame for each part with slots."""

import pytest

from briefpress.plates.cut import FILLING, CutError, cut

HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Card</title>
<meta name="author" content="A board">
<meta name="description" content="What it is">
<meta name="dcterms.modified" content="2026-01-02">
</head>
"""
FRONT = '<section class="a"><h1>Hello<br>you</h1><svg><path d="M0 0"/></svg>'
LOGO = '<div data-slot="logo"><img src="a.svg" alt="A &amp; B"></div>'
BACK = '<section id="back" data-slot="back"><p id="routes">Ring 1</p></section>'
BODY = f"<body>\n{FRONT}{LOGO}</section>\n{BACK}\n<p>Foot</p>\n</body>\n</html>\n"


def test_a_skeleton_has_empty_slots_and_nothing_of_the_brand() -> None:
    skeleton = cut(HEAD + BODY).skeleton
    assert f'<div data-hole="logo">{FILLING}</div>' in skeleton
    assert f'<section id="back" data-hole="back">{FILLING}</section>' in skeleton
    assert "board" not in skeleton
    assert "Ring" not in skeleton
    assert "What it is" in skeleton
    assert "<p>Foot</p>" in skeleton


def test_a_frame_holds_its_slots_and_the_emptied_elements_beside_them() -> None:
    front, back = cut(HEAD + BODY).frames
    assert front.names == ("logo",)
    logo = LOGO.replace("data-slot", "data-hole")
    assert front.html == f'<section class="a"><h1></h1><svg></svg>{logo}</section>'
    assert back.html == BACK.replace("data-slot", "data-hole")


def test_what_the_head_says_of_the_brand_goes_with_it() -> None:
    own = cut(HEAD + BODY).own
    assert own.splitlines() == [
        '<meta name="author" content="A board">',
        '<meta name="dcterms.modified" content="2026-01-02">',
    ]


def test_the_ids_in_slots_are_known() -> None:
    assert cut(HEAD + BODY).inside == {"back", "routes"}


def test_a_document_without_slots_has_no_frames() -> None:
    assert cut(f"{HEAD}<body><p>Text</p></body></html>").frames == ()


@pytest.mark.parametrize(
    "odd",
    [
        "<!-- <p data-slot='none'> -->",
        "<p class='single'>one</p >",
        "<p>a < b &amp c",
        "<P>large</P><BR>",
        "<b>one<p>two</b>",
        "<li>not ended<li>nor this",
        '<svg><path d="M0 0"/><title>a <b></title></svg>',
    ],
)
def test_a_page_that_is_not_plain_is_cut_at_the_same_places(odd: str) -> None:
    """However odd what stands before and after its slots, and whether there is a doctype."""
    body = BODY.replace("<h1>", f"{odd}<h1>").replace("<p>Foot</p>", f"<p>Foot</p>{odd}")
    whole = cut(HEAD + body)
    assert whole.skeleton.count(FILLING) == 2
    assert whole.inside == {"back", "routes"}
    assert odd in whole.skeleton
    assert [frame.names for frame in whole.frames] == [("logo",), ("back",)]
    assert whole.frames[1].html == BACK.replace("data-slot", "data-hole")
    bare = cut((HEAD + body).removeprefix("<!doctype html>"))
    assert bare.frames == whole.frames
    assert bare.skeleton == whole.skeleton.removeprefix("<!doctype html>")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (HEAD + BODY.replace('"back">', '"logo">'), "two slots have one name"),
        (HEAD + BODY.replace("<p id", '<p data-slot="x" id'), "the slot x stands in another"),
        ("<body><p>Text</p></body>", "the document has no head"),
        (HEAD, "the document has no body"),
    ],
)
def test_what_cannot_be_cut_is_told(html: str, told: str) -> None:
    with pytest.raises(CutError, match=told):
        cut(html)
