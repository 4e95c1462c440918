"""Files that nothing reads, in a publication and in a pack: each is told, and what may be meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefpress.model.library import Loaded
from tests.conftest import Edit

LoadIt = Callable[[], Loaded]
PACK = "brands/wexbridge"


def told(load_it: LoadIt) -> list[tuple[str, str]]:
    return [(d.where.file, d.hint) for d in load_it().diagnostics if d.code == "FILE-UNKNOWN"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        (f"{PACK}/theme.css", "a pack is brand.yaml and logos, nothing else"),
        (f"{PACK}/templates/card.html.j2", "a pack is brand.yaml and logos, nothing else"),
        (f"{PACK}/assets/fonts/Lato.woff2", "a pack is brand.yaml and logos, nothing else"),
        (f"{PACK}/partners/council.ai", "a pack is brand.yaml and logos, nothing else"),
        (f"{PACK}/brand.yml", "did you mean 'brand.yaml'?"),
        ("massages.yaml", "did you mean 'messages.yaml'?"),
    ],
)
def test_a_file_that_nobody_asks_for(name: str, hint: str, edit: Edit, load_it: LoadIt) -> None:
    edit.write(name, "anything")
    assert told(load_it) == [(f"source/{name}", hint)]


def test_a_file_in_a_pack_is_the_matter_of_that_brand_alone(edit: Edit, load_it: LoadIt) -> None:
    edit.write(f"{PACK}/theme.css", "@import url(https://example.org)")
    (found,) = load_it().diagnostics
    assert found.scope.brands == frozenset({"wexbridge"})


@pytest.mark.parametrize(
    "name",
    [
        *("README.md", "older.svg", "older.PNG", "photo.jpeg", "licence", "favicon.ico"),
        *("assets/logos/older.svg", "a/b/c/older.png"),
    ],
)
def test_papers_and_pictures_may_lie_in_a_pack(name: str, edit: Edit, load_it: LoadIt) -> None:
    edit.write(f"{PACK}/{name}", "anything")
    assert told(load_it) == []


def test_a_linked_folder_is_told_and_not_looked_into(
    edit: Edit, load_it: LoadIt, tmp_path: Path
) -> None:
    """Whoever sends a pack that is a link would learn what lies in a folder of this machine."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.txt").write_text("anything")
    (edit.root / "brands" / "linked").symlink_to(elsewhere)
    found = [str(d).partition("\n")[0] for d in load_it().diagnostics]
    assert "source/brands/linked: FILE-KIND error: is a symbolic link" in found
    assert not [line for line in found if "secret" in line]
