"""What a command line asks for and cannot have is told with its cure, before anything is made."""

from dataclasses import replace

import pytest

from briefpress.model.library import Library
from briefpress.selection import Wanted, editions_of
from briefpress.wishes import unmet
from tests.unit.compose.support import specimen_library

LIBRARY = specimen_library()
SHEETS = ("sheet",)


def told(wanted: Wanted, library: Library = LIBRARY) -> list[tuple[str, str]]:
    """Messages and hints of everything that stands against what was asked for."""
    editions, unknown = editions_of(library, wanted)
    return [(d.message, d.hint) for d in unknown or unmet(library, wanted, editions)]


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        (
            Wanted(layouts=("card",), sizes=("cr80",)),
            "layout 'card' is not made in size 'cr80'",
            "it is made in: a5, a6",
        ),
        (
            Wanted(layouts=("briefing",), sizes=("a6",)),
            "layout 'briefing' is not made in size 'a6'",
            "it has no sizes",
        ),
        (
            Wanted(layouts=("card",), formats=("booklet",)),
            "layout 'card' is not made in format 'booklet'",
            "it is made in: screen, print, sheet, large-print, html, text",
        ),
        (
            Wanted(layouts=("briefing",), formats=SHEETS),
            "layout 'briefing' is not made in format 'sheet'",
            "it is made in: screen, print, booklet, large-print, html, text",
        ),
        (
            Wanted(sizes=("cr80",)),
            "nothing that is built has the size 'cr80'",
            "add --layout pocket",
        ),
        (Wanted(sizes=("a66",)), "unknown size 'a66'", "did you mean 'a6'?"),
        (Wanted(formats=("sheets",)), "unknown format 'sheets'", "did you mean 'sheet'?"),
        (
            Wanted(formats=SHEETS, printer="office-a44"),
            "unknown printer 'office-a44'",
            "did you mean 'office-a4'?",
        ),
        (
            Wanted(formats=("print",), shop="coatd"),
            "unknown print profile 'coatd'",
            "did you mean 'coated'?",
        ),
        (
            Wanted(printer="press-sra3"),
            "--printer is for sheets and booklets, and none is asked for",
            "add --format sheet or --format booklet",
        ),
        (
            Wanted(formats=SHEETS, shop="plastic-card"),
            "--print-profile is for print files, and none is asked for",
            "add --format print",
        ),
        (
            Wanted(mixed=True),
            "--mixed is for sheets, and none is asked for",
            "add --format sheet",
        ),
        (
            Wanted(audiences=("hosts",), formats=SHEETS, mixed=True),
            "a mixed sheet has the cards of all audiences",
            "leave out --audience, or --mixed",
        ),
    ],
)
def test_what_cannot_be_had_is_told_with_its_cure(wanted: Wanted, message: str, hint: str) -> None:
    assert told(wanted) == [(message, hint)]


def test_a_mixed_sheet_needs_somebody_to_mix() -> None:
    alone = replace(LIBRARY, audiences={"hosts": LIBRARY.audiences["hosts"]})
    wanted = Wanted(formats=SHEETS, mixed=True)
    assert told(wanted, alone) == [
        ("a mixed sheet needs more than one audience", "leave out --mixed")
    ]


def test_a_printer_whose_file_is_wrong_is_not_called_unknown() -> None:
    broken = replace(LIBRARY, printing=replace(LIBRARY.printing, broken=frozenset({"window"})))
    said = told(Wanted(formats=SHEETS, printer="window"), broken)
    assert said == [
        (
            "printer 'window' cannot be used",
            "its file has an error, which is told beside this line",
        )
    ]


def test_layouts_that_have_no_usual_printer_say_so_only_for_sheets() -> None:
    bare = replace(LIBRARY, printing=replace(LIBRARY.printing, printers={}))
    assert told(Wanted(), bare) == []
    ((message, _),) = told(Wanted(formats=SHEETS), bare)
    assert message == "unknown printer 'office-a4'"


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(layouts=("card",), sizes=("a6",), formats=SHEETS, mixed=True),
        Wanted(formats=("booklet",), printer="office-a3"),
        Wanted(formats=("print",), shop="plastic-card"),
        Wanted(layouts=("pocket",), sizes=("cr80", "a6")),
        Wanted(sizes=("a5", "a6")),
    ],
)
def test_what_can_be_had_is_no_cause_for_words(wanted: Wanted) -> None:
    assert told(wanted) == []


def test_a_pack_in_a_size_keeps_what_has_no_sizes() -> None:
    wanted = Wanted(
        ("wexbridge",), ("hosts",), formats=("screen", "html"), sizes=("a6",), besides=True
    )
    editions, _ = editions_of(LIBRARY, wanted)
    ids = [edition.id for edition in editions]
    assert "wexbridge-hosts-card-a6" in ids
    assert "wexbridge-hosts-card" not in ids
    assert {"wexbridge-hosts-briefing", "wexbridge-hosts-card-html"} <= set(ids)
    assert "wexbridge-hosts-card-a6-html" not in ids
