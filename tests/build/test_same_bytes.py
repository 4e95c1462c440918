"""Same inputs, same bytes: whatever the place, the time zone, the locale and the number of jobs."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OF_THIS_DISK = ("last.json", "boards.json", "larder.json", "packs.bin")
"""What tells the next build of files by their places."""
HERE = {"TZ": "UTC", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
THERE = {
    "TZ": "Pacific/Auckland",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "4242",
    "HOME": "/nonexistent",
    "SOURCE_DATE_EPOCH": "86400",
}


def built(folder: Path, cwd: Path, jobs: int, environment: Mapping[str, str]) -> dict[str, str]:
    """Build the specimen in a process of its own; the hash of each file by its path."""
    source = shutil.copytree(ROOT / "tests/specimen/source", folder / "source")
    places = ("--source", source, "--layouts", ROOT / "layouts", "--output", folder / "output")
    formats = ("--format", "screen", "--format", "html", "--format", "text")
    subprocess.run(
        [sys.executable, "-m", "briefpress", "--quiet", "--jobs", str(jobs), *formats, *places],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
    )
    return {
        str(path.relative_to(folder / "output")): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "output").rglob("*"))
        if path.is_file() and path.name not in OF_THIS_DISK
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The specimen, built with one job in an English-speaking nowhere."""
    folder = tmp_path_factory.mktemp("first")
    return built(folder, folder, 1, HERE)


def test_everything_is_there(first: dict[str, str]) -> None:
    suffixes = (".pdf", ".png", ".html", ".txt")
    kinds = {name: sum(path.endswith(name) for path in first) for name in suffixes}
    assert kinds == {".pdf": 12, ".png": 12, ".html": 13 + 37, ".txt": 12}
    assert {"index.html", "manifest.json", "report.html"} < first.keys()
    kept = {name for name in first if name.startswith(".briefpress/heard/")}
    assert len(kept) == 36
    assert {".briefpress/logos.bin", ".briefpress/ease.json"} < first.keys()
    assert len([name for name in first if name.startswith(".briefpress/charts/")]) == 1
    assert len(first) == 50 + 37 + 36 + 3


def test_another_place_and_two_jobs_give_the_same_bytes(
    first: dict[str, str], tmp_path: Path
) -> None:
    second = built(tmp_path / "a much longer path to the same thing", Path("/"), 2, THERE)
    assert {path for path in first if first[path] != second.get(path)} == set()
    assert first.keys() == second.keys()
