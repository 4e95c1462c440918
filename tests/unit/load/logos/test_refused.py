"""SVG that is refused: each thing with its own message, on its own line."""

import time

import pytest

from briefpress.load.logos import read_logo
from tests.unit.load.logos.support import bomb, read, said, svg

RECT = '<rect width="9" height="9"/>'
SVG = "LOGO-SVG"
A_HANG = 30
"""Seconds. Each of these files takes a fraction of one."""


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<script>alert(1)</script>", "scripts are not allowed"),
        ("<metadata><script/></metadata>", "scripts are not allowed"),
        ('<rect onclick="x()" width="9" height="9"/>', "event handlers (onclick) are not allowed"),
        ('<image href="file:///etc/passwd"/>', "<image> is not allowed"),
        ('<image xlink:href="http://10.0.0.1/a.png"/>', "<image> is not allowed"),
        ('<image href="data:image/png;base64,AAAA"/>', "<image> is not allowed"),
        ('<defs><image href="data:,"/></defs>', "<image> is not allowed"),
        ("<foreignObject><p>a</p></foreignObject>", "<foreignObject> is not allowed"),
        ("<a href='#b'><rect width='9' height='9'/></a>", "<a> is not allowed"),
        ("<svg><rect width='9' height='9'/></svg>", "<svg> is not allowed"),
        ("<iframe/>", "<iframe> is not allowed"),
        ('<use href="other.svg#a"/>', "a reference to 'other.svg#a' is not allowed"),
        ('<use xlink:href="https://x.example.org/a"/>', "a reference to 'https://x.example.org/a'"),
        ('<linearGradient href="//evil/share#a"/>', "a reference to '//evil/share#a' is not"),
        ("<rect width='9' height='9'><animate/></rect>", "<animate> is not allowed: a logo does"),
        ("<set attributeName='x'/>", "<set> is not allowed: a logo does not move"),
        ("<style>@import url(https://x.example.org/a.css);</style>", "@import is not allowed in"),
        ("<style>@import 'a.css';</style>", "@import is not allowed in <style>"),
        ("<style>@font-face{font-family:a;src:url(a.ttf)}</style>", "@font-face is not allowed in"),
        ("<style>.a{fill:URL(//evil/a)}</style>", "a reference to '//evil/a' is not allowed"),
        ("<style>@media print{.a{fill:red}}</style>", "@media is not allowed in <style>"),
        ("<style>#a .b{fill:red}</style>", "the selector '#a .b' is not understood"),
        ("<rect style='fill:url(https://x.example.org)'/>", "a reference to 'https://x."),
        ("<rect width='9' height='9' fill='url(a.svg#b)'/>", "a reference to 'a.svg#b' is"),
        ("<filter id='f'/><g filter='url(#f)'/>", "filter: url(#f) cannot be drawn"),
        ("<g style='mix-blend-mode:multiply'/>", "mix-blend-mode: multiply cannot be drawn"),
        ("<path d='M0 0h9' marker-end='url(#m)'/>", "marker-end: url(#m) cannot be drawn"),
        (
            "<pattern id='p'/><rect width='9' height='9' fill='url(#p)'/>",
            "fill: <pattern> cannot be drawn",
        ),
        (
            f"<mask id='m'><g fill='grey'>{RECT}</g></mask><g mask='url(#m)'>{RECT}</g>",
            "a mask with shades or holes cannot be drawn",
        ),
        (
            f"<mask id='m'><g mask='url(#m)'>{RECT}</g></mask><g mask='url(#m)'>{RECT}</g>",
            "a mask with shades or holes cannot be drawn",
        ),
        (f"<g clip-path='url(#none)'>{RECT}</g>", "clip-path: url(#none) cannot be drawn"),
        (f"<g clip-path='circle(4px)'>{RECT}</g>", "clip-path: circle(4px) cannot be drawn"),
        ("<path d='M0 0 L9'/>", "<path>: path data is broken: L with 1 numbers"),
        ("<path d='L9 9'/>", "<path>: path data is broken: it begins with L"),
        ("<path d='M0 0 X9 9'/>", "<path>: path data is broken at 'X9 9'"),
        ("<path d='M0 0 L1e9 0'/>", "<path>: 1e+09 is out of reach"),
        ("<path d='M0 0 L1e999 0'/>", "<path>: inf is out of reach"),
        ("<rect width='9em' height='9'/>", "<rect>: '9em' is no length"),
        ("<rect width='nan' height='9'/>", "<rect>: 'nan' is no length"),
        ("<polygon points='1 2 3'/>", "<polygon>: points come in pairs"),
        ("<rect width='9' height='9' fill='no-colour'/>", "<rect>: 'no-colour' is no colour"),
        ("<g transform='spin(9)'/>", "<g>: spin with 1 numbers is no transform"),
        ("<g transform='rotate(9'/>", "<g>: 'rotate(9' is no transform"),
        (
            "<path d='M0 0h9' stroke='red' stroke-dasharray='.000001'/>",
            "<path>: '.000001' is no sensible row of dashes",
        ),
    ],
)
def test_each_thing_is_told_with_its_line(body: str, message: str) -> None:
    (found, *more) = said("a.svg", svg(f"\n{RECT}\n{body}"))
    assert more == []
    assert found.startswith(f"3: {SVG}: {message}")


def test_b47_text_wants_outlines_and_is_told_once() -> None:
    body = "\n<text>a</text>\n<text>b</text>\n<text><tspan>c</tspan></text>"
    message = "convert text to outlines: its font may be missing"
    assert said("a.svg", svg(body)) == [f"2: LOGO-TEXT: {message}"]


def test_what_is_hidden_may_hold_text_but_no_scripts() -> None:
    hidden = '<g display="none"><text>notes</text></g><g style="display:none"><iframe/></g>'
    assert read("a.svg", svg(RECT + hidden)).aspect == 1
    assert said("a.svg", svg(f'{RECT}<g display="none"><script/></g>'))


def test_everything_wrong_is_told_at_once() -> None:
    body = "\n<script/>\n<text>a</text>\n<image/>\n<path d='L'/>"
    assert [found.partition(" ")[0] for found in said("a.svg", svg(body))] == [
        *("2:", "3:", "4:", "5:"),
    ]


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("", "no viewBox"),
        ('width="100" height="50"', "no viewBox"),
        ('viewBox="0 0 0 50"', "viewBox or size: '0 0 0 50' is no viewBox"),
        ('viewBox="0 0 100"', "viewBox or size: '0 0 100' is no viewBox"),
        ('viewBox="0 0 -9 9"', "viewBox or size: '0 0 -9 9' is no viewBox"),
        ('viewBox="a b c d"', "viewBox or size: 'a b c d' is no list of numbers"),
        ('viewBox="0 0 1e9 50"', "viewBox or size: 1e+09 is out of reach"),
        ('viewBox="0 0 100 50" width="0"', "its width or height is 0"),
    ],
)
def test_b46_a_drawing_of_no_known_size(head: str, message: str) -> None:
    assert said("a.svg", svg(RECT, head)) == [f"0: LOGO-VIEWBOX: {message}"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<rect width="9" height="9" fill="none"/>',
        '<rect width="9" height="9" opacity="0"/>',
        '<rect x="500" width="9" height="9"/>',
        '<g visibility="hidden"><rect width="9" height="9"/></g>',
        '<defs><rect width="9" height="9"/></defs>',
        '<path d="M0 0"/>',
    ],
)
def test_a_drawing_of_nothing(body: str) -> None:
    assert said("a.svg", svg(body)) == ["0: LOGO-EMPTY: shows nothing"]


@pytest.mark.parametrize(
    "subset",
    [
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY % remote SYSTEM "http://10.0.0.1/a.dtd"> %remote;]>',
    ],
)
def test_b43_entities(subset: str) -> None:
    data = f'<?xml version="1.0"?>\n{subset}\n'.encode() + svg(RECT)
    assert said("a.svg", data) == ["2: LOGO-SVG: entity declarations are not allowed"]


def test_the_document_type_of_old_programs_is_no_fault() -> None:
    old = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a/svg11.dtd">'
    assert read("a.svg", old + svg(RECT)).aspect == 1


def test_a_style_sheet_beside_the_drawing() -> None:
    data = b'<?xml-stylesheet href="https://x.example.org/a.css"?>' + svg(RECT)
    assert said("a.svg", data) == ["1: LOGO-SVG: a stylesheet of its own is not allowed"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><rect></svg>", "mismatched tag"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>\n<rect", "unclosed token"),
        (b"<svg>&nbsp;</svg>", "undefined entity"),
        (b"<p/>", "begins with <p>, not with <svg>"),
        (b"<?xml version='1.0' encoding='no-such'?><svg/>", ""),
    ],
)
def test_what_is_no_svg(data: bytes, message: str) -> None:
    (found,) = said("a.svg", data)
    assert "LOGO-READ: " in found
    assert message in found


def test_b42_a_bomb_of_uses_is_counted_not_drawn() -> None:
    """So many that drawing them would never end."""
    message = f"{10**18:,} drawn objects through <use>; limit 2,000"
    assert said("a.svg", bomb(18, 10)) == [f"0: LOGO-LIMIT: {message}"]
    assert read("a.svg", bomb(3, 10)).aspect == 1


LADDER = '<g id="a0"/>' + "".join(
    f'<g id="a{step}">{f"""<use href="#a{step - 1}"/>""" * 10}</g>' for step in range(1, 5)
)
"""Ten uses of ten uses of ten uses of ten uses of what draws nothing."""


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<g id="a"><use href="#a"/></g><use href="#a"/>', "a <use> shows itself"),
        (
            '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>',
            "a <use> shows itself",
        ),
        (
            "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(40))
            + '<g id="a40"/><use href="#a0"/>',
            "a <use> leads on more than 20 deep",
        ),
        (RECT * 2_001, "2,001 drawn objects; limit 2,000"),
        ("<g/>" * 10_001, "has more than 10,000 elements"),
        ("<g>" * 70 + "</g>" * 70, "has elements in one another more than 60 deep"),
        (f'<path d="M0 0{"h1v1" * 60_000}"/>', "its outlines have more than 100,000 numbers"),
        (
            f'<clipPath id="c">{RECT * 1_000}</clipPath>'
            + f'<g clip-path="url(#c)">{RECT}</g>' * 1_000,
            "its outlines have more than 100,000 numbers",
        ),
        (
            f'{LADDER}<use href="#a4"/>',
            "21,110 drawn objects through <use>; limit 2,000",
        ),
        (
            f'<mask id="m">{LADDER}<use href="#a4"/></mask><g mask="url(#m)">{RECT}</g>',
            "21,110 drawn objects in clip paths and masks; limit 10,000",
        ),
        (
            f'<clipPath id="c">{"<g/>" * 1_000}</clipPath>'
            + f'<g clip-path="url(#c)">{RECT}</g>' * 20,
            "10,010 drawn objects in clip paths and masks; limit 10,000",
        ),
    ],
)
def test_limits(body: str, message: str) -> None:
    (found,) = said("a.svg", svg(body))
    assert found.partition(" ")[2] == f"LOGO-LIMIT: {message}"


@pytest.mark.parametrize(
    "body",
    [
        f'<path d="M0 0 {"1" * 200_000}x"/>',
        f'<path d="{"M0,0 " * 40_000}!"/>',
        f'<path d="M0 0A{"1" * 100_000}"/>',
        f'<g transform="{"rotate(1) " * 20_000}x"/>',
        f'<g transform="{"(" * 100_000}"/>',
        f'<rect style="{"a:b;" * 40_000}" width="9" height="9"/>',
        f"<style>{'a' * 100_000}</style>",
        f"<style>{'.a{fill:red}' * 5_000}</style>{RECT}",
        f"<style>{'(' * 50_000}</style>",
        f'<rect width="{"9" * 100_000}px" height="9"/>',
        f'<rect fill="url(#{"a" * 100_000}" width="9" height="9"/>',
        f'<rect class="{"a " * 50_000}" width="9" height="9"/>',
        '<g class="a">' * 50 + "</g>" * 50,
    ],
)
def test_no_file_hangs_its_reader(body: str) -> None:
    """A pattern that goes back over its text at each letter would take hours."""
    start = time.process_time()
    read_logo("a.svg", svg(body))
    assert time.process_time() - start < A_HANG
