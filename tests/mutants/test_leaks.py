"""Leaks: words, numbers and files of other audiences and brands, wherever they are put."""

from dataclasses import replace
from functools import cache
from hashlib import sha256

import pikepdf
import pytest
from pikepdf import Array, Pdf, String

from briefpress.check import check
from briefpress.compose import compose
from briefpress.diagnostics import Diagnostic
from briefpress.load import load
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.render import Engine
from briefpress.selection import select
from tests.conftest import TODAY
from tests.mutants.support import CARD, Change, broken, good
from tests.pages.support import TESTS, engine

NENE, BOTH = "nene", "calderwick-and-nene"


def leaks(proof: Proof) -> list[Diagnostic]:
    return [found for found in check(proof).diagnostics if found.code.startswith("LEAK-")]


def printed(document: Document, html: str) -> Proof:
    """The document with something more at the end of its first side."""
    changed = document.html.replace("</section>", f"<div>{html}</div></section>", 1)
    return Engine().render(replace(document, html=changed))


@pytest.mark.parametrize(
    ("html", "code", "said"),
    [
        ("Send microwaves away unopened.", "LEAK-AUDIENCE", "message S2"),
        ("Send <b>microwaves</b> away<br>unopened.", "LEAK-AUDIENCE", "message S2"),
        ("<p>No microwaves</p>", "LEAK-AUDIENCE", "message S2"),
        ("<p>Who is insured, for what, and since when?</p>", "LEAK-AUDIENCE", "message S4"),
        ("Look up when somebody sits down.", "LEAK-AUDIENCE", "section the-queue"),
        ("Insurance follows the testing, not the mending", "LEAK-AUDIENCE", "section the-books"),
        ("You are not there on Saturdays, and", "LEAK-AUDIENCE", "words for trustees"),
        ("What did we last send away that", "LEAK-AUDIENCE", "words for fixers"),
        ("<p style='font-size:1pt'>Send microwaves away unopened.</p>", "LEAK-AUDIENCE", "S2"),
        ("Repair Café Notes", "LEAK-BRAND", "name of brand _series"),
        ("example.org/cafes", "LEAK-BRAND", "address of brand _series"),
        ("<img src='x' alt='Repair Café Notes'>", "LEAK-BRAND", "name of brand _series"),
        ("<a href='https://example.org/cafes'>here</a>", "LEAK-BRAND", "address of brand _series"),
    ],
)
def test_what_a_layout_prints_of_others_is_found(html: str, code: str, said: str) -> None:
    found = leaks(printed(good(CARD).document, html))
    assert any(one.code == code and said in one.message for one in found), found


@pytest.mark.parametrize(
    "html",
    [
        "Greet everybody within a minute, even if nobody is free to mend.",
        "Fixers and Trustees have briefings of their own.",
        "No doubt some microwaves are closed.",
        "The survey of repair cafés, by Hollis, for all of Wexbridge.",
        "Keep it away from the hall.",
        "Call 999, or 01632 960 101.",
    ],
)
def test_what_this_edition_may_say_is_no_leak(html: str) -> None:
    assert leaks(printed(good(CARD).document, html)) == []


def in_title(text: str) -> Change:
    def apply(pdf: Pdf) -> None:
        pdf.docinfo["/Subject"] = text

    return apply


def in_bookmark(text: str) -> Change:
    def apply(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(text, 0))

    return apply


def in_tags(text: str) -> Change:
    def apply(pdf: Pdf) -> None:
        element = pdf.Root.StructTreeRoot.K
        while isinstance(element, Array):
            element = element[0]
        element.Alt = String(text)

    return apply


def in_metadata(text: str) -> Change:
    def apply(pdf: Pdf) -> None:
        end = b"</dc:title>"
        data = pdf.Root.Metadata.read_bytes().replace(end, text.encode() + end)
        pdf.Root.Metadata = pdf.make_stream(data)

    return apply


def in_link(text: str) -> Change:
    def apply(pdf: Pdf) -> None:
        for note in pdf.pages[1].obj.Annots:
            if "/A" in note:
                note["/Contents"] = String(text)

    return apply


@pytest.mark.parametrize("place", [in_title, in_bookmark, in_tags, in_metadata, in_link])
@pytest.mark.parametrize(
    ("text", "code"),
    [("Send microwaves away unopened", "LEAK-AUDIENCE"), ("Repair Café Notes", "LEAK-BRAND")],
)
def test_what_only_tools_hear_is_found(place: object, text: str, code: str) -> None:
    assert callable(place)
    found = leaks(broken(good(CARD), place(text)))
    assert {one.code for one in found} == {code}


@cache
def boards() -> Library:
    """The specimen with two boards more, of which one has the other's name in its own."""
    found = load(TESTS / "specimen" / "source", TESTS.parent / "layouts", TODAY).library
    assert found is not None
    base = found.brands["wexbridge"]

    def board(slug: str, name: str, short: str, phone: str) -> Library:
        meta = base.data.meta.model_copy(
            update={"name": base.data.meta.name.model_copy(update={"full": name, "short": short})}
        )
        contacts = tuple(
            one.model_copy(update={"phones": (phone,), "email": f"door@{slug}.example.org"})
            if one.kind == "front_door"
            else one
            for one in base.data.contacts
        )
        data = base.data.model_copy(update={"meta": meta, "contacts": contacts})
        return replace(found, brands={slug: replace(base, slug=slug, data=data)})

    both = board(BOTH, "Calderwick and Nene Repair Network", "Calderwick and Nene", "01632 960 226")
    one = board(NENE, "Nene Repair Network", "Nene", "01632 960 380")
    return replace(found, brands={**both.brands, **one.brands})


def card(brand: str) -> Document:
    return compose(select(boards(), Edition(brand, "hosts", "card")), boards())


@pytest.mark.parametrize("brand", [NENE, BOTH])
def test_a_name_inside_another_name_is_no_leak(brand: str) -> None:
    assert leaks(engine().render(card(brand))) == []


@pytest.mark.parametrize(
    ("brand", "html"),
    [
        (BOTH, "Call 01632 960 380."),
        (BOTH, "Call 01632-960-380 or +44 1632 960380."),
        (BOTH, "Call +44 (0)1632 960380."),
        (BOTH, "<a href='tel:+441632960380'>Call</a>"),
        (BOTH, "door@nene.example.org"),
        (NENE, "Call 01632 960226."),
        (NENE, "Calderwick and Nene"),
        (NENE, "<a href='mailto:door@calderwick-and-nene.example.org'>write</a>"),
    ],
)
def test_numbers_and_addresses_of_another_board_are_found(brand: str, html: str) -> None:
    found = leaks(printed(card(brand), html))
    assert {one.code for one in found} == {"LEAK-BRAND"}
    other = NENE if brand == BOTH else BOTH
    assert any(f"of brand {other}" in one.message for one in found)


def test_a_logo_of_another_board_is_found() -> None:
    document = card(NENE)
    ownership = document.ownership
    assert ownership is not None
    (key, data) = next((url, data) for url, data in document.assets.items() if "/brands/" in url)
    files = {**ownership.files, sha256(data).hexdigest(): frozenset({BOTH})}
    stolen = replace(document, ownership=replace(ownership, files=files))
    found = leaks(engine().render(stolen))
    assert [one.message for one in found] == [f"{key} is a file of brand {BOTH}"]


def test_a_leak_is_told_at_the_line_of_what_leaked_and_where_it_is_seen() -> None:
    proof = printed(good(CARD).document, "Send microwaves away unopened.")
    (found,) = [one for one in leaks(proof) if one.code == "LEAK-AUDIENCE"]
    assert found.where.file.endswith("messages.yaml")
    assert "page 1" in found.message
    (fault,) = next(r for r in check(proof).results if r.code == "LEAK-AUDIENCE").faults
    assert fault.spots


def test_the_name_of_the_file_is_heard() -> None:
    document = card(NENE)
    edition = replace(document.edition, layout="calderwick-and-nene-card")
    found = leaks(engine().render(replace(document, edition=edition)))
    assert [one.message.partition(": ")[2] for one in found] == [
        "file name: name of brand calderwick-and-nene is heard: 'calderwick and nene'"
    ]
