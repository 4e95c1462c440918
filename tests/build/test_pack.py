"""A board's pack: everything that it hands on, in one archive, or no archive at all."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefpress.handout import HandedOut, calibrate, pack
from briefpress.pipeline import Request, build
from briefpress.selection import Wanted
from tests.conftest import TODAY, Edit
from tests.watching import Unwatched

OURS = Wanted(("wexbridge",), ("hosts",), ("card",), ("screen", "sheet", "print"))


@pytest.fixture
def request_(specimen: Path, layouts: Path, tmp_path: Path) -> Request:
    return Request(specimen, layouts, tmp_path / "output", TODAY, OURS)


def packed(request: Request) -> HandedOut:
    return pack(request, Unwatched())


def test_people_find_what_they_want(request_: Request) -> None:
    handed = packed(request_)
    assert handed.outcome.diagnostics == ()
    (path,) = handed.paths
    assert str(path) == "wexbridge/wexbridge-pack.zip"
    with zipfile.ZipFile(request_.output / path) as archive:
        assert archive.testzip() is None
        names = [name.partition("/")[2] for name in archive.namelist()]
        howto = archive.read(archive.namelist()[-1]).decode()
    assert names == [
        "1 To read on screen/Card A5, Hosts.pdf",
        "5 Cards to print and cut/Card A5, Hosts.pdf",
        "7 For a print shop/Card A5, Hosts.pdf",
        "How to print and laminate.html",
    ]
    assert "Wexbridge Repair Café Network" in howto
    assert "<strong>long edge</strong>" in howto
    assert "1 To read on screen" in howto
    assert "2 Web pages" not in howto


def test_web_pages_find_in_the_pack_what_they_lead_to(request_: Request, edit: Edit) -> None:
    edit.replace("publication.yaml", "formats: [screen]", "formats: [screen, html, text]")
    wanted = replace(OURS, formats=("screen", "html", "text", "sheet"))
    handed = packed(replace(request_, wanted=wanted))
    with zipfile.ZipFile(request_.output / handed.paths[0]) as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    folder = "2 Web pages/"
    beside = {name.removeprefix(folder) for name in files if name.startswith(folder)}
    stem = "wexbridge-hosts-card"
    assert beside == {f"{stem}.html", f"{stem}.pdf", f"{stem}.txt"}
    page = files[f"{folder}{stem}.html"].decode()
    assert (
        beside >= set(re.findall(rf'href="({stem}[^"]*)"', page)) == {f"{stem}.pdf", f"{stem}.txt"}
    )
    assert files[f"{folder}{stem}.pdf"] == files["1 To read on screen/Card A5, Hosts.pdf"]


def test_the_page_speaks_of_the_printer_that_was_asked_for(request_: Request) -> None:
    wanted = replace(OURS, formats=("sheet",), printer="office-a4-laminate-first")
    handed = packed(replace(request_, wanted=wanted))
    with zipfile.ZipFile(request_.output / handed.paths[0]) as archive:
        howto = archive.read(archive.namelist()[-1]).decode()
    assert "Laminate the whole sheet" in howto
    assert "Its last page is a guide" not in howto
    assert "For a print shop" not in howto


def test_a_pack_with_small_cards_and_a_sheet_for_everybody(request_: Request) -> None:
    wanted = Wanted(
        ("wexbridge",), (), ("card",), ("screen", "html", "sheet"), ("a5", "a6"), mixed=True
    )
    handed = packed(replace(request_, wanted=wanted))
    with zipfile.ZipFile(request_.output / handed.paths[0]) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
    assert {
        "1 To read on screen/Card A5, Hosts.pdf",
        "1 To read on screen/Card A6, Hosts.pdf",
        "5 Cards to print and cut/Card A5, All audiences.pdf",
        "5 Cards to print and cut/Card A6, All audiences.pdf",
        "2 Web pages/wexbridge-hosts-card.html",
    } <= names
    assert "5 Cards to print and cut/Card A5, Hosts.pdf" not in names
    index = (request_.output / "index.html").read_text(encoding="utf-8")
    assert "Card, A6" in index
    assert '<option value="all">All audiences</option>' in index


def test_the_index_leads_to_a_pack_as_long_as_it_holds_what_stands_there(
    request_: Request, edit: Edit
) -> None:
    def index() -> str:
        return (request_.output / "index.html").read_text(encoding="utf-8")

    (path,) = packed(request_).paths
    assert f'<a class="pack" href="{path}" download' in index()
    build(request_, Unwatched())
    assert str(path) in index()
    edit.replace("brands/wexbridge/brand.yaml", "01632 960 101", "01632 960 107")
    build(request_, Unwatched())
    assert str(path) not in index()


def test_the_same_bytes_every_time(request_: Request, tmp_path: Path) -> None:
    first = request_.output / packed(request_).paths[0]
    again = replace(request_, output=tmp_path / "again")
    assert first.read_bytes() == (again.output / packed(again).paths[0]).read_bytes()


def test_half_a_pack_is_none(request_: Request, edit: Edit) -> None:
    edit.replace("messages.yaml", "command: Greet at once", f"command: {'Greet them all. ' * 60}")
    handed = packed(request_)
    assert handed.paths == ()
    told = [d.message for d in handed.outcome.diagnostics if d.code == "PACK-INCOMPLETE"]
    expected = "no pack for wexbridge: 3 of its documents are not made, wexbridge-hosts-card first"
    assert told == [expected]
    assert not list(request_.output.rglob("*.zip"))


def test_a_calibration_sheet_is_written_for_the_printer(request_: Request) -> None:
    handed = calibrate(replace(request_, wanted=Wanted(printer="press-sra3")))
    assert [str(path) for path in handed.paths] == ["calibration-press-sra3.pdf"]
    assert (request_.output / "calibration-press-sra3.pdf").read_bytes().startswith(b"%PDF")


def test_no_calibration_sheet_for_a_printer_that_nobody_knows(request_: Request) -> None:
    handed = calibrate(replace(request_, wanted=Wanted(printer="ofice-a4")))
    assert handed.paths == ()
    assert [d.code for d in handed.outcome.diagnostics] == ["SELECTION"]
