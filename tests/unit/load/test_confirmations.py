"""Confirmations: of what stands there now, by somebody else, and told where they are not."""

from collections.abc import Callable

import pytest

from briefpress.model.library import Loaded
from tests.conftest import Edit

LoadIt = Callable[[], Loaded]
FILE = "brands/confirmations.yaml"
ENTRY = {
    "brand": "wexbridge",
    "kind": "front_door",
    "new": '"01632 960 101"',
    "confirmed_by": "Amina Rahman",
    "confirmed_on": "2026-11-20",
}


def confirm(edit: Edit, **given: str) -> None:
    entry = {**ENTRY, **given}
    lines = [f"    {key}: {value}" for key, value in entry.items()]
    edit.write(FILE, "confirmations:\n" + "\n".join(["  -", *lines]) + "\n")


def said(load_it: LoadIt) -> list[str]:
    return [f"{d.code}: {d.message}" for d in load_it().diagnostics]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"new": "[01632 960101, 0117 496 0102, hall@wexbridge.example.org]"},
        {"label": "The hall"},
        {"kind": "police", "new": "none"},
    ],
)
def test_a_confirmation_of_what_stands_there(
    given: dict[str, str], edit: Edit, load_it: LoadIt
) -> None:
    confirm(edit, **given)
    loaded = load_it()
    assert loaded.diagnostics == ()
    assert loaded.library is not None
    assert len(loaded.library.confirmations) == 1


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"brand": "wexbrigde"}, "unknown brand 'wexbrigde'"),
        ({"kind": "police"}, "there is no contact wexbridge police"),
        ({"label": "Hall"}, "there is no contact wexbridge front_door 'Hall'"),
        ({"new": '"01632 960 999"'}, "wexbridge front_door has no 01632 960 999 (any more)"),
        ({"new": "none"}, "wexbridge front_door is there, and was not removed"),
        (
            {"confirmed_by": "Reception"},
            "wexbridge front_door: 'Reception' is no person's first and last name",
        ),
        (
            {"confirmed_by": "The hall committee"},
            "wexbridge front_door: the owner of the document is no second person",
        ),
        (
            {"confirmed_by": "tom weller"},
            "wexbridge front_door: tom weller changed it, and cannot confirm it",
        ),
        (
            {"confirmed_on": "2026-11-25"},
            "wexbridge front_door: confirmed on 2026-11-25, which is to come",
        ),
    ],
)
def test_a_confirmation_that_confirms_nothing(
    given: dict[str, str], message: str, edit: Edit, load_it: LoadIt
) -> None:
    edit.replace(
        "brands/wexbridge/brand.yaml", "    note: Ask", "    changed_by: Tom Weller\n    note: Ask"
    )
    confirm(edit, **given)
    loaded = load_it()
    assert [f"{d.code}: {d.message}" for d in loaded.diagnostics] == [
        f"CONTACT-CONFIRMATION: {message}"
    ]
    assert loaded.library is not None
    assert loaded.library.confirmations == ()


def test_the_label_says_which_of_several(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "kind: early_help", "kind: front_door")
    confirm(edit)
    assert said(load_it) == [
        "CONTACT-CONFIRMATION: wexbridge front_door: which of 'The hall', 'Spare parts'?"
    ]


def test_files_beside_the_brands_are_read_strictly(edit: Edit, load_it: LoadIt) -> None:
    confirm(edit, confirmed="Amina Rahman")
    edit.write("brands/_shared.yaml", "shared:\n  - {number: a, brands: [b], why: c}\n")
    edit.write("brands/_share.yaml", "")
    assert said(load_it) == [
        "FILE-UNKNOWN: nothing reads this file",
        "VALUE: shared[1].brands: 2 are needed at least",
        "KEY-UNKNOWN: unknown key 'confirmations[1].confirmed'",
    ]
