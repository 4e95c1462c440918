"""Every kind of page passes axe-core in a real browser: by day and night, wide and narrow."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python
import pytest

from briefpress.load import load
from briefpress.selection import Wanted
from tests.conftest import TODAY
from tests.pages.tongues import composed
from tests.web.conftest import ROOT, publish

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LIBRARY = load(ROOT / "source", ROOT / "layouts", TODAY).library
assert LIBRARY is not None
AUDIENCES, BOARDS = tuple(LIBRARY.audiences), tuple(sorted(LIBRARY.brands))
LAYOUTS = [
    name
    for name in LIBRARY.publication.builds.layouts
    if "html" in LIBRARY.layouts[name].data.formats
]
"""Each audience in each layout that the web has, the boards in turn."""
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
CONTRAST = "color-contrast"
NARROW, WIDE = 320, 1280
"""WCAG 2.2, 1.4.10: the width to which content has to reflow; and a screen on a desk."""


def findings(page: "Page", *, contrast_only: bool = False) -> Iterator[str]:
    """What axe-core says against the page as it is; that it cannot tell contrast counts as well."""
    only = {"runOnly": [CONTRAST]} if contrast_only else {}
    found: dict[str, Any] = page.evaluate(
        "options => axe.run(document, options)",
        {"resultTypes": ["violations", "incomplete"], **only},
    )
    undecided = [rule for rule in found["incomplete"] if rule["id"] == CONTRAST]
    for rule in [*found["violations"], *undecided]:
        for node in rule["nodes"]:
            yield f"{rule['id']}: {node['target']} {node['html'][:80]}"


def looked_at(page: "Page") -> Iterator[str]:
    """The findings on one page in every way in which it may be seen, with everything unfolded."""
    page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, forced_colors="none")
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            for finding in findings(page, contrast_only=scheme == "dark"):
                yield f"{scheme} {width}: {finding}"
            if page.evaluate("() => document.documentElement.scrollWidth") > width:
                yield f"{scheme} {width}: the page is wider than the screen"
    page.emulate_media(forced_colors="active")
    for finding in findings(page, contrast_only=True):
        yield f"forced colours: {finding}"


def said_of(browser: "Browser", pages: list[Path]) -> list[str]:
    """What axe-core finds on pages, and what they asked of others or complained of."""
    tab = browser.new_page()
    found: list[str] = []
    tab.on("console", lambda message: found.append(message.text))
    tab.on("request", lambda request: found.append(request.url))
    for path in pages:
        tab.goto(path.as_uri())
        found += [f"{path.name}: {finding}" for finding in looked_at(tab)]
    tab.close()
    return [line for line in found if not line.startswith(("data:", "file:"))]


@pytest.mark.parametrize(("audience", "board"), [*zip(AUDIENCES, cycle(BOARDS), strict=False)])
def test_no_edition_has_a_violation_and_contrast_can_be_told(
    audience: str, board: str, browser: "Browser", tmp_path: Path
) -> None:
    publish(tmp_path, Wanted(brands=(board,), audiences=(audience,), formats=("html",)))
    pages = sorted((tmp_path / board).glob("*.html"))
    assert len(pages) == len(LAYOUTS)
    assert said_of(browser, pages) == []


def test_a_page_in_many_languages_has_none(browser: "Browser", tmp_path: Path) -> None:
    pages = [tmp_path / f"{layout}.html" for layout in ("briefing", "card")]
    for page in pages:
        page.write_text(composed(page.stem, "html").html, encoding="utf-8")
    assert said_of(browser, pages) == []


def test_no_page_beside_the_editions_has_one_either(browser: "Browser", tmp_path: Path) -> None:
    publish(tmp_path, Wanted(brands=("eastmarsh",), audiences=("police",), layouts=("card",)))
    pages = sorted(set(tmp_path.rglob("*.html")) - set((tmp_path / "eastmarsh").iterdir()))
    assert {"index.html", "report.html"} < {page.name for page in pages}
    assert said_of(browser, pages) == []


def test_what_is_wrong_would_be_found(browser: "Browser") -> None:
    tab = browser.new_page()
    tab.set_content(
        """<!doctype html><html lang="en"><title>t</title><meta name="viewport" content="width=320">
        <style>.pale { color: #999 } .over { background: linear-gradient(#fff, #000) }
        @media (prefers-color-scheme: dark) { .night { color: #333; background: #222 } }</style>
        <main><h1>h</h1><p class="pale">pale</p><p class="over">undecided</p><img src="data:,">
        <p class="night">night</p><pre style="width: 800px">wide</pre></main>"""
    )
    found = list(looked_at(tab))
    for what in (
        "light 1280: image-alt",
        "light 1280: color-contrast: ['.pale']",
        "light 1280: color-contrast: ['.over']",
        "dark 320: color-contrast: ['.night']",
        "light 320: the page is wider than the screen",
    ):
        assert any(finding.startswith(what) for finding in found), (what, found)
