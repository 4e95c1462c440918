"""The commands list, explain, doctor and new publication: what they print, and the exit code."""

import json
from pathlib import Path

import pytest

from briefpress import doctor
from briefpress.catalogue import RULES
from briefpress.cli.options import FAILED, FINE, USAGE
from tests.conftest import Edit
from tests.unit.cli.conftest import Command


def test_the_list_names_each_edition_and_its_file(command: Command) -> None:
    said = command("list", "--brand", "wexbridge", "--audience", "hosts")
    assert said.code == FINE
    assert [line.split() for line in said.out.splitlines()] == [
        ["wexbridge", "hosts", layout, "screen", f"wexbridge/wexbridge-hosts-{layout}.pdf"]
        for layout in ("briefing", "card")
    ]


def test_the_list_is_json_for_programs(command: Command) -> None:
    said = command("list", "--json", "--brand", "wexbridge", "--layout", "card")
    data = json.loads(said.out)
    assert [row["audience"] for row in data["rows"]] == ["hosts", "fixers", "trustees"]
    assert data["rows"][0]["path"] == "wexbridge/wexbridge-hosts-card.pdf"
    assert data["diagnostics"] == []


def test_list_why_gives_the_reason_for_each_item(command: Command) -> None:
    narrowed = ("--brand", "wexbridge", "--audience", "trustees", "--layout", "card")
    said = command("list", "--why", *narrowed)
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert "wexbridge-trustees-card message W3 out for hosts" in lines
    assert "wexbridge-trustees-card message S1 in for all audiences" in lines
    rows = json.loads(command("list", "--why", "--json", *narrowed).out)["rows"]
    assert {"edition", "kind", "item", "decision", "reason"} == set(rows[0])


def test_the_list_of_a_broken_publication_says_what_is_wrong(command: Command, edit: Edit) -> None:
    edit.remove("publication.yaml")
    said = command("list")
    assert said.code == FAILED
    assert said.out == ""
    assert "source/publication.yaml: FILE-MISSING error" in said.err


@pytest.mark.parametrize("code", ["TEXT-LOST", "text-lost"])
def test_a_code_is_explained_with_its_cure(command: Command, code: str) -> None:
    said = command("explain", code)
    assert said.code == FINE
    assert said.out.startswith("TEXT-LOST (error): Text that reached no page\n")
    assert "Cure: Shorten the text" in said.out
    assert "Proves: Each character" in said.out
    assert "Cannot see: " in said.out
    assert "never be silenced" in said.out


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_code_can_be_explained(command: Command, rule: object) -> None:
    said = command("explain", getattr(rule, "code"))  # noqa: B009 - parametrize has no types
    assert said.code == FINE
    assert "\nCure: " in said.out


def test_a_code_that_is_nearly_right_gets_the_nearest(command: Command) -> None:
    said = command("explain", "text-last")
    assert said.code == USAGE
    assert said.out == ""
    assert said.err == "there is no code 'text-last'\n  hint: did you mean TEXT-LOST?\n"


def test_a_code_that_is_near_to_none_gets_them_all(command: Command) -> None:
    said = command("explain", "nonsense")
    assert said.code == USAGE
    assert "there is no code 'nonsense'; the codes are:" in said.err
    assert all(rule.code in said.err for rule in RULES)


def test_the_doctor_lists_what_is_there(command: Command) -> None:
    said = command("doctor")
    assert said.code == FINE
    assert "MISSING" not in said.out
    assert "weasyprint" in said.out


def test_the_doctor_names_each_cure_once(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", {"nothing-a": "", "nothing-b": ""})
    said = command("doctor")
    assert said.code == FAILED
    assert "MISSING  nothing-a" in said.out
    assert said.out.count("to mend: make setup") == 1


def test_a_new_publication_says_how_to_build_it(command: Command, tmp_path: Path) -> None:
    said = command("new", "publication", "mine")
    assert said.code == FINE
    assert said.out.splitlines() == ["mine is ready. Build it:", "  cd mine", "  briefpress"]
    assert (tmp_path / "mine/source/publication.yaml").is_file()


def test_a_new_publication_overwrites_nothing(command: Command, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    said = command("new", "publication", ".")
    assert said.code == FAILED
    assert "is there already, and is not empty" in said.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_specimen_says_how_to_look_at_it_and_build_it(command: Command, tmp_path: Path) -> None:
    said = command("specimen", "nation", "--brands", "3")
    assert said.code == FINE
    places = "--source nation/source --output nation/output"
    assert said.out.splitlines() == [
        "nation has 3 invented boards. Type next:",
        f"  briefpress brands {places}",
        f"  briefpress {places}",
    ]
    folders = sorted(path.name for path in (tmp_path / "nation/source/brands").iterdir())
    assert len(folders) == 4
    assert "wexbridge" not in folders
    assert command("list", "--source", "nation/source", "--layout", "card").code == FINE


def test_a_specimen_overwrites_nothing(command: Command, tmp_path: Path) -> None:
    said = command("specimen", ".", "--brands", "1")
    assert said.code == FAILED
    assert "is there already, and is not empty" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


@pytest.mark.parametrize("count", ["0", "901", "many"])
def test_a_specimen_of_no_sensible_size_is_wrong_usage(command: Command, count: str) -> None:
    assert command("specimen", "nation", "--brands", count).code == USAGE


def test_a_specimen_needs_a_publication(command: Command, edit: Edit, tmp_path: Path) -> None:
    edit.remove("audiences.yaml")
    said = command("specimen", "nation")
    assert said.code == FAILED
    assert "source/audiences.yaml: FILE-MISSING error" in said.err
    assert not (tmp_path / "nation").exists()
