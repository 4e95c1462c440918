"""What tests of the command share: the command itself, run where the specimen is."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefpress.cli import main


@dataclass(frozen=True)
class Said:
    """What a run of the command printed, and how it ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def command(
    specimen: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs `briefpress` with these arguments, beside the copy of the specimen."""
    monkeypatch.chdir(specimen.parent)

    def run(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["briefpress", *arguments])
        with pytest.raises(SystemExit) as stopped:
            main()
        return Said(int(str(stopped.value.code)), *capsys.readouterr())

    return run
