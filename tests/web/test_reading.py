"""A page in a browser: numbers always in reach, and keyboard, night and paper thought of."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

BRIEFING = "eastmarsh/eastmarsh-social-work-briefing.html"
CARD = "eastmarsh/eastmarsh-police-card.html"
VISIBLE = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
}"""
PAPER = "() => getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def tab(browser: "Browser") -> "Iterator[Page]":
    opened = browser.new_page(viewport={"width": 390, "height": 800})
    yield opened
    opened.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_way_to_the_numbers_is_always_in_sight(
    published: Path, tab: "Page", width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    tab.goto((published / BRIEFING).as_uri())
    for part in (0, 0.5, 0.95):
        tab.evaluate("part => scrollTo(0, part * document.body.scrollHeight)", part)
        assert tab.evaluate(VISIBLE, ".top .call")
    tab.click(".top .call")
    assert tab.evaluate(VISIBLE, ".route-emergency a")
    assert tab.get_attribute(".route-emergency a", "href") == "tel:999"


def test_every_number_is_large_enough_for_a_thumb(published: Path, tab: "Page") -> None:
    for name in (BRIEFING, CARD):
        tab.goto((published / name).as_uri())
        links = tab.locator(".routes a").all()
        assert len(links) > 5
        for link in links:
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= 44


def test_the_first_stop_of_the_keyboard_leads_past_the_top(published: Path, tab: "Page") -> None:
    tab.goto((published / BRIEFING).as_uri())
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => document.activeElement.className") == "skip"
    assert tab.evaluate(VISIBLE, ".skip")
    tab.keyboard.press("Enter")
    assert tab.evaluate("() => document.activeElement.id") == "main"


def test_a_link_to_a_place_is_copied_and_that_is_said(published: Path, browser: "Browser") -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    address = (published / CARD).as_uri()
    tab.goto(address)
    anchor = tab.locator("a.anchor").first
    place = anchor.get_attribute("href")
    anchor.click()
    tab.wait_for_function("() => document.getElementById('said').textContent === 'Link copied'")
    assert tab.evaluate("() => navigator.clipboard.readText()") == f"{address}{place}"
    assert tab.url == f"{address}{place}"
    context.close()


def test_the_page_is_read_without_its_script(published: Path, browser: "Browser") -> None:
    texts = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        tab = context.new_page()
        tab.goto((published / BRIEFING).as_uri())
        texts.append(tab.locator("main").inner_text())
        context.close()
    assert len(texts[0]) > 20_000
    assert texts[0] == texts[1]


def test_paper_is_white_and_a_dark_screen_is_dark(published: Path, tab: "Page") -> None:
    tab.goto((published / BRIEFING).as_uri())
    assert tab.evaluate(PAPER) == "rgb(255, 255, 255)"
    tab.emulate_media(color_scheme="dark")
    assert tab.evaluate(PAPER) == "rgb(18, 25, 29)"
    tab.emulate_media(color_scheme="dark", media="print")
    assert tab.evaluate(PAPER) == "rgb(255, 255, 255)"
    assert not tab.locator(".top").is_visible()


def test_the_page_has_the_typeface_of_the_series_with_it(published: Path, tab: "Page") -> None:
    tab.goto((published / CARD).as_uri())
    tab.evaluate("() => document.fonts.ready.then(() => true)")
    loaded = "() => [...document.fonts].map(font => font.status + ' ' + font.family)"
    assert tab.evaluate(loaded) == ["loaded Atkinson Hyperlegible Next"]


def test_links_to_the_other_editions_lead_to_files_that_are_built(
    published: Path, tab: "Page"
) -> None:
    tab.goto((published / BRIEFING).as_uri())
    links = tab.locator("main a:not([href*=':']):not([href^='#'])").all()
    targets = [link.get_attribute("href") or "" for link in links]
    assert "eastmarsh-social-work-briefing.pdf" in targets
    assert "eastmarsh-education-briefing.html" in targets
    pages = [target for target in targets if target.endswith(".html")]
    assert len(pages) > 5
    assert [name for name in pages if not (published / "eastmarsh" / name).is_file()] == []
