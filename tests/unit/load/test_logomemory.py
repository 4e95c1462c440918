"""A memory of logos: a file is understood once, and what is remembered is what would be found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefpress.load import LogoMemory, Memories, load
from briefpress.load.logos import read_logo
from tests.conftest import TODAY, Edit

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z"/></svg>'


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were found out."""
    found: list[str] = []

    def noting(name: str, data: bytes) -> object:
        found.append(name)
        return read_logo(name, data)

    monkeypatch.setattr("briefpress.load.logos.read_logo", noting)
    return found


def test_a_second_build_finds_nothing_out_and_has_the_same(
    specimen: Path, layouts: Path, asked: list[str]
) -> None:
    first = LogoMemory(None, "this program")
    before = load(specimen, layouts, TODAY, Memories(first)).library
    assert asked
    assert first.has_changed
    asked.clear()
    second = LogoMemory(first.to_bytes(), "this program")
    after = load(specimen, layouts, TODAY, Memories(second)).library
    assert asked == []
    assert not second.has_changed
    assert second.to_bytes() == first.to_bytes()
    assert before is not None
    assert after is not None
    for slug, brand in before.brands.items():
        assert after.brands[slug].logos == brand.logos


def test_what_is_not_asked_for_is_forgotten() -> None:
    logo, _ = read_logo("a.svg", SVG)
    assert logo is not None
    first = LogoMemory()
    first.put("a.svg", SVG, logo)
    second = LogoMemory(first.to_bytes())
    assert second.has_changed
    assert LogoMemory(second.to_bytes()).get("a.svg", SVG) is None


@pytest.mark.parametrize(
    "spoil",
    [lambda kept: kept[:-4], lambda kept: b"", lambda kept: b"x", lambda kept: kept + b"x"],
    ids=["cut short", "empty", "other", "with more"],
)
def test_damage_and_another_program_are_no_fault(spoil: Callable[[bytes], bytes]) -> None:
    logo, _ = read_logo("a.svg", SVG)
    assert logo is not None
    memory = LogoMemory(None, "this program")
    memory.put("a.svg", SVG, logo)
    kept = memory.to_bytes()
    assert LogoMemory(kept, "this program").get("a.svg", SVG) == logo
    assert LogoMemory(kept, "another").get("a.svg", SVG) is None
    assert LogoMemory(kept, "this program").get("a.png", SVG) is None
    assert LogoMemory(spoil(kept), "this program").get("a.svg", SVG) in (None, logo)


def test_what_something_is_wrong_with_is_told_every_time(
    specimen: Path, layouts: Path, edit: Edit
) -> None:
    name = next(path for path in (specimen / "brands" / "wexbridge").glob("*.svg"))
    name.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', encoding="utf-8")
    memory = LogoMemory()
    first = load(specimen, layouts, TODAY, Memories(memory)).diagnostics
    assert any(found.code.startswith("LOGO-") for found in first)
    again = Memories(LogoMemory(memory.to_bytes()))
    assert load(specimen, layouts, TODAY, again).diagnostics == first
