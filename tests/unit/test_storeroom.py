"""The storeroom: what is kept comes back, for the same program alone, and never too much of it."""

import os
from dataclasses import replace
from pathlib import Path

from briefpress.storeroom import FOLDER, Storeroom


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    Storeroom(tmp_path, "1.0").put("plate", b"data")
    assert Storeroom(tmp_path, "1.0").get("plate") == b"data"


def test_another_program_or_name_gets_nothing(tmp_path: Path) -> None:
    Storeroom(tmp_path, "1.0").put("plate", b"data")
    assert Storeroom(tmp_path, "1.1").get("plate") is None
    assert Storeroom(tmp_path, "1.0").get("other") is None


def test_a_closed_one_takes_nothing(tmp_path: Path) -> None:
    Storeroom(tmp_path, "1.0", open=False).put("plate", b"data")
    assert list(tmp_path.iterdir()) == []


def test_it_is_brought_back_to_its_bound(tmp_path: Path) -> None:
    room = Storeroom(tmp_path, "1.0", most=3)
    for number in range(5):
        room.put(f"plate {number}", b"data")
        file = max((tmp_path / FOLDER).iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(file, (number, number))
    replace(room, open=False).tidy()
    assert len(list((tmp_path / FOLDER).iterdir())) == 5
    room.tidy()
    assert len(list((tmp_path / FOLDER).iterdir())) == 3
    assert room.get("plate 4") == b"data"
    assert room.get("plate 1") is None


def test_a_disk_that_takes_nothing_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / ".briefpress").write_text("a file where a folder should be", encoding="utf-8")
    shut = Storeroom(tmp_path, "1.0")
    shut.put("plate", b"data")
    assert shut.get("plate") is None


def test_a_crate_has_what_the_room_had_and_what_was_made_since(tmp_path: Path) -> None:
    room = Storeroom(tmp_path, "1.0")
    room.put("plate", b"data")
    crate = room.packed()
    crate.put("other", b"more")
    assert (crate.get("plate"), crate.get("other"), crate.get("none")) == (b"data", b"more", None)
    assert room.get("other") is None
