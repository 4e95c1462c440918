"""Printers: what comes with the layouts, what the publication brings, and what cannot be."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefpress.model.library import Loaded
from briefpress.model.printing import Binding, Paper
from tests.conftest import Edit

LoadIt = Callable[[], Loaded]
OURS = """title: The one by the window
paper: a3
binding: short-edge
margins: {top: 7mm, right: 7mm, bottom: 7mm, left: 7mm}
drift: {right: 0.8, down: -0.4}
cutting: {bleed: 2mm, gutter: 6mm, marks: no}
"""


def test_a_publication_may_bring_its_own_printer(edit: Edit, load_it: LoadIt) -> None:
    edit.write("printers/window.yaml", OURS)
    loaded = load_it()
    assert loaded.diagnostics == ()
    assert loaded.library is not None
    printer = loaded.library.printing.printers["window"]
    assert (printer.paper, printer.binding) == (Paper.A3, Binding.SHORT)
    assert (printer.drift.down, printer.margins.left) == (-0.4, 7)
    assert printer.cutting.marks is False
    assert "office-a4" in loaded.library.printing.printers


def test_it_stands_in_for_one_of_the_same_name(edit: Edit, load_it: LoadIt) -> None:
    edit.write("printers/office-a4.yaml", OURS)
    library = load_it().library
    assert library is not None
    assert library.printing.printers["office-a4"].title == "The one by the window"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("paper: a3", "paper: a2", "2: VALUE error: paper: 'a2' is not allowed"),
        ("binding: short-edge", "binding: both", "3: VALUE error: binding: 'both' is not allowed"),
        (
            "bleed: 2mm, gutter: 6mm",
            "bleed: 4mm, gutter: 6mm",
            "6: VALUE error: cutting: gutter (6mm) is narrower than the two bleeds in it (2 x 4mm)",
        ),
        ("right: 0.8", "right: 80", "5: VALUE error: drift.right: 80 is too large"),
        ("drift:", "dritf:", "5: KEY-UNKNOWN error: unknown key 'dritf'"),
        ("top: 7mm", "top: 70mm", "4: VALUE error: margins.top: 70mm is too large"),
        ("top: 7mm", "top: -7mm", "4: VALUE error: margins.top: '-7mm' is not a length; …"),
        ("top: 7mm", "top: 7", "4: VALUE error: margins.top: '7' is not a length; …"),
        ("down: -0.4", "down: a bit", "5: VALUE error: drift.down: …"),
        ("bleed: 2mm", "bleed: 20mm", "6: VALUE error: cutting.bleed: 20mm is too large"),
        ("marks: no", "method: glue", "6: VALUE error: cutting.method: 'glue' is not allowed"),
    ],
)
def test_what_no_printer_does(
    edit: Edit, faults: Callable[[], list[str]], old: str, new: str, expected: str
) -> None:
    edit.write("printers/window.yaml", OURS.replace(old, new))
    (said,) = faults()
    wanted = re.escape(f"source/printers/window.yaml:{expected}").replace("…", ".*")
    assert re.fullmatch(wanted, said), said


SHOP = """title: The shop round the corner
bleed: 3mm
profile: coated-fogra39
ink_limit: 280
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "coated-fogra39",
            "coated-fogra93",
            "3: PRINT-PROFILE error: unknown ICC profile 'coated-fogra93'",
        ),
        ("ink_limit: 280", "ink_limit: 90", "4: VALUE error: ink_limit: 90 is too small"),
        ("ink_limit: 280", "ink_limit: 450", "4: VALUE error: ink_limit: 450 is too large"),
        ("bleed: 3mm", "bleed: 30mm", "2: VALUE error: bleed: 30mm is too large"),
        ("bleed: 3mm", "resolution: 30", "2: VALUE error: resolution: 30 is too small"),
        ("profile:", "profil:", "3: KEY-UNKNOWN error: unknown key 'profil'"),
    ],
)
def test_what_no_shop_asks_for(
    edit: Edit, load_it: LoadIt, faults: Callable[[], list[str]], old: str, new: str, expected: str
) -> None:
    edit.write("print-profiles/corner.yaml", SHOP.replace(old, new))
    assert faults() == [f"source/print-profiles/corner.yaml:{expected}"]
    library = load_it().library
    assert library is not None
    assert "corner" not in library.printing.shops
    assert library.printing.broken == {"corner"}


def test_a_file_with_errors_is_not_passed_over_for_one_of_the_same_name(
    edit: Edit, load_it: LoadIt
) -> None:
    """Else the sheet would come out with another printer's margins."""
    edit.write("printers/office-a4.yaml", OURS.replace("paper: a3", "paper: a2"))
    library = load_it().library
    assert library is not None
    assert "office-a4" not in library.printing.printers
    assert library.printing.broken == {"office-a4"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<html>not found</html>", "is no ICC profile"),
        (b"\0" * 16 + b"RGB " + b"\0" * 16 + b"acsp", "is a profile of RGB; a press prints CMYK"),
    ],
)
def test_a_profile_of_something_else(
    specimen: Path, faults: Callable[[], list[str]], data: bytes, said: str
) -> None:
    folder = specimen / "profiles"
    folder.mkdir()
    (folder / "shop.icc").write_bytes(data)
    assert faults() == [f"source/profiles/shop.icc: PRINT-PROFILE error: {said}"]


def test_a_name_that_could_not_be_typed(edit: Edit, faults: Callable[[], list[str]]) -> None:
    edit.write("printers/By the Window.yaml", OURS)
    assert faults() == [
        (
            "source/printers/By the Window.yaml: SLUG error: profile 'By the Window': "
            "use a-z, 0-9 and '-', 2 to 63 characters"
        )
    ]
