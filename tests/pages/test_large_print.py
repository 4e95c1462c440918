"""Large print: the words of the screen edition in their order, one column, nothing small."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefpress.check import check
from briefpress.model.document import PageProof, TextRun
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from tests.pages.support import Rendered, editions, library, plain, rendered, squeezed
from tests.pages.test_briefing import BRIEFINGS

LARGE = editions(Format.LARGE_PRINT)
BODY, LEAST = 18.0, 16.0
"""pt (UKAAF G003: large print is 16pt at least and 18pt at best)."""
TEXT_MM = 174.0
TOUCHING = 0.2
"""mm."""
PT_PER_PX = 0.75
MM_PER_PX = 25.4 / 96
_RUNNING = re.compile(r'<div class="running.*?</div>\n')
_FORMAT = re.compile(r'<p class="format">.*?</p>')
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_INLINE = re.compile(r"</?(a|abbr|span|strong)\b[^>]*>")
_NUMBER = re.compile(r'(<span class="n">[^<]*)')
_CHART_TYPE = re.compile(r'font-size="([0-9.]+)px"')
_CHART_WIDTH = re.compile(r'<svg[^>]*? width="([0-9.]+)"')


@pytest.fixture(params=LARGE, ids=[edition.id for edition in LARGE])
def made(request: pytest.FixtureRequest) -> Rendered:
    found: Rendered = rendered(request.param)
    return found


def content(html: str) -> str:
    """The words of a document without what runs in its margins and the name of its format."""
    body = _FORMAT.sub("", _RUNNING.sub("", html.partition("<body>")[2]))
    return words_of(body)


def words_of(html: str) -> str:
    """The words of a piece of HTML, those of each block apart."""
    apart = re.sub(r"<", " <", _INLINE.sub("", _NUMBER.sub(r"\1 ", html)))
    return plain(apart)


def runs(made: Rendered) -> list[TextRun]:
    return [run for page in made.proof.pages for run in page.runs]


def read_down(page: PageProof) -> list[str]:
    """The words of a page line by line."""
    lines: list[list[TextRun]] = []
    for run in sorted(page.runs, key=_middle):
        first = lines[-1][0] if lines else None
        if first is not None and first.y <= _middle(run) <= first.y + first.height:
            lines[-1].append(run)
        else:
            lines.append([run])
    ordered = [run for line in lines for run in sorted(line, key=lambda run: run.x)]
    return squeezed("".join(joined(ordered))).split()


def joined(ordered: list[TextRun]) -> Iterator[str]:
    """Runs with a space between those that do not touch."""
    end = -1.0
    for run in ordered:
        yield run.text if abs(run.x - end) < TOUCHING else f" {run.text}"
        end = run.x + run.width


def _middle(run: TextRun) -> float:
    return run.y + run.height / 2


def test_every_edition_of_the_board_is_to_be_had_in_large_print() -> None:
    assert {replace(e, format=Format.SCREEN) for e in LARGE} == set(editions(Format.SCREEN))
    assert editions() == editions(Format.SCREEN)


def test_it_passes_every_rule(made: Rendered) -> None:
    assert check(made.proof).diagnostics == ()


def test_it_says_the_same_words_in_the_same_order_as_on_screen(made: Rendered) -> None:
    screen = rendered(replace(made.manuscript.edition, format=Format.SCREEN))
    assert content(made.proof.document.html) == content(screen.proof.document.html)


def test_its_words_stand_below_each_other_in_their_order(made: Rendered) -> None:
    """From line to line and from left to right: one column, and nothing beside it."""
    html = made.proof.document.html
    covered = made.manuscript.edition.layout == "briefing"
    words = words_of(html.partition('<section class="about">')[2]) if covered else content(html)
    seen = iter([word for page in made.proof.pages[covered:] for word in read_down(page)])
    assert [word for word in words.split() if word not in seen] == []


def test_nothing_is_small(made: Rendered) -> None:
    assert min(run.size for run in runs(made)) >= LEAST


def test_what_it_has_to_say_is_large(made: Rendered) -> None:
    printed = made.proof.document.messages
    said = [m for m in made.manuscript.messages if m.id in printed]
    texts = [t for m in said for t in (m.text, *((m.card.command, m.card.line) if m.card else ()))]
    found = [run for run in runs(made) if any(run.text.strip() in text for text in texts)]
    assert found
    assert min(run.size for run in found if len(run.text.split()) > 1) >= BODY


def test_what_runs_in_the_margins_is_not_small(made: Rendered) -> None:
    folios = [
        r for r in runs(made) if r.text.startswith(f"{made.manuscript.layout.words['page']} ")
    ]
    assert folios
    assert min(run.size for run in folios) >= BODY


def test_a_chart_is_drawn_large() -> None:
    edition = replace(next(e for e in BRIEFINGS if e.audience == "fixers"), format="large-print")
    charts = [
        data.decode()
        for url, data in rendered(edition).proof.document.assets.items()
        if "/charts/" in url
    ]
    assert charts
    for chart in charts:
        width = _CHART_WIDTH.search(chart)
        assert width is not None
        scale = TEXT_MM / (float(width[1]) * MM_PER_PX)
        sizes = [float(size) * scale * PT_PER_PX for size in _CHART_TYPE.findall(chart)]
        assert min(sizes) >= BODY
        for bar in library().figures["what-came"].bars:
            assert f">{bar.label}</text>" in chart


def test_each_route_is_a_block_with_its_number_under_its_label(made: Rendered) -> None:
    for contact in made.manuscript.contacts:
        if not contact.phones or contact.label not in made.proof.document.html:
            continue
        for page in made.proof.pages:
            labels = [r for r in page.runs if contact.label.startswith(r.text.strip())]
            numbers = [r for r in page.runs if r.text == contact.phones[0]]
            for number in numbers:
                assert number.size >= 2 * BODY
                assert any(abs(label.x - number.x) < 0.1 and label.y < number.y for label in labels)


def test_it_says_that_it_is_large_print(made: Rendered) -> None:
    name = made.manuscript.layout.words["format_large-print"]
    assert name in made.texts[0]
    assert made.proof.document.title.endswith(f", {name.lower()}")
    title = _TITLE.search(made.proof.document.html)
    assert title is not None
    assert name.lower() in title[0]


def test_it_is_a4_whatever_the_screen_edition_is(made: Rendered) -> None:
    sizes = {(round(page.width), round(page.height)) for page in made.proof.pages}
    assert sizes == {(210, 297)}


def test_screen_editions_do_not_say_what_they_are() -> None:
    edition = Edition("wexbridge", "hosts", "card")
    assert "Large print" not in rendered(edition).text
    assert "large print" not in rendered(edition).proof.document.title
