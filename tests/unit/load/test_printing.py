"""Printers: what comes with the layouts, what the publication brings, and what cannot be."""

from collections.abc import Callable

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
    ],
)
def test_what_no_printer_does(
    edit: Edit, faults: Callable[[], list[str]], old: str, new: str, expected: str
) -> None:
    edit.write("printers/window.yaml", OURS.replace(old, new))
    assert faults() == [f"source/printers/window.yaml:{expected}"]


def test_a_name_that_could_not_be_typed(edit: Edit, faults: Callable[[], list[str]]) -> None:
    edit.write("printers/By the Window.yaml", OURS)
    assert faults() == [
        (
            "source/printers/By the Window.yaml: SLUG error: profile 'By the Window': "
            "use a-z, 0-9 and '-', 2 to 63 characters"
        )
    ]
