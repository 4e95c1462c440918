"""Card sizes: what sizes.yaml and layouts may say of them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefpress.load import load
from briefpress.model.library import Loaded
from tests.conftest import TODAY, Edit

Look = Callable[[], Loaded]
SIZES = "_shared/sizes.yaml"
CARD = "card/layout.yaml"


@pytest.fixture
def shelf(layouts: Path, specimen: Path) -> Edit:
    return Edit(shutil.copytree(layouts, specimen.parent / "layouts"))


@pytest.fixture
def look(shelf: Edit, specimen: Path, monkeypatch: pytest.MonkeyPatch) -> Look:
    monkeypatch.chdir(shelf.root.parent)
    return lambda: load(Path("source"), Path("layouts"), TODAY)


def said(look: Look) -> list[str]:
    return [str(found).partition("\n")[0] for found in look().diagnostics]


def test_a_size_gives_the_layout_its_page(look: Look) -> None:
    loaded = look()
    assert loaded.library is not None
    assert loaded.library.sizes["cr80"].corner == 3.18
    small = loaded.library.layouts["card"].data.in_format("screen", "a6")
    assert (small.page.width, small.page.height) == (105, 148)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            SIZES,
            "    safe: 5mm\n    seal: 3mm\n    layouts: [card]",
            "    safe: 2mm\n    seal: 3mm\n    layouts: [card]",
            "VALUE error: sizes[1]: seal (3mm) is wider than safe (2mm)",
        ),
        (
            SIZES,
            "trim: {width: 85.6mm, height: 54mm}",
            "trim: {width: 8.56mm, height: 54mm}",
            "VALUE error: sizes[4].trim.width: 8.56mm is too small",
        ),
        (
            SIZES,
            "    safe: 3mm\n    layouts: [pocket]\n    words: {10pt: 48",
            "    safe: 30mm\n    layouts: [pocket]\n    words: {10pt: 48",
            "VALUE error: sizes[4]: safe (30mm) leaves no room for text",
        ),
        (
            SIZES,
            "corner: 3.18mm\n    safe: 3mm\n    layouts",
            "corner: 31.8mm\n    safe: 3mm\n    layouts",
            "VALUE error: sizes[4]: corner (31.8mm) is more than half of the short side",
        ),
        (
            SIZES,
            "top: 4mm, clear: 9mm",
            "top: 8mm, clear: 9mm",
            "VALUE error: sizes[6]: clear (9mm) ends before the opening does (11mm)",
        ),
        (
            SIZES,
            "{width: 14mm, height: 3mm, top: 4mm, clear: 9mm}",
            "{width: 54mm, height: 3mm, top: 4mm, clear: 9mm}",
            "VALUE error: sizes[6]: the opening leaves no room on a card of 54 x 85.6 mm",
        ),
        (SIZES, "id: a7\n", "id: a6\n", "ID-TWICE error: 'a6' is given twice (first at line 17)"),
        (CARD, "  a6:\n", "  b6:\n", "LAYOUT-NAME error: unknown card size 'b6'"),
        (CARD, "  a6:\n", "  cr80:\n", "LAYOUT-NAME error: size 'cr80' is not for layout 'card'"),
        (
            CARD,
            "page: {width: 148mm, height: 210mm}",
            "page: {width: 105mm, height: 148mm}",
            "LAYOUT-NAME error: page: the first size, a5, is 148 x 210 mm",
        ),
        (CARD, "card/a6.css", "card/a7.css", "LAYOUT-NAME error: unknown stylesheet 'card/a7.css'"),
        (CARD, "lado, police", "lido, police", "LAYOUT-NAME error: unknown contact kind 'lido'"),
    ],
)
def test_what_does_not_fit_together(
    shelf: Edit, look: Look, file: str, old: str, new: str, expected: str
) -> None:
    shelf.replace(file, old, new)
    place, _, rest = said(look)[0].partition(": ")
    assert place.startswith(f"layouts/{file}:")
    assert rest == expected


def test_layouts_may_do_without_sizes(shelf: Edit, look: Look) -> None:
    shelf.remove(SIZES)
    shelf.remove("pocket") if (shelf.root / "pocket").exists() else None
    text = (shelf.root / CARD).read_text(encoding="utf-8")
    head, _, rest = text.partition("sizes:\n")
    shelf.write(CARD, head + rest[rest.index("pages:") :])
    assert said(look) == []
