"""Ease: how hard the text of each audience is, found out once for a text and kept between builds.

To find it out a document is composed and each of its words is broken: half a second for five.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path, PurePosixPath
from typing import Any

from briefpress.freshness import hash_of
from briefpress.load import read_kept
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.model.report import Ease
from briefpress.program import program
from briefpress.readability import readings_of
from briefpress.write import write_files

KEPT = PurePosixPath(".briefpress") / "ease.json"
"""Below the output folder; of the audiences of the last build only."""
UNSAID = ("brands", "layouts", "printing", "exceptions", "shared", "confirmations", "keyed")
"""What of a library no text is made of, but for the one brand and the one layout."""


def ease_of(output: Path, library: Library, editions: Iterable[Edition]) -> tuple[Ease, ...]:
    """How hard each audience's text is, by the first of its editions."""
    first: dict[str, Edition] = {}
    for edition in editions:
        first.setdefault(edition.audience, edition)
    if not first:
        return ()
    known = _known(output)
    ground = _ground(library)
    now = {_key(library, ground, edition): edition for edition in first.values()}
    found = {key: known.get(key) or _found(library, edition) for key, edition in now.items()}
    if found != known:
        write_files(output, {KEPT: _to_bytes(found)})
    return tuple(found.values())


def _found(library: Library, edition: Edition) -> Ease:
    (one,) = readings_of(library, [edition])
    return Ease(one.audience, one.mean, one.long, len(one.sentences), one.grade)


def _ground(library: Library) -> str:
    """A hash of all that the texts of any edition are made of, and are made with."""
    said = [getattr(library, one.name) for one in fields(library) if one.name not in UNSAID]
    kits = {name: kit.data for name, kit in library.layouts.items()}
    return hash_of([dict(program()), said, kits])


def _key(library: Library, ground: str, edition: Edition) -> str:
    brand, kit = library.brands[edition.brand], library.layouts[edition.layout]
    return hash_of([ground, vars(edition), brand.data, kit.texts, kit.words])


def _known(output: Path) -> Mapping[str, Ease]:
    """What was kept; nothing if it is damaged."""
    try:
        kept = json.loads(read_kept(output, str(KEPT)) or b"{}")
        return {key: _read(item) for key, item in kept.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _read(item: Mapping[str, Any]) -> Ease:
    ease = Ease(**item)
    kinds = {"mean": float, "grade": float, "long": int, "sentences": int, "audience": str}
    if any(not isinstance(getattr(ease, name), kind) for name, kind in kinds.items()):
        message = "a field is of another kind"
        raise TypeError(message)
    return ease


def _to_bytes(found: Mapping[str, Ease]) -> bytes:
    return json.dumps({key: asdict(ease) for key, ease in sorted(found.items())}).encode()
