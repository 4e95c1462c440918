"""A layout: what it is in each of its formats."""

import pytest

from briefpress.model.layout import Format, Layout, PageSize

CARD = {
    "title": "Card",
    "page": {"width": "148mm", "height": "210mm"},
    "template": "card.html.j2",
    "styles": ["card/card.css"],
    "slots": [{"id": "words", "height": "90mm", "floor": "9pt", "ceiling": "14pt"}],
}


def test_a_list_of_formats_changes_nothing_in_any_of_them() -> None:
    layout = Layout.model_validate({**CARD, "formats": ["screen", "print"]})
    assert list(layout.formats) == ["screen", "print"]
    assert layout.in_format("print") == layout


def test_what_a_format_gives_replaces_what_the_layout_gives() -> None:
    large = {"template": "large.html.j2", "page": {"width": "210mm", "height": "297mm"}}
    layout = Layout.model_validate({**CARD, "formats": {"screen": {}, "large-print": large}})
    found = layout.in_format("large-print")
    assert found.template == "large.html.j2"
    assert found.page == PageSize(width=210.0, height=297.0)
    assert found.styles == ("card/card.css",)
    assert layout.in_format("screen").template == "card.html.j2"


def test_a_format_may_do_without_slots() -> None:
    layout = Layout.model_validate({**CARD, "formats": {"html": {"slots": []}}})
    assert layout.in_format("html").slots == ()


SIZES = {
    "a5": {},
    "a6": {
        "page": {"width": "105mm", "height": "148mm"},
        "styles": ["card/a6.css"],
        "routes": ["emergency"],
    },
}


def test_a_size_changes_what_it_gives_and_the_first_is_the_layout_s_own() -> None:
    layout = Layout.model_validate({**CARD, "sizes": SIZES})
    small = layout.in_format("screen", "a6")
    assert (small.page.width, small.styles) == (105, ("card/a6.css",))
    assert layout.own_size == "a5"
    assert Layout.model_validate(CARD).own_size == ""


def test_a_format_counts_for_more_than_a_size() -> None:
    large = {"page": {"width": "210mm", "height": "297mm"}}
    layout = Layout.model_validate({**CARD, "sizes": SIZES, "formats": {"large-print": large}})
    found = layout.in_format("large-print", "a6")
    assert (found.page.width, found.styles) == (210, ("card/a6.css",))


def test_a_layout_shows_the_contacts_of_its_routes_or_all() -> None:
    small = Layout.model_validate({**CARD, "sizes": SIZES}).in_format("screen", "a6")
    assert small.shows("emergency")
    assert not small.shows("lado")
    assert Layout.model_validate(CARD).shows("lado")


@pytest.mark.parametrize(
    ("name", "suffix"), [("screen", ".pdf"), ("html", ".html"), ("text", ".txt"), ("sheet", ".pdf")]
)
def test_the_ending_of_a_file_tells_its_format(name: str, suffix: str) -> None:
    assert Format(name).suffix == suffix
