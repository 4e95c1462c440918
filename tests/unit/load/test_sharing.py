"""Numbers that several brands print: said by all of them, or told."""

from collections.abc import Callable

import pytest

from briefpress.model.library import Loaded
from tests.conftest import Edit

LoadIt = Callable[[], Loaded]
NUMBER = "01632 960 900"
PACK = """\
extends: _series
demonstration: yes
contacts:
  - {{kind: emergency, label: Now, phones: ["999"], checked_on: 2026-11-01}}
  - kind: front_door
    label: Front door
    phones: ["{own}"]
    checked_on: 2026-11-01
  - kind: out_of_hours
    label: Duty team
    phones: ["{shared}"]
    checked_on: 2026-11-01{more}
"""


def pack(edit: Edit, slug: str, own: str, shared: str = NUMBER, *partners: str) -> None:
    more = f"\n    shared_with: [{', '.join(partners)}]" if partners else ""
    edit.write(f"brands/{slug}/brand.yaml", PACK.format(own=own, shared=shared, more=more))


def said(load_it: LoadIt) -> list[str]:
    return [d.message for d in load_it().diagnostics if d.code == "CONTACT-SHARED"]


def test_b28_a_number_that_two_brands_print(edit: Edit, load_it: LoadIt) -> None:
    pack(edit, "aston", "01632 960 201")
    pack(edit, "beeford", "01632 960 202", "01632 960900")
    (found,) = load_it().diagnostics
    assert str(found) == (
        "source/brands/beeford/brand.yaml:11: CONTACT-SHARED warning: beeford prints 01632 960900, "
        "and so does aston (source/brands/aston/brand.yaml:11)\n"
        "  hint: give its own number; or say that it is meant, in shared_with or in "
        "brands/_shared.yaml"
    )
    assert found.scope.brands == frozenset({"aston", "beeford"})


def test_many_copies_of_one_pack_are_told_once_for_each_number(edit: Edit, load_it: LoadIt) -> None:
    for slug in ("aston", "beeford", "corley", "denton", "elmdon"):
        pack(edit, slug, "01632 960 201")
    first, second = said(load_it)
    assert first.startswith("elmdon prints 01632 960 201, and so does aston (")
    assert second.startswith("elmdon prints 01632 960 900, and so does aston (")
    assert first.endswith(") and 1 more")


def test_both_say_that_they_share_it(edit: Edit, load_it: LoadIt) -> None:
    pack(edit, "aston", "01632 960 201", NUMBER, "beeford")
    pack(edit, "beeford", "01632 960 202", NUMBER, "aston")
    assert load_it().diagnostics == ()


def test_one_alone_says_so(edit: Edit, load_it: LoadIt) -> None:
    pack(edit, "aston", "01632 960 201", NUMBER, "beeford")
    pack(edit, "beeford", "01632 960 202")
    assert said(load_it) == ["beeford does not say that it shares 01632 960 900 with aston"]


def test_a_partner_that_has_another_number_by_now(edit: Edit, load_it: LoadIt) -> None:
    pack(edit, "aston", "01632 960 201", NUMBER, "beeford")
    pack(edit, "beeford", "01632 960 202", "01632 960 901", "aston")
    assert said(load_it) == [
        "beeford prints no number of 'Duty team'",
        "aston prints no number of 'Duty team'",
    ]


def test_a_partner_that_does_not_exist(edit: Edit, load_it: LoadIt) -> None:
    pack(edit, "aston", "01632 960 201", NUMBER, "beefrod")
    pack(edit, "beeford", "01632 960 202", "01632 960 901")
    (found,) = load_it().diagnostics
    assert found.message == "unknown brand 'beefrod'"
    assert found.hint == "did you mean 'beeford'?"


SHARED = "shared:\n  - {{number: '01632 960900', brands: [{brands}], why: One team for both.}}\n"


def test_one_file_may_say_it_for_all(edit: Edit, load_it: LoadIt) -> None:
    pack(edit, "aston", "01632 960 201")
    pack(edit, "beeford", "01632 960 202")
    edit.write("brands/_shared.yaml", SHARED.format(brands="aston, beeford"))
    assert load_it().diagnostics == ()


@pytest.mark.parametrize(
    ("brands", "message"),
    [
        ("aston, beeford, wexbridge", "wexbridge does not print 01632 960900"),
        ("aston, beeford, corley", "unknown brand 'corley'"),
    ],
)
def test_the_file_says_too_much(brands: str, message: str, edit: Edit, load_it: LoadIt) -> None:
    pack(edit, "aston", "01632 960 201")
    pack(edit, "beeford", "01632 960 202")
    edit.write("brands/_shared.yaml", SHARED.format(brands=brands))
    assert said(load_it) == [message]


def test_what_is_inherited_is_no_copy(edit: Edit, load_it: LoadIt) -> None:
    edit.write("brands/wex-high/brand.yaml", "extends: wexbridge\ncontrast: high\n")
    pack(edit, "aston", "01632 960 201", NUMBER, "beeford")
    pack(edit, "beeford", "01632 960 202", NUMBER, "aston")
    edit.write("brands/aston-high/brand.yaml", "extends: aston\ncontrast: high\n")
    edit.write("brands/beeford-high/brand.yaml", "extends: beeford\ncontrast: high\n")
    assert load_it().diagnostics == ()


def test_heirs_share_what_the_file_says_of_their_parents(edit: Edit, load_it: LoadIt) -> None:
    pack(edit, "aston", "01632 960 201")
    pack(edit, "beeford", "01632 960 202")
    edit.write("brands/aston-high/brand.yaml", "extends: aston\ncontrast: high\n")
    assert len(said(load_it)) == 1
    edit.write("brands/_shared.yaml", SHARED.format(brands="aston, beeford"))
    assert load_it().diagnostics == ()


def test_numbers_for_the_whole_country_belong_to_all(edit: Edit, load_it: LoadIt) -> None:
    for slug, own in (("aston", "01632 960 201"), ("beeford", "01632 960 202")):
        pack(edit, slug, own, "116 123")
    assert load_it().diagnostics == ()
