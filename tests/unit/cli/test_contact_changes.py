"""Changed contacts on the console and as data."""

import json

from briefpress.cli.options import FAILED, FINE
from tests.conftest import Edit
from tests.unit.cli.conftest import Command

PACK = "brands/wexbridge/brand.yaml"
OLD, NEW = "01632 960 101", "01632 960 109"
CHANGE = f"wexbridge front_door 'The hall': phones {OLD}, 0117 496 0102, now {NEW}, 0117 496 0102"


def test_programs_get_the_changes_as_data(command: Command, edit: Edit) -> None:
    one = ("--brand", "wexbridge", "--audience", "hosts", "--layout", "card", "--jobs", "1")
    assert command(*one).code == FINE
    edit.replace(PACK, OLD, NEW)
    told = command("check", *one)
    assert told.code == FINE
    assert told.err.splitlines()[-1] == "passed 1 of 1 edition, 1 contact changed"
    assert f"CONTACT-CHANGED note: {CHANGE}" in told.err
    data = json.loads(command("check", "--json", "--strict", *one).out)
    assert data["contact_changes"] == [
        {
            "brand": "wexbridge",
            "kind": "front_door",
            "label": "The hall",
            "field": "phones",
            "old": f"{OLD}, 0117 496 0102",
            "new": f"{NEW}, 0117 496 0102",
            "confirmed_by": "",
        }
    ]
    assert data["passed"] == []
    assert command("check", "--strict", *one).code == FAILED
