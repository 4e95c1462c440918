"""The manifest: what was written comes back, and what was tampered with does not."""

import json
from dataclasses import replace
from typing import Any

import pytest

from briefpress.model.manifest import Manifest, ManifestEntry, entries_from_json, merged

ENTRY = ManifestEntry(
    id="wexbridge-hosts-card",
    brand="wexbridge",
    audience="hosts",
    layout="card",
    format="screen",
    path="wexbridge/wexbridge-hosts-card.pdf",
    title="Running a repair café: Hosts card",
    pages=2,
    bytes=1234,
    sha256="ab" * 32,
    inputs="cd" * 32,
    messages=("QU1", "QU2"),
    checks={"TEXT-LOST": "pass"},
)


def text_of(*entries: ManifestEntry) -> str:
    return Manifest("Running a repair café", "1.2", entries).to_json()


def tampered(**changes: Any) -> str:  # noqa: ANN401 - anything may stand in a file
    data = json.loads(text_of(ENTRY))
    data["editions"][0] |= changes
    return json.dumps(data)


def test_what_is_written_can_be_read_again() -> None:
    assert entries_from_json(text_of(ENTRY)) == (ENTRY,)


def test_it_lists_every_field_that_programs_may_ask_for() -> None:
    data = json.loads(text_of(ENTRY))
    assert list(data) == ["manifest", "publication", "version", "editions"]
    assert list(data["editions"][0]) == [
        "id",
        "brand",
        "audience",
        "layout",
        "format",
        "path",
        "title",
        "pages",
        "bytes",
        "sha256",
        "inputs",
        "messages",
        "checks",
        "size",
        "silenced",
    ]


def test_accents_are_written_as_they_are_and_the_file_ends_with_a_line() -> None:
    assert "repair café" in text_of(ENTRY)
    assert text_of(ENTRY).endswith("}\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        "3",
        "null",
        "{}",
        '{"manifest": 1}',
        '{"manifest": 1, "editions": 3}',
        '{"manifest": 1, "editions": [3]}',
        '{"manifest": 1, "editions": [{}]}',
        text_of(ENTRY).replace('"manifest": 1', '"manifest": 2'),
        tampered(pages="two"),
        tampered(sha256=None),
        tampered(messages=3),
        tampered(checks=[]),
        tampered(more="of it"),
        tampered(path="../elsewhere.pdf"),
        tampered(path="/etc/passwd"),
        "[" * 100_000,
    ],
)
def test_a_file_that_cannot_be_understood_lists_nothing(text: str) -> None:
    assert entries_from_json(text) == ()


def test_new_entries_take_the_place_of_old_ones_in_the_order_of_ids() -> None:
    other, last = replace(ENTRY, id="a"), replace(ENTRY, id="z")
    newer = replace(ENTRY, pages=3)
    assert merged([last, ENTRY], [newer, other]) == (other, newer, last)
