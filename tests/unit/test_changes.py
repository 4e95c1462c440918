"""Changes of contacts: told at every build, and refused by a strict one until confirmed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefpress.changes import contacts_after, report_changes
from briefpress.model.changes import BrandContacts, records_of
from briefpress.model.edition import Edition
from briefpress.model.library import Library, Loaded
from briefpress.selection import Wanted
from tests.conftest import Edit
from tests.unit.building import ONE, Bench

PACK = "brands/wexbridge/brand.yaml"
OLD, NEW = "01632 960 101", "01632 960 109"
CHANGE = f"wexbridge front_door 'The hall': phones {OLD}, 0117 496 0102, now {NEW}, 0117 496 0102"
CARD = (Edition("wexbridge", "hosts", "card"),)
CONFIRMED = """\
confirmations:
  - brand: wexbridge
    kind: {kind}
    new: {new}
    confirmed_by: Amina Rahman
    confirmed_on: {day}
"""
LoadIt = Callable[[], Loaded]


@pytest.fixture
def before(load_it: LoadIt) -> dict[str, BrandContacts]:
    """What the last build printed: the contacts of the specimen."""
    found = records_of(library(load_it).brands["wexbridge"].data)
    return {"wexbridge": BrandContacts(found, found)}


def library(load_it: LoadIt) -> Library:
    found = load_it().library
    assert found is not None
    return found


def confirm(
    edit: Edit, new: str = f'"{NEW}"', kind: str = "front_door", day: str = "2026-11-01"
) -> None:
    edit.write("brands/confirmations.yaml", CONFIRMED.format(kind=kind, new=new, day=day))


def said(load_it: LoadIt, before: dict[str, BrandContacts], *, strict: bool = True) -> list[str]:
    report = report_changes(library(load_it), CARD, before, strict=strict)
    return [str(found).partition("\n")[0] for found in report.diagnostics]


def test_a_first_build_has_nothing_to_compare(load_it: LoadIt) -> None:
    assert said(load_it, {}) == []


def test_what_has_not_changed_is_not_told(
    load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    assert said(load_it, before) == []


def test_a_change_is_told_and_a_strict_build_refuses_it(
    edit: Edit, load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    line = edit.replace(PACK, OLD, NEW)
    place = f"source/{PACK}:{line}"
    assert said(load_it, before, strict=False) == [f"{place}: CONTACT-CHANGED note: {CHANGE}"]
    assert said(load_it, before) == [
        f"{place}: CONTACT-CHANGED note: {CHANGE}",
        f"{place}: CONTACT-UNCONFIRMED error: {CHANGE}: no second person has confirmed it",
    ]


def test_a_change_that_is_confirmed(
    edit: Edit, load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    edit.replace(PACK, OLD, NEW)
    confirm(edit)
    report = report_changes(library(load_it), CARD, before, strict=True)
    (found,) = report.diagnostics
    assert (found.code, found.hint) == ("CONTACT-CHANGED", "confirmed by Amina Rahman")
    assert [one.confirmed_by for one in report.changed] == ["Amina Rahman"]


def test_a_confirmation_of_the_other_number_is_none(
    edit: Edit, load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    edit.replace(PACK, OLD, NEW)
    confirm(edit, '"0117 496 0102"')
    assert any("CONTACT-UNCONFIRMED" in line for line in said(load_it, before))


def test_a_confirmation_is_of_what_was_checked_last(
    edit: Edit, load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    """A number that comes back after a year is confirmed anew."""
    edit.replace(PACK, OLD, NEW)
    confirm(edit, day="2026-02-19")
    assert any("CONTACT-UNCONFIRMED" in line for line in said(load_it, before))
    confirm(edit, day="2026-02-20")
    assert not any("CONTACT-UNCONFIRMED" in line for line in said(load_it, before))


def test_hours_and_words_need_no_second_person(
    edit: Edit, load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    edit.replace(PACK, "note: Ask for the key.", "note: Ask for the warden.")
    (note,) = said(load_it, before)
    assert "note Ask for the key., now Ask for the warden." in note


def test_a_contact_that_was_removed(
    edit: Edit, load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    text = (edit.root / PACK).read_text(encoding="utf-8")
    start, end = text.index("  - kind: early_help"), text.index("partners:")
    edit.write(PACK, text[:start] + text[end:])
    removed = "wexbridge early_help 'Spare parts' removed: parts@wexbridge.example.org"
    assert [line.partition(": ")[2] for line in said(load_it, before)] == [
        f"CONTACT-CHANGED note: {removed}",
        f"CONTACT-UNCONFIRMED error: {removed}: no second person has confirmed it",
    ]
    confirm(edit, "none", "early_help")
    assert len(said(load_it, before)) == 1


def test_a_contact_that_was_added(
    edit: Edit, load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    lado = (
        "  - {kind: lado, label: LADO, email: lado@wexbridge.example.org, checked_on: 2026-02-20}\n"
    )
    edit.replace(PACK, "partners:\n", f"{lado}partners:\n")
    assert "added: lado@wexbridge.example.org" in said(load_it, before, strict=False)[0]
    confirm(edit, "lado@wexbridge.example.org", "lado")
    assert not any("CONTACT-UNCONFIRMED" in line for line in said(load_it, before))


def test_other_brands_are_not_compared(
    edit: Edit, load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    edit.replace(PACK, OLD, NEW)
    series = (Edition("_series", "hosts", "card"),)
    assert report_changes(library(load_it), series, before, strict=True).diagnostics == ()


def test_what_was_printed_without_a_confirmation_still_waits_for_one(
    edit: Edit, bench: Bench, load_it: LoadIt
) -> None:
    """A build that is not strict does not make the next strict one forget the change."""
    first = bench.build(ONE)
    assert first.changed == ()
    edit.replace(PACK, OLD, NEW)
    second = bench.build(ONE)
    assert [str(one.change) for one in second.changed] == [CHANGE]
    kept = json.loads((bench.output / "manifest.json").read_text(encoding="utf-8"))["contacts"]
    assert kept["wexbridge"]["printed"][1]["phones"] == [NEW, "0117 496 0102"]
    assert kept["wexbridge"]["confirmed"][1]["phones"] == [OLD, "0117 496 0102"]
    third = bench.build(ONE, strict=True)
    assert third.changed == ()
    assert [d.code for d in third.diagnostics] == ["CONTACT-UNCONFIRMED"]
    assert third.passed == ()
    confirm(edit)
    assert bench.build(ONE, strict=True).passed == CARD
    kept = json.loads((bench.output / "manifest.json").read_text(encoding="utf-8"))["contacts"]
    assert kept["wexbridge"]["confirmed"] == kept["wexbridge"]["printed"]


def test_only_brands_that_were_written_are_kept_anew(
    edit: Edit, load_it: LoadIt, before: dict[str, BrandContacts]
) -> None:
    edit.replace(PACK, OLD, NEW)
    assert contacts_after(library(load_it), (), before) == before


def test_a_change_is_refused_as_often_as_it_is_tried(edit: Edit, bench: Bench) -> None:
    """Refused documents are listed no longer, and still are what the next build is held against."""
    bench.build(ONE)
    edit.replace(PACK, OLD, NEW)
    for _ in range(3):
        tried = bench.build(ONE, strict=True)
        assert [d.code for d in tried.diagnostics if d.code == "CONTACT-UNCONFIRMED"]
        assert tried.passed == ()


def test_a_change_is_told_though_the_pack_was_broken_in_between(edit: Edit, bench: Bench) -> None:
    bench.build(ONE)
    edit.append(PACK, "unknown: key\n")
    assert bench.build(ONE).passed == ()
    edit.replace(PACK, "unknown: key\n", "")
    edit.replace(PACK, OLD, NEW)
    assert [str(one.change) for one in bench.build(ONE).changed] == [CHANGE]


def test_the_contacts_of_a_brand_that_is_gone_are_forgotten(bench: Bench, specimen: Path) -> None:
    bench.build(Wanted((), ("hosts",), ("card",)))
    assert set(bench.manifest().contacts) == {"_series", "wexbridge"}
    shutil.rmtree(specimen / "brands" / "wexbridge")
    bench.build(Wanted((), ("hosts",), ("card",)))
    assert set(bench.manifest().contacts) == {"_series"}
