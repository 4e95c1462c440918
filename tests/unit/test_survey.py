"""The survey: what a brand gives itself, what it lacks, and in which order brands are seen to."""

from collections.abc import Callable
from datetime import date, timedelta

from briefpress.model.coverage import Coverage, Lack, Source, Survey
from briefpress.model.library import Loaded
from briefpress.survey import survey_of
from tests.conftest import TODAY, Edit

LoadIt = Callable[[], Loaded]
PACK = "brands/wexbridge/brand.yaml"
SERIES = "brands/_series/brand.yaml"


def surveyed(load_it: LoadIt, *wanted: str, today: date = TODAY) -> Survey:
    loaded = load_it()
    assert loaded.library is not None
    return survey_of(loaded.library, loaded.diagnostics, today, wanted)


def row(load_it: LoadIt, slug: str = "wexbridge") -> Coverage:
    (found,) = surveyed(load_it, slug).rows
    return found


def test_what_a_brand_gives_is_its_own_and_the_rest_is_inherited(
    edit: Edit, load_it: LoadIt
) -> None:
    edit.write(
        "brands/lower-wex/brand.yaml",
        "extends: wexbridge\nmeta: {name: {full: Lower Wex, short: LW}}\nlinks: {}\n"
        "color: {primary: '#123456'}\npartners: []\n",
    )
    parts = dict(row(load_it, "lower-wex").parts)
    assert parts["meta"] is Source.PARTLY
    assert parts["color"] is Source.PARTLY
    assert parts["contacts"] is Source.INHERITED
    assert parts["document"] is Source.INHERITED
    assert parts["partners"] is Source.ABSENT
    assert dict(row(load_it, "_series").parts)["meta"] is Source.OWN
    assert dict(row(load_it).parts)["contacts"] is Source.OWN


def test_contacts_stand_by_age_oldest_first(load_it: LoadIt) -> None:
    found = row(load_it)
    days = [contact.days for contact in found.contacts]
    assert len(days) > 2
    assert days == sorted(days, reverse=True)
    for contact in found.contacts:
        assert contact.days == (TODAY - contact.checked_on).days
    assert found.oldest == found.contacts[0]


def test_what_layouts_need_is_told_with_the_layouts_and_for_whom(
    edit: Edit, load_it: LoadIt
) -> None:
    edit.replace(PACK, "  - kind: emergency", "  - kind: police")
    lacks = {lack.what: lack for lack in row(load_it).lacks}
    assert lacks["emergency"].audiences == ()
    assert {"briefing", "card", "seven-minute"} <= set(lacks["emergency"].layouts)
    assert lacks["lado"] == Lack("lado")
    assert lacks["thresholds"].layouts == ()


def test_a_contact_for_some_is_lacking_for_the_others(edit: Edit, load_it: LoadIt) -> None:
    edit.write(
        "brands/lower-wex/brand.yaml",
        "extends: wexbridge\nmeta: {name: Lower Wex}\ncontacts:\n"
        "  - {kind: emergency, label: a, phones: '999', checked_on: 2026-10-30}\n"
        "  - {kind: front_door, label: b, url: 'https://example.org', audiences: [hosts],"
        " checked_on: 2026-10-30}\n",
    )
    lack = next(lack for lack in row(load_it, "lower-wex").lacks if lack.what == "front_door")
    assert lack.audiences == ("fixers", "trustees")


def test_who_answers_at_night_is_asked_only_where_a_front_door_closes(
    edit: Edit, load_it: LoadIt
) -> None:
    pack = (
        "extends: wexbridge\nmeta: {name: Lower Wex}\ncontacts:\n"
        "  - {kind: emergency, label: a, phones: '999', checked_on: 2026-10-30}\n"
        "  - {kind: front_door, label: b, url: 'https://example.org', checked_on: 2026-10-30%s}\n"
    )
    edit.write("brands/lower-wex/brand.yaml", pack % "")
    assert "out_of_hours" not in {lack.what for lack in row(load_it, "lower-wex").lacks}
    hours = ", hours: [{days: mon-fri, from: '09:00', to: '17:00'}]"
    edit.write("brands/lower-wex/brand.yaml", pack % hours)
    assert "out_of_hours" in {lack.what for lack in row(load_it, "lower-wex").lacks}


def test_a_version_waits_until_the_brand_is_issued_again(edit: Edit, load_it: LoadIt) -> None:
    later = TODAY + timedelta(days=90)
    version = f"versions: [{{valid_from: {later}, organisation: {{body: Network}}}}]"
    edit.replace(PACK, "versions: []", version)
    assert row(load_it).waiting == (later,)


def test_a_brand_that_cannot_be_read_is_told_all_the_same(edit: Edit, load_it: LoadIt) -> None:
    edit.replace(PACK, "meta:", "mata:")
    found = surveyed(load_it).rows[0]
    assert found.slug == "wexbridge"
    assert found.errors >= 1
    assert found.name == ""
    assert found.oldest is None
    assert not found.is_sound


def test_errors_stand_before_warnings_and_these_before_what_is_sound(
    edit: Edit, load_it: LoadIt
) -> None:
    for slug in ("aa", "bb", "cc"):
        edit.write(
            f"brands/{slug}/brand.yaml", f"extends: wexbridge\nmeta: {{name: Board {slug}}}\n"
        )
    edit.append("brands/bb/brand.yaml", "contacts: []\n")
    edit.append("brands/cc/brand.yaml", "document: {review_by: 2026-12-01}\n")
    rows = [found.slug for found in surveyed(load_it, "aa", "bb", "cc").rows]
    assert rows == ["bb", "cc", "aa"]


def test_only_the_brands_that_are_wanted_are_told(load_it: LoadIt) -> None:
    assert [found.slug for found in surveyed(load_it, "_series").rows] == ["_series"]
    assert len(surveyed(load_it).rows) == 2


def test_what_concerns_every_brand_is_in_no_row(edit: Edit, load_it: LoadIt) -> None:
    edit.write("notes.txt", "nothing reads this")
    found = surveyed(load_it)
    assert [each.code for each in found.shared] == ["FILE-UNKNOWN"]
    assert all(each.code != "FILE-UNKNOWN" for each in found.findings)
