"""Claims: what a document has to show is followed into the HTML, or told as forgotten."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefpress.compose import compose
from briefpress.compose.claims.trace import SIGN
from briefpress.diagnostics import Where
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.document import Document
from briefpress.model.library import Library
from tests.unit.compose.support import NAME, library_with, manuscript_of, specimen_library

CONTROL = "{{ publication.title }} {{ brand.name }} {{ brand.review_by|day }}"
ROUTES = (
    "{% for c in contacts %}<p>{{ c.label }}</p>{% for p in c.phones %}<p>{{ p.shown }}</p>"
    "{% endfor %}<p>{{ c.email }}</p><p>{{ c.url|address }}</p>"
    "{% for h in c.hours %}<p>{{ h }}</p>{% endfor %}<p>{{ c.note }}</p>{% endfor %}"
)
CARDS = (
    "{% for m in card_messages %}<h2>{{ m.command|prose }}</h2>"
    "<p>{{ m.line|prose }}</p>{% endfor %}"
)
SECTIONS = "{% for s in sections %}<h2>{{ s.title }}</h2>{{ s.html }}{% endfor %}"
NOTES = "{% for n in local('card') %}{{ n.text|prose }}{% endfor %}"
ALL = f"<p>{CONTROL}</p>{CARDS}{ROUTES}{NOTES}"


def limited(library: Library) -> Library:
    """The library with a layout that prints the card's messages."""
    layout = library.layouts[NAME]
    return replace(
        library,
        layouts={NAME: replace(layout, data=layout.data.model_copy(update={"messages": 7}))},
    )


def document(template: str, *, cards: bool = True, audience: str = "hosts") -> Document:
    library = library_with(template)
    library = limited(library) if cards else library
    return compose(manuscript_of(library, audience), library)


def of_kind(found: tuple[Claim, ...], kind: ClaimKind) -> dict[str, str]:
    return {claim.id: claim.text for claim in found if claim.kind is kind}


def forgotten(template: str, *, cards: bool = True) -> dict[str, str]:
    return {claim.id: claim.text for claim in document(template, cards=cards).forgotten}


def place(claim: Claim) -> str:
    return f"{Path(claim.where.file).name}:{claim.where.line}"


def test_a_layout_that_prints_everything_forgets_nothing() -> None:
    found = document(ALL)
    assert found.forgotten == ()
    assert of_kind(found.claims, ClaimKind.MESSAGE) == {
        "W2 command": "Show the queue",
        "W1 command": "Greet at once",
        "W1 line": "Even if nobody is free.",
        "S1 command": "Test every plug",
        "S1 line": "Before and after.",
        "W4 command": "Mend it together",
        "W4 line": "The owner sits beside you.",
        "R1 command": "Write it down",
        "R1 line": "What came, what was wrong, what left.",
        "S3 command": "Clear the floor",
        "S3 line": "Leads go along the wall.",
        "W3 command": "Offer tea first",
        "W3 line": "Then ask about the toaster.",
    }
    assert of_kind(found.claims, ClaimKind.CONTACT)["front_door 1 phone 2"] == "0117 496 0102"
    assert of_kind(found.claims, ClaimKind.CONTACT)["front_door 1 url"].endswith("org/hall")
    assert of_kind(found.claims, ClaimKind.NOTE) == {"card 1 text": "Fuse box: behind the stage."}
    assert of_kind(found.claims, ClaimKind.CONTROL)["review by"] == "5 March 2027"


def test_no_sign_is_left_in_the_document() -> None:
    found = document(ALL)
    assert not SIGN.search(found.html)
    assert not any(SIGN.search(claim.text) for claim in found.claims)


def test_claims_stand_in_the_order_of_the_document_each_item_after_its_block() -> None:
    found = document("<p>{{ contacts[1].label }}: {{ contacts[1].phones[0].shown }}</p><p>end</p>")
    assert [(claim.kind, claim.text) for claim in found.claims] == [
        (ClaimKind.TEXT, "The hall: 01632 960 101"),
        (ClaimKind.CONTACT, "The hall"),
        (ClaimKind.CONTACT, "01632 960 101"),
        (ClaimKind.TEXT, "end"),
    ]


def test_a_claim_knows_the_line_that_it_comes_from() -> None:
    for claim in document(ALL).claims:
        if claim.kind in (ClaimKind.MESSAGE, ClaimKind.NOTE) or claim.id.endswith("phone 1"):
            lines = Path(claim.where.file).read_text(encoding="utf-8").splitlines()
            assert claim.text.split(":")[0] in lines[claim.where.line - 1], claim


@pytest.mark.parametrize(
    ("old", "new", "left_out"),
    [
        ("{{ p.shown }}", "{{ p.href }}", "front_door 1 phone 1"),
        ("{{ p.shown }}", '<a href="tel:{{ p.shown }}">ring</a>', "front_door 1 phone 2"),
        ("{{ c.email }}", "{% if not c.phones %}{{ c.email }}{% endif %}", "front_door 1 email"),
        ("{{ c.note }}", "", "front_door 1 note"),
        ("{{ c.note }}", "{{ c.note[:7] }}", "front_door 1 note"),
        ("in contacts ", "in contacts[1:] ", "emergency 1 label"),
        ("in card_messages ", "in card_messages[:6] ", "W3 command"),
        ("{{ m.line|prose }}", "", "S1 line"),
        ("{{ n.text|prose }}", "", "card 1 text"),
        ("{{ brand.review_by|day }}", "", "review by"),
        ("{{ publication.title }}", "", "title"),
        ("{{ brand.name }}", "", "name"),
        ("<p>{{ c.label }}</p>", "<title>{{ c.label }}</title>", "front_door 1 label"),
    ],
)
def test_what_a_template_leaves_out_is_forgotten(old: str, new: str, left_out: str) -> None:
    assert old in ALL
    found = forgotten(ALL.replace(old, new))
    assert left_out in found


def test_a_message_may_be_told_in_either_way() -> None:
    told = "{% for m in card_messages %}<p>{{ m.text|prose }}</p>{% endfor %}"
    assert forgotten(ALL.replace(CARDS, told)) == {}


def test_the_short_name_is_a_name() -> None:
    assert forgotten(ALL.replace("{{ brand.name }}", "{{ brand.short_name }}")) == {}


def test_a_layout_without_a_limit_has_to_print_the_panels_that_sections_ask_for() -> None:
    found = document(f"<p>{CONTROL}</p>{ROUTES}{SECTIONS}", cards=False)
    assert found.forgotten == ()
    assert "W1" in of_kind(found.claims, ClaimKind.MESSAGE)
    cut = library_with(
        f"<p>{CONTROL}</p>{ROUTES}{SECTIONS}",
        _messages="{% for m in panel_messages[1:] %}<p>{{ m.text|prose }}</p>{% endfor %}",
    )
    assert "W1" in {c.id for c in compose(manuscript_of(cut), cut).forgotten}


def test_a_layout_without_a_limit_and_without_panels_has_to_print_all_messages() -> None:
    listed = "{% for m in messages %}<p>{{ m.text|prose }}</p>{% endfor %}"
    assert forgotten(f"<p>{CONTROL}</p>{ROUTES}{listed}", cards=False) == {}
    assert "W1" in forgotten(f"<p>{CONTROL}</p>{ROUTES}", cards=False)


def test_a_layout_that_prints_sections_has_to_print_all_of_them() -> None:
    assert "plugs" in forgotten(f"<p>{CONTROL}</p>{SECTIONS.replace('sections', 'sections[:2]')}")


def test_a_message_is_claimed_as_it_is_printed_with_its_abbreviations_written_out() -> None:
    library = library_with(f"{SECTIONS}")
    first = library.messages[0].model_copy(update={"text": "PAT first."})
    library = replace(library, messages=(first, *library.messages[1:]))
    (text,) = [c.text for c in compose(manuscript_of(library), library).claims if c.id == "W1"]
    assert text == "Portable appliance test (PAT) first."


def test_every_fact_and_every_bar_of_a_chart_is_claimed() -> None:
    found = document(SECTIONS, audience="trustees").claims
    facts = of_kind(found, ClaimKind.FACT)
    assert facts["mended_share"] == "65%"
    assert facts["items_brought"] == "240"
    bars = of_kind(found, ClaimKind.CHART)
    assert bars["what-came 1 label"] == "With a plug"
    assert bars["what-came 1 fact"] == "96"


def test_words_in_the_head_and_in_drawings_are_not_printed() -> None:
    unread = "<head><title>a</title></head><style>b</style><svg><text>c</text></svg>"
    found = document(f"{unread}<p>d</p>")
    assert [claim.text for claim in found.claims] == ["d"]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>one<br>two</p>", ["one two"]),
        ("<p>a <b>b</b> c</p>", ["a b c"]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", ["a", "b"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("<p>page <span class=n></span> of <span class=m></span></p>", ["page", "of"]),
        ("<p>a &amp; b&nbsp;c</p>", ["a & b c"]),
        ("<p>a<img src=x>b</p>", ["a", "b"]),
    ],
)
def test_blocks_are_parted_where_styles_may_put_text(html: str, texts: list[str]) -> None:
    assert [claim.text for claim in document(html).claims] == texts


def test_a_paragraph_of_a_section_knows_its_line() -> None:
    found = {c.text.split(",")[0][:20]: c for c in document(SECTIONS).claims}
    queue = found["People waited twelve"]
    assert place(queue) == "the-queue.md:8"
    assert place(found["Somebody stands at t"]) == "the-queue.md:16"
    assert place(found["Before you open the "]) == "welcome.md:2"


def test_the_layouts_of_the_project_forget_nothing_of_the_specimen() -> None:
    library = specimen_library()
    assert library.layouts
    for layout in library.layouts:
        for audience in library.audiences:
            only = replace(library, layouts={layout: library.layouts[layout]})
            assert compose(manuscript_of(only, audience), library).forgotten == ()


def test_words_that_are_in_no_source_have_no_place() -> None:
    (claim,) = document("<p>Made up for this test alone</p>").claims
    assert claim.where == Where()
