"""Pages compared: those that differ are found, paired and boxed; the others are left out."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from briefpress.differences.pages import Sheets, page_changes, text_changes
from briefpress.model.differences import PagePair
from tests.unit.render.support import proof

PAGES = "p + p{break-before:page}"


def sheets(*pages: str, css: str = "") -> Sheets:
    body = "".join(f"<p>{page}</p>" for page in pages)
    return Sheets.of(proof(body, PAGES + css).pdf, "a.pdf")


def numbers(before: Sheets, now: Sheets) -> list[tuple[int, int]]:
    return [(pair.before, pair.now) for pair in page_changes(before, now, 9)]


def test_pages_that_are_the_same_are_left_out() -> None:
    before = sheets("one", "two", "three")
    assert numbers(before, sheets("one", "two", "three")) == []
    assert numbers(before, sheets("one", "TWO", "three")) == [(2, 2)]


def test_a_page_that_came_or_went_stands_alone() -> None:
    before, longer = sheets("one", "three"), sheets("one", "two", "three")
    assert numbers(before, longer) == [(0, 2)]
    assert numbers(longer, before) == [(2, 0)]
    (pair,) = page_changes(before, longer, 9)
    assert pair.picture_before == b""
    assert pair.picture_now.startswith(b"\x89PNG")


def test_a_page_with_the_same_words_may_look_different() -> None:
    before, now = sheets("one"), sheets("one", css="p{color:#c00000}")
    assert text_changes(before, now) == ()
    assert numbers(before, now) == [(1, 1)]


def boxed(data: bytes, *, green: bool) -> tuple[int, int]:
    """The first and the last row that is drawn in the colour of boxes."""
    pixels = np.asarray(Image.open(BytesIO(data)).convert("RGB")).astype(int)
    red, other = pixels[..., 0], pixels[..., 1]
    rows = np.flatnonzero(((other - red) if green else (red - other) > 60).max(axis=1) > 60)
    return int(rows[0]), int(rows[-1])


def test_what_differs_is_boxed() -> None:
    lines = [f"line{number}" for number in range(12)]
    before = sheets("<br>".join(lines))
    lines[8] = "another"
    (pair,) = page_changes(before, sheets("<br>".join(lines)), 9)
    first, last = boxed(pair.picture_now, green=True)
    height = Image.open(BytesIO(pair.picture_now)).height
    top = height * (10 + 8 * 4.94) / 100
    assert abs(first - top) < 12
    assert last - first < 60


def test_only_so_many_pages_are_shown() -> None:
    pairs = list(page_changes(sheets("a", "b", "c"), sheets("x", "y", "z"), 2))
    assert [bool(pair.picture_now) for pair in pairs] == [True, True, False]
    assert pairs[2] == PagePair(3, 3)


@pytest.mark.parametrize(
    ("path", "data", "text"),
    [
        ("a.txt", b"Caf\xc3\xa9 \n open", "Café open"),
        (
            "a.html",
            b"<title>t</title><style>p{}</style><p>Caf&eacute; <b>open</b></p><script>x</script>",
            "Café open",
        ),
    ],
)
def test_what_has_no_pages_has_words(path: str, data: bytes, text: str) -> None:
    read = Sheets.of(data, path)
    assert read.texts == (text,)
    assert list(page_changes(read, read, 9)) == []
