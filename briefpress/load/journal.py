"""The journal: what a build that did not come to its end has written, or was about to."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from briefpress.model.manifest import (
    EMPTY,
    FailedEntry,
    Ingredients,
    Manifest,
    ManifestEntry,
    Texts,
    by_id,
    manifest_from_json,
)

JOURNAL = PurePosixPath(".briefpress") / "journal.jsonl"
"""Below the output folder: a line for each edition, of before its files are written."""


def read_journal(output: Path) -> Manifest:
    """All that is noted, as one manifest. What a line says of files is to be held against them."""
    entries: dict[str, ManifestEntry] = {}
    failed: dict[str, FailedEntry] = {}
    texts: dict[str, Texts] = {}
    ingredients: dict[str, Ingredients] = {}
    for noted in _lines(output):
        for entry in noted.entries:
            entries[entry.id] = entry
            failed.pop(entry.id, None)
        for refused in noted.failed:
            failed[refused.id] = refused
            entries.pop(refused.id, None)
        texts |= noted.texts
        ingredients |= noted.ingredients
    return Manifest(
        "",
        "",
        by_id(entries.values()),
        by_id(failed.values()),
        texts,
        ingredients=ingredients,
    )


def read_traces(output: Path) -> Iterator[tuple[str, str]]:
    """Every file that was noted, though a later line may say otherwise, with its SHA-256."""
    for noted in _lines(output):
        yield from noted.files.items()


def _lines(output: Path) -> Iterator[Manifest]:
    """What was noted line by line; the last one may be half a line, and is nothing then."""
    try:
        text = (output / JOURNAL).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    for line in text.splitlines():
        noted = manifest_from_json(line)
        if noted != EMPTY:
            yield noted
