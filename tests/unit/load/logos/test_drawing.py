"""What becomes of SVG: outlines, paints and groups in one plain form."""

import re
from contextlib import suppress

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path.parser import parse_path
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefpress.load.logos import read_logo
from briefpress.load.logos.svg.bounds import outline_box
from briefpress.load.logos.svg.outlines import path
from tests.unit.load.logos.support import EXPORTS, read, svg

AREA = '<path d="M0 0H100V50H0z" fill="#eee"/>'
"""So that the page is not trimmed."""


def drawn(body: str) -> str:
    """What stands after the ground in the file that is written."""
    text = read("a.svg", svg(AREA + body)).data.decode()
    return text.partition('L0 50Z"/>')[2].removesuffix("</svg>\n")


def defs(body: str) -> str:
    """What the file that is written defines."""
    text = read("a.svg", svg(AREA + body)).data.decode()
    return "".join(re.findall("<defs>(.*)</defs>", text))


@pytest.mark.parametrize(
    ("body", "outline"),
    [
        ('<path d="m1 2h3v4l-1-1z"/>', "M1 2L4 2L4 6L3 5Z"),
        ('<path d="M1 2 3 4 5 6"/>', "M1 2L3 4L5 6"),
        ('<path d="M1 1zl1 1"/>', "M1 1ZM1 1L2 2"),
        ('<path d="M0 0C1 0 2 1 2 2s1 2 2 2"/>', "M0 0C1 0 2 1 2 2C2 3 3 4 4 4"),
        ('<path d="M0 0L1 1S2 2 3 3"/>', "M0 0L1 1C1 1 2 2 3 3"),
        ('<path d="M0 0Q1 0 1 1T2 2"/>', "M0 0Q1 0 1 1Q1 2 2 2"),
        ('<path d="M0 0H1T3 3"/>', "M0 0L1 0Q1 0 3 3"),
        ('<path d="M0 0A0 5 0 01 4 4"/>', "M0 0L4 4"),
        ('<path d="M.5.5-.5-.5 1e1,0"/>', "M0.5 0.5L-0.5 -0.5L10 0"),
        ('<rect x="1" y="2" width="3" height="4"/>', "M1 2L4 2L4 6L1 6Z"),
        ('<rect width="50%" height="10%"/>', "M0 0L50 0L50 5L0 5Z"),
        ('<rect width="1in" height="72pt"/>', "M0 0L96 0L96 96L0 96Z"),
        ('<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>', "M1 2L3 4"),
        ('<polygon points="0,0 9,0 9,9"/>', "M0 0L9 0L9 9Z"),
        ('<polyline points="0 0 9 0"/>', "M0 0L9 0"),
    ],
)
def test_outlines(body: str, outline: str) -> None:
    assert re.findall('d="([^"]*)"', drawn(body)) == [outline]


@pytest.mark.parametrize(
    ("body", "outline"),
    [
        ("<circle cx='20' cy='20' r='10'/>", 4),
        ("<ellipse cx='20' cy='20' rx='10' ry='5'/>", 4),
        ("<rect width='20' height='10' rx='2'/>", 4),
        ("<path d='M0 10a10 10 0 1 1 20 0a10 10 0 1 1-20 0'/>", 4),
        ("<path d='M0 10a10 10 0 0 1 10-10'/>", 1),
        ("<path d='M0 10a10 10 0 11.1.1'/>", 4),
    ],
)
def test_arcs_are_curves_of_at_most_a_quarter(body: str, outline: int) -> None:
    assert drawn(body).count("C") == outline


@pytest.mark.parametrize(
    ("body", "given_to_the_shape"),
    [
        ("<g fill='red'><rect width='9' height='9'/></g>", 'fill="#ff0000"'),
        ("<rect fill='red' style='fill:blue' width='9' height='9'/>", 'fill="#0000ff"'),
        (
            "<style>rect{fill:red}.a{fill:lime}#b{fill:blue}</style><rect id='b' class='a' {}/>",
            'fill="#0000ff"',
        ),
        (
            "<style>.a{fill:red!important}</style><rect class='a' style='fill:blue' {}/>",
            'fill="#ff0000"',
        ),
        (
            "<style>*{fill:red}rect.a.b{fill:lime}.a{fill:blue}</style><rect class='a b' {}/>",
            'fill="#00ff00"',
        ),
        ("<g fill='red'><rect fill='inherit' width='9' height='9'/></g>", 'fill="#ff0000"'),
        ("<g color='red' fill='currentColor'><rect width='9' height='9'/></g>", 'fill="#ff0000"'),
        ("<rect fill='rgb(10%,20%,30%)' width='9' height='9'/>", 'fill="#1a334c"'),
        ("<rect fill='hsl(120,100%,25%)' width='9' height='9'/>", 'fill="#008000"'),
        ("<rect fill='oklch(60% .2 30)' width='9' height='9'/>", 'fill="#de3e2d"'),
        ("<rect fill='color(display-p3 1 0 0)' width='9' height='9'/>", 'fill="#ff3428"'),
        (
            "<rect fill='lab(40% 20 -40 / 50%)' width='9' height='9'/>",
            'fill="#6254a0" fill-opacity="0.5"',
        ),
        ("<rect fill='#f00 icc-color(a, 1)' width='9' height='9'/>", 'fill="#ff0000"'),
        ("<rect fill='url(#none) red' width='9' height='9'/>", 'fill="#ff0000"'),
        (
            "<rect fill='#ff000080' width='9' height='9'/>",
            'fill="#ff0000" fill-opacity="0.5019608"',
        ),
        ("<g opacity='.5'><rect width='9' height='9'/></g>", 'fill="#000000" fill-opacity="0.5"'),
        (
            "<rect opacity='50%' fill-opacity='.5' width='9' height='9'/>",
            'fill="#000000" fill-opacity="0.25"',
        ),
        (
            "<path d='M0 0h9' fill='none' stroke='red' stroke-miterlimit='2' opacity='.5'/>",
            'fill="none" stroke="#ff0000" stroke-opacity="0.5" stroke-width="1" {}',
        ),
        (
            "<g transform='translate(5)'><rect transform='scale(2)' width='9' height='9'/></g>",
            'transform="matrix(2 0 0 2 5 0)" fill="#000000"',
        ),
        ("<rect style='transform:none' width='9' height='9'/>", 'fill="#000000"'),
        ("<path fill-rule='evenodd' d='M0 0h9v9'/>", 'fill="#000000" fill-rule="evenodd"'),
    ],
)
def test_styles(body: str, given_to_the_shape: str) -> None:
    text = drawn(body.replace("{}", "width='9' height='9'"))
    expected = given_to_the_shape.replace("{}", 'stroke-miterlimit="2"')
    assert re.findall("<path (.*?) d=", text) == [expected]


def test_parts_that_cover_each_other_fade_together() -> None:
    two = "<rect width='9' height='9'/><rect x='5' width='9' height='9'/>"
    assert drawn(f"<g opacity='.5'>{two}</g>").startswith('<g opacity="0.5"><path')
    both = "<rect width='9' height='9' stroke='red' opacity='.5'/>"
    assert drawn(both).startswith('<g opacity="0.5"><path')


def test_a_line_that_lies_under_its_fill() -> None:
    body = "<rect width='9' height='9' fill='red' stroke='blue' paint-order='{}'/>"
    first = re.findall('(fill|stroke)="#', drawn(body.format("stroke fill")))
    assert first == ["stroke", "fill"]
    assert drawn(body.format("markers stroke")).count("<path") == 2
    assert drawn(body.format("normal")).count("<path") == 1


def test_gradients_take_from_one_another_and_have_no_percentages() -> None:
    body = (
        "<linearGradient id='a'><stop offset='50%' stop-color='red'/>"
        "<stop offset='.2' style='stop-color:blue;stop-opacity:.5'/></linearGradient>"
        "<radialGradient id='b' href='#a' gradientTransform='scale(2)'/>"
        "<radialGradient id='c' xlink:href='#b' gradientUnits='userSpaceOnUse' r='50%'/>"
        "<rect width='9' height='9' fill='url(#b)'/>"
        "<rect width='9' height='9' stroke='url(\"#c\")' fill='none'/>"
    )
    stops = (
        '<stop offset="0.5" stop-color="#ff0000"/>'
        '<stop offset="0.5" stop-color="#0000ff" stop-opacity="0.5"/>'
    )
    assert defs(body) == (
        '<radialGradient id="d0" gradientUnits="objectBoundingBox" '
        'gradientTransform="matrix(2 0 0 2 0 0)" cx="0.5" cy="0.5" r="0.5" fx="0.5" fy="0.5">'
        f"{stops}</radialGradient>"
        '<radialGradient id="d1" gradientUnits="userSpaceOnUse" '
        'gradientTransform="matrix(2 0 0 2 0 0)" cx="50" cy="25" r="39.52847" fx="50" fy="25">'
        f"{stops}</radialGradient>"
    )


def test_a_gradient_of_one_colour_is_a_colour() -> None:
    body = "<linearGradient id='a'><stop stop-color='red'/></linearGradient>"
    assert 'fill="#ff0000"' in drawn(f"{body}<rect width='9' height='9' fill='url(#a)'/>")
    assert drawn("<linearGradient id='a'/><rect width='9' height='9' fill='url(#a)'/>") == ""


def test_clips_are_one_outline_in_the_coordinates_of_the_page() -> None:
    body = (
        "<clipPath id='c' transform='translate(1)'><rect id='r' width='4' height='4' fill='none'/>"
        "<use href='#r' x='10'/></clipPath>"
        "<g transform='scale(2)' clip-path='url(#c)'><rect width='9' height='9'/></g>"
    )
    assert defs(body) == (
        '<clipPath id="d0"><path d="M2 0L10 0L10 8L2 8ZM22 0L30 0L30 8L22 8Z"/></clipPath>'
    )
    assert drawn(body).startswith('<g clip-path="url(#d0)"><path transform="matrix(2 0 0 2 0 0)"')


def test_what_a_clip_hides_is_no_part_of_the_logo() -> None:
    clip = "<clipPath id='c'><rect width='20' height='10'/></clipPath>"
    body = f"{clip}<g clip-path='url(#c)'><circle r='40'/></g>"
    assert read("a.svg", svg(body)).aspect == 2


def test_the_line_of_a_shape_is_part_of_the_logo() -> None:
    body = "<rect x='10' y='10' width='40' height='20' fill='none' stroke='red' stroke-width='{}'/>"
    round_join = body.format("4' stroke-linejoin='round")
    assert read("a.svg", svg(round_join)).aspect == pytest.approx(44 / 24)


def test_a_ground_under_all_of_it_makes_a_logo_opaque() -> None:
    letter = "<circle cx='20' cy='20' r='9' fill='red'/>"
    assert not read("a.svg", svg(letter)).opaque
    assert read("a.svg", svg(f"<rect width='100%' height='100%' fill='#fff'/>{letter}")).opaque
    ghost = "<rect width='100%' height='100%' fill='#fff' fill-opacity='.5'/>"
    assert not read("a.svg", svg(ghost + letter)).opaque
    assert not read("a.svg", svg(f"<circle cx='50' cy='25' r='25'/>{letter}")).opaque


def test_colours_of_large_shapes_come_first() -> None:
    body = (
        "<rect width='9' height='9' fill='red'/><rect width='90' height='40' fill='blue'/>"
        "<path d='M0 0h20v20' fill='none' stroke='lime'/>"
    )
    assert read("a.svg", svg(body)).colors == ("#0000ff", "#00ff00", "#ff0000")


number = st.floats(-99, 99, allow_nan=False).map(lambda value: f"{value:.2f}")
flag = st.sampled_from("01")
radius = st.floats(1, 50).map(lambda value: f"{value:.2f}")
COUNTS = {"L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "M": 2, "Z": 0}


@st.composite
def commands(draw: st.DrawFn) -> str:
    """A command of path data with its numbers, written closely."""
    letter = draw(st.sampled_from("LHVCSQTMZA"))
    if letter == "A":
        parts = [draw(radius), draw(radius), draw(number)]
        text = f"{' '.join(parts)} {draw(flag)}{draw(flag)}{draw(number)},{draw(number)}"
    else:
        text = ",".join(draw(number) for _ in range(COUNTS[letter]))
    return (letter.lower() if draw(st.booleans()) else letter) + text


@given(st.lists(commands(), min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_outlines_reach_as_far_as_those_of_another_library(parts: list[str]) -> None:
    data = f"M1 2L3 4{''.join(parts)}L5 6"
    pen = BoundsPen(None)
    parse_path(data, pen)
    found = outline_box(path(data))
    assert found is not None
    assume("M" not in data[1:].upper())  # it leaves out points that nothing is drawn to
    size = max(10.0, *(abs(value) for value in pen.bounds))
    assert found == pytest.approx(pen.bounds, abs=size / 2_000)


@given(st.text(alphabet="MmLlAaCcZz0123456789.,-+eE \n#x", max_size=60))
@settings(deadline=None)
def test_path_data_is_drawn_or_refused(data: str) -> None:
    with suppress(ValueError):
        path(data)


@given(st.sampled_from(sorted(EXPORTS.glob("*.svg"))), st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    source: object, data: st.DataObject
) -> None:
    whole = bytearray(source.read_bytes())  # type: ignore[attr-defined]
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        piece = data.draw(
            st.sampled_from([b"", b"0", b"<", b">", b'"', b"#", b"e9", b"-", b"url("])
        )
        whole[at : at + data.draw(st.integers(0, 4))] = piece
    logo, flaws = read_logo("a.svg", bytes(whole))
    assert (logo is None) == bool(flaws)
