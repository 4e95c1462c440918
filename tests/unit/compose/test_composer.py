"""The composer: what it remembers of one board changes nothing of the next."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from unittest.mock import patch

import pytest
from markdown import Markdown

from briefpress.compose import Composer, TemplateFaultError, compose
from briefpress.diagnostics import Where
from briefpress.model.brand import LocalNote
from briefpress.model.document import Document
from briefpress.model.edition import Edition, Manuscript
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.palette import palette_of
from briefpress.selection import select
from tests.nation import BOARDS, library
from tests.unit.compose.support import NAME, library_with, specimen_library

SECTIONS = "{% for s in sections %}<h2>{{ s.title }}</h2>{{ s.html }}{% endfor %}"
FORMATS = (Format.SCREEN, Format.HTML, Format.LARGE_PRINT, Format.TEXT)


def manuscripts(of: Library, *brands: str) -> Iterator[Manuscript]:
    """What each brand says, in every layout and format, board by board within an audience."""
    for layout, form, audience in product(of.layouts, FORMATS, of.audiences):
        if form in of.layouts[layout].data.formats:
            for brand in brands:
                yield select(of, Edition(brand, audience, layout, form))


def composed(template: str, *brands: str, audience: str = "hosts", **files: str) -> list[Document]:
    """A layout of the test's own, for brands one after another, by one composer."""
    own = library_with(template, **files)
    composer = Composer(own)
    return [composer.compose(select(own, Edition(b, audience, NAME))) for b in brands]


def test_every_edition_is_what_it_would_be_alone() -> None:
    composer = Composer(library())
    boards = [*BOARDS, "_series"]
    for manuscript in manuscripts(library(), *boards):
        assert composer.compose(manuscript) == compose(manuscript, library()), manuscript.edition


def test_the_order_of_boards_changes_nothing() -> None:
    found = list(manuscripts(specimen_library(), *specimen_library().brands))
    there, back = Composer(specimen_library()), Composer(specimen_library())
    forwards = [there.compose(one) for one in found]
    assert forwards == [back.compose(one) for one in reversed(found)][::-1]


def test_what_one_board_has_is_not_made_again_for_the_next() -> None:
    own = library_with(SECTIONS)
    first, second = (select(own, Edition(b, "hosts", NAME)) for b in ("wexbridge", "_series"))
    composer = Composer(own)
    composer.compose(first)
    with patch.object(Markdown, "convert", side_effect=AssertionError("made again")):
        assert composer.compose(second).html
        with pytest.raises(AssertionError, match="made again"):
            Composer(own).compose(second)


def test_each_board_says_its_own() -> None:
    template = "<h1>{{ brand.name }}</h1>" + SECTIONS + "<p>{{ brand.short_name }}</p>"
    for document in composed(template, "wexbridge", "_series"):
        data = specimen_library().brands[document.edition.brand].data
        assert f"<h1>{data.name}</h1>" in document.html
        assert data.name in [claim.text for claim in document.claims]


def test_a_part_that_sections_call_gets_nothing_of_a_brand() -> None:
    own = library_with(SECTIONS, _messages="\n{{ brand.name }}")
    composer = Composer(own)
    for brand in ("wexbridge", "_series"):
        with pytest.raises(TemplateFaultError, match="'brand' is undefined") as found:
            composer.compose(select(own, Edition(brand, "hosts", NAME)))
        assert found.value.where == Where("_shared/_messages.html.j2", 2)


def test_a_part_begins_anew_each_time() -> None:
    files = {
        "_count": "{% set all = namespace(n=0) %}"
        "{% macro next() %}{% set all.n = all.n + 1 %}{{ all.n }}{% endmacro %}",
        "_messages": '{% import "_shared/_count.html.j2" as count %}<p>No {{ count.next() }}</p>',
    }
    for document in composed(SECTIONS, "wexbridge", "_series", **files):
        assert document.html.count("<p>No 1</p>") == 3
        assert "<p>No 2</p>" not in document.html


def test_abbreviations_are_written_out_where_a_board_has_them_first() -> None:
    own = library_with(
        "{% for s in (sections|reverse if brand.slug == '_series' else sections) %}"
        "<div>{{ s.number }}{{ s.html }}</div>{% endfor %}"
    )
    composer = Composer(own)
    for brand, long in (("wexbridge", "1"), ("_series", "2"), ("wexbridge", "1")):
        manuscript = select(own, Edition(brand, "hosts", NAME))
        both = enumerate(manuscript.sections[:2], 1)
        tested = [replace(one, text="A PAT.", number=number) for number, one in both]
        page = composer.compose(replace(manuscript, sections=tuple(tested))).html
        found = re.findall(r"<div>(.)<p>(.*?)</p>", page)
        assert [number for number, text in found if "appliance test (<abbr" in text] == [long]
        assert len(found) == 2


def test_a_chart_is_drawn_in_the_colours_of_each_board() -> None:
    drawn = {
        document.edition.brand: document.assets["https://briefpress.invalid/charts/what-came.svg"]
        for document in composed(SECTIONS, "wexbridge", "_series", audience="trustees")
    }
    for brand, chart in drawn.items():
        primary = palette_of(specimen_library().brands[brand].data).primary
        assert primary.encode() in chart
    assert len(set(drawn.values())) == 2


def test_a_text_that_a_board_says_too_is_found_where_the_board_says_it() -> None:
    own = library_with("<p>{{ audience.why }}</p>")
    why = own.audiences["hosts"].why
    note = LocalNote(place="card", text=why, audiences=None)
    board = own.brands["wexbridge"]
    said = replace(board, data=board.data.model_copy(update={"local": (note,)}))
    own = replace(own, brands={"same": said, "wexbridge": board})
    composer = Composer(own)
    for brand, file in (
        ("wexbridge", "audiences.yaml"),
        ("same", ""),
        ("wexbridge", "audiences.yaml"),
    ):
        document = composer.compose(select(own, Edition(brand, "hosts", NAME)))
        (where,) = [claim.where for claim in document.claims]
        assert where.file.endswith(file)
        assert bool(where.file) == bool(file)


def test_a_manuscript_that_was_changed_is_not_taken_for_another() -> None:
    own = library_with(SECTIONS + "{% for m in messages %}<p>{{ m.text|prose }}</p>{% endfor %}")
    whole = select(own, Edition("wexbridge", "hosts", NAME))
    text = replace(whole.sections[0], text="Other words.")
    composer = Composer(own)
    composer.compose(whole)
    for changed in (
        replace(whole, messages=whole.messages[1:]),
        replace(whole, sections=(text, *whole.sections[1:])),
        replace(whole, sections=whole.sections[::-1]),
        replace(whole, audience=whole.audience.model_copy(update={"people": "hostesses"})),
    ):
        assert composer.compose(changed) == compose(changed, own)
        assert composer.compose(changed) != composer.compose(whole)


@pytest.mark.parametrize(
    "template",
    [
        "<h3>{{ s.html }}</h3>",
        "<p>before {{ s.html }} after</p>",
        "<svg>{{ s.html }}</svg>",
        "<p>{{ s.html|replace('the', 'THE') }}</p>",
        '<div title="{{ s.html|striptags }}">{{ s.html }}</div>',
        "<div><span>{{ s.html }}</span> and <b>on</b></div>",
        "{{ s.html }}{{ s.html }}",
        "<script>{{ s.html }}</script>",
        "<!-- {{ s.html }} -->",
        "<p>a < b</p>{{ s.html }}",
    ],
)
def test_a_section_claims_what_a_template_makes_of_it(template: str) -> None:
    page = f"<!doctype html>{{% for s in sections %}}{template}{{% endfor %}}"
    _, second = composed(page, "wexbridge", "_series")
    with patch("briefpress.compose.sections.shared_passage", return_value=None):
        (plain,) = composed(page, "_series")
    assert second == plain
