"""The web edition: one file with all that it needs, and a policy that lets nothing else in."""

import hashlib
import re
from base64 import b64decode, b64encode

import pytest

from briefpress.compose.assets import asset_url
from briefpress.compose.web import colours, one_file, policy_of
from briefpress.palette import palette_of
from tests.unit.compose.support import specimen_library

HTML = (
    '<!doctype html><html><head><meta charset="utf-8"><title>t</title></head>'
    f'<body><img src="{asset_url("brands/logo.svg")}" alt="">café</body></html>'
)
SHEET = asset_url("layouts/_shared/web.css")
FONT = asset_url("layouts/_shared/fonts/a.woff2")
FILES = {asset_url("brands/logo.svg"): b"<svg/>", FONT: b"font"}


def css_of(css: str, html: str = HTML) -> str:
    found = re.search("<style>(.*?)</style>", one_file(html, {SHEET: css}, "", FILES), re.DOTALL)
    assert found is not None
    return found[1]


def test_pictures_are_carried_in_the_page() -> None:
    page = one_file(HTML, {}, "", FILES)
    (data,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]*)"', page)
    assert b64decode(data) == b"<svg/>"
    assert "briefpress.invalid" not in page


def test_an_address_that_leads_to_no_file_is_left_for_preflight() -> None:
    page = one_file(HTML.replace("logo.svg", "lost.svg"), {}, "", FILES)
    assert asset_url("brands/lost.svg") in page


def test_a_kind_of_file_that_pages_do_not_carry_is_left_too() -> None:
    address = asset_url("brands/logo.pdf")
    assert address in one_file(f'{HTML}<a href="{address}">', {}, "", {address: b"x"})


@pytest.mark.parametrize("address", ["fonts/a.woff2", "'fonts/a.woff2'", '"fonts/a.woff2"', FONT])
def test_files_of_a_stylesheet_are_found_from_where_it_stands(address: str) -> None:
    assert (
        css_of(f"a {{ src: url({address}) }}") == "a { src: url(data:font/woff2;base64,Zm9udA==) }"
    )


def test_comments_of_designers_are_not_published() -> None:
    assert css_of("/* not for\nreaders */\np { color: red }") == "p { color: red }"


@pytest.mark.parametrize(
    ("runs", "kept"),
    [
        ("U+0000-00FF", True),
        ("U+E9", True),
        ("U+0100-017F, U+00E9", True),
        ("U+0100-017F", False),
        ("U+0400-04FF, U+2116", False),
    ],
)
def test_a_font_is_carried_only_where_the_page_has_its_letters(runs: str, kept: bool) -> None:  # noqa: FBT001
    face = f'@font-face {{ font-family: "x"; src: url(fonts/a.woff2); unicode-range: {runs} }}'
    assert ("data:font" in css_of(f"{face} p {{}}")) == kept
    assert "p {}" in css_of(f"{face} p {{}}")


def test_the_policy_knows_the_style_and_the_script_and_nothing_else() -> None:
    page = one_file(HTML, {SHEET: "p { color: red }"}, " go(); ", FILES)
    policy = re.search('Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert page.count("<script>go();</script>\n</body>") == 1
    for text in ("p { color: red }", "go();"):
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]


def test_without_a_script_none_may_run() -> None:
    assert "script-src 'none'" in policy_of("p {}", "")
    assert "<script" not in one_file(HTML, {}, "", FILES)


def test_colours_change_at_night_on_a_screen_alone() -> None:
    css = colours(palette_of(specimen_library().brands["wexbridge"].data))
    day, _, night = css.partition("@media screen and (prefers-color-scheme:dark)")
    assert "--brand-paper:#ffffff" in day
    assert "--brand-paper:#12191d" in night
    assert css.count("{") == css.count("}")
