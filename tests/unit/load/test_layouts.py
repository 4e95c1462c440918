"""Layouts: what layout.yaml names is there, and a wrong layout stops only its own documents."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefpress.diagnostics import Scope
from briefpress.load import load
from briefpress.model.library import Loaded
from tests.conftest import TODAY

Look = Callable[[], Loaded]


@pytest.fixture
def shelf(tmp_path: Path, layouts: Path) -> Path:
    return shutil.copytree(layouts, tmp_path / "layouts", ignore=shutil.ignore_patterns("*.ttf"))


@pytest.fixture
def look(specimen: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> Look:
    monkeypatch.chdir(shelf.parent)
    return lambda: load(Path("source"), Path("layouts"), TODAY)


def said(look: Look) -> list[str]:
    """What was found, without the hints."""
    return [str(found).partition("\n")[0] for found in look().diagnostics]


POSTER = """title: Poster
page: {width: 297mm, height: 420mm}
template: poster.html.j2
styles: [_shared/tokens.css, poster/poster.css]
formats: [screen, vinyl]
needs: [emergency, fire]
"""


def test_each_name_that_leads_nowhere(shelf: Path, look: Look) -> None:
    (shelf / "poster").mkdir()
    (shelf / "poster" / "layout.yaml").write_text(POSTER, encoding="utf-8")
    loaded = look()
    path = "layouts/poster/layout.yaml"
    assert [str(d).partition("\n")[0] for d in loaded.diagnostics] == [
        f"{path}:3: LAYOUT-NAME error: unknown template 'poster/poster.html.j2'",
        f"{path}:4: LAYOUT-NAME error: unknown stylesheet 'poster/poster.css'",
        f"{path}:5: LAYOUT-NAME error: unknown format 'vinyl'",
        f"{path}:6: LAYOUT-NAME error: unknown contact kind 'fire'",
    ]
    assert all(d.scope == Scope(layouts=frozenset({"poster"})) for d in loaded.diagnostics)
    assert loaded.library is not None
    assert "card" in loaded.library.layouts
    assert "poster" not in loaded.library.layouts


def test_a_layout_with_faults_is_not_unknown(shelf: Path, look: Look) -> None:
    (shelf / "card" / "layout.yaml").write_text("title: a\n", encoding="utf-8")
    assert {d.code for d in look().diagnostics} == {"KEY-MISSING"}


def test_a_folder_that_is_no_layout(shelf: Path, look: Look) -> None:
    (shelf / "My Poster").mkdir()
    (shelf / "poster").mkdir()
    assert said(look) == [
        (
            "layouts/My Poster/layout.yaml: SLUG error: layout 'My Poster': use a-z, 0-9 and '-', "
            "2 to 63 characters"
        ),
        "layouts/poster/layout.yaml: FILE-MISSING error: file is missing",
    ]


def test_the_words_are_those_of_the_language(shelf: Path, specimen: Path, look: Look) -> None:
    publication = specimen / "publication.yaml"
    text = publication.read_text(encoding="utf-8").replace("en-GB", "cy")
    publication.write_text(text, encoding="utf-8")
    assert said(look) == ["layouts/_shared/words/cy.yaml: FILE-MISSING error: file is missing"]
    (shelf / "_shared" / "words" / "cy.yaml").write_text("call: Ffoniwch\n", encoding="utf-8")
    library = look().library
    assert library is not None
    assert library.layouts["card"].words == {"call": "Ffoniwch"}


def test_a_file_that_cannot_be_read_is_left_out(shelf: Path, look: Look) -> None:
    for name in ("_shared/fonts/a.ttf", "_shared/charts/pie.vl.json", "card/extra.css"):
        (shelf / name).unlink(missing_ok=True)
        (shelf / name).symlink_to("/etc/passwd")
    assert sorted(said(look)) == [
        "layouts/_shared/charts/pie.vl.json: FILE-KIND error: is a symbolic link",
        "layouts/_shared/fonts/a.ttf: FILE-KIND error: is a symbolic link",
        "layouts/card/extra.css: FILE-KIND error: is a symbolic link",
    ]


def test_a_file_in_the_place_of_the_layouts(tmp_path: Path, specimen: Path) -> None:
    path = tmp_path / "layouts"
    path.touch()
    loaded = load(specimen, path, TODAY)
    assert loaded.library is None
    assert [d.message for d in loaded.diagnostics] == ["is no folder"]


def test_a_layout_brings_its_pictures(look: Look, shelf: Path) -> None:
    (shelf / "card" / "sea.jpg").write_bytes(b"\xff\xd8\xff\xe0 and so on")
    (shelf / "_shared" / "sky.png").write_bytes(b"\x89PNG\r\n\x1a\n and so on")
    library = look().library
    assert library is not None
    assert set(library.layouts["card"].pictures) == {"card/sea.jpg", "_shared/sky.png"}
    assert set(library.layouts["briefing"].pictures) == {"_shared/sky.png"}


def test_a_picture_that_is_something_else_stops_its_layout(look: Look, shelf: Path) -> None:
    (shelf / "card" / "sea.jpg").write_bytes(b"<html>not found</html>")
    (found,) = look().diagnostics
    assert str(found).startswith("layouts/card/sea.jpg: FILE-KIND error: is no JPEG")
    assert found.scope == Scope(layouts=frozenset({"card"}))
