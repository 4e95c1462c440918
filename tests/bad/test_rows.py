"""No bad input is forgotten: each row of rows.tsv names a case that covers it, and it is there."""

import ast
import csv
from pathlib import Path

import pytest

from tests.bad.test_bad import MADE

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OURS = {"pack", "logo", "slug"}
"""What strangers send: these rows may not be left to others."""
with (HERE / "rows.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = [tuple(row) for row in csv.reader(table, delimiter="\t")][1:]


def is_there(how: str, what: str) -> bool:
    """Whether a case exists: a folder here, an input made in a test, a test, a case of a code."""
    match how:
        case "folder":
            return (HERE / what / "expected.txt").is_file()
        case "made":
            return any(name.split()[0] == what for name in MADE)
        case "code":
            return (HERE.parent / "preflight" / what / "case.yaml").is_file()
        case "test":
            file, _, name = what.partition("::")
            tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
            return name in {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}
    return how == "elsewhere:"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_row_is_covered(row: tuple[str, str, str, str]) -> None:
    _, where, what, covered = row
    how, _, case = covered.partition(" ")
    assert what
    assert case
    assert is_there(how, case)
    assert where not in OURS or how != "elsewhere:"


def test_every_case_is_in_a_row() -> None:
    rows = {row for row, *_ in ROWS}
    assert len(rows) == len(ROWS)
    folders = {path.name for path in HERE.glob("B*")}
    made = {name.split()[0] for name in MADE if name.startswith("B")}
    assert folders | made <= rows
