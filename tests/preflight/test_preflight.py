"""The gates as gates: for each code a folder in which it refuses, and no other code does."""

import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import briefpress.render
from briefpress.catalogue import RULES
from briefpress.cli.commands import check
from briefpress.cli.options import Asked
from briefpress.cli.pressing import request_of
from briefpress.diagnostics import Diagnostic
from briefpress.pipeline import look, verify
from briefpress.render import Engine
from tests.conftest import TODAY, Edit
from tests.unit.building import Follower

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.rglob("case.yaml"))
ELSEWHERE = yaml.safe_load((HERE / "elsewhere.yaml").read_text(encoding="utf-8"))
KEYS = {"edit", "remove", "options", "edition", "also", "said"}
OVERLAYS = ("source", "layouts")


def name_of(folder: Path) -> str:
    return folder.relative_to(HERE).as_posix()


def code_of(folder: Path) -> str:
    return name_of(folder).partition("/")[0]


@cache
def engine() -> Engine:
    """One engine for all cases, as a build has one for all editions."""
    return Engine()


def lay_over(folder: Path, root: Path, layouts: Path) -> None:
    """The files of a case, over a copy of the specimen and, where it changes them, the layouts."""
    case = read(folder)
    touched = {change["file"].partition("/")[0] for change in case.get("edit", ())}
    if (folder / "layouts").is_dir() or "layouts" in touched:
        shutil.copytree(layouts, root / "layouts")
    for name in OVERLAYS:
        if (folder / name).is_dir():
            shutil.copytree(folder / name, root / name, dirs_exist_ok=True)


def read(folder: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
    assert set(case) <= KEYS, f"a case has only {', '.join(sorted(KEYS))}"
    return case


def change(case: dict[str, Any], root: Path) -> dict[str, int]:
    """Make the changes; the line of the first in each file."""
    edit = Edit(root)
    lines: dict[str, int] = {}
    for one in case.get("edit", ()):
        line = edit.replace(one["file"], one["old"], one["new"])
        lines.setdefault(one["file"], line)
    for name in case.get("remove", ()):
        edit.remove(name)
    return lines


def findings(case: dict[str, Any], root: Path, layouts: Path) -> tuple[Diagnostic, ...]:
    """What the command finds, with the options of the case."""
    options = ["--source", "source", "--jobs", "1", "--today", str(TODAY)]
    own = root / "layouts"
    options += ["--layouts", "layouts" if own.is_dir() else str(layouts)]
    names = str(case.get("edition", "")).split()
    for option, name in zip(("--brand", "--audience", "--layout", "--format"), names, strict=False):
        options += [option, name]
    options += [str(option) for option in case.get("options", ())]
    with check.make_context("check", options) as context:
        request = request_of(Asked(**context.params))
    if names:
        return verify(request, Follower()).diagnostics
    return look(request)[2]


def pattern(said: str, lines: dict[str, int]) -> re.Pattern[str]:
    """An expected line: with the lines of the changes, and … for anything."""
    for file, line in lines.items():
        said = re.sub(rf"^{re.escape(file)}:~(\d*):", lambda m: _counted(file, line, m), said)  # noqa: B023
    return re.compile(".*".join(re.escape(part) for part in said.split("…")))


def _counted(file: str, line: int, match: re.Match[str]) -> str:
    return f"{file}:{line + int(match[1] or 0)}:"


@pytest.mark.parametrize("folder", CASES, ids=name_of)
def test_only_this_gate_refuses(
    folder: Path, specimen: Path, layouts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = specimen.parent
    monkeypatch.chdir(root)
    monkeypatch.setattr(briefpress.render, "Engine", engine)
    case = read(folder)
    lay_over(folder, root, layouts)
    lines = change(case, root)
    found = findings(case, root, layouts)
    assert {one.code for one in found} == {code_of(folder), *case.get("also", ())}, found
    said = [str(one).partition("\n")[0] for one in found if one.code == code_of(folder)]
    expected = [pattern(line, lines) for line in case["said"]]
    assert [line for line in said if not any(p.fullmatch(line) for p in expected)] == []
    assert [p.pattern for p in expected if not any(map(p.fullmatch, said))] == [], said


def test_every_code_has_a_folder_or_says_why_not() -> None:
    codes = {rule.code for rule in RULES}
    folders = {code_of(folder) for folder in CASES}
    assert folders <= codes, "a folder is named like a code"
    assert folders & set(ELSEWHERE) == set(), "what has a folder is not elsewhere"
    assert codes - folders - set(ELSEWHERE) == set(), f"add a folder for these to {HERE}"


@pytest.mark.parametrize("code", ELSEWHERE)
def test_what_has_no_folder_has_a_reason_and_a_test(code: str) -> None:
    why, (file, _, test) = ELSEWHERE[code]["why"], ELSEWHERE[code]["test"].partition("::")
    assert why.endswith(".")
    text = (HERE.parents[1] / file).read_text(encoding="utf-8")
    assert f"def {test}(" in text
    assert code in text


def test_what_the_cases_are_made_from_has_no_fault_of_its_own(
    specimen: Path, layouts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(specimen.parent)
    assert findings({}, specimen.parent, layouts) == ()
    monkeypatch.setattr(briefpress.render, "Engine", engine)
    assert findings({"edition": "wexbridge hosts card"}, specimen.parent, layouts) == ()
