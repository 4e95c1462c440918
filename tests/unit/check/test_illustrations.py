"""Preflight rule on illustrations: pictures that are not shown, too small or hidden are found."""

import pytest

from briefpress.check import check
from briefpress.render import Engine
from tests.unit.render.support import SITE, document

LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" viewBox="0 0 90 30">
<rect x="5" y="5" width="20" height="20" fill="#345"/><rect x="30" y="12" width="50" height="4"/>
</svg>"""
IMG = f'<img src="{SITE}/logo.svg" alt="{{}}">'
BODY = f"<p>before</p><div>{IMG.format('A board')}</div><p>after</p>"
SHOWN = "img{display:block; width:45mm; height:15mm}"
COVERED = f"""{SHOWN} div{{position:relative}}
div::after{{content:''; position:absolute; left:0; top:0; width:45mm; height:15mm; background:#fff}}
"""


def said(body: str, css: str) -> list[str]:
    made = Engine().render(document(body, css, assets={"logo.svg": LOGO}))
    return [
        f.message for one in check(made).results if one.code == "IMAGE-LOST" for f in one.faults
    ]


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("img{display:none}", f"{SITE}/logo.svg is on no page"),
        (f"{SHOWN} img{{width:1mm; height:1mm}}", "is 1.0 x 1.0 mm small"),
        (f"{SHOWN} img{{visibility:hidden}}", "leaves no mark: its place is of one colour"),
        (f"{SHOWN} div{{opacity:0}}", "is painted with an opacity of 0"),
        (f"{SHOWN} img{{opacity:.5}} div{{opacity:.5}}", "is painted with an opacity of 0.25"),
        (f"{SHOWN} img{{transform:rotate(180deg)}}", "is turned, slanted or mirrored"),
        (f"{SHOWN} div{{transform:scaleX(-1)}}", "is turned, slanted or mirrored"),
        (f"{SHOWN} div{{transform:skewX(30deg)}}", "is turned, slanted or mirrored"),
        (f"{SHOWN} img{{transform:scale(.05)}}", "mm small"),
        (
            COVERED,
            "leaves no mark",
        ),
        (f"{SHOWN} div{{transform:translateX(-300mm)}}", "leaves no mark"),
    ],
)
def test_a_picture_that_cannot_be_seen(css: str, message: str) -> None:
    (found,) = said(BODY, css)
    assert message in found


@pytest.mark.parametrize(
    ("body", "css"),
    [
        (BODY, SHOWN),
        (BODY, f"{SHOWN} div{{transform:translate(3mm, 2mm) scale(.9)}}"),
        (BODY + IMG.format("again"), SHOWN),
        (f"<p>x</p>{IMG.format('')}", "img{display:none}"),
        ("<p>no picture</p>", ""),
    ],
)
def test_what_is_shown_or_says_nothing_is_let_through(body: str, css: str) -> None:
    assert said(body, css) == []


def test_each_place_that_the_document_names_counts() -> None:
    body = f"{BODY}<section>{IMG.format('again')}</section>"
    assert said(body, f"{SHOWN} section{{display:none}}") == [f"{SITE}/logo.svg is on no page"]
