"""Mutants of the file itself: cut off, out of order, or with what no document of ours has."""

from dataclasses import replace

import pytest
from pikepdf import Array, Pdf

from briefpress.check import check
from tests.mutants.support import BRIEFING, CARD, broken, failing, good


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"%PDF-1.7\n%%EOF",
        b"<!doctype html><p>Not found</p>",
        good(CARD).pdf[:400],
        good(CARD).pdf[: len(good(CARD).pdf) // 2],
    ],
    ids=["nothing", "no objects", "html", "the head alone", "half"],
)
def test_a_file_that_is_no_whole_pdf(damaged: bytes) -> None:
    checked = check(replace(good(CARD), pdf=damaged))
    assert {fault.code for fault in checked.diagnostics} >= {"PDF-BROKEN"}
    assert checked.verdicts["PAGE-SIZE"] == "pass"


def reordered(pdf: Pdf) -> None:
    """Turn the order of the document's parts round, down to its sections."""
    kids = pdf.Root.StructTreeRoot.K
    while not isinstance(kids, Array) or len(kids) == 1:
        kids = kids[0].K if isinstance(kids, Array) else kids.K
    kids_in_order = list(kids)
    for index, kid in enumerate(reversed(kids_in_order)):
        kids[index] = kid


def test_a_structure_in_another_order() -> None:
    for edition in (CARD, BRIEFING):
        assert "CLAIM-ASTRAY" in failing(broken(good(edition), reordered))


def test_a_structure_that_is_gone() -> None:
    def remove(pdf: Pdf) -> None:
        del pdf.Root.StructTreeRoot

    assert "CLAIM-ASTRAY" in failing(broken(good(CARD), remove))
