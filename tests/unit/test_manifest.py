"""The manifest: what was written comes back, and what was tampered with does not."""

import json
from dataclasses import replace
from typing import Any

import pytest

from briefpress.model.handed import News, PackEntry
from briefpress.model.manifest import (
    EMPTY,
    VERSION,
    FailedEntry,
    Manifest,
    ManifestEntry,
    manifest_from_json,
    merged,
)

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
    figures={"COPYFIT": "fullest slot routes 93% at 11pt"},
    validators={"PDF-UA": "page-validation 0.11.0"},
    findings=({"code": "PAGE-COUNT", "severity": "warning", "message": "3 pages"},),
    silenced=({"code": "REVIEW-SOON", "message": "W3", "reason": "so"},),
    facts=("wait",),
    texts="0123456789ab",
)
FAILED = FailedEntry(
    id="wexbridge-fixers-card",
    brand="wexbridge",
    audience="fixers",
    layout="card",
    format="screen",
    checks={"TEXT-LOST": "fail"},
)
AWAY = Manifest("R", "1", (), packs=(PackEntry("wexbridge", "../a.zip", 9, "", ()),)).to_json()
TEXTS = {"messages": {"W1": {"text": "Greet everybody.", "pages": "p20"}}, "facts": {}}


def text_of(*entries: ManifestEntry) -> str:
    return Manifest("Running a repair café", "1.2", entries).to_json()


def tampered(**changes: Any) -> str:  # noqa: ANN401 - anything may stand in a file
    data = json.loads(text_of(ENTRY))
    data["editions"][0] |= changes
    return json.dumps(data)


def test_what_is_written_can_be_read_again() -> None:
    texts = {"0123456789ab": TEXTS, "of no edition": TEXTS}
    packs = (PackEntry("wexbridge", "wexbridge/wexbridge-pack.zip", 9, "ef" * 32, (ENTRY.sha256,)),)
    news = {ENTRY.id: News("changed", ENTRY.sha256)}
    manifest = Manifest(
        *("Running a repair café", "1.2", (ENTRY,), (FAILED,), texts), packs=packs, news=news
    )
    kept = replace(manifest, texts={"0123456789ab": TEXTS})
    assert manifest_from_json(manifest.to_json()) == kept


def test_an_older_version_can_be_read() -> None:
    data = json.loads(text_of(ENTRY))
    old = {k: data[k] for k in ("publication", "version", "editions")} | {"manifest": 1}
    told = ("size", "figures", "validators", "findings", "silenced")
    gone = (*told, "facts", "texts", "contacts", "way")
    for name in gone:
        del old["editions"][0][name]
    (entry,) = manifest_from_json(json.dumps(old)).entries
    assert (entry.id, entry.facts, entry.texts, entry.figures) == (ENTRY.id, (), "", {})


def test_it_lists_every_field_that_programs_may_ask_for() -> None:
    data = json.loads(text_of(ENTRY))
    assert data["manifest"] == VERSION
    kept = ["editions", "failed", "texts", "contacts", "ingredients", "older", "packs", "news"]
    assert list(data) == ["manifest", "publication", "version", *kept]
    checked = ["id", "brand", "audience", "layout", "format", "checks"]
    told = ["size", "figures", "validators", "findings", "silenced"]
    made = ["path", "title", "pages", "bytes", "sha256", "inputs", "files", "made_of", "way"]
    says = ["messages", "facts", "texts", "contacts"]
    assert set(data["editions"][0]) == {*checked, *told, *made, *says}


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
        '{"manifest": 2, "editions": [], "packs": {}}',
        '{"manifest": 2, "editions": [], "packs": [{"brand": "a", "path": "b", "bytes": 1}]}',
        '{"manifest": 2, "editions": [], "packs": [{"brand": 1, "path": "", "bytes": 1}]}',
        AWAY,
        '{"manifest": 2, "editions": [], "news": []}',
        '{"manifest": 2, "editions": [], "news": {"a": {"sort": "added", "sha256": 3}}}',
        text_of(ENTRY).replace(f'"manifest": {VERSION}', f'"manifest": {VERSION + 1}'),
        tampered(pages="two"),
        tampered(sha256=None),
        tampered(messages=3),
        tampered(checks=[]),
        tampered(checks={"TEXT-LOST": 1}),
        tampered(figures=["a"]),
        tampered(findings=["a"]),
        tampered(silenced=[{"code": 1}]),
        '{"manifest": 2, "editions": [], "failed": [{}]}',
        '{"manifest": 2, "editions": [], "texts": {"a": {"messages": {"W1": 3}}}}',
        '{"manifest": 2, "editions": [], "texts": []}',
        tampered(more="of it"),
        tampered(path="../elsewhere.pdf"),
        tampered(path="/etc/passwd"),
        "[" * 100_000,
    ],
)
def test_a_file_that_cannot_be_understood_lists_nothing(text: str) -> None:
    assert manifest_from_json(text) == EMPTY


def test_new_entries_take_the_place_of_old_ones_in_the_order_of_ids() -> None:
    other, last = replace(ENTRY, id="a"), replace(ENTRY, id="z")
    newer = replace(ENTRY, pages=3)
    assert merged([last, ENTRY], [newer, other]) == (other, newer, last)
