"""The briefing: running matter, contents, sections and practice points."""

import re
from collections.abc import Callable

import pytest

from briefpress.check import check
from briefpress.compose import compose
from briefpress.model.edition import Edition
from briefpress.model.library import Loaded
from briefpress.render import Engine
from briefpress.selection import select
from tests.conftest import Edit
from tests.pages.support import BRAND, Rendered, editions, library, rendered
from tests.pages.test_editions import written

BRIEFINGS = [edition for edition in editions() if edition.layout == "briefing"]


@pytest.fixture(params=BRIEFINGS, ids=[edition.id for edition in BRIEFINGS])
def made(request: pytest.FixtureRequest) -> Rendered:
    found: Rendered = rendered(request.param)
    return found


def test_every_page_but_the_cover_says_whose_it_is_and_which(made: Rendered) -> None:
    manuscript, total = made.manuscript, len(made.texts)
    running = f"{manuscript.audience.name} {manuscript.layout.data.title.lower()}"
    assert running not in made.texts[0]
    for number, text in enumerate(made.texts[1:], 2):
        assert manuscript.publication.title in text
        assert running in text
        assert manuscript.brand.data.name in text
        assert f"page {number} of {total}" in text


def test_the_cover_has_the_title_the_audience_and_the_board(made: Rendered) -> None:
    manuscript = made.manuscript
    assert manuscript.publication.title in made.texts[0]
    assert manuscript.audience.name in made.texts[0]
    assert manuscript.brand.data.document.owner in made.texts[0]


def test_the_contents_give_the_pages_on_which_the_headings_stand(made: Rendered) -> None:
    title = made.manuscript.layout.words["contents"]
    (page,) = {mark.page for mark in made.bookmarks if mark.title == title}
    contents = made.texts[page - 1].partition(f"{title} ")[2]
    starts = {mark.title: mark.page for mark in made.bookmarks}
    for section in made.manuscript.sections:
        name = section.section.front.title
        number = f"{section.number} " if section.number else ""
        row = re.search(rf"{number}{re.escape(name)} (\d+)", contents)
        assert row is not None, name
        assert int(row[1]) == starts[name]


def test_the_contents_lead_to_the_sections(made: Rendered) -> None:
    with made.open() as pdf:
        named = [
            str(note.Dest)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/Dest" in note
        ]
    for section in made.manuscript.sections:
        assert section.section.id in named


def test_sections_stand_in_the_order_of_the_audience(made: Rendered) -> None:
    titles = [section.section.front.title for section in made.manuscript.sections]
    marks = [mark.title for mark in made.bookmarks if mark.title in titles]
    assert marks == titles
    others = {s.front.title for s in library().sections} - set(titles)
    assert not others & {mark.title for mark in made.bookmarks}


def test_every_practice_point_whose_theme_is_printed_is_there(made: Rendered) -> None:
    printed = re.findall(
        r"^/// messages \| (\S+)",
        "\n".join(section.text for section in made.manuscript.sections),
        re.MULTILINE,
    )
    wanted = [m for m in made.manuscript.messages if m.theme in printed]
    assert wanted
    for message in wanted:
        assert made.text.count(written(message, made)) == 1
        assert f'id="{message.id}"' in made.proof.document.html


def test_every_question_is_asked(made: Rendered) -> None:
    for question in made.manuscript.audience.questions:
        assert question in made.text


def test_no_page_reference_is_parted_from_its_word(made: Rendered) -> None:
    lines = [run.text for page in made.proof.pages for run in page.runs]
    references = [line for line in lines if re.fullmatch(r"\s*p\d+.*", line)]
    assert references
    for page in made.proof.pages:
        for run in page.runs:
            if run.text in references and run.text.startswith("\N{NO-BREAK SPACE}"):
                assert any(
                    other is not run
                    and abs(other.x + other.width - run.x) < 0.2
                    and other.y < run.y + run.height
                    and run.y < other.y + other.height
                    for other in page.runs
                ), run.text


def test_local_notes_of_this_board_are_on_the_last_page(made: Rendered) -> None:
    for note in made.manuscript.local:
        if note.place == "imprint" and note.title:
            assert note.title in made.texts[-1]
    assert made.manuscript.edition.brand == BRAND


def test_the_lines_of_a_boards_note_are_not_too_long(
    edit: Edit, load_it: Callable[[], Loaded]
) -> None:
    note = (
        "Call the front door of the area **where the child lives**, not where you work. If you"
        " disagree with an answer, say so in the same call, and ask for the duty manager."
    )
    was = "The hall is open **every Saturday** from 9 to 12."
    edit.replace("brands/wexbridge/brand.yaml", was, note)
    library = load_it().library
    assert library is not None
    made = select(library, Edition("wexbridge", "hosts", "briefing"))
    proof = Engine().render(compose(made, library))
    assert [str(found) for found in check(proof).diagnostics] == []
