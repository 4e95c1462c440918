"""The house holds: each module says what it is for, is short, and each thing has its room."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = [
    ROOT / "build.py",
    *(
        path
        for folder in ("briefpress", "docs", "tests")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "__pycache__" not in path.parts
    ),
]
MODULE_LINES = 400
FUNCTION_LINES = 60
FOLDERS = {"briefpress", "docs", "layouts", "source", "tests"}
MADE = {"build", "dist", "output"}
"""What comes out; not in git."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_begins_with_one_sentence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    said = ast.get_docstring(ast.parse(text)) or ""
    first = said.partition("\n")[0]
    assert text.removeprefix("#!/usr/bin/env python3\n").startswith(('"""', 'r"""'))
    assert first.endswith(".")
    assert first[:1].isupper() or first.startswith("`")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short(path: Path) -> None:
    lengths = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions_of(path)}
    assert {name: n for name, n in lengths.items() if n > FUNCTION_LINES} == {}


def test_the_folders_are_those_of_the_design() -> None:
    found = {path.name for path in ROOT.iterdir() if path.is_dir()}
    assert {name for name in found if not name.startswith((".", "__"))} - MADE == FOLDERS


def test_there_is_no_code_in_the_source_and_no_python_in_the_layouts() -> None:
    assert not list((ROOT / "source").rglob("*.py"))
    assert not list((ROOT / "layouts").rglob("*.py"))


def test_the_map_shows_every_room_and_no_other() -> None:
    """docs/architecture.md names each folder and module of briefpress/ once, in a table."""
    rows = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").splitlines()
    shown = [row.split("`")[1] for row in rows if row.startswith("| `briefpress/")]
    rooms = {
        f"briefpress/{path.name}" + ("/" if path.is_dir() else "")
        for path in (ROOT / "briefpress").iterdir()
        if not path.name.startswith("_") and path.name != "py.typed"
    }
    assert sorted(shown) == sorted(rooms)
