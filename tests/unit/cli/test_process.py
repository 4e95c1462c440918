"""The command as a process: how fast it answers, what a terminal shows, and how it is stopped."""

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefpress.cli import main
from briefpress.cli.options import FAILED, STOPPED
from tests.unit.cli.conftest import Command

COMMAND = (sys.executable, "-m", "briefpress")
ROOT = Path(__file__).parents[3]
CARD = ("--layout", "card", "--brand", "wexbridge", "--audience", "hosts", "--jobs", "1")
HEAVY = (
    "coloraide",
    "jinja2",
    "markdown",
    "pydantic",
    "pypdfium2",
    "vl_convert",
    "weasyprint",
    "yaml",
)


def environment(**more: str) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm", **more}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["explain", "WRITE"], ["doctor"]])
def test_what_needs_no_publication_loads_nothing_heavy(arguments: list[str]) -> None:
    script = f"""
import sys
from briefpress.cli import main
sys.argv[1:] = {arguments}
try:
    main()
except SystemExit as end:
    assert end.code == 0
print("heavy:", *({{name.partition(".")[0] for name in sys.modules}} & set({HEAVY})))
"""
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1] == "heavy:"


@pytest.mark.parametrize("form", ["html", "text"])
def test_what_has_no_pages_is_made_without_the_engine(
    form: str, specimen: Path, tmp_path: Path
) -> None:
    arguments = [*CARD, "--format", form, "--source", str(specimen), "--output", str(tmp_path)]
    script = f"""
import sys
from briefpress.cli import main
sys.argv[1:] = {arguments}
try:
    main()
except SystemExit as end:
    assert end.code == 0
print("engine:", *({{name.partition(".")[0] for name in sys.modules}} & {{"weasyprint", "pydyf"}}))
"""
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1] == "engine:"
    assert len(list(tmp_path.rglob(f"*-card.{'txt' if form == 'text' else form}"))) == 1


def test_help_names_every_command_and_option(command: Command) -> None:
    said = command("--help")
    for name in ("build", "check", "diff", "doctor", "evidence", "explain", "list", "new"):
        assert f"\n  {name} " in said.out
    for option in (
        "brand",
        "audience",
        "layout",
        "format",
        "source",
        "layouts",
        "output",
        "jobs",
        "strict",
        "proof",
        "json",
        "quiet",
        "verbose",
    ):
        assert f"--{option}" in said.out


def on_a_terminal(folder: Path, *arguments: str, **more: str) -> str:
    """What a terminal of eighty columns is sent."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(COLUMNS="80", **more),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while data := os.read(ours, 65536):
            shown += data
    except OSError:  # Linux says so when the other end is closed.
        pass
    os.close(ours)
    process.wait()
    return shown.decode()


def test_a_terminal_shows_a_bar(specimen: Path) -> None:
    shown = on_a_terminal(specimen.parent, *CARD)
    assert re.search(r"pressing .*#.* 1/1 .*0 left, [0-9.]+ a second, 0 s to go", shown)
    assert "None" not in shown
    assert "1/1 wexbridge-hosts-card" not in shown
    assert "built 1 of 1 edition" in shown


def test_a_verbose_terminal_shows_lines_instead(specimen: Path) -> None:
    shown = on_a_terminal(specimen.parent, "--verbose", *CARD)
    assert "pressing" not in shown
    assert "1/1 wexbridge-hosts-card" in shown


@pytest.mark.parametrize("no_color", [False, True])
def test_a_terminal_shows_colors_unless_it_is_asked_not_to(
    tmp_path: Path, *, no_color: bool
) -> None:
    more = {"NO_COLOR": "1"} if no_color else {}
    shown = on_a_terminal(tmp_path, "check", **more)
    assert "FOLDER-MISSING" in shown
    assert ("\x1b[" in shown) is not no_color


def test_ctrl_c_stops_everything_with_one_line(specimen: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "--jobs", "2", "--verbose"],
        cwd=specimen.parent,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    first = process.stderr.readline()
    os.killpg(process.pid, signal.SIGINT)  # As a terminal does: to the workers as well.
    out, err = process.communicate(timeout=30)
    assert " 1/12 " in first
    assert process.returncode == STOPPED
    assert out == ""
    lines = [line for line in err.splitlines() if line and "/12 " not in line]
    assert lines == ["stopped"]
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_workers_do_not_outlive_a_command_that_was_killed(specimen: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "--jobs", "2", "--verbose"],
        cwd=specimen.parent,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    process.stderr.readline()
    process.kill()
    process.stderr.close()
    process.wait()
    assert vanishes(process.pid)


def vanishes(group: int) -> bool:
    """Whether no process of the group is left within a while."""
    for _ in range(300):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_reader_that_goes_away_is_no_fault(specimen: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "list", "--why"],
        cwd=specimen.parent,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait()


@pytest.mark.parametrize(
    ("error", "line", "hint"),
    [
        (LookupError("no\none knows"), "LookupError: no one knows", "please report"),
        (OSError("cannot load library 'libpango'"), "OSError: cannot load", "briefpress doctor"),
        (EOFError(), "EOFError", "please report"),
    ],
)
def test_a_fault_of_ours_is_one_line_and_its_hint(
    command: Command, monkeypatch: pytest.MonkeyPatch, error: Exception, line: str, hint: str
) -> None:
    def breaking(*_: object) -> None:
        raise error

    monkeypatch.setattr("briefpress.pipeline.build", breaking)
    said = command()
    assert said.code == FAILED
    lines = [text for text in said.err.splitlines() if text]
    assert len(lines) == 2
    assert lines[0].startswith(f"internal error: {line}")
    assert "(test_process.py:" in lines[0]
    assert hint in lines[1]


def test_a_verbose_run_shows_where_it_broke(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(*_: object) -> None:
        message = "no one knows"
        raise LookupError(message)

    monkeypatch.setattr("briefpress.pipeline.build", breaking)
    said = command("--verbose")
    assert said.code == FAILED
    assert "Traceback" in said.err
    assert "internal error: LookupError: no one knows" in said.err


def test_build_py_and_the_module_are_the_same_command() -> None:
    for start in (["build.py"], ["-m", "briefpress"]):
        ran = subprocess.run(
            [sys.executable, *start, "--version"],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout.startswith("briefpress, version ")


def test_build_py_uses_the_environment_that_make_made(tmp_path: Path) -> None:
    """A Python of the machine may have click, and not what is imported after it."""
    shutil.copy(ROOT / "build.py", tmp_path)
    made = tmp_path / ".venv" / "bin" / "python"
    made.parent.mkdir(parents=True)
    made.write_text('#!/bin/sh\necho "made: $*"\n')
    made.chmod(0o755)
    bare = Path(sys.base_prefix) / "bin" / "python3"

    def said(python: Path | str) -> str:
        start = [str(python), str(tmp_path / "build.py"), "--version"]
        found = {**environment(), "PYTHONPATH": str(ROOT)}
        return subprocess.run(start, env=found, capture_output=True, text=True, check=True).stdout

    assert said(bare) == f"made: {tmp_path / 'build.py'} --version\n"
    if sys.prefix != sys.base_prefix:
        assert said(sys.executable).startswith("briefpress, version ")


def test_main_takes_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["anything", "--version"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("briefpress, version ")
