"""Progress: what is said while a build runs, and of boards when it is done."""

import time

import pytest

from briefpress.cli.progress import EVERY, Progress, lasting
from briefpress.model.edition import Edition
from tests.conftest import Edit
from tests.unit.cli.conftest import Command

CARD = Edition("wexbridge", "hosts", "card")


def test_without_a_terminal_there_is_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    progress = Progress(quiet=False, verbose=False)
    with progress.over(400):
        for number in range(40):
            now += EVERY / 20 + 0.001
            progress.step(CARD, passed=number not in (3, 4))
    assert capsys.readouterr().err.splitlines() == [
        "20 of 400 editions, 380 left, 2.0 a second, 3 min 10 s to go, 2 with errors",
        "40 of 400 editions, 360 left, 2.0 a second, 3 min 0 s to go, 2 with errors",
    ]


def test_a_short_build_says_nothing_until_it_is_done(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefpress.cli.progress.EVERY", 1000.0)  # However busy the machine is.
    said = command("--layout", "card", "--brand", "wexbridge", "--today", "2026-11-24")
    assert said.err.splitlines() == ["built 3 of 3 editions"]


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(quiet=True, verbose=True)
    with progress.over(1):
        progress.step(CARD, passed=True)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "0 s"), (59.4, "59 s"), (200, "3 min 20 s"), (3900, "1 h 5 min")],
)
def test_a_time_is_said_as_people_say_it(seconds: float, words: str) -> None:
    assert lasting(seconds) == words


def test_boards_that_lack_something_are_told_at_the_end(command: Command, edit: Edit) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "review_by: 2027-03-05", "review_by: 2026-10-01")
    said = command("--layout", "card", "--audience", "hosts", "--today", "2026-11-24")
    assert said.code == 1
    lines = said.err.splitlines()[-3:]
    assert lines == [
        "board      made  not made  why",
        "wexbridge  0     1         REVIEW-OVERDUE",
        "built 1 of 2 editions, 1 error",
    ]


def test_what_stops_a_board_of_a_strict_build_is_told_though_it_is_a_warning(
    command: Command, edit: Edit
) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "review_by: 2027-03-05", "review_by: 2026-12-05")
    said = command("--layout", "card", "--audience", "hosts", "--today", "2026-11-24", "--strict")
    assert said.code == 1
    assert "wexbridge  0     1         REVIEW-SOON" in said.err.splitlines()
