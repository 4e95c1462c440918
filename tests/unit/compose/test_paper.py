"""The paper: the trim and the bleed of a page, and the tokens that layouts read."""

from briefpress.compose.paper import paper_css
from briefpress.model.layout import PageSize
from tests.unit.compose.support import specimen_library

BANK_CARD = PageSize(width=85.6, height=54.0)


def test_a_page_is_as_large_as_its_trim() -> None:
    css = paper_css(BANK_CARD, None, 0.0)
    assert css.endswith("@page{size:85.6mm 54mm}")
    assert "--trim-width:85.6mm;--trim-height:54mm;--bleed:0mm;--safe:0mm" in css


def test_a_bleed_is_round_the_trim() -> None:
    css = paper_css(BANK_CARD, None, 3.0)
    assert css.endswith("@page{size:85.6mm 54mm;bleed:3mm}")
    assert "--bleed:3mm" in css


def test_a_card_says_what_it_keeps_clear() -> None:
    sizes = specimen_library().sizes
    assert "--safe:3mm;--corner:3.18mm;--clear:0mm;--top:3mm" in paper_css(
        BANK_CARD, sizes["cr80"], 0.0
    )
    assert "--clear:9mm;--top:9mm" in paper_css(BANK_CARD, sizes["lanyard-86"], 0.0)
