"""Ahead: a changed board is begun with before the others are judged, and all comes out the same.

In processes of their own: a nursery is for a command that has no threads.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefpress.order import LARDER
from tests.conftest import Edit
from tests.unit.building import Bench
from tests.unit.test_staleness import SECOND, everything

BUILD = Path(__file__).parents[2] / "build.py"
OTHER = "brands/nettlemere/brand.yaml"
NUMBER, NEW = "01632 960 771", "01632 960 772"
CHANGED = ["nettlemere-fixers-card", "nettlemere-hosts-card"]
ELSE = "wexbridge-hosts-card"


def built_by(bench: Bench, output: Path | None = None) -> list[str]:
    """The editions that the command makes, with two processes."""
    request = bench.request
    words: list[str | Path] = [
        "--source",
        request.source,
        "--layouts",
        request.layouts,
        "--json",
        "--jobs",
        "2",
    ]
    words += ["--output", output or bench.output, "--today", request.today.isoformat()]
    words += ["--layout", "card", "--audience", "hosts", "--audience", "fixers"]
    told = subprocess.run(
        [sys.executable, BUILD, *words], capture_output=True, text=True, check=False, timeout=120
    )
    return [one["id"] for one in json.loads(told.stdout)["written"]]


@pytest.fixture
def built(bench: Bench, edit: Edit) -> Bench:
    """Two boards and the series, built; then the number of one board is another."""
    edit.write(OTHER, SECOND)
    assert len(built_by(bench)) == 6
    edit.replace(OTHER, NUMBER, NEW)
    return bench


def as_from_nothing(bench: Bench, folder: Path) -> dict[str, bytes]:
    """What a build into an empty folder gives, but for what tells of the change."""
    built_by(bench, folder)
    return without_telling(everything(Bench(bench.request), folder))


def without_telling(files: dict[str, bytes]) -> dict[str, bytes]:
    told = ("report.html", "manifest.json", ".briefpress/")
    return {name: data for name, data in files.items() if not name.startswith(told)}


def test_only_the_changed_board_is_made_and_all_is_as_from_nothing(
    built: Bench, tmp_path: Path
) -> None:
    assert built_by(built) == CHANGED
    assert without_telling(everything(built)) == as_from_nothing(built, tmp_path / "new")
    assert built_by(built) == []


@pytest.mark.parametrize("is_known", [True, False], ids=["remembered", "forgotten"])
def test_what_else_is_stale_is_made_too(built: Bench, tmp_path: Path, *, is_known: bool) -> None:
    (built.output / "wexbridge" / f"{ELSE}.pdf").unlink()
    if not is_known:
        (built.output / LARDER).unlink()
    assert built_by(built) == [*CHANGED, ELSE]
    assert without_telling(everything(built)) == as_from_nothing(built, tmp_path / "new")


def test_a_changed_board_whose_documents_do_not_show_it_is_not_made(
    built: Bench, edit: Edit
) -> None:
    assert built_by(built) == CHANGED
    edit.replace(OTHER, "extends: wexbridge", "extends: wexbridge  # as before")
    assert built_by(built) == []


def test_of_which_nobody_knows_what_it_says_is_made_too(built: Bench) -> None:
    shutil.rmtree(built.output / ".briefpress" / "heard")
    assert len(built_by(built)) == 6
