"""A memory of boards: what was found in a pack is found once, and told as if it were anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefpress.diagnostics import Diagnostic
from briefpress.load import BoardMemory, Memories, brandcheck, load
from briefpress.load.crosscheck import CrossCheck, Known
from briefpress.load.findings import Findings, Names
from briefpress.model.library import Library
from briefpress.model.scripts import Scripts
from tests.conftest import TODAY, Edit

BRAND, SERIES = "brands/wexbridge/brand.yaml", "brands/_series/brand.yaml"
PHONE = "01632 960 101"
Loads = Callable[..., tuple[Diagnostic, ...]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The brands that were checked."""
    found: list[str] = []
    check = brandcheck._check

    def noting(*of: object) -> None:
        found.append(of[0].slug)  # type: ignore[attr-defined] # it is a brand
        check(*of)  # type: ignore[arg-type] # as it came

    monkeypatch.setattr(brandcheck, "_check", noting)
    return found


@pytest.fixture
def diagnosed(specimen: Path, layouts: Path) -> Loads:
    def told(memory: BoardMemory, today: date = TODAY) -> tuple[Diagnostic, ...]:
        return load(specimen, layouts, today, Memories(boards=memory)).diagnostics

    return told


def kept(memory: BoardMemory) -> BoardMemory:
    """The memory of the next build."""
    return BoardMemory(memory.to_bytes())


def test_a_second_build_finds_nothing_out_and_says_the_same(
    diagnosed: Loads, edit: Edit, asked: list[str]
) -> None:
    edit.replace(BRAND, PHONE, "01632 960 10")
    memory = BoardMemory()
    first = diagnosed(memory)
    assert "CONTACT-NUMBER" in {found.code for found in first}
    assert memory.has_changed
    asked.clear()
    second = kept(memory)
    assert diagnosed(second) == first
    assert asked == []
    assert not second.has_changed
    assert second.to_bytes() == memory.to_bytes()


@pytest.mark.parametrize(
    ("change", "checked"),
    [
        ((BRAND, "meta:", "# A line more.\nmeta:"), ["wexbridge"]),
        ((BRAND, PHONE, "01632 960 10"), ["wexbridge"]),
        ((SERIES, "meta:", "# A line more.\nmeta:"), ["_series", "wexbridge"]),
        (("facts.yaml", "facts:", "# A line more.\nfacts:"), []),
        (("messages.yaml", "command: No microwaves", "command: No ovens"), []),
    ],
)
def test_only_what_a_change_bears_on_is_checked_again(
    diagnosed: Loads,
    edit: Edit,
    asked: list[str],
    change: tuple[str, str, str],
    checked: list[str],
) -> None:
    memory = BoardMemory()
    diagnosed(memory)
    asked.clear()
    edit.replace(*change)
    found = diagnosed(kept(memory))
    assert asked == checked
    assert found == diagnosed(BoardMemory())


def test_a_logo_and_the_day_bear_on_what_is_found(
    diagnosed: Loads, specimen: Path, asked: list[str]
) -> None:
    memory = BoardMemory()
    diagnosed(memory)
    asked.clear()
    late = TODAY + timedelta(days=2000)
    assert diagnosed(kept(memory), late) == diagnosed(BoardMemory(), late)
    assert asked[:2] == ["_series", "wexbridge"]
    asked.clear()
    for path in (specimen / "brands" / "wexbridge").glob("*.svg"):
        thin = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 2"><path d="M0 0h99v2H0z"/>'
        path.write_text(f"{thin}</svg>", encoding="utf-8")
    found = diagnosed(kept(memory))
    assert asked == ["wexbridge"]
    assert "LOGO-SHAPE" in {one.code for one in found}


Change = Callable[[Library], Library]


def without_fact(library: Library) -> Library:
    facts = {name: fact for name, fact in library.facts.items() if name != "items_brought"}
    return replace(library, facts=facts)


def with_fewer_pages(library: Library) -> Library:
    publication = library.publication
    pages = publication.report.pages.model_copy(update={"last": 6})
    report = publication.report.model_copy(update={"pages": pages})
    return replace(library, publication=publication.model_copy(update={"report": report}))


def without_forms(library: Library) -> Library:
    plain = library.facts["items_brought"].model_copy(update={"forms": {}})
    return replace(library, facts={**library.facts, "items_brought": plain})


def with_a_demanding_layout(library: Library, kind: str = "lado") -> Library:
    card = library.layouts["card"]
    data = card.data.model_copy(update={"needs": (kind,)})
    return replace(library, layouts={**library.layouts, "card": replace(card, data=data)})


def with_another_audience(library: Library) -> Library:
    new = library.audiences["fixers"].model_copy(update={"id": "menders"})
    return replace(library, audiences={**library.audiences, "menders": new})


def without_scripts(library: Library) -> Library:
    return replace(library, scripts=Scripts())


def found(library: Library, memory: BoardMemory) -> tuple[Diagnostic, ...]:
    findings = Findings()
    none = Names(frozenset(), complete=False)
    known = Known(none, none, none, Names(frozenset(library.facts)), none, none)
    names = CrossCheck(library, known, findings)
    brandcheck.check_brands(library, names, findings, TODAY, memory)
    return findings.all()


@pytest.mark.parametrize(
    "change",
    [
        without_fact,
        without_forms,
        with_fewer_pages,
        with_a_demanding_layout,
        with_another_audience,
        without_scripts,
    ],
)
def test_what_boards_are_held_against_bears_on_what_is_found(
    specimen: Path, layouts: Path, edit: Edit, change: Change
) -> None:
    says = "Of {{ fact.items_brought.words }} things (p7)."
    edit.replace(
        BRAND, 'text: "**Fuse box:** behind the stage."', f'language: cy\n    text: "{says}"'
    )
    library = load(specimen, layouts, TODAY).library
    assert library is not None
    library = with_a_demanding_layout(library, "early_help")
    memory = BoardMemory()
    first = found(library, memory)
    second = found(change(library), kept(memory))
    assert second == found(change(library), BoardMemory())
    assert second != first


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-4],
        lambda _: b"x",
        lambda _: b"[]",
        lambda data: data.replace(b'", 0, "', b'", "0", "').replace(b"BRAND-", b"BRANDS-"),
    ],
    ids=["cut short", "other", "another shape", "other codes"],
)
def test_damage_is_no_fault(
    diagnosed: Loads, edit: Edit, asked: list[str], spoil: Callable[[bytes], bytes]
) -> None:
    edit.replace(BRAND, PHONE, "01632 960 10")
    memory = BoardMemory()
    first = diagnosed(memory)
    asked.clear()
    assert diagnosed(BoardMemory(spoil(memory.to_bytes()))) == first


def test_another_program_checks_anew(diagnosed: Loads, asked: list[str]) -> None:
    memory = BoardMemory(None, "this")
    diagnosed(memory)
    asked.clear()
    diagnosed(BoardMemory(memory.to_bytes(), "another"))
    assert asked == ["_series", "wexbridge"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("messages.yaml", "text:", "text: \u2018{{ fact.nobody }}\u2019 #"),
        ("facts.yaml", "value: 12.5", "value: 13.5"),
        ("audiences.yaml", "audiences:", "# A line more.\naudiences:"),
        ("publication.yaml", "last: 48", "last: 4"),
        ("messages.yaml", "audiences: [", "audiences: [nobody, "),
        ("abbreviations.yaml", "abbreviations:", "abbreviations: # more"),
    ],
)
def test_whatever_changes_in_texts_is_as_if_nothing_were_remembered(
    diagnosed: Loads, edit: Edit, file: str, old: str, new: str
) -> None:
    memory = BoardMemory()
    diagnosed(memory)
    text = (edit.root / file).read_text(encoding="utf-8")
    assert old in text
    edit.write(file, text.replace(old, new, 1))
    second = kept(memory)
    found = diagnosed(second)
    assert found == diagnosed(BoardMemory())
    assert second.has_changed
    edit.write(file, text)
    assert diagnosed(kept(second)) == diagnosed(BoardMemory())


def test_what_was_found_in_texts_is_told_though_nobody_looks_again(
    diagnosed: Loads, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit.replace("facts.yaml", "value: 12.5", "value: 13.5")
    memory = BoardMemory()
    first = diagnosed(memory)
    assert any(found.where.file.endswith("facts.yaml") for found in first)
    for name in ("check_sections", "check_specifications", "check_keyed"):
        monkeypatch.setattr(f"briefpress.load.{name}", lambda *_: pytest.fail("it looks again"))
    monkeypatch.setattr(CrossCheck, "run", lambda _: pytest.fail("it looks again"))
    assert diagnosed(kept(memory)) == first


def test_a_new_section_is_looked_through(diagnosed: Loads, edit: Edit) -> None:
    memory = BoardMemory()
    diagnosed(memory)
    edit.write("sections/99-more.md", "---\ntitle: More\norder: 99\n---\nSee {{ fact.nobody }}.\n")
    found = diagnosed(kept(memory))
    assert found == diagnosed(BoardMemory())
    assert any(one.where.file.endswith("99-more.md") for one in found)
