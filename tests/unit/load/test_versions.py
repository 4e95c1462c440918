"""Versions: the day of issue decides what is valid, and the day of the build changes no page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from briefpress.load import load
from briefpress.model.brand import Brand
from briefpress.model.library import Loaded
from tests.conftest import Edit

LoadIt = Callable[[], Loaded]
PACK = "brands/wexbridge/brand.yaml"
ISSUED = "issued: 2026-03-05"
RENAME = """\
versions:
  - valid_from: {day}
    meta: {{name: {{full: Wex Valley Repair Café, short: Wex Valley}}}}
    organisation: {{body: Board}}
"""


def rename(edit: Edit, day: str) -> None:
    edit.replace(PACK, "versions: []\n", RENAME.format(day=day))


def brand(load_it: LoadIt, slug: str = "wexbridge") -> Brand:
    library = load_it().library
    assert library is not None
    return library.brands[slug].data


def said(loaded: Loaded) -> list[str]:
    return [f"{d.where.line}: {d.code} {d.severity}: {d.message}" for d in loaded.diagnostics]


def test_a_version_waits_for_its_day(edit: Edit, load_it: LoadIt) -> None:
    rename(edit, "2026-12-01")
    assert brand(load_it).name == "Wexbridge Repair Café Network"
    note = "BRAND-VERSION note: the version of 2026-12-01 (meta, organisation) waits for its day"
    assert said(load_it()) == [f"22: {note}"]


def test_a_version_that_is_issued_lies_over_the_pack(edit: Edit, load_it: LoadIt) -> None:
    rename(edit, "2026-03-05")
    found = brand(load_it)
    assert (found.name, found.organisation.body) == ("Wex Valley Repair Café", "Board")
    assert found.organisation.strapline == "Bring it, mend it"
    assert found.meta.home == "https://wexbridge.example.org"
    assert load_it().diagnostics == ()


def test_the_day_of_the_build_decides_nothing(edit: Edit, layouts: Path) -> None:
    rename(edit, "2026-06-01")
    for today in (date(2026, 5, 1), date(2026, 7, 1)):
        library = load(edit.root, layouts, today).library
        assert library is not None
        assert library.brands["wexbridge"].data.short_name == "Wexbridge"


def test_a_version_that_nobody_has_issued_is_a_warning(edit: Edit, load_it: LoadIt) -> None:
    rename(edit, "2026-06-01")
    warning = "BRAND-VERSION-LATE warning: the version of 2026-06-01 (meta, organisation)"
    (found,) = said(load_it())
    assert found == f"22: {warning} is valid by now, but the issue is of 2026-03-05"


def test_a_newer_publication_issues_it_too(edit: Edit, load_it: LoadIt) -> None:
    rename(edit, "2026-06-01")
    edit.replace("publication.yaml", "issued: 2026-03-02", "issued: 2026-06-01")
    assert brand(load_it).short_name == "Wex Valley"


def test_versions_lie_over_one_another_and_the_past_is_told(edit: Edit, load_it: LoadIt) -> None:
    later = "  - {valid_from: 2025-06-01, organisation: {body: Trust}}\n"
    edit.replace(PACK, "versions: []\n", RENAME.format(day="2025-01-01") + later)
    found = brand(load_it)
    assert (found.short_name, found.organisation.body) == ("Wex Valley", "Trust")
    (note,) = said(load_it())
    assert "the version of 2025-01-01 (meta, organisation) is past" in note


def test_a_child_has_the_name_that_its_parent_has_by_then(edit: Edit, load_it: LoadIt) -> None:
    rename(edit, "2026-03-01")
    edit.write("brands/wex-high/brand.yaml", "extends: wexbridge\ncontrast: high\n")
    assert brand(load_it, "wex-high").short_name == "Wex Valley"
    assert brand(load_it, "wex-high").versions == ()


def test_what_is_wrong_with_a_version_is_told_before_its_day(edit: Edit, load_it: LoadIt) -> None:
    edit.replace(
        PACK,
        "versions: []\n",
        "versions:\n  - valid_from: 2027-01-01\n    meta: {name: {ful: A}}\n"
        "    logo: {images: {mark: {path: new.svg, alt: A}}}\n",
    )
    codes = {d.code for d in load_it().diagnostics}
    assert codes == {"KEY-UNKNOWN", "BRAND-VERSION"}
    edit.replace(PACK, "{ful: A}", "{full: A}")
    found = [d for d in load_it().diagnostics if d.code == "FILE-MISSING"]
    assert [d.message for d in found] == ["wexbridge/new.svg: file is missing"]


def test_a_version_may_use_the_forms_of_the_convention(edit: Edit, load_it: LoadIt) -> None:
    logo = "{path: partners/council.svg, alt: Wex Valley}"
    version = f"{{valid_from: 2026-01-01, logo: {logo}, color: {{primary: navy}}}}"
    edit.replace(PACK, "versions: []\n", f"versions:\n  - {version}\n")
    found = brand(load_it)
    assert found.color.value("primary") == "#000080"
    assert (
        found.logo.on_light().path == found.logo.on_dark().path == "wexbridge/partners/council.svg"
    )


@pytest.mark.parametrize(
    ("versions", "message"),
    [
        ("[{meta: {name: A}}]", "'versions[1].valid_from' is missing"),
        ("[{valid_from: soon}]", "versions[1].valid_from: 'soon' is no date; write 2026-11-02"),
        ("[a]", "versions[1]: `key: value` lines expected"),
        ("a", "versions: a list expected"),
        (
            "[{valid_from: 2026-01-01}, {valid_from: 2026-01-01}]",
            "two versions are valid from 2026-01-01",
        ),
    ],
)
def test_versions_that_are_malformed(
    versions: str, message: str, edit: Edit, load_it: LoadIt
) -> None:
    edit.replace(PACK, "versions: []\n", f"versions: {versions}\n")
    assert message in [d.message for d in load_it().diagnostics]
