"""Every code that load can give, in the smallest publication that gives it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import Edit

LOAD = Path(__file__).parents[3] / "briefpress" / "load"

Case = tuple[str, str | None, str | None, str]
WORDS = Path(__file__).with_name("codes.yaml").read_text(encoding="utf-8")
CASES: list[Case] = [
    *((c["file"], c.get("old"), c.get("new"), c["said"]) for c in yaml.safe_load(WORDS)),
    (
        "facts.yaml",
        None,
        "#" * 300_000,
        "source/facts.yaml: FILE-SIZE error: 293 KB is over the limit of 256 KB",
    ),
    (
        "sections/welcome.md",
        "| All |",
        "| x |\n" * 110 + "| All |",
        "source/sections/welcome.md:~98: TABLE-LONG error: a table of more than 100 rows",
    ),
]


def apply(edit: Edit, file: str, old: str | None, new: str | None) -> int:
    """Make one change; the line where it is."""
    if old is not None:
        return edit.replace(file, old, new or "")
    if new is None:
        edit.remove(file)
    else:
        edit.write(file, new)
    return 1


@pytest.mark.parametrize(("file", "old", "new", "said"), CASES)
def test_what_is_said(
    edit: Edit,
    faults: Callable[[], list[str]],
    file: str,
    old: str | None,
    new: str | None,
    said: str,
) -> None:
    line = apply(edit, file, old, new)
    said = re.sub(r":~(\d*):", lambda match: f":{line + int(match[1] or 0)}:", said)
    assert said in faults()


UNREADABLE = {"FILE-ENCODING", "FILE-READ", "LAYOUT-NAME"}
"""These need bytes that are no text, a system that refuses, or layouts: see the other tests."""


def test_every_code_of_load_is_seen_here() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in LOAD.glob("*.py"))
    given = set(re.findall(r'"([A-Z]{2,}(?:-[A-Z]{2,})+)"', source)) | {"SLUG", "VALUE"}
    given -= {"UTF-8"}
    seen = {re.findall(r": ([A-Z-]+) ", said)[0] for *_, said in CASES}
    assert given - seen - UNREADABLE == set()
