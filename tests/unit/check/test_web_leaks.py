"""Mutants of web pages and plain texts: what was lost, and what belongs to others, is found."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from hashlib import sha256

import pytest

from briefpress.check import check_text, check_web
from briefpress.compose import compose, plain_text
from briefpress.model.checked import FAIL, Checked
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from briefpress.selection import select
from tests.pages.support import BRAND, library

FOREIGN = "Send microwaves away unopened."
"""A message of fixers and trustees."""


@cache
def page(layout: str = "card") -> Document:
    """A web page of hosts."""
    return compose(select(library(), Edition(BRAND, "hosts", layout, "html")), library())


def with_html(change: Callable[[str], str], layout: str = "card") -> Checked:
    html = change(page(layout).html)
    assert html != page(layout).html
    return check_web(replace(page(layout), html=html))


def failing(checked: Checked) -> set[str]:
    return {code for code, verdict in checked.verdicts.items() if verdict == FAIL}


def into(html: str) -> Callable[[str], str]:
    return lambda whole: whole.replace("</main>", f"{html}</main>", 1)


@pytest.mark.parametrize("layout", ["card", "briefing", "seven-minute"])
def test_pages_are_good_before_they_are_broken(layout: str) -> None:
    assert failing(check_web(page(layout))) == set()
    assert failing(check_text(page(layout), plain_text(page(layout).html))) == set()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda html: html.replace("Leads go along the wall.", ""), "CLAIM-MISSING"),
        (lambda html: html.replace("Leads go along the wall.", "Leads go along."), "CLAIM-MISSING"),
        (lambda html: html.replace(">01632 960 101<", ">01632 960 110<"), "CLAIM-MISSING"),
        (into(f"<p>{FOREIGN}</p>"), "LEAK-AUDIENCE"),
        (into(f'<img alt="{FOREIGN}" src="data:,">'), "LEAK-AUDIENCE"),
        (into(f'<p title="{FOREIGN}">x</p>'), "LEAK-AUDIENCE"),
        (into(f"<!-- {FOREIGN} -->"), "LEAK-AUDIENCE"),
        (into(f"<p hidden>{FOREIGN}</p>"), "LEAK-AUDIENCE"),
        (into("<p>Send <b>microwaves</b> away unopened.</p>"), "LEAK-AUDIENCE"),
        (lambda html: html.replace("</title>", f" {FOREIGN}</title>"), "LEAK-AUDIENCE"),
        (
            lambda html: html.replace("</style>", f"p::after{{content:'{FOREIGN}'}}</style>"),
            "LEAK-AUDIENCE",
        ),
        (into("<p>Repair Café Notes</p>"), "LEAK-BRAND"),
        (into('<a href="https://example.org/cafes">x</a>'), "LEAK-BRAND"),
    ],
)
def test_a_mutant_of_a_page_is_caught(change: Callable[[str], str], code: str) -> None:
    assert code in failing(with_html(change))


def test_a_fault_of_a_page_stands_at_its_line() -> None:
    checked = with_html(lambda html: html.replace("Leads go along the wall.", ""))
    (found,) = [one for one in checked.diagnostics if one.code == "CLAIM-MISSING"]
    assert found.where.file.endswith("messages.yaml")
    assert "message S3 line (Leads go along the wall.) is not on the page" in found.message


def test_a_logo_of_another_board_is_found_in_a_page() -> None:
    document = page()
    assert document.ownership is not None
    logo = b"<svg>another</svg>"
    files = {**document.ownership.files, sha256(logo).hexdigest(): frozenset({"other"})}
    stolen = replace(document, ownership=replace(document.ownership, files=files))
    picture = f'<img alt="x" src="data:image/svg+xml;base64,{b64encode(logo).decode()}">'
    html = into(picture)(document.html)
    (found,) = [
        d for d in check_web(replace(stolen, html=html)).diagnostics if d.code == "LEAK-BRAND"
    ]
    assert found.message.endswith("is a file of brand other")


@pytest.mark.parametrize(
    ("line", "code"), [(FOREIGN, "LEAK-AUDIENCE"), ("See example.org/cafes", "LEAK-BRAND")]
)
def test_a_mutant_of_a_text_is_caught(line: str, code: str) -> None:
    text = plain_text(page().html)
    assert code in failing(check_text(page(), f"{text}\n{line}\n"))


def test_what_was_heard_is_kept_for_later() -> None:
    checked = check_web(page())
    assert checked.transcript is not None
    assert "leads go along the wall" in checked.transcript.words
    assert "01632960101" in checked.transcript.numbers
