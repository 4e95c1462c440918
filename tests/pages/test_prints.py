"""Print files of the specimen: made by the press, for the shop that was asked for."""

from io import BytesIO

import pikepdf
import pytest

from briefpress.finish import Makers
from briefpress.model.edition import Edition
from briefpress.press import Made, Manner, Press
from briefpress.selection import Wanted, editions_of
from tests.pages.support import library


def made(edition: Edition, shop: str = "coated") -> Made:
    return Press(library(), Manner(makers=Makers(shop=shop))).make(edition)


@pytest.mark.parametrize("layout", ["card", "briefing"])
def test_an_edition_for_a_print_shop(layout: str) -> None:
    edition = Edition("wexbridge", "fixers", layout, "print")
    printed = made(edition)
    assert printed.diagnostics == ()
    assert printed.entry is not None
    assert printed.entry.path.endswith(f"{layout}-print.pdf")
    with pikepdf.open(BytesIO(printed.files[edition.path])) as pdf:
        assert len(pdf.pages) == printed.entry.pages
        assert "/Font" in pdf.pages[0].Resources


def test_a_shop_that_wants_no_fonts_gets_none() -> None:
    edition = Edition("wexbridge", "hosts", "card", "print")
    printed = made(edition, "plastic-card")
    assert printed.diagnostics == ()
    with pikepdf.open(BytesIO(printed.files[edition.path])) as pdf:
        assert all("/Font" not in page.Resources for page in pdf.pages)


def test_a_shop_that_nobody_knows_is_told() -> None:
    wanted = Wanted(("wexbridge",), ("hosts",), ("card",), ("print",), shop="coatd")
    editions, (unknown,) = editions_of(library(), wanted)
    assert len(editions) == 1
    assert unknown.message == "unknown print profile 'coatd'"
    assert unknown.hint == "did you mean 'coated'?"
