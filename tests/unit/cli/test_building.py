"""The commands build and check: what they print, where, and the exit code."""

import json
from pathlib import Path

import pytest

from briefpress.cli.options import FAILED, FINE, USAGE
from tests.conftest import Edit
from tests.unit.cli.conftest import Command

ONE = ("--brand", "wexbridge", "--audience", "hosts", "--layout", "card", "--jobs", "1")
TWO = ("--brand", "wexbridge", "--audience", "hosts", "--audience", "fixers", *ONE[4:])
WRONG = ("messages.yaml", "pages: [30]", "pages: [99]")


def test_a_build_says_what_it_made(command: Command, tmp_path: Path) -> None:
    said = command(*TWO, "--verbose")
    assert said.code == FINE
    assert said.out == ""
    assert said.err.splitlines() == [
        "1/2 wexbridge-fixers-card",
        "2/2 wexbridge-hosts-card",
        "built 2 of 2 editions",
    ]
    assert (tmp_path / "output/wexbridge/wexbridge-hosts-card.pdf").is_file()


def test_build_is_what_no_command_does(command: Command, tmp_path: Path) -> None:
    assert command("build", *ONE, "--output", "elsewhere").code == FINE
    assert (tmp_path / "elsewhere/wexbridge/wexbridge-hosts-card.pdf").is_file()
    assert not (tmp_path / "output").exists()


def test_a_quiet_build_prints_nothing_where_nothing_is_wrong(command: Command) -> None:
    assert command("-q", *ONE).err == ""


def test_a_fault_is_told_with_its_place_and_its_cure(command: Command, edit: Edit) -> None:
    line = edit.replace(*WRONG)
    said = command("check", "--quiet", *ONE)
    assert said.code == FAILED
    assert said.out == ""
    assert said.err.splitlines() == [
        f"source/messages.yaml:{line}: PAGE-RANGE error: p99 is not a page of the report",
        "  hint: its pages are 3 to 48",
    ]


def test_a_fault_without_a_hint_of_its_own_gets_that_of_its_code(command: Command) -> None:
    said = command("check", "--source", "nowhere")
    assert said.code == FAILED
    place, hint, summary = said.err.splitlines()
    assert place == "nowhere: FOLDER-MISSING error: folder is missing"
    assert "--source" in hint
    assert summary == "passed 0 of 0 editions, 1 error"


def test_a_check_writes_nothing(command: Command, tmp_path: Path) -> None:
    said = command("check", *ONE)
    assert said.code == FINE
    assert said.err.splitlines()[-1] == "passed 1 of 1 edition"
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


def test_an_edition_with_errors_is_marked_where_it_is_counted(command: Command, edit: Edit) -> None:
    edit.replace("messages.yaml", "command: No microwaves", f"command: {'No and never. ' * 300}")
    said = command("check", *TWO, "--verbose")
    assert "1/2 wexbridge-fixers-card: has errors\n2/2 wexbridge-hosts-card\n" in said.err
    assert "passed 1 of 2 editions, " in said.err


def test_what_is_no_longer_listed_is_said(command: Command, edit: Edit) -> None:
    command(*ONE)
    edit.replace(*WRONG)
    said = command(*ONE)
    assert said.code == FAILED
    assert (
        "wexbridge/wexbridge-hosts-card.pdf: not made this time; the older file stands there, "
        "but is no longer listed"
    ) in said.err
    assert said.err.endswith("built 0 of 1 edition, 1 error\n")


def test_a_warning_fails_when_strict(command: Command, edit: Edit) -> None:
    edit.write("notes.txt", "nothing reads this")
    assert command(*ONE).code == FINE
    said = command("--strict", *ONE)
    assert said.code == FAILED
    assert said.err.endswith("built 0 of 1 edition, 1 warning\n")


def test_a_proof_fails_with_its_document_but_is_written(
    command: Command, edit: Edit, tmp_path: Path
) -> None:
    edit.replace(*WRONG)
    said = command("--proof", *ONE)
    assert said.code == FAILED
    assert said.err.endswith("proofed 1 of 1 edition, 1 error\n")
    assert (tmp_path / "output/wexbridge/wexbridge-hosts-card-PROOF.pdf").is_file()


def test_json_is_all_that_stands_on_the_output(command: Command, edit: Edit) -> None:
    line = edit.replace("messages.yaml", "audiences: hosts", "audiences: ghosts")
    said = command("--json", *TWO)
    data = json.loads(said.out)
    assert said.err == ""
    assert said.code == FAILED
    assert data["editions"] == ["wexbridge-hosts-card", "wexbridge-fixers-card"]
    assert data["diagnostics"][0]["code"] == "AUDIENCE-UNKNOWN"
    assert data["diagnostics"][0]["file"] == "source/messages.yaml"
    assert data["diagnostics"][0]["line"] == line
    assert data["diagnostics"][0]["hint"] == "did you mean 'hosts'?"


def test_json_lists_what_was_written(command: Command) -> None:
    data = json.loads(command("--json", *ONE).out)
    path = "wexbridge/wexbridge-hosts-card.pdf"
    assert data["written"] == [{"id": "wexbridge-hosts-card", "path": path, "pages": 2}]
    assert data["passed"] == data["editions"] == ["wexbridge-hosts-card"]
    assert data["withdrawn"] == data["diagnostics"] == []


@pytest.mark.parametrize(
    ("option", "near"),
    [("brand", "wexbridge"), ("audience", "hosts"), ("layout", "card"), ("format", "screen")],
)
@pytest.mark.parametrize("verb", [(), ("check",), ("list",)])
def test_an_unknown_name_is_wrong_usage_and_names_those_that_exist(
    command: Command, tmp_path: Path, option: str, near: str, verb: tuple[str, ...]
) -> None:
    said = command(*verb, f"--{option}", f"{near}x")
    assert said.code == USAGE
    assert f"unknown {option} '{near}x'" in said.err
    assert near in said.err.partition("hint:")[2]
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("--source", "file"), "'file' is a file"),
        (("--output", "file"), "'file' is a file"),
        (("--jobs", "0"), "0 is not in the range"),
        (("--jobs", "many"), "'many' is not a valid integer"),
        (("--brnd", "x"), "No such option"),
        (("lst",), "No such command 'lst'"),
        (("--strict", "check"), "briefpress check --strict"),
        (("new", "publication"), "Missing argument 'FOLDER'"),
    ],
)
def test_wrong_usage_is_said_in_words(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], part: str
) -> None:
    (tmp_path / "file").touch()
    said = command(*arguments)
    assert said.code == USAGE
    assert said.out == ""
    assert part in said.err


def test_nothing_is_pressed_for_an_output_folder_that_cannot_be_made(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    said = command("--output", "file/output", *TWO)
    assert said.code == FAILED
    assert said.err.splitlines() == [
        "WRITE error: cannot write file/output: a file stands where a folder is needed",
        "  hint: name another folder, or make room for it",
        "built 0 of 2 editions, 1 error",
    ]
