"""A build of which nothing has changed says so at once, and one of which anything has does not."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Edit
from tests.unit.cli.conftest import Command
from tests.unit.cli.test_process import HEAVY, environment

CARD = ("--layout", "card", "--brand", "wexbridge", "--audience", "hosts", "--jobs", "1")
DAY = ("--today", "2026-11-24")
PDF = "output/wexbridge/wexbridge-hosts-card.pdf"


@pytest.fixture
def loads(command: Command, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:
    """Whether a build has to load anything, or recalls what the last one said."""
    command(*CARD, *DAY)
    asked: list[str] = []

    def noting(*_: object) -> None:
        asked.append("a build")
        raise LookupError

    def run(*arguments: str) -> bool:
        asked.clear()
        command(*arguments)
        return bool(asked)

    monkeypatch.setattr("briefpress.pipeline.build", noting)
    return run


def test_nothing_has_changed(loads: Callable[..., bool], specimen: Path) -> None:
    assert not loads(*CARD, *DAY)
    assert not loads(*CARD, *DAY, "--jobs", "2", "--verbose")


@pytest.mark.parametrize(
    "arguments",
    [
        (*CARD, "--today", "2026-11-25"),
        (*CARD, *DAY, "--strict"),
        (*CARD, *DAY, "--all"),
        (*CARD, *DAY, "--proof"),
        (*CARD[2:], *DAY),
    ],
    ids=["another day", "strict", "all", "proof", "other editions"],
)
def test_something_else_is_asked_for(
    loads: Callable[..., bool], arguments: tuple[str, ...]
) -> None:
    assert loads(*arguments)


def changed_text(beside: Edit) -> None:
    beside.append("source/messages.yaml", "# A comment.\n")


def lost_file(beside: Edit) -> None:
    beside.remove(PDF)


def changed_file(beside: Edit) -> None:
    (beside.root / PDF).write_bytes((beside.root / PDF).read_bytes() + b"%")


def stranger(beside: Edit) -> None:
    beside.write("output/notes.txt", "mine")


def empty_folder(beside: Edit) -> None:
    (beside.root / "source" / "brands" / "newcomer").mkdir()


def forgotten(beside: Edit) -> None:
    shutil.rmtree(beside.root / "output" / ".briefpress")


def damaged(beside: Edit) -> None:
    beside.write("output/.briefpress/last.json", "[]")


@pytest.mark.parametrize(
    "change",
    [changed_text, lost_file, changed_file, stranger, empty_folder, forgotten, damaged],
)
def test_something_has_changed(
    loads: Callable[..., bool], specimen: Path, change: Callable[[Edit], None]
) -> None:
    change(Edit(specimen.parent))
    assert loads(*CARD, *DAY)


def test_it_says_what_a_build_with_nothing_to_do_would_say(
    command: Command, specimen: Path
) -> None:
    (specimen / "sections" / "notes.txt").write_text("nothing reads this", encoding="utf-8")
    command(*CARD, *DAY)
    (specimen.parent / "output" / ".briefpress" / "last.json").unlink()
    for more in ((), ("--json",)):
        looked = command(*CARD, *DAY, *more)
        recalled = command(*CARD, *DAY, *more)
        assert recalled == looked
    assert "built 0 of 1 edition, 1 stood as they are, 1 warning" in command(*CARD, *DAY).err
    assert json.loads(command(*CARD, *DAY, "--json").out)["kept"][0]["path"] == PDF[7:]


def test_what_failed_is_not_recalled_but_tried(
    command: Command, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "review_by: 2027-03-05", "review_by: 2026-01-01")
    first = command(*CARD, *DAY)
    assert first.code == 1
    again = command(*CARD, *DAY)
    assert (again.code, again.err) == (first.code, first.err)


def test_nothing_heavy_is_loaded_to_say_that_nothing_has_changed(specimen: Path) -> None:
    script = f"""
import sys
from briefpress.cli import main
sys.argv[1:] = {[*CARD, *DAY]}
try:
    main()
except SystemExit as end:
    assert end.code == 0
print("heavy:", *({{name.partition(".")[0] for name in sys.modules}} & set({HEAVY})))
"""
    said = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=specimen.parent,
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        for _ in range(2)
    ]
    assert "1 stood as they are" in said[1].stderr
    assert said[1].stdout.splitlines()[-1] == "heavy:"
