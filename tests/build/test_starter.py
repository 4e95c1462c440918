"""The starter publication: it builds as it stands, with layouts found wherever it is put."""

from pathlib import Path

import pytest

from briefpress import program
from briefpress.pipeline import Request, look, verify
from briefpress.program import find_layouts
from briefpress.selection import Wanted, select
from briefpress.start import start_publication
from tests.conftest import TODAY
from tests.watching import Unwatched


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A starter publication, as a user gets it."""
    assert start_publication(tmp_path / "mine") == ()
    return tmp_path / "mine"


def request(starter: Path, *, brands: tuple[str, ...] = ()) -> Request:
    source = starter / "source"
    return Request(source, find_layouts(source), starter / "output", TODAY, Wanted(brands))


def test_it_makes_every_layout_for_each_brand_and_audience(starter: Path) -> None:
    library, editions, found = look(request(starter))
    assert library is not None
    assert found == ()
    assert len(editions) == 2 * 2 * 3 * 3
    assert {edition.layout for edition in editions} == {"briefing", "card", "seven-minute"}


def test_its_example_brand_passes_with_nothing_to_mend(starter: Path) -> None:
    outcome = verify(request(starter, brands=("quayside",)), Unwatched())
    assert outcome.diagnostics == ()
    assert outcome.passed == tuple(sorted(outcome.editions))
    assert len(outcome.passed) == 2 * 3 * 3


def test_it_fills_every_card(starter: Path) -> None:
    library, editions, _ = look(request(starter))
    assert library is not None
    cards = [e for e in editions if e.layout == "card" and e.format == "screen"]
    assert [len(select(library, edition).card_messages) for edition in cards] == [7, 7, 7, 7]


def test_it_says_how_to_go_on(starter: Path) -> None:
    text = (starter / "README.md").read_text(encoding="utf-8")
    for path in (starter / "source").iterdir():
        assert f"`source/{path.name}" in text
    assert "briefpress check" in text


def test_it_shows_every_block_and_calls_nobody(starter: Path) -> None:
    sections = "".join(p.read_text(encoding="utf-8") for p in starter.rglob("sections/*.md"))
    for block in ("audience", "callout", "figure", "messages", "number", "quote"):
        assert f"/// {block} | " in sections
    phones = {
        line.strip()
        for path in starter.rglob("brand.yaml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "phones:" in line
    }
    assert len(phones) > 3
    # 01632 960000 to 960999 are kept by Ofcom for drama; 999 is the emergency number.
    assert all("01632 960" in line or '["999"]' in line for line in phones)


@pytest.mark.parametrize("name", ["", "file/below"])
def test_it_overwrites_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (fault,) = start_publication(tmp_path / name)
    assert fault.code == "WRITE"
    assert [path.name for path in tmp_path.rglob("*")] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_layouts_beside_the_source_come_before_those_of_the_program(
    tmp_path: Path, layouts: Path
) -> None:
    source = tmp_path / "source"
    assert find_layouts(source) == layouts
    (tmp_path / "layouts").mkdir()
    assert find_layouts(source) == tmp_path / "layouts"


def test_an_installed_program_brings_its_layouts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "briefpress" / "_layouts").mkdir(parents=True)
    monkeypatch.setattr(program, "PACKAGE", tmp_path / "briefpress")
    assert find_layouts(tmp_path / "mine" / "source") == tmp_path / "briefpress" / "_layouts"
