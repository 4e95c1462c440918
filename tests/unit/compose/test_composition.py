"""The composer: one edition's document, from the specimen and a layout of the test's own."""

from datetime import date

import pytest

from briefpress.compose import TemplateFaultError, compose
from briefpress.compose.assets import asset_url
from briefpress.compose.views import clock, day, in_sentence, page_list
from briefpress.diagnostics import Where
from briefpress.model.fields import Pages
from tests.unit.compose.support import library_with, manuscript_of

SECTIONS = "{% for s in sections %}<h2>{{ s.number }} {{ s.title }}</h2>{{ s.html }}{% endfor %}"


def html(template: str, audience: str = "hosts") -> str:
    library = library_with(template)
    return compose(manuscript_of(library, audience), library).html


def test_a_document_brings_all_that_it_may_ask_for() -> None:
    library = library_with("<title>{{ title }}</title>" + SECTIONS)
    document = compose(manuscript_of(library, "fixers"), library)
    assert document.title == "Running a repair café: Fixers plain"
    assert list(document.styles) == ["palette", asset_url("layouts/plain/page.css"), "paper"]
    assert document.assets[asset_url("layouts/_shared/fonts/a.ttf")] == b"font"
    for picture in library.brands["wexbridge"].data.pictures():
        assert asset_url(f"brands/{picture.path}") in document.assets
    assert document.assets[asset_url("charts/what-came.svg")].startswith(b"<svg")
    assert document.messages == tuple(m.id for m in manuscript_of(library, "fixers").messages)


def test_a_proof_is_marked_as_one() -> None:
    library = library_with("x")
    plain = compose(manuscript_of(library), library)
    proof = compose(manuscript_of(library), library, proof=True)
    assert (plain.stamped, proof.stamped) == (False, True)


def test_the_same_manuscript_gives_the_same_document() -> None:
    library = library_with(SECTIONS)
    assert compose(manuscript_of(library), library) == compose(manuscript_of(library), library)


def test_a_panel_has_the_messages_of_its_theme_for_this_audience() -> None:
    for audience in ("hosts", "fixers", "trustees"):
        library = library_with(SECTIONS)
        manuscript = manuscript_of(library, audience)
        page = compose(manuscript, library).html
        for message in library.messages:
            mine = message.id in {m.id for m in manuscript.messages}
            assert (f'id="{message.id}"' in page) <= mine


def test_a_section_is_made_when_it_is_first_asked_for_and_only_once() -> None:
    each = "{% for s in sections %}{{ s.html }};;{% endfor %}"
    backwards, _, forwards = html(
        f"{each.replace('sections', 'sections|reverse')}|{each}"
    ).partition("|")
    assert backwards.split(";;")[-2::-1] == forwards.split(";;")[:-1]


def test_text_that_looks_like_a_template_is_printed() -> None:
    page = html("{{ '{{ audience.name }} {% raw %}'|prose }}|{{ '- a\n- b'|paragraphs }}")
    run, _, paragraphs = page.partition("|")
    assert run == "Hosts {% raw %}"
    assert paragraphs.replace("\n", "") == "<ul><li>a</li><li>b</li></ul>"


def test_local_notes_are_asked_for_by_place() -> None:
    page = html("{% for n in local('imprint') %}{{ n.text|prose }}{% endfor %}|{{ local('x') }}")
    assert page.endswith("|()")


@pytest.mark.parametrize("word", ["nope", "pages"])
def test_an_unknown_word_is_a_fault_of_the_template(word: str) -> None:
    with pytest.raises(TemplateFaultError) as found:
        html(f"a\n{{{{ words.{word} }}}}")
    assert found.value.where == Where("plain/page.html.j2", 2)
    assert found.value.hint


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        ("08:30", "8.30am"),
        ("17:00", "5pm"),
        ("12:00", "noon"),
        ("0:00", "midnight"),
        ("24:00", "midnight"),
        ("12:15", "12.15pm"),
        ("0:15", "12.15am"),
        ("11:59", "11.59am"),
    ],
)
def test_clock(time: str, shown: str) -> None:
    assert clock(time) == shown


def test_page_lists() -> None:
    assert page_list((Pages(71, 72), Pages(166, 166))) == "p71–72, p166"
    assert page_list(()) == ""


def test_dates_are_written_out() -> None:
    assert [day(date(2026, month, 2)) for month in (1, 5, 12)] == [
        "2 January 2026",
        "2 May 2026",
        "2 December 2026",
    ]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ((), ""),
        (("Social workers",), "social workers"),
        (("GPs", "NHS staff", "Team leaders"), "GPs, NHS staff, team leaders"),
        (("A nurse",), "a nurse"),
    ],
)
def test_people_run_on_in_a_sentence(names: tuple[str, ...], shown: str) -> None:
    assert in_sentence(names) == shown


def test_contacts_are_ready_to_dial_and_to_print() -> None:
    page = html(
        "{% for c in contacts %}{% for p in c.phones %}{{ p.href }} {{ p.shown }};{% endfor %}"
        "{{ c.hours }};{{ c.email }};{{ c.url }};{{ c.note }}\n{% endfor %}"
    )
    assert "tel:999 999;" in page
    assert "tel:+441632960101 01632 960 101;" in page


def test_brand_and_others() -> None:
    page = html(
        "{{ brand.slug }} {{ brand.logo.url }} {{ brand.logo_on_color.url }}"
        "{% for p in brand.partners %}[{{ p.name }} {{ p.role }} {{ p.logo is none }}]{% endfor %}"
        "{% for o in others %}({{ o.id }}){% endfor %}"
    )
    assert page.startswith("wexbridge https://briefpress.invalid/brands/")
    assert "(fixers)(trustees)" in page
    assert "(hosts)" not in page
