"""The national specimen: as many boards as are asked for, all different, the same every time."""

import hashlib
import os
import re
import subprocess
import sys
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from briefpress.load.yamltext import read_yaml
from briefpress.packs.specimen import MOST, specimen_packs
from briefpress.packs.specimen.areas import AREAS
from briefpress.packs.specimen.dice import Dice
from briefpress.packs.specimen.names import named_boards
from briefpress.packs.specimen.places import first_places, is_like_a_real_one
from tests.unit.packs.support import faces, paths

ROOT = Path(__file__).parents[4]
AUDIENCES = ("nurses", "teachers", "police")
ISSUED = date(2026, 11, 2)
COUNT = 150
DRAMA = re.compile(
    r"999|101|01632 960 \d{3}|01(?:13|14|15|16|17|18|21|51|61) 496 0\d{3}|0191 498 0\d{3}"
    r"|020 7946 0\d{3}|0808 157 0\d{3}|0306 999 0\d{3}"
)
"""The ranges that Ofcom keeps for drama, and the two numbers that are everybody's."""


@cache
def files() -> dict[PurePosixPath, bytes]:
    """All packs; logos are marks alone, for lettering takes its time."""
    return dict(specimen_packs(COUNT, AUDIENCES, ISSUED, None))


@cache
def packs() -> dict[str, Any]:
    return {
        path.parent.name: read_yaml(data.decode(), str(path))
        for path, data in files().items()
        if path.name == "brand.yaml"
    }


def test_there_are_as_many_as_were_asked_for() -> None:
    assert len(packs()) == COUNT
    assert len({pack["meta"]["name"]["full"] for pack in packs().values()}) == COUNT


def test_fewer_are_the_first_ones_of_more() -> None:
    few = dict(specimen_packs(12, AUDIENCES, ISSUED, None))
    slugs = {path.parts[0] for path in few}
    assert slugs == set(list(packs())[:12])
    same = [path for path, data in few.items() if files()[path] == data]
    # The last one of the few has nobody to share with.
    assert len(few) - len(same) <= 1


def test_logos_are_drawn_in_shapes_alone() -> None:
    logos = [
        data
        for path, data in specimen_packs(3, AUDIENCES, ISSUED, faces())
        if path.suffix == ".svg"
    ]
    assert len(logos) == 3 * 2 + 1 + 2 + 3
    for svg in logos:
        assert [len(data) > 1000 for data, _ in paths(svg)] == [False, True]


def test_another_process_makes_the_same_bytes() -> None:
    code = (
        "import hashlib, datetime; from briefpress.packs.specimen import specimen_packs;"
        f"p = specimen_packs(5, {AUDIENCES!r}, datetime.date(2026, 11, 2), None);"
        "print(hashlib.sha256(b''.join(d for _, d in p)).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    there = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    here = b"".join(data for _, data in specimen_packs(5, AUDIENCES, ISSUED, None))
    assert there.stdout.decode().strip() == hashlib.sha256(here).hexdigest()


def test_every_pack_is_invented_and_says_so() -> None:
    for pack in packs().values():
        assert pack["extends"] == "_series"
        assert pack["demonstration"] == "yes"
    text = b"".join(data for path, data in files().items() if path.suffix == ".yaml").decode()
    addresses = re.findall(r'(?:https://|@)([^/"\s)]+)', text)
    assert len(addresses) > COUNT
    assert [name for name in addresses if not name.endswith(".example.org")] == []
    for pack in packs().values():
        for contact in pack["contacts"]:
            assert [p for p in contact.get("phones", []) if not DRAMA.fullmatch(p)] == []


def test_no_number_belongs_to_two_boards_unless_they_say_so() -> None:
    seen: dict[str, str] = {}
    shared: set[str] = set()
    for slug, pack in packs().items():
        for contact in pack["contacts"]:
            for phone in contact.get("phones", []):
                other = seen.setdefault(phone, slug)
                if other != slug and phone not in ("999", "101"):
                    assert contact["shared_with"] == [other]
                    shared |= {slug, other}
    assert len(shared) > 10
    declared = {
        slug
        for slug, pack in packs().items()
        for contact in pack["contacts"]
        if "shared_with" in contact
    }
    assert declared == shared


def test_names_run_from_eight_characters_to_ninety() -> None:
    lengths = [len(pack["meta"]["name"]["full"]) for pack in packs().values()]
    assert min(lengths) == 8
    assert max(lengths) == 90
    assert len(set(lengths)) > 30
    lasts = {pack["meta"]["name"]["full"].split()[-1] for pack in packs().values()}
    assert {"Partnership", "Board", "Trust", "SCP", "Arrangements"} < lasts


def test_boards_differ_in_all_that_boards_differ_in() -> None:
    found = list(packs().values())
    assert {len(pack["organisation"]["areas"]) for pack in found} == {1, 2, 3}
    assert {len(pack["partners"]) for pack in found} == set(range(1, 9))
    assert {bool(pack["color"]["secondary"]) for pack in found} == {True, False}
    lado = [c for pack in found for c in pack["contacts"] if c["kind"] == "lado"]
    assert {("phones" in c, "email" in c) for c in lado} == {
        (True, True),
        (True, False),
        (False, True),
    }
    assert sum("versions" in pack for pack in found) == 20
    hours = {str(c["hours"]) for pack in found for c in pack["contacts"] if "hours" in c}
    assert len(hours) >= 7
    some = [c for pack in found for c in pack["contacts"] if "audiences" in c]
    assert {c["kind"] for c in some} == {"front_door", "early_help"}
    notes = [len(note["text"]) for pack in found for note in pack["local"]]
    assert min(notes) < 60
    assert max(notes) > 300
    for pack in found:
        assert sum(p["role"] == "nhs" for p in pack["partners"]) <= 1


def test_colours_go_all_round_the_circle_from_pale_to_dark() -> None:
    from coloraide import Color  # noqa: PLC0415 - only here

    primaries = []
    for pack in packs().values():
        color = pack["color"]
        primaries.append(Color(color.get("palette", {}).get(color["primary"], color["primary"])))
    hues = {int(c.convert("oklch")["hue"] // 30) for c in primaries}
    lights = [c.convert("oklch")["lightness"] for c in primaries]
    assert hues == set(range(12))
    assert min(lights) < 0.25
    assert max(lights) > 0.85


def test_places_are_not_those_that_there_are() -> None:
    for area in re.split(r"[;,]|\n", AREAS):
        if area.strip():
            assert is_like_a_real_one(area)
    invented = first_places(500)
    assert len(set(invented)) == 500
    assert [place for place in invented if is_like_a_real_one(place)] == []


def test_there_are_names_and_numbers_for_the_largest_specimen() -> None:
    assert len({named.full for named in islice(named_boards(), MOST)}) == MOST
    assert sum(1 for _ in specimen_packs(MOST, AUDIENCES, ISSUED, None)) > MOST


def test_dice_fall_the_same_way_every_time() -> None:
    one, other = Dice("a", 1), Dice("a", 1)
    assert [one.below(100) for _ in range(9)] == [other.below(100) for _ in range(9)]
    assert [Dice("a", 2).below(100) for _ in range(9)] != [Dice("a", 1).below(100)] * 9
    assert sorted(Dice("b").mixed("abcdef")) == list("abcdef")
    assert 2 <= Dice("c").between(2, 3) <= 3


@pytest.mark.parametrize("limit", [1, 2, 6])
def test_each_side_of_the_dice_falls(limit: int) -> None:
    dice = Dice("sides")
    assert {dice.below(limit) for _ in range(200)} == set(range(limit))
