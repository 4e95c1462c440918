"""The web page and the plain text say what the PDF says: the same words in the same order."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from briefpress.check import check_text, check_web
from briefpress.compose import compose, plain_text
from briefpress.load import load
from briefpress.markup import classes, elements, read_markup, text_of
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.selection import select
from tests.conftest import TODAY

ROOT = Path(__file__).parents[2]
PUBLICATIONS = {"specimen": ROOT / "tests/specimen/source", "ours": ROOT / "source"}
PAPER_ONLY = frozenset({"running", "n", "code"})
"""What stands in the margins of pages; numbers, which lists of the web count by themselves; and a
code for a camera, whose address both have."""
WEB_ONLY = frozenset({"anchor", "forms", "web-only", "data", "n"})
"""Links to a place and to other forms, a heading that only the page needs, and the table
of a chart, which stands beside the description that both have."""


@cache
def library(name: str) -> Library:
    found = load(PUBLICATIONS[name], ROOT / "layouts", TODAY).library
    assert found is not None
    return found


def editions() -> Iterator[tuple[str, Edition]]:
    """Every audience in every layout that the web has, of both; the boards take turns."""
    turn = 0
    for name in PUBLICATIONS:
        boards = sorted(library(name).brands)
        for audience in library(name).audiences:
            for layout, loaded in library(name).layouts.items():
                if Format.HTML not in loaded.data.formats:
                    continue
                yield name, Edition(boards[turn % len(boards)], audience, layout)
                turn += 1


@cache
def document(name: str, edition: Edition, form: Format) -> Document:
    made = Edition(edition.brand, edition.audience, edition.layout, form)
    return compose(select(library(name), made), library(name))


@cache
def tree(name: str, edition: Edition, form: Format) -> Element:
    return read_markup(document(name, edition, form).html).root


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def on_paper_only(element: Element) -> bool:
    return bool(PAPER_ONLY & classes(element))


def on_the_web_only(element: Element) -> bool:
    return bool(WEB_ONLY & classes(element)) or element.tag == "summary"


ALL = pytest.mark.parametrize(
    ("name", "edition"), tuple(editions()), ids=lambda value: getattr(value, "id", value)
)


@ALL
def test_the_web_page_has_the_words_of_the_pdf(name: str, edition: Edition) -> None:
    paper, page = (tree(name, edition, form) for form in (Format.SCREEN, Format.HTML))
    body, main = next(elements(paper, "body")), next(elements(page, "main"))
    found = words(text_of(main, on_the_web_only))
    assert len(found) > 100
    assert found == words(text_of(body, on_paper_only))


@ALL
def test_the_web_page_passes_every_rule(name: str, edition: Edition) -> None:
    assert check_web(document(name, edition, Format.HTML)).diagnostics == ()


@ALL
def test_the_plain_text_has_the_words_of_the_web_page(name: str, edition: Edition) -> None:
    source = document(name, edition, Format.TEXT)
    text = plain_text(source.html)
    assert check_text(source, text).diagnostics == ()
    assert all(len(line) <= 72 or "https://" in line for line in text.splitlines())
    contacts = select(library(name), edition).contacts
    for phone in (phone for contact in contacts for phone in contact.phones):
        assert re.search(rf"^  {re.escape(phone)}$", text, re.MULTILINE)


@ALL
def test_every_message_and_section_of_the_page_has_a_place_and_a_link_to_it(
    name: str, edition: Edition
) -> None:
    source = document(name, edition, Format.HTML)
    root = tree(name, edition, Format.HTML)
    places = {e.get("id") for e in elements(root)}
    linked = {(e.get("href") or "")[1:] for e in elements(root, "a") if "anchor" in classes(e)}
    manuscript = select(library(name), edition)
    if manuscript.layout.data.messages is not None:
        assert set(source.messages) <= linked
    else:
        assert {selected.section.id for selected in manuscript.sections} <= linked
        assert {e.get("id") for e in elements(root, "li") if e.get("id")} <= linked
        assert places & set(source.messages)
    assert linked <= places
