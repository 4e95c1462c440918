"""Items compared: what an edition says, whatever else the publication says."""

from typing import Any

from briefpress.differences.items import item_changes
from briefpress.model.differences import ItemChange, Sort
from briefpress.model.manifest import Manifest, ManifestEntry

OLD = {
    "messages": {"W1": {"text": "Greet everybody.", "pages": "p20"}, "W2": {"text": "Write."}},
    "facts": {"wait": {"value": "12.5", "unit": "minutes"}},
}
NEW = {
    "messages": {"W1": {"text": "Greet everyone.", "pages": "p20"}, "W3": {"text": "Offer tea."}},
    "facts": {"wait": {"value": "13.5", "unit": "minutes"}},
}
HALL = {"contacts": {"front_door 1": {"label": "The hall", "phone 1": "01632 960 101"}}}
MOVED = {"contacts": {"front_door 1": {"label": "The hall", "phone 1": "01632 960 107"}}}


def entry(**more: Any) -> ManifestEntry:  # noqa: ANN401 - fields of an entry
    given: dict[str, Any] = {
        "id": "wexbridge-hosts-card",
        "brand": "wexbridge",
        "audience": "hosts",
        "layout": "card",
        "format": "screen",
        "checks": {},
        "path": "a.pdf",
        "title": "",
        "pages": 2,
        "bytes": 1,
        "sha256": "",
        "inputs": "",
        "messages": (),
    }
    return ManifestEntry(**{**given, **more})


def manifest(**texts: Any) -> Manifest:  # noqa: ANN401
    return Manifest("", "", (), texts=texts)


def told(changes: tuple[ItemChange, ...]) -> list[tuple[str, str, str]]:
    return [(change.kind, change.id, str(change.sort)) for change in changes]


def test_messages_and_facts_that_an_edition_prints() -> None:
    before = entry(messages=("W1", "W2"), facts=("wait",), texts="one")
    now = entry(messages=("W1", "W3"), facts=("wait",), texts="two")
    changes = item_changes(manifest(one=OLD), manifest(two=NEW), [(before, now)])
    assert told(changes) == [
        ("facts", "wait", "changed"),
        ("messages", "W1", "changed"),
        ("messages", "W2", "removed"),
        ("messages", "W3", "added"),
    ]
    (field,) = changes[1].fields
    assert field.name == "text"
    assert [run.text for run in field.words] == ["Greet", "everybody.", "everyone."]


def test_what_an_edition_does_not_print_is_no_change_of_it() -> None:
    before, now = entry(texts="one"), entry(texts="two")
    assert item_changes(manifest(one=OLD), manifest(two=NEW), [(before, now)]) == ()


def test_a_change_is_told_once_with_its_editions() -> None:
    pairs = [
        (
            entry(id=name, brand=name, messages=("W1",), texts="one"),
            entry(id=name, brand=name, messages=("W1",), texts="two"),
        )
        for name in ("wexbridge", "harbour")
    ]
    (change,) = item_changes(manifest(one=OLD), manifest(two=NEW), pairs)
    assert [edition.brand for edition in change.editions] == ["wexbridge", "harbour"]


def test_contacts_are_those_that_are_printed() -> None:
    pair = (entry(contacts="one"), entry(contacts="two"))
    (change,) = item_changes(manifest(one=HALL), manifest(two=MOVED), [pair])
    assert (change.kind, change.id) == ("contacts", "The hall (front_door 1)")
    (field,) = change.fields
    assert field.name == "phone 1"
    assert [(run.sort, run.text) for run in field.words] == [
        (None, "01632 960"),
        (Sort.REMOVED, "101"),
        (Sort.ADDED, "107"),
    ]


def test_a_build_that_kept_no_texts_shows_only_what_came_and_went() -> None:
    before = entry(messages=("W1", "W2"))
    now = entry(messages=("W1",), texts="two")
    changes = item_changes(manifest(), manifest(two=NEW), [(before, now)])
    assert ("messages", "W2", "removed") in told(changes)
