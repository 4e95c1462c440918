"""Reading the disk: ordinary files of a sane size below one folder, and nothing else."""

import os
from pathlib import Path

import pytest

from briefpress.diagnostics import Scope, Where
from briefpress.load.files import Reader
from briefpress.load.findings import Findings


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    return Reader(tmp_path, "source", Findings())


def said(reader: Reader) -> list[str]:
    """What was found, without the hints."""
    return [str(found).partition("\n")[0] for found in reader.findings.all()]


def test_text_has_one_kind_of_line_end_and_no_mark(reader: Reader) -> None:
    (reader.root / "b.txt").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert reader.text("b.txt") == "a\nb\nc\n"
    assert said(reader) == []


@pytest.mark.parametrize("name", ["../a.txt", "b/../../a.txt", "/etc/passwd"])
def test_no_path_leads_out(reader: Reader, name: str) -> None:
    assert reader.binary(name) is None
    assert said(reader) == [f"source/{name}: FILE-KIND error: leaves its folder"]


@pytest.mark.parametrize("name", ["b.txt", "a.txt/b", "b\0c"])
def test_a_file_that_is_not_there(reader: Reader, name: str) -> None:
    assert reader.binary(name) is None
    shown = name.replace("\0", r"\x00")
    assert said(reader) == [f"source/{shown}: FILE-MISSING error: file is missing"]


def test_the_hint_names_a_file_of_nearly_that_name(reader: Reader) -> None:
    reader.binary("a.text")
    reader.binary("something-else")
    assert [found.hint for found in reader.findings.all()] == ["did you mean 'a.txt'?", ""]


def test_the_hint_names_files_of_the_same_folder_and_none_behind_a_link(reader: Reader) -> None:
    (reader.root / "logos").mkdir()
    (reader.root / "logos" / "mark.svg").touch()
    (reader.root / "linked").symlink_to("logos")
    reader.binary("logos/marc.svg")
    reader.binary("linked/marc.svg")
    assert [found.hint for found in reader.findings.all()] == ["did you mean 'mark.svg'?", ""]


def test_a_system_that_refuses_a_file(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert reader.binary("a.txt") is None
    assert said(reader) == ["source/a.txt: FILE-READ error: cannot be read: Permission denied"]


def test_a_system_that_refuses_a_folder(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert reader.names() == ()
    assert said(reader) == ["source: FILE-READ error: cannot be read: Permission denied"]


def test_limits(reader: Reader) -> None:
    (reader.root / "b").write_bytes(b"x" * 2048)
    assert reader.binary("b", limit=2048) is not None
    assert reader.binary("b", limit=2047) is None
    assert said(reader) == ["source/b: FILE-SIZE error: 2 KB is over the limit of 2 KB"]


def test_what_is_hidden_is_left_out(reader: Reader) -> None:
    (reader.root / ".git").mkdir()
    (reader.root / "b").mkdir()
    assert reader.names() == ("a.txt", "b")
    assert reader.names(".txt") == ("a.txt",)
    assert reader.folders() == ("b",)
    assert reader.below("c").names() == ()
    assert said(reader) == []


def test_the_folder_that_was_named_may_be_a_link(reader: Reader, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    linked.symlink_to(tmp_path)
    assert Reader(linked, "source", Findings()).text("a.txt") == "text"


def test_a_finding_can_stand_where_the_file_is_named(reader: Reader) -> None:
    scope = Scope(brands=frozenset({"a"}))
    reader.below("logos", scope).binary("b.svg", named=Where("brand.yaml", 7))
    (found,) = reader.findings.all()
    assert str(found) == "brand.yaml:7: FILE-MISSING error: b.svg: file is missing"
    assert found.scope == scope
