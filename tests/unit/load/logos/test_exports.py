"""SVG as drawing programs export it: read as it is, and drawn as a browser draws it."""

import base64
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from briefpress.load.logos import svg
from briefpress.render.fetch import LockedFetcher
from briefpress.render.library import weasyprint
from tests.unit.load.logos.support import EXPORTS, read

NAMES = sorted(path.stem for path in EXPORTS.glob("*.svg"))
ASPECTS = {
    "affinity": 545 / 210,
    "corel": 11500 / 4000,
    "figma": 3,
    "illustrator": 290 / 100,
    "illustrator-editable": 2,
    "illustrator-web": 180.4 / 60.2,
    "inkscape": 98.3 / 40,
    "minified": 2,
    "sketch": 148 / 64,
    "symbols": 181 / 60,
}
"""Of what is seen. The page of the Inkscape file is A4."""
SMALL_LANGUAGE = {
    *("svg", "defs", "g", "path", "linearGradient", "radialGradient", "stop", "clipPath"),
}
WIDTH = 480


def cleaned(name: str) -> tuple[bytes, bytes, int]:
    """An export, what becomes of it on the same page, and the height of that page (px)."""
    data = (EXPORTS / f"{name}.svg").read_bytes()
    drawing, flaws = svg.draw(svg.parse(data))
    assert flaws == ()
    assert drawing is not None
    left, top, right, bottom = drawing.page
    height = round(WIDTH * (bottom - top) / (right - left))
    return data, svg.written(drawing, drawing.page), height


@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_and_trimmed(name: str) -> None:
    logo = read(f"{name}.svg", (EXPORTS / f"{name}.svg").read_bytes())
    assert logo.aspect == pytest.approx(ASPECTS[name], rel=0.01)
    assert logo.colors
    text = logo.data.decode()
    assert set(re.findall(r"<([^\s/>]+)", text)) <= SMALL_LANGUAGE
    assert not re.search(r"style|class|href|http(?!://www.w3.org/2000/svg)|inkscape|data-", text)


@pytest.mark.parametrize("name", NAMES)
def test_reading_it_again_changes_nothing(name: str) -> None:
    once = read(f"{name}.svg", (EXPORTS / f"{name}.svg").read_bytes())
    again = read(f"{name}.svg", once.data)
    assert again.colors == once.colors
    assert again.aspect == pytest.approx(once.aspect, rel=1e-4)
    assert read(f"{name}.svg", again.data).data == again.data


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM)
        yield chromium.new_page()
        chromium.close()


CHROMIUM = Path("/usr/bin/chromium")


def seen_in(browser: Page, data: bytes, height: int) -> Image.Image:
    """The picture as a browser shows it."""
    url = f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}"
    browser.set_viewport_size({"width": WIDTH, "height": height})
    style = f"display:block;width:{WIDTH}px;height:{height}px"
    browser.set_content(f"<body style='margin:0;background:#fff'><img src='{url}' style='{style}'>")
    browser.wait_for_function("document.images[0].complete")
    return Image.open(BytesIO(browser.screenshot()))


def printed(data: bytes, height: int) -> Image.Image:
    """The picture as the engine prints it."""
    url = "https://briefpress.invalid/a.svg"
    size = f"{WIDTH}px {height}px"
    style = f"@page{{size:{size};margin:0}}body{{margin:0}}img{{display:block;width:{WIDTH}px}}"
    html = f"<style>{style}</style><img src='{url}' alt='a'>"
    engine = weasyprint.HTML(string=html, url_fetcher=LockedFetcher({url: data}))
    page = pypdfium2.PdfDocument(engine.write_pdf())[0]
    found: Image.Image = page.render(scale=96 / 72).to_pil()
    return found.resize((WIDTH, height))


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are from each other on average, 0 to 255."""
    pixels = [np.asarray(image.convert("RGB"), dtype=float) for image in (one, other)]
    return float(np.abs(pixels[0] - pixels[1]).mean())


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no Chromium")
@pytest.mark.parametrize("name", NAMES)
def test_a_browser_and_the_engine_draw_it_as_it_was(name: str, browser: Page) -> None:
    data, clean, height = cleaned(name)
    as_it_was = seen_in(browser, data, height)
    blank = Image.new("RGB", as_it_was.size, "white")
    assert difference(as_it_was, blank) > 2
    assert difference(as_it_was, seen_in(browser, clean, height)) < 0.3
    assert difference(as_it_was, printed(clean, height)) < 0.7
