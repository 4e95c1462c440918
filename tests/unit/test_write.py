"""Write: each file whole or not at all, and nothing left lying about."""

import os
from pathlib import Path, PurePosixPath

import pytest

from briefpress.write import try_folder, write_files


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    out = tmp_path / "new" / "output"
    assert write_files(out, {PurePosixPath("a/b.pdf"): b"one", PurePosixPath("c"): b""}) == ()
    assert files_in(out) == {"a/b.pdf": b"one", "c": b""}


def test_anybody_may_read_what_is_written(tmp_path: Path) -> None:
    write_files(tmp_path, {PurePosixPath("a"): b"one"})
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_new_version_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write_files(tmp_path, {PurePosixPath("a"): b"a long first version"})
    write_files(tmp_path, {PurePosixPath("a"): b"second"})
    assert files_in(tmp_path) == {"a": b"second"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("x" * 300, "file name too long"),
        ("a/" * 2500 + "b", "file name too long"),
        ("folder", "is a directory"),
        ("file/below", "a file stands where a folder is needed"),
    ],
)
def test_what_cannot_be_written_is_said_and_the_others_are_written(
    tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"in the way")
    given = {PurePosixPath("one"): b"1", PurePosixPath(name): b"x", PurePosixPath("two"): b"2"}
    (fault,) = write_files(tmp_path, given)
    assert fault.code == "WRITE"
    assert fault.where.file == str(PurePosixPath(name))
    assert str(tmp_path) in fault.message
    assert reason in fault.message
    found = files_in(tmp_path)
    assert found == {"file": b"in the way", "one": b"1", "two": b"2"}


def test_a_full_disk_keeps_the_old_version_and_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {PurePosixPath("a"): b"old"})

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    (fault,) = write_files(tmp_path, {PurePosixPath("a"): b"new"})
    assert "no space left on device" in fault.message
    assert "old version" in fault.hint
    assert files_in(tmp_path) == {"a": b"old"}


def test_ctrl_c_in_the_middle_of_a_file_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(handle: int, mode: str) -> None:
        os.close(handle)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fdopen", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, {PurePosixPath("a"): b"new"})
    assert files_in(tmp_path) == {}


def test_a_folder_is_made_and_tried_without_a_trace(tmp_path: Path) -> None:
    assert try_folder(tmp_path / "a" / "b") == ()
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (fault,) = try_folder(tmp_path / "file" / "output")
    assert fault.code == "WRITE"
    assert "a file stands where a folder is needed" in fault.message
