"""The command brands: a table, JSON and a page on all brands, and the exit code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefpress.cli import surveying
from briefpress.cli.options import FAILED, FINE, USAGE
from tests.conftest import TODAY, Edit
from tests.unit.cli.conftest import Command

ROOT = Path(__file__).parents[3]
DAY = ("--today", TODAY.isoformat())
PACK = "brands/wexbridge/brand.yaml"
IN_NEED = sorted(
    path.parent.name
    for path in (ROOT / "layouts").glob("*/layout.yaml")
    if "needs: [emergency" in path.read_text(encoding="utf-8")
)
"""The layouts that are not made without a contact for emergencies."""


def cells(line: str) -> list[str]:
    return re.split(r"\s{2,}", line)


def test_the_table_has_a_row_for_each_brand(command: Command, tmp_path: Path) -> None:
    said = command("brands", *DAY)
    assert said.code == FINE
    head, *rows = said.out.splitlines()
    assert cells(head) == [
        "brand",
        "to see to",
        "oldest check",
        "review by",
        "not given",
        "inherited",
    ]
    assert {cells(line)[0] for line in rows} == {"_series", "wexbridge"}
    assert said.err.splitlines() == [
        "the same, with every finding: output/brands.html",
        "2 brands, 2 sound",
    ]
    assert (tmp_path / "output/brands.html").is_file()


def test_what_is_wrong_is_told_by_its_code_and_the_brand_stands_first(
    command: Command, edit: Edit
) -> None:
    edit.replace(PACK, "  - kind: emergency", "  - kind: police")
    version = "versions: [{valid_from: 2027-05-01, organisation: {body: Network}}]"
    edit.replace(PACK, "versions: []", version)
    said = command("brands", *DAY)
    assert said.code == FAILED
    first = cells(said.out.splitlines()[1])
    assert first[0] == "wexbridge"
    assert first[1].startswith(f"BRAND-CONTACT {len(IN_NEED)}")
    assert "emergency!" in first[4]
    assert said.err.splitlines()[-1] == (
        "2 brands, 1 with errors, 1 with a version that waits, 1 sound"
    )


def test_where_there_are_many_sound_brands_are_only_counted(
    command: Command, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "FOLDED", 1)
    edit.replace(PACK, "  - kind: emergency", "  - kind: police")
    said = command("brands", *DAY)
    assert len(said.out.splitlines()) == 3
    assert said.out.splitlines()[-1] == "and 1 brand with which nothing is wrong"


def test_json_holds_all_of_it(command: Command, edit: Edit) -> None:
    edit.replace(PACK, "  - kind: emergency", "  - kind: police")
    said = command("brands", "--json", *DAY)
    data = json.loads(said.out)
    assert said.code == FAILED
    assert said.err == ""
    assert data["today"] == "2026-11-24"
    brand = data["brands"][0]
    assert brand["brand"] == "wexbridge"
    assert brand["name"] == "Wexbridge Repair Café Network"
    assert brand["errors"] == len(brand["diagnostics"]) == len(IN_NEED) > 2
    assert brand["parts"]["contacts"] == "own"
    assert brand["lacks"][0] == {
        "what": "emergency",
        "audiences": [],
        "layouts": IN_NEED,
    }
    assert {"kind", "label", "checked_on", "days"} == set(brand["contacts"][0])
    assert [d["code"] for d in data["diagnostics"]].count("BRAND-CONTACT") == len(IN_NEED)


def test_one_brand_alone_may_be_asked_for(command: Command) -> None:
    said = command("brands", "--brand", "wexbridge", *DAY)
    assert len(said.out.splitlines()) == 2
    assert said.err.splitlines()[-1] == "1 brand, 1 sound"
    assert command("brands", "--brand", "wexbrige").code == USAGE


def test_a_brand_that_is_there_and_broken_is_no_wrong_usage(command: Command, edit: Edit) -> None:
    edit.replace(PACK, "meta:", "mata:")
    said = command("brands", "--brand", "wexbridge", *DAY)
    assert said.code == FAILED
    assert said.out.splitlines()[1].startswith("wexbridge  ")
    assert "KEY-UNKNOWN" in said.out


def test_a_quiet_survey_of_sound_brands_prints_nothing(command: Command) -> None:
    said = command("brands", "--quiet", *DAY)
    assert (said.out, said.err) == ("", "")


def test_a_warning_fails_when_strict(command: Command, edit: Edit) -> None:
    edit.replace(PACK, "review_by: ", "review_by: 2026-12-01 # ")
    assert command("brands", "--quiet", *DAY).code == FINE
    said = command("brands", "--quiet", "--strict", *DAY)
    assert said.code == FAILED
    assert said.err == "2 brands, 1 with warnings, 1 sound\n"


def test_what_concerns_all_brands_is_said_under_the_table(command: Command, edit: Edit) -> None:
    edit.write("notes.txt", "nothing reads this")
    said = command("brands", *DAY)
    assert "source/notes.txt: FILE-UNKNOWN warning" in said.err


def test_a_publication_that_cannot_be_read_has_no_table(command: Command, edit: Edit) -> None:
    edit.remove("publication.yaml")
    said = command("brands")
    assert said.code == FAILED
    assert said.out == ""
    assert json.loads(command("brands", "--json").out)["brands"] == []


def test_an_output_folder_that_cannot_be_made_is_an_error(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = command("brands", "--json", "--output", "file/output", *DAY)
    assert said.code == FAILED
    assert json.loads(said.out)["diagnostics"][-1]["code"] == "WRITE"


def test_the_page_tells_the_same_and_needs_no_other_file(
    command: Command, edit: Edit, tmp_path: Path
) -> None:
    edit.replace(PACK, "  - kind: emergency", "  - kind: police")
    edit.replace(PACK, "full: Wexbridge", "full: W&xbridge")
    command("brands", *DAY)
    page = (tmp_path / "output/brands.html").read_text(encoding="utf-8")
    assert re.findall(r'(?:src|href)="', page) == []
    assert "Wexbridge" not in page.partition("<tbody")[2].partition("<small>")[0]
    assert "W&amp;xbridge Repair Café Network" in page
    assert '<tr role="row" class="error"' in page
    assert page.count("<code>BRAND-CONTACT</code>") == len(IN_NEED)
    assert "<b>emergency</b> (Briefing, Card, " in page
    assert '<time datetime="2026-11-24">24 November 2026</time>' in page


def test_the_engine_is_not_loaded(specimen: Path) -> None:
    code = (
        "import sys; from briefpress.cli import main\n"
        "sys.argv = ['briefpress', 'brands', '--quiet', '--today', '2026-11-24']\n"
        "try: main()\n"
        "except SystemExit as stop: print(stop.code, 'weasyprint' in sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=specimen.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "0 False\n"
