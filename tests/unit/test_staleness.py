"""Staleness: a build makes what has changed, all of it and nothing else, and loses no finding."""

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from briefpress import scribe
from briefpress.model.transcript import whole
from briefpress.pipeline import look_for_stale
from briefpress.selection import Wanted
from briefpress.write import write_files
from tests.conftest import Edit
from tests.unit.building import ONE, OURS, Bench, codes, ids

HOSTS, FIXERS = "wexbridge-hosts-card", "wexbridge-fixers-card"
CARDS = Wanted((), ("hosts",), ("card",))
BRAND = "brands/wexbridge/brand.yaml"
LONG = "Greet everybody at once and at great length and with a song and another. " * 40
SECOND = """\
extends: wexbridge
meta:
  name: {full: Nettlemere Repair Café, short: Nettlemere}
contacts:
  - {kind: emergency, label: Emergency, phones: ["999"], audiences: all, checked_on: 2026-02-20}
  - {kind: front_door, label: Front desk of Nettlemere, phones: ["01632 960 771"], audiences: all,
     checked_on: 2026-02-20}
"""


def why(bench: Bench, wanted: Wanted = OURS, **more: bool) -> dict[str, tuple[str, ...]]:
    """What a build would make, and the reasons."""
    plan, _ = look_for_stale(replace(bench.request, wanted=wanted, **more))  # type: ignore[arg-type]
    assert plan is not None
    return {edition.id: reasons for edition, reasons in plan.stale.items()}


def everything(bench: Bench, folder: Path | None = None) -> dict[str, bytes]:
    folder = folder or bench.output
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_first_build_makes_everything_and_a_second_nothing(bench: Bench) -> None:
    assert why(bench) == dict.fromkeys([HOSTS, FIXERS], ("it has not been made",))
    first = bench.build()
    before = everything(bench)
    assert why(bench) == {}
    second = bench.build()
    assert second.written == ()
    assert second.kept == first.written
    assert (second.passed, second.diagnostics) == (first.passed, first.diagnostics)
    assert everything(bench) == before


def test_everything_is_made_when_it_is_asked_for(bench: Bench) -> None:
    first = bench.build()
    assert bench.build(anew=True).written == first.written


def test_only_editions_that_carry_a_message_are_made_again(bench: Bench, edit: Edit) -> None:
    bench.build()
    edit.replace("messages.yaml", "command: No microwaves", "command: No microwave ovens")
    assert why(bench) == {FIXERS: ("message S2",)}
    outcome = bench.build()
    assert (ids(outcome.written), ids(outcome.kept)) == ([FIXERS], [HOSTS])


def test_a_build_of_what_is_stale_gives_what_a_build_of_all_would_give(
    bench: Bench, edit: Edit, tmp_path: Path
) -> None:
    bench.build(Wanted())
    edit.replace("messages.yaml", "command: No microwaves", "command: No microwave ovens")
    edit.replace("facts.yaml", "facts:", "# A line more.\nfacts:")
    edit.replace(BRAND, "review_by: 2027-03-05", "review_by: 2027-03-06")
    outcome = bench.build(Wanted())
    assert outcome.kept
    assert outcome.written
    by_steps = everything(bench)
    shutil.rmtree(bench.output)
    bench.build(Wanted())
    at_once = everything(bench)
    assert by_steps.keys() == at_once.keys()
    assert [name for name in at_once if by_steps[name] != at_once[name]] == []


def _left(path: Path) -> None:
    del path


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [_left, Path.unlink, _cut, _emptied])
@pytest.mark.parametrize(
    "change",
    [
        (BRAND, "01632 960 101", "01632 960 109"),
        ("messages.yaml", "command: No microwaves", "command: No microwave ovens"),
        ("publication.yaml", "last: 48", "last: 47"),
    ],
    ids=lambda change: change[0],
)
def test_whatever_becomes_of_what_is_remembered_a_build_is_as_one_from_nothing(
    bench: Bench,
    edit: Edit,
    tmp_path: Path,
    spoil: Callable[[Path], None],
    change: tuple[str, str, str],
) -> None:
    bench.build()
    kept = [path for path in (bench.output / ".briefpress").iterdir() if path.is_file()]
    assert {"boards.json", "ease.json", "logos.bin"} <= {path.name for path in kept}
    for path in kept:
        spoil(path)
    edit.replace(*change)
    found = bench.build().diagnostics
    new = Bench(replace(bench.request, output=tmp_path / "new"))
    assert set(new.build().diagnostics) <= set(found)
    changed = any(one.code == "CONTACT-CHANGED" for one in found)  # A first build tells no change.
    told = {"report.html", "manifest.json"} if changed else set()
    by_steps, at_once = everything(bench), everything(new)
    assert by_steps.keys() == at_once.keys()
    assert {name for name in at_once if by_steps[name] != at_once[name]} <= told


@pytest.mark.parametrize("name", [f"wexbridge/{HOSTS}.pdf", f"thumbnails/{HOSTS}.png"])
def test_a_file_that_somebody_changed_or_lost_is_made_again(bench: Bench, name: str) -> None:
    bench.build()
    path = bench.output / name
    as_made = path.read_bytes()
    said = "the file" if name.endswith(".pdf") else name
    path.write_bytes(as_made[:-1] + b"x")
    assert why(bench) == {HOSTS: (f"{said} was changed by somebody",)}
    path.unlink()
    assert why(bench) == {HOSTS: (f"{said} is not there",)}
    bench.build()
    assert path.read_bytes() == as_made


def test_what_failed_is_tried_again(bench: Bench, edit: Edit) -> None:
    edit.replace("messages.yaml", "command: No microwaves", f"command: {LONG}")
    first = bench.build()
    assert why(bench) == {FIXERS: ("it had errors",)}
    second = bench.build()
    assert second.diagnostics == first.diagnostics
    assert ids(second.kept) == [HOSTS]


def test_a_warning_does_not_vanish_because_nothing_has_changed(
    bench: Bench, own_layouts: Edit
) -> None:
    own_layouts.replace("card/layout.yaml", "least: 2, most: 2}", "least: 4, most: 4}")
    exempt = "exceptions:\n  - {code: PAGE-COUNT, brand: wexbridge, audience: hosts, layout: card, "
    exempt += "reason: It is a trial., allowed_by: J. Hollis, expires: 2027-06-01}\n"
    edit = Edit(bench.request.source)
    first = bench.build(ONE)
    assert codes(first) == {"PAGE-COUNT"}
    edit.write("preflight-exceptions.yaml", exempt)
    second = bench.build(ONE)
    assert ids(second.written) == [HOSTS]
    third = bench.build(ONE)
    assert third.written == ()
    assert third.silenced == second.silenced
    assert [one.code for one in third.silenced] == ["PAGE-COUNT"]
    assert third.diagnostics == ()
    edit.remove("preflight-exceptions.yaml")
    assert why(bench, ONE) == {HOSTS: ("preflight-exceptions.yaml",)}
    assert codes(bench.build(ONE)) == {"PAGE-COUNT"}


def test_a_second_reading_is_heard_though_no_document_shows_it(bench: Bench, edit: Edit) -> None:
    first = bench.build(ONE)
    keyed = "checked_by: Ines Okoro\nchecked_on: 2026-11-20\nfacts:\n"
    edit.write("checked.yaml", keyed + "  - {id: wait, value: 21.5, page: 21}\n")
    second = bench.build(ONE)
    assert "CHECKED-DIFFERS" in codes(second)
    assert (second.written, second.kept) == ((), ())
    edit.remove("checked.yaml")
    assert bench.build(ONE).diagnostics == first.diagnostics


def test_a_finding_of_another_day_is_told_though_nothing_is_made(bench: Bench) -> None:
    first = bench.build(ONE)
    assert codes(first) == set()
    later = replace(bench.request, wanted=ONE, today=date(2027, 3, 1))
    object.__setattr__(bench, "request", later)
    second = bench.build(ONE)
    assert "REVIEW-SOON" in codes(second)
    assert second.written == ()


def test_one_brand_has_changed_and_the_others_stand(bench: Bench, edit: Edit) -> None:
    edit.write("brands/nettlemere/brand.yaml", SECOND)
    bench.build(CARDS)
    edit.replace("brands/nettlemere/brand.yaml", "01632 960 771", "01632 960 772")
    expected = {"nettlemere-hosts-card": ("brand.yaml of nettlemere: contacts",)}
    assert why(bench, CARDS) == expected
    assert ids(bench.build(CARDS).kept) == ["_series-hosts-card", HOSTS]
    assert why(bench, CARDS) == {}


def test_without_what_was_heard_of_a_file_it_is_made_again(bench: Bench, edit: Edit) -> None:
    edit.write("brands/nettlemere/brand.yaml", SECOND)
    bench.build(CARDS)
    shutil.rmtree(bench.output / ".briefpress")
    assert why(bench, CARDS) == {}
    edit.replace("brands/nettlemere/brand.yaml", "01632 960 771", "01632 960 772")
    reason = "what belongs to others has changed, and it is not known what it says"
    assert why(bench, CARDS)[HOSTS] == (reason,)


def test_a_strict_build_refuses_what_a_lenient_one_has_let_through(bench: Bench) -> None:
    bench.build(ONE)
    entry = bench.manifest().entries[0]
    warned = replace(
        entry, findings=({"code": "LINE-LONG", "severity": "warning", "message": "so"},)
    )
    manifest = replace(bench.manifest(), entries=(warned,))
    (bench.output / "manifest.json").write_text(manifest.to_json(), encoding="utf-8")
    assert why(bench, ONE) == {}
    assert why(bench, ONE, strict=True) == {HOSTS: ("its warnings stop it now",)}


def test_a_build_that_ends_beside_a_file_leaves_no_transcript_of_another(
    bench: Bench, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.build(ONE)
    edit.replace("publication.yaml", 'version: "', 'version: "7')

    def ending(output: Path, files: Mapping[PurePosixPath, bytes]) -> object:
        write_files(output, files)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(scribe, "write_files", ending)
        with pytest.raises(KeyboardInterrupt):
            bench.build(ONE)
    bench.build(ONE)
    (pdf,) = bench.output.rglob("*.pdf")
    (kept,) = bench.output.rglob("*.heard")
    sha256 = hashlib.sha256(pdf.read_bytes()).hexdigest()
    assert json.loads(whole(kept.read_bytes()))["of"] == sha256
