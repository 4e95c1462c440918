"""Nothing is lost, nothing old passes for new, and nothing that others made is touched."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from briefpress.handout import pack
from briefpress.pipeline import Outcome, Request, build
from briefpress.selection import Wanted
from briefpress.write import hold
from tests.conftest import TODAY, Edit
from tests.watching import Unwatched

CARDS = Wanted((), ("hosts",), ("card",))
SERIES, OURS = "_series-hosts-card", "wexbridge-hosts-card"


@pytest.fixture
def asked(specimen: Path, layouts: Path, tmp_path: Path, edit: Edit) -> Request:
    """A build of one card for each of two brands, and nothing else."""
    edit.replace("publication.yaml", "layouts: [briefing, card]", "layouts: [card]")
    return Request(specimen, layouts, tmp_path / "output", TODAY)


def built(request: Request, wanted: Wanted = CARDS) -> Outcome:
    return build(replace(request, wanted=wanted), Unwatched())


REMEMBERED = {"logos.bin", "boards.json", "ease.json", "larder.json", "packs.bin"}
"""What saves work, and may be taken away."""


def names(request: Request) -> set[str]:
    return {
        path.relative_to(request.output).as_posix()
        for path in request.output.rglob("*")
        if path.is_file() and path.name not in REMEMBERED
    }


def codes(outcome: Outcome) -> list[str]:
    return sorted(found.code for found in outcome.diagnostics)


def files_of(name: str) -> set[str]:
    brand = name.partition("-")[0]
    kept = f".briefpress/heard/{name}.heard"
    return {f"{brand}/{name}.pdf", f"thumbnails/{name}.png", f"report/{name}.html", kept}


def test_one_build_at_a_time(asked: Request) -> None:
    asked.output.mkdir()
    with hold(asked.output) as held:
        assert held == ()
        outcome = built(asked)
    assert codes(outcome) == ["BUILD-HELD"]
    assert f"process {os.getpid()}, since " in outcome.diagnostics[0].message
    assert names(asked) == set()
    assert codes(built(asked)) == []


def test_the_lock_of_a_dead_build_is_no_obstacle(asked: Request) -> None:
    asked.output.mkdir()
    (asked.output / ".lock").write_text("999999 12:01\n", encoding="ascii")
    assert codes(built(asked)) == []
    assert ".lock" not in names(asked)


def test_what_dead_builds_left_half_written_is_removed(asked: Request) -> None:
    folder = asked.output / "wexbridge"
    folder.mkdir(parents=True)
    for name in (".tmp-999999-a1.part", ".tmp-old.part", ".tmp-1-alive.part", "mine.part"):
        (folder / name).write_bytes(b"half")
    built(asked)
    left = {path.name for path in folder.iterdir()}
    assert left == {f"{OURS}.pdf", ".tmp-1-alive.part", "mine.part"}


@pytest.fixture
def ended(asked: Request, monkeypatch: pytest.MonkeyPatch) -> Request:
    """A build that came to a sudden end when its editions were written and nothing else."""

    def end(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr("briefpress.contents.write_contents", end)
        with pytest.raises(SystemExit):
            built(asked)
    assert not (asked.output / "manifest.json").exists()
    return asked


def test_what_an_ended_build_has_made_is_not_made_again(ended: Request, tmp_path: Path) -> None:
    outcome = built(ended)
    assert outcome.written == ()
    assert [entry.id for entry in outcome.kept] == [SERIES, OURS]
    in_peace = replace(ended, output=tmp_path / "peace")
    built(in_peace)
    assert names(ended) == names(in_peace)
    for name in names(ended):
        assert (ended.output / name).read_bytes() == (in_peace.output / name).read_bytes()


def test_what_an_ended_build_has_made_is_removed_with_its_brand(ended: Request, edit: Edit) -> None:
    assert files_of(OURS) < names(ended)
    edit.remove("brands/wexbridge")
    assert codes(built(ended)) == []
    assert names(ended) == {*files_of(SERIES), "index.html", "report.html", "manifest.json"}


def test_half_a_line_of_its_journal_is_nothing(ended: Request) -> None:
    journal = ended.output / ".briefpress" / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole[: int(len(whole) * 0.95)])
    outcome = built(ended)
    assert len(outcome.written) == len(outcome.kept) == 1
    assert not journal.exists()


def test_what_was_noted_and_not_written_is_made(ended: Request) -> None:
    (ended.output / f"wexbridge/{OURS}.pdf").unlink()
    assert [entry.id for entry in built(ended).written] == [OURS]


def test_what_belongs_to_a_brand_that_is_gone_is_removed(asked: Request, edit: Edit) -> None:
    built(asked)
    assert files_of(OURS) < names(asked)
    edit.remove("brands/wexbridge")
    outcome = built(asked)
    assert codes(outcome) == []
    assert outcome.withdrawn == ()
    assert set(outcome.removed) == {name for name in files_of(OURS) if name[0] != "."}
    assert names(asked) == {*files_of(SERIES), "index.html", "report.html", "manifest.json"}
    assert not (asked.output / "wexbridge").exists()


def test_what_somebody_asked_for_stays_as_long_as_it_is_true(asked: Request, edit: Edit) -> None:
    built(asked, Wanted(("wexbridge",), ("hosts",), ("card",), ("html",)))
    page = asked.output / f"wexbridge/{OURS}.html"
    for _ in range(2):
        assert built(asked, Wanted()).removed == ()
        assert page.exists()
    edit.replace("publication.yaml", 'version: "1.2"', 'version: "1.3"')
    assert f"wexbridge/{OURS}.html" in built(asked, Wanted()).removed
    assert not page.exists()
    assert (asked.output / f"wexbridge/{OURS}.pdf").exists()


def test_a_format_that_is_built_no_more_is_removed(asked: Request, edit: Edit) -> None:
    edit.replace("publication.yaml", "formats: [screen]", "formats: [screen, html]")
    built(asked)
    edit.replace("publication.yaml", "formats: [screen, html]", "formats: [screen]")
    assert f"wexbridge/{OURS}.html" in built(asked).removed
    made = {*files_of(OURS), *files_of(SERIES)}
    assert names(asked) == {*made, "index.html", "report.html", "manifest.json"}


def test_a_slip_in_a_brand_removes_nothing(asked: Request, edit: Edit) -> None:
    built(asked)
    before = names(asked)
    line = edit.replace("brands/wexbridge/brand.yaml", "meta:", "metta:")
    outcome = built(asked)
    assert line
    assert outcome.removed == ()
    assert names(asked) == before
    edit.replace("brands/wexbridge/brand.yaml", "metta:", "meta:")
    built(asked)
    assert names(asked) == before


def test_a_brand_with_a_slip_that_then_goes_is_removed(asked: Request, edit: Edit) -> None:
    """What stands unlisted is remembered, so that it can be removed one day."""
    built(asked)
    edit.replace("brands/wexbridge/brand.yaml", "meta:", "metta:")
    built(asked)
    built(asked)
    edit.remove("brands/wexbridge")
    built(asked)
    assert names(asked) == {*files_of(SERIES), "index.html", "report.html", "manifest.json"}


def test_a_build_of_some_removes_nothing_of_the_others(asked: Request) -> None:
    built(asked)
    before = names(asked)
    outcome = built(asked, Wanted(("wexbridge",), ("hosts",), ("card",)))
    assert outcome.removed == ()
    assert names(asked) == before


def test_what_no_build_has_made_is_told_and_left(asked: Request) -> None:
    built(asked)
    notes = asked.output / "wexbridge" / "notes on Tuesday.txt"
    notes.write_text("mine", encoding="utf-8")
    (asked.output / ".DS_Store").write_bytes(b"")
    outcome = built(asked)
    assert [(d.code, d.where.file) for d in outcome.diagnostics] == [
        ("OUTPUT-FOREIGN", "wexbridge/notes on Tuesday.txt")
    ]
    assert notes.read_text(encoding="utf-8") == "mine"


def test_what_somebody_has_changed_is_left_when_its_brand_goes(asked: Request, edit: Edit) -> None:
    built(asked)
    changed = asked.output / f"wexbridge/{OURS}.pdf"
    changed.write_bytes(b"annotated by hand")
    edit.remove("brands/wexbridge")
    outcome = built(asked)
    assert codes(outcome) == ["OUTPUT-FOREIGN"]
    assert changed.read_bytes() == b"annotated by hand"
    assert f"wexbridge/{OURS}.pdf" not in outcome.removed


def test_packs_proofs_and_pages_of_other_commands_are_no_strangers(
    asked: Request, edit: Edit
) -> None:
    wanted = Wanted(("wexbridge",), ("hosts",), ("card",), ("screen",))
    handed = pack(replace(asked, wanted=wanted), Unwatched())
    assert [str(path) for path in handed.paths] == ["wexbridge/wexbridge-pack.zip"]
    build(replace(asked, wanted=wanted, proof=True), Unwatched())
    (asked.output / "brands.html").write_text("so", encoding="utf-8")
    assert codes(built(asked)) == []
    edit.remove("brands/wexbridge")
    assert "wexbridge/wexbridge-pack.zip" in built(asked).removed


@pytest.mark.parametrize("taken", ["manifest.json", "index.html", "report", "thumbnails"])
def test_a_folder_where_a_file_belongs_is_told(asked: Request, taken: str) -> None:
    """And a file where a folder belongs; what does not stand in its way is written."""
    is_folder = "." in taken
    asked.output.mkdir()
    if is_folder:
        (asked.output / taken).mkdir()
    else:
        (asked.output / taken).touch()
    outcome = built(asked)
    assert set(codes(outcome)) - {"OUTPUT-FOREIGN"} == {"WRITE"}
    assert (asked.output / taken).is_dir() == is_folder
    assert not list(asked.output.rglob(".tmp-*"))
    shutil.rmtree(asked.output)
    assert codes(built(asked)) == []


def test_a_full_disk_keeps_every_old_file_whole(
    asked: Request, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(asked)
    before = {name: (asked.output / name).read_bytes() for name in names(asked)}
    edit.replace("publication.yaml", 'version: "1.2"', 'version: "1.3"')

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        outcome = built(asked)
    assert set(codes(outcome)) == {"WRITE"}
    assert all("no space left on device" in d.message for d in outcome.diagnostics)
    left = names(asked) - {".briefpress/journal.jsonl"}
    assert {name: (asked.output / name).read_bytes() for name in left} == before
    assert codes(built(asked)) == []
    assert ".briefpress/journal.jsonl" not in names(asked)
