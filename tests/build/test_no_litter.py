"""A build leaves nothing behind but its output, whoever did the work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_temporary_file_is_left(jobs: str, specimen: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    arguments = ["--layout", "card", "--jobs", jobs, "--source", str(specimen), "--output", "out"]
    subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments],
        check=True,
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(scratch)},
        capture_output=True,
    )
    assert len(list((tmp_path / "out").rglob("*.pdf"))) > 1
    assert list(scratch.iterdir()) == []
