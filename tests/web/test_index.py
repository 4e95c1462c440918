"""The index in a browser: a person finds one board's documents among those of all."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefpress.compose import compose_index
from briefpress.load import load, read_listing
from tests.conftest import TODAY
from tests.web.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

BOARDS = 150
SHOWN = (
    "() => [...document.querySelectorAll('.board')].filter(b => b.checkVisibility()).map(b => b.id)"
)
OPEN = "() => document.querySelectorAll('.board:not([hidden]) details[open]').length"


@pytest.fixture
def tab(browser: "Browser", published: Path, tmp_path: Path) -> "Iterator[Page]":
    """The index of a nation: one board's documents, as if there were many such boards."""
    library = load(ROOT / "source", ROOT / "layouts", TODAY).library
    assert library is not None
    own = read_listing(published).entries
    slugs = [f"board-{number}" for number in range(BOARDS)]
    entries = [replace(e, brand=slug, id=f"{slug}-{e.id}") for slug in slugs for e in own]
    page = tmp_path / "index.html"
    page.write_text(compose_index(library, entries), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 390, "height": 800})
    opened.goto(page.as_uri())
    yield opened
    opened.close()


def test_a_nation_is_folded_and_a_search_unfolds_what_it_finds(tab: "Page") -> None:
    everything = tab.text_content("#count")
    assert len(tab.evaluate(SHOWN)) == BOARDS
    assert tab.evaluate(OPEN) == 0
    tab.fill("#words", "board-149 police card")
    tab.wait_for_function("before => count.value !== before", arg=everything)
    assert tab.evaluate(SHOWN) == ["board-149"]
    assert tab.evaluate(OPEN) == 1
    assert tab.text_content("#count") == f"1 / {BOARDS * 15}"
    tab.fill("#words", "")
    tab.wait_for_function("before => count.value === before", arg=everything)
    assert len(tab.evaluate(SHOWN)) == BOARDS


def test_filters_narrow_and_what_finds_nothing_says_so(tab: "Page") -> None:
    tab.select_option("#audience", "health")
    tab.select_option("#layout", "card")
    tab.wait_for_function("expected => count.value === expected", arg=f"{BOARDS} / {BOARDS * 15}")
    tab.fill("#words", "nobody of this name")
    tab.wait_for_function("() => count.value === 'Nothing matches.'")
    assert tab.evaluate(SHOWN) == []


def test_it_is_no_wider_than_a_telephone(tab: "Page") -> None:
    tab.fill("#words", "board-7 ")
    for width in (320, 390):
        tab.set_viewport_size({"width": width, "height": 700})
        assert tab.evaluate("() => document.documentElement.scrollWidth") <= width
