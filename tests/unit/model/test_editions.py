"""Editions, sections, slots and contacts: the small things that models answer."""

from pathlib import PurePosixPath

import pytest

from briefpress.diagnostics import Where
from briefpress.model.document import Fitted
from briefpress.model.edition import Edition
from briefpress.model.layout import Format, Layout, Slot
from briefpress.model.messages import CardText
from briefpress.model.section import FrontMatter, Line, Section
from briefpress.model.tokens import PAGE_REFERENCE, TOKEN, page_runs


def test_the_name_of_an_edition() -> None:
    screen = Edition("eastmarsh", "police", "card")
    assert screen.id == "eastmarsh-police-card"
    assert screen.path == PurePosixPath("eastmarsh/eastmarsh-police-card.pdf")
    assert Edition("eastmarsh", "police", "card", "print").id == "eastmarsh-police-card-print"
    small = Edition("eastmarsh", "police", "card", "print", "a6")
    assert small.path == PurePosixPath("eastmarsh/eastmarsh-police-card-a6-print.pdf")


@pytest.mark.parametrize(("form", "suffix"), [("html", "html"), ("text", "txt")])
def test_a_page_and_a_text_are_told_by_the_ending_of_their_name(form: str, suffix: str) -> None:
    edition = Edition("eastmarsh", "police", "card", form)
    assert edition.id == f"eastmarsh-police-card-{form}"
    assert edition.path == PurePosixPath(f"eastmarsh/eastmarsh-police-card.{suffix}")
    assert not Format(form).is_paged


def test_what_is_for_others_is_not_in_the_text_and_lines_keep_their_numbers() -> None:
    lines = (
        Line(5, "a"),
        Line(7, "b", frozenset({"x"})),
        Line(9, "c", frozenset({"y"})),
    )
    front = FrontMatter(title="T", audiences=None, order=1)
    section = Section("s", front, lines, Where("s.md", 1))
    assert section.text_for("x") == "\n\n\n\na\n\nb"
    assert section.text_for("y") == "\n\n\n\na\n\n\n\nc"
    assert section.where_of(7) == Where("s.md", 7)
    assert Section("s", front, (), Where("s.md", 1)).text_for("x") == ""


def test_a_slot_holds_what_is_no_higher_than_itself() -> None:
    slot = Slot(id="a", height=10, floor=9, ceiling=12)
    assert Fitted(slot, 9, 10).fits
    assert not Fitted(slot, 9, 10.1).fits


def test_lengths_of_a_layout_are_millimetres_and_points() -> None:
    layout = Layout.model_validate(
        {
            "title": "a",
            "template": "b",
            "styles": "c",
            "page": {"width": "210mm", "height": "720pt"},
            "slots": [{"id": "d", "height": "10mm", "floor": "9pt", "ceiling": "25.4mm"}],
        }
    )
    assert (layout.page.width, round(layout.page.height, 6)) == (210, 254)
    assert round(layout.slots[0].ceiling, 6) == 72
    assert layout.styles == ("c",)


def test_a_card_has_its_own_place_for_an_audience() -> None:
    card = CardText(command="a", priority=10, priority_for={"hosts": 5})
    assert (card.priority_of("hosts"), card.priority_of("fixers")) == (5, 10)


def test_notations() -> None:
    match = PAGE_REFERENCE.search("so it is (p71–72, p80, 9).")
    assert match is not None
    assert page_runs(match) == ("71-72", "80", "9")
    assert TOKEN.findall("{{ fact.a }} {{b}} { c }") == [" fact.a ", "b"]
