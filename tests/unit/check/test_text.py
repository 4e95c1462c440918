"""Preflight rules on plain text: each fires on its fault, and stays quiet without it."""

import pytest

from briefpress.check import check_text
from briefpress.compose import plain_text
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from tests.unit.check.test_web import LAYOUT, page

MAIN = (
    '<p>Ring <a href="tel:999">999</a>, or <a href="https://e.org/a">write</a>: '
    '<a href="https://e.org/b/">e.org/b</a>.</p><ol><li>2 cups</li><li>tea</li></ol>'
    '<p>See it <a class="anchor" href="#main" aria-label="here">#</a></p>'
)
TEXT = plain_text(page(MAIN))


def faults(text: str, html: str = page(MAIN)) -> list[str]:
    document = Document(Edition("b", "a", "l", "text"), LAYOUT, "T", html, {}, {})
    checked = check_text(document, text)
    assert [result.code for result in checked.results][3:] == ["PLAIN-WORDS", "PLAIN-SIGNS"]
    return [f"{found.code}: {found.message}" for found in checked.diagnostics]


def test_the_text_that_is_made_of_a_page_passes() -> None:
    assert "1. 2 cups" in TEXT
    assert faults(TEXT) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Ring 999", "Ring 998", "where the page says '999 or write e org b', the text says"),
        ("tea", "", "where the page says 'tea See it'"),
        ("tea", "tea tea", "the text says 'tea See it'"),
        ("See it", "See it now", "the text says 'now' after the end"),
        ("2 cups", "cups", "where the page says '2 cups tea See it'"),
    ],
)
def test_a_word_that_is_changed_lost_or_added_is_told(old: str, new: str, message: str) -> None:
    assert TEXT.count(old) == 1
    (found,) = faults(TEXT.replace(old, new))
    assert found.startswith("PLAIN-WORDS: ")
    assert message in found


def test_a_page_without_a_main_part_is_told() -> None:
    assert faults("", "<p>x</p>") == ["PLAIN-WORDS: the page has no main part"]


@pytest.mark.parametrize("sign", ["\a", "\ue000", "\ufdd0", "\t"])
def test_a_sign_that_is_no_text_is_told(sign: str) -> None:
    assert faults(TEXT + sign) == [f"PLAIN-SIGNS: the text has the sign U+{ord(sign):04X}"]
