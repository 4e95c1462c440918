"""The command evidence: a table, JSON and a page; and it starts no engine."""

import json
import re
import subprocess
import sys
from pathlib import Path

from briefpress.cli.options import FAILED, FINE
from tests.conftest import Edit
from tests.unit.cli.conftest import Command
from tests.unit.cli.test_process import environment

SCREEN = ("--format", "screen")


def test_a_table_says_what_each_item_rests_on(command: Command, edit: Edit, tmp_path: Path) -> None:
    keyed = "checked_by: Ines Okoro\nchecked_on: 2026-11-20\nfacts:\n"
    edit.write("checked.yaml", keyed + "  - {id: wait, value: 12.5, page: 21}\n")
    said = command("evidence", *SCREEN)
    assert said.code == FINE
    lines = [re.sub(" {2,}", " | ", line) for line in said.out.splitlines()]
    assert lines[0] == "item | pages | checked | carried by | says"
    assert "wait | p21 | twice | briefing: fixers, hosts | twelve and a half minutes" in lines
    assert "textiles | p8 | - | briefing: fixers, trustees | 60 (things)" in lines
    assert any(
        line.startswith("S1 | p30 | - | briefing: all; card: all | Test what") for line in lines
    )
    assert said.err.endswith("the same, to search: output/evidence.html\n")
    page = (tmp_path / "output/evidence.html").read_text(encoding="utf-8")
    assert "twelve and a half minutes" in page
    assert "Twice, 20 November 2026" in page


def test_it_can_be_narrowed(command: Command) -> None:
    def shown(*options: str) -> list[str]:
        data = json.loads(command("evidence", "--json", *SCREEN, *options).out)
        return [item["id"] for item in data["items"]]

    assert shown("--page", "21") == ["wait", "W2"]
    assert shown("--item", "S1", "--item", "wait") == ["wait", "S1"]
    assert shown("--kind", "message", "--page", "8") == []
    assert shown("--unused") == []


def test_what_nothing_uses_is_a_note(command: Command, edit: Edit) -> None:
    edit.append("facts.yaml", "  - {id: spare, value: 3, unit: cups, page: 9}\n")
    said = command("evidence", "--unused")
    assert said.code == FINE
    assert "EVIDENCE-UNUSED note: nothing uses the fact spare" in said.err
    assert [line.split()[0] for line in said.out.splitlines()] == ["item", "spare"]
    narrowed = command("evidence", "--unused", "--audience", "hosts")
    assert "EVIDENCE-UNUSED" not in narrowed.err


def test_editions_with_errors_are_left_out_and_nothing_is_called_unused(
    command: Command, edit: Edit
) -> None:
    edit.append("sections/the-queue.md", "\n/// audience | hosts\n{{ fact.nowhere }}\n///\n")
    said = command("evidence", "--json")
    data = json.loads(said.out)
    assert said.code == FAILED
    assert {one["code"] for one in data["diagnostics"]} == {"FACT-UNKNOWN"}
    (wait,) = (one for one in data["items"] if one["id"] == "wait")
    assert {carrier["audience"] for carrier in wait["carriers"]} == {"fixers"}


def test_without_a_publication_there_is_no_ledger(command: Command, edit: Edit) -> None:
    edit.remove("publication.yaml")
    said = command("evidence")
    assert said.code == FAILED
    assert said.out == ""


def test_it_starts_no_engine(specimen: Path) -> None:
    script = """
import sys
from briefpress.cli import main
sys.argv[1:] = ["evidence", "--quiet"]
try:
    main()
except SystemExit as end:
    assert end.code == 0
assert "weasyprint" not in sys.modules
"""
    command = [sys.executable, "-c", script]
    subprocess.run(command, cwd=specimen.parent, env=environment(), check=True)
