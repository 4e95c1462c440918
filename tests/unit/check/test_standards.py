"""The rules that ask a validator: both standards, in which formats, and how faults are told."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefpress.check.known import Known
from briefpress.check.opened import Opened
from briefpress.check.rules import RULES
from briefpress.check.standards import (
    SHOWN,
    UA,
    A,
    is_valid_but_for_levels,
    pdf_a,
    pdf_ua,
    validator,
)
from briefpress.model.checked import Fault
from briefpress.model.layout import Format
from tests.unit.render.support import proof

if TYPE_CHECKING:
    from briefpress.model.document import Proof


def test_both_standards_are_asked_for() -> None:
    assert {code: rule for code, rule in RULES.items() if rule in (pdf_a, pdf_ua)} == {
        "PDF-UA": pdf_ua,
        "PDF-A": pdf_a,
    }


def test_who_said_so_is_said() -> None:
    made = proof("<h1>Sound</h1><p>text</p>")
    assert validator().startswith("page-validation 0.11.")
    for rule in (pdf_ua, pdf_a):
        found = rule(Opened(made))
        assert found.faults == ()
        assert found.by == validator()
        assert int(found.figure.partition(" ")[0]) > 90


@pytest.mark.parametrize(
    ("body", "words", "hint"),
    [
        ("<h1>a</h1><h3>b</h3>", "HEADING-NESTING", "begin with h1"),
        ("<h2>a</h2>", "HEADING-NESTING", "begin with h1"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "TABLE-", "as many cells"),
        ('<p><img src="a.svg">', "FIGURE-ALTERNATIVE", "its `alt`"),
        ("<p>❯</p>", "NOTDEF", "no font of the layout"),
        ('<p lang="no language!">x</p>', "LANGUAGE", "en-GB"),
    ],
)
def test_what_breaks_pdf_ua_is_told_with_its_cure(body: str, words: str, hint: str) -> None:
    square = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    faults = pdf_ua(Opened(proof(body, assets={"a.svg": square}))).faults
    assert any(words in fault.message and hint in fault.hint for fault in faults), faults
    assert len(faults) <= SHOWN


def test_what_breaks_pdf_a_alone_is_not_told_of_pdf_ua() -> None:
    made = proof("<p>x</p>", "p{color:device-cmyk(0 0 0 1)}")
    assert pdf_ua(Opened(made)).faults == ()
    (fault,) = pdf_a(Opened(made)).faults
    assert "DeviceCMYK" in fault.message or "CMYK" in fault.message


def test_a_file_that_cannot_be_read_has_not_passed() -> None:
    made = replace(proof("<p>x</p>"), pdf=b"nothing")
    for rule in (pdf_ua, pdf_a):
        (fault,) = rule(Opened(made)).faults
        assert isinstance(fault, Fault)
        assert "cannot read the file" in fault.message


@pytest.mark.parametrize(
    ("form", "asked"),
    [
        (Format.SCREEN, True),
        (Format.LARGE_PRINT, True),
        (Format.SHEET, False),
        (Format.PRINT, False),
    ],
)
def test_only_what_is_read_on_a_screen_is_held_against_them(form: Format, *, asked: bool) -> None:
    made = replace(proof("<p>x</p>"), pdf=b"nothing")
    edition = replace(made.document.edition, format=form)
    found: Proof = replace(made, document=replace(made.document, edition=edition))
    assert bool(pdf_ua(Opened(found)).faults) == asked
    assert bool(pdf_ua(Opened(found)).by) == asked


def test_what_was_said_of_all_parts_of_a_file_is_not_asked_again() -> None:
    known = Known(standards={UA: "so many rules", A: "as many rules"})
    opened = Opened(proof("<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2><p>❯</p>"), known)
    assert pdf_ua(opened).figure == "so many rules"
    assert pdf_a(opened).figure == "as many rules"
    assert pdf_ua(opened).by == validator()


@pytest.mark.parametrize("body", ["<h1>a</h1><h3>b</h3>", "<h2>a</h2>"])
def test_parts_whose_headings_leave_a_level_out_together_are_held_against_it_as_a_whole(
    body: str,
) -> None:
    known = Known(standards={UA: "so many rules", A: "as many rules"})
    (fault,) = pdf_ua(Opened(proof(body), known)).faults
    assert "HEADING-NESTING" in fault.message


@pytest.mark.parametrize(
    ("body", "is_valid"),
    [
        ("<h2>A part may begin on any level</h2>", True),
        ("<h2>But has</h2><p>❯</p>", False),
        ('<p>No <img src="a.svg"></p>', False),
    ],
)
def test_a_part_may_begin_with_any_level_of_heading_and_is_sound_otherwise(
    body: str, *, is_valid: bool
) -> None:
    square = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    assert is_valid_but_for_levels(proof(body, assets={"a.svg": square}).pdf) == is_valid
