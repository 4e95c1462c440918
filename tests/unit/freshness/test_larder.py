"""The larder: whatever changes a document changes its ingredients, and little else does."""

import random
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from briefpress.compose import compose
from briefpress.compose.views import MessageView
from briefpress.finish import USUAL_MAKERS
from briefpress.freshness import Larder
from briefpress.hashing import told
from briefpress.load import load
from briefpress.model.edition import Edition
from briefpress.model.library import Library, Loaded
from briefpress.model.messages import Kind, Message
from briefpress.selection import select
from tests.conftest import Edit
from tests.unit.freshness.mutants import mutants

EDITIONS = (
    Edition("wexbridge", "hosts", "briefing"),
    Edition("wexbridge", "fixers", "card"),
    Edition("_series", "trustees", "seven-minute"),
    Edition("wexbridge", "fixers", "card", "html"),
    Edition("wexbridge", "hosts", "briefing", "large-print"),
)
FEW = 60
ROOT = Path(__file__).parents[3]
OURS = [
    Edition("_series", "health", layout, format_)
    for layout in ("briefing", "card", "pocket", "seven-minute")
    for format_ in ("screen", "html")
    if (layout, format_) != ("pocket", "html")
]
"""Each template of a document that is shipped, with the publication that is."""
Loads = Callable[[], Loaded]


def library_of(load_it: Loads) -> Library:
    library = load_it().library
    assert library is not None
    return library


def composed(library: Library, edition: Edition) -> str:
    """Everything that a document is, but for the lines that its claims come from."""
    document = compose(select(library, edition), library)
    claims = [
        (claim.kind, claim.id, claim.text, claim.least)
        for claim in (*document.claims, *document.forgotten)
    ]
    plain = replace(document, claims=(), forgotten=(), ownership=None)
    return told([plain, claims])


def ingredients(library: Library, edition: Edition) -> dict[str, str]:
    larder = Larder(library, USUAL_MAKERS)
    return {
        part: hash_
        for name in larder.made_of(edition)
        for part, hash_ in larder.lists[name].items()
    }


def differing(one: dict[str, str], other: dict[str, str]) -> set[str]:
    return {part for part, _ in one.items() ^ other.items()}


def unsound(library: Library, chosen: list[tuple[str, Library]]) -> list[str]:
    """Where a document has changed and its ingredients have not."""
    before = {e: (composed(library, e), ingredients(library, e)) for e in EDITIONS}
    found = []
    for where, mutant in chosen:
        for edition, (document, parts) in before.items():
            try:
                is_changed = composed(mutant, edition) != document
            except Exception:  # noqa: BLE001, S112 - no loader would have let it through
                continue
            if is_changed and ingredients(mutant, edition) == parts:
                found.append(f"{edition.id}: {where}")
    return found


def test_whatever_changes_a_document_changes_what_it_is_made_of(load_it: Loads) -> None:
    library = library_of(load_it)
    chosen = random.Random(7).sample(list(mutants(library)), FEW)  # noqa: S311 - no secret
    assert unsound(library, chosen) == []


@pytest.mark.slow
def test_no_value_of_a_publication_is_forgotten(load_it: Loads) -> None:
    library = library_of(load_it)
    every = list(mutants(library))
    assert len(every) > 500
    assert unsound(library, every) == []


def anew(message: Message, field: str) -> Message:
    """A message that a template would see otherwise in this field."""
    if field in ("command", "line"):
        text = f"{getattr(message.card, field)} zq" if message.card else ""
        card = message.card.model_copy(update={field: text}) if message.card else None
        return message.model_copy(update={"card": card})
    if field == "is_question":
        kind = Kind.PRACTICE if message.kind is Kind.QUESTION else Kind.QUESTION
        return message.model_copy(update={"kind": kind})
    value = {"id": f"{message.id}Z", "text": f"{message.text} zq", "pages": message.pages[:-1]}
    return message.model_copy(update={field: value[field]})


@cache
def shipped() -> Library:
    library = load(ROOT / "source", ROOT / "layouts", date(2026, 11, 24)).library
    assert library is not None
    return library


@pytest.mark.parametrize("edition", OURS, ids=lambda edition: edition.id)
def test_all_that_a_shipped_layout_prints_of_messages_is_counted_and_nothing_else(
    edition: Edition,
) -> None:
    library = shipped()
    document, parts = composed(library, edition), ingredients(library, edition)
    for field in (one.name for one in fields(MessageView)):
        messages = tuple(anew(message, field) for message in library.messages)
        mutant = replace(library, messages=messages)
        is_changed = composed(mutant, edition) != document
        assert is_changed == (ingredients(mutant, edition) != parts), field


@pytest.mark.parametrize("field", [one.name for one in fields(MessageView)])
@pytest.mark.parametrize("asked", ["message.{}", "message['{}']", "message|attr('{}')"])
def test_whatever_a_layout_asks_of_a_message_is_counted(
    load_it: Loads, field: str, asked: str
) -> None:
    printed = f"{{% for message in card_messages %}}{{{{ {asked.format(field)} }}}}{{% endfor %}}"
    library = library_of(load_it)
    kit = library.layouts["card"]
    texts = {**kit.texts, "card/card.html.j2": printed}
    library = replace(library, layouts={**library.layouts, "card": replace(kit, texts=texts)})
    mutant = replace(library, messages=tuple(anew(one, field) for one in library.messages))
    card = Edition("wexbridge", "fixers", "card")
    assert ingredients(mutant, card) != ingredients(library, card)


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        (
            "messages.yaml",
            "command: No microwaves",
            "command: No microwave ovens",
            {e.id: {"message S2"} for e in EDITIONS if e.layout != "briefing"},
        ),
        (
            "brands/wexbridge/brand.yaml",
            "review_by: 2027-03-05",
            "review_by: 2027-03-06",
            {e.id: {"brand.yaml of wexbridge: document"} for e in EDITIONS if e.brand != "_series"},
        ),
    ],
)
def test_a_change_is_told_by_its_name_and_only_where_it_is_seen(
    load_it: Loads, edit: Edit, file: str, old: str, new: str, changed: dict[str, set[str]]
) -> None:
    before = library_of(load_it)
    edit.replace(file, old, new)
    after = library_of(load_it)
    told = {e.id: differing(ingredients(before, e), ingredients(after, e)) for e in EDITIONS}
    assert {name: parts for name, parts in told.items() if parts} == changed


def test_a_comment_changes_nothing(load_it: Loads, edit: Edit) -> None:
    before = library_of(load_it)
    for name in ("messages.yaml", "facts.yaml", "brands/wexbridge/brand.yaml", "audiences.yaml"):
        edit.write(name, "# A line more.\n" + (edit.root / name).read_text(encoding="utf-8"))
    after = library_of(load_it)
    for edition in EDITIONS:
        assert ingredients(before, edition) == ingredients(after, edition)


def test_another_photograph_of_a_layout_changes_its_documents_alone(load_it: Loads) -> None:
    library = library_of(load_it)
    card = library.layouts["card"]
    shown, other = (
        replace(library, layouts={**library.layouts, "card": replace(card, pictures=pictures)})
        for pictures in ({"card/sea.jpg": b"sea"}, {"card/sea.jpg": b"sky"})
    )
    briefing, small, *_ = EDITIONS
    assert differing(ingredients(shown, small), ingredients(other, small)) == {"the layout card"}
    assert ingredients(shown, briefing) == ingredients(other, briefing)
