"""The command diff: what a reviewer is told of two builds."""

import json
import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from briefpress.cli.options import FAILED, FINE
from tests.conftest import Edit
from tests.unit.cli.conftest import Command

CARDS = ("--layout", "card", "--format", "screen", "--jobs", "1", "-q")
Build = Callable[[], None]


@pytest.fixture
def built(command: Command, tmp_path: Path) -> Build:
    """Builds the cards; the build before stands in `old`."""

    def build() -> None:
        shutil.rmtree(tmp_path / "old", ignore_errors=True)
        if (tmp_path / "output").exists():
            (tmp_path / "output").rename(tmp_path / "old")
        assert command(*CARDS).code == FINE

    build()
    return build


def page(tmp_path: Path) -> str:
    html = (tmp_path / "output/diff.html").read_text(encoding="utf-8")
    html = re.sub(r"<style>.*?</style>", " ", html, flags=re.DOTALL)
    html = re.sub(r"<del>(.*?)</del>", r"[-\1-]", html)
    html = re.sub(r"<ins>(.*?)</ins>", r"{+\1+}", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_messages_facts_and_contacts_are_told_in_words(
    command: Command, built: Build, edit: Edit, tmp_path: Path
) -> None:
    edit.replace("messages.yaml", "command: No microwaves", "command: Never open microwaves")
    edit.replace("brands/wexbridge/brand.yaml", "01632 960 101", "01632 960 107")
    built()
    said = command("diff", "old")
    assert said.code == FINE
    assert said.out.splitlines() == [
        "contact The hall (front_door 1) changed (card: fixers, hosts, trustees)",
        "  phone 1: 01632 960 [-101-] {+107+}",
        "message S2 changed (card: fixers, trustees)",
        "  command: [-No-] {+Never open+} microwaves",
        "5 editions changed, 0 added, 0 removed, 1 the same",
    ]
    text = page(tmp_path)
    assert "1 messages 1 contacts 5 changed 1 the same" in text
    assert "S2 changed command: [-No-] {+Never open+} microwaves Card : Fixers" in text
    assert "Before, page 1" in text
    assert "data:image/png;base64," in (tmp_path / "output/diff.html").read_text("utf-8")


def test_the_same_build_has_no_changes(command: Command, built: Build, tmp_path: Path) -> None:
    built()
    said = command("diff", "old")
    assert said.out == "0 editions changed, 0 added, 0 removed, 6 the same\n"
    assert "Nothing changed." in page(tmp_path)


def test_boards_whose_pages_changed_alike_are_shown_once(
    command: Command, built: Build, edit: Edit
) -> None:
    edit.replace("messages.yaml", "command: No microwaves", "command: Never open microwaves")
    built()
    data = json.loads(command("diff", "old", "--json").out)["changes"]
    assert [look["editions"] for look in data["pages"]] == [
        ["_series-fixers-card", "wexbridge-fixers-card"],
        ["_series-trustees-card", "wexbridge-trustees-card"],
    ]
    assert all(look["pages"] == [{"before": 1, "now": 1}] for look in data["pages"])
    (item,) = data["items"]
    assert (item["kind"], item["id"], item["change"]) == ("messages", "S2", "changed")
    assert {"change": "added", "text": "Never open"} in item["fields"]["command"]


def test_a_board_that_only_looks_different_stands_for_itself(
    command: Command, built: Build, edit: Edit, tmp_path: Path
) -> None:
    edit.replace("brands/wexbridge/brand.yaml", '"#4a2545"', '"#254a2f"')
    built()
    data = json.loads(command("diff", "old", "--json").out)["changes"]
    assert data["items"] == []
    assert {name for look in data["pages"] for name in look["editions"]} == {
        f"wexbridge-{who}-card" for who in ("hosts", "fixers", "trustees")
    }
    assert "The words are the same; the page looks different." in page(tmp_path)


def test_boards_that_came_and_went(command: Command, built: Build, edit: Edit) -> None:
    edit.remove("brands/wexbridge")
    built()
    said = command("diff", "old")
    assert "removed: card: fixers, hosts, trustees" in said.out
    assert said.out.endswith("0 editions changed, 0 added, 3 removed, 3 the same\n")
    assert command("diff", "old", "--brand", "_series").out.startswith(
        "0 editions changed, 0 added, 0"
    )


def test_a_file_that_is_gone_is_said(
    command: Command, built: Build, edit: Edit, tmp_path: Path
) -> None:
    edit.replace("messages.yaml", "command: No microwaves", "command: Never open microwaves")
    built()
    (tmp_path / "old/wexbridge/wexbridge-fixers-card.pdf").write_bytes(b"edited by hand")
    command("diff", "old", "--brand", "wexbridge", "--audience", "fixers")
    assert "no page could be compared" in page(tmp_path)


@pytest.mark.parametrize("swap", [False, True])
def test_a_folder_without_a_build_is_said(
    command: Command, built: Build, tmp_path: Path, *, swap: bool
) -> None:
    (tmp_path / "empty").mkdir()
    folders = ("output", "--output", "empty") if swap else ("empty",)
    said = command("diff", *folders)
    assert said.code == FAILED
    assert "empty/manifest.json: FILE-MISSING error: there is no build that can be read" in said.err
    assert not (tmp_path / "output/diff.html").exists()


def test_an_older_build_without_texts_is_compared_by_its_pages(
    command: Command, built: Build, edit: Edit, tmp_path: Path
) -> None:
    edit.replace("messages.yaml", "command: No microwaves", "command: Never open microwaves")
    built()
    path = tmp_path / "old/manifest.json"
    data = json.loads(path.read_text("utf-8"))
    data["manifest"] = 1
    for name in ("failed", "texts"):
        del data[name]
    for entry in data["editions"]:
        for name in ("facts", "texts", "contacts", "figures", "findings", "silenced"):
            del entry[name]
    path.write_text(json.dumps(data), encoding="utf-8")
    found = json.loads(command("diff", "old", "--json").out)["changes"]["pages"]
    assert any({"change": "added", "text": "Never open"} in look["words"] for look in found)


def test_the_index_marks_what_changed_until_it_changes_again(
    command: Command, built: Build, edit: Edit, tmp_path: Path
) -> None:
    def marked() -> list[str]:
        html = (tmp_path / "output/index.html").read_text(encoding="utf-8")
        items = re.findall(r'<li data-audience="(\w+)"[^>]*data-state="changed"', html)
        assert html.count(">Changed</span>") == len(items)
        assert ('id="state"' in html) == bool(items)
        return items

    edit.replace("messages.yaml", "command: No microwaves", "command: Never open microwaves")
    built()
    assert marked() == []
    assert command("diff", "old").code == FINE
    assert marked() == ["fixers", "trustees"] * 2
    edit.replace("messages.yaml", "command: Never open microwaves", "command: Leave microwaves")
    assert command(*CARDS).code == FINE
    assert marked() == []
