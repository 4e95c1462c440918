"""Ease: it is found out once for a text, and what is kept never says anything else."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefpress import ease
from briefpress.ease import KEPT, ease_of
from briefpress.model.edition import Edition
from briefpress.model.library import Library, Loaded
from briefpress.readability import readings_of
from tests.unit.freshness.mutants import mutants

EDITIONS = [Edition("_series", "hosts", "briefing"), Edition("wexbridge", "fixers", "briefing")]
FEW = 40


@pytest.fixture
def library(load_it: Callable[[], Loaded]) -> Library:
    found = load_it().library
    assert found is not None
    return found


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The audiences whose text had to be composed."""
    asked: list[str] = []

    def noted(library: Library, editions: list[Edition]) -> object:
        asked.extend(edition.audience for edition in editions)
        return readings_of(library, editions)

    monkeypatch.setattr(ease, "readings_of", noted)
    return asked


def test_the_ease_of_a_text_is_found_out_once(
    library: Library, tmp_path: Path, composed: list[str]
) -> None:
    first = ease_of(tmp_path, library, EDITIONS)
    assert [one.audience for one in first] == ["hosts", "fixers"]
    assert all(one.sentences and one.grade for one in first)
    assert ease_of(tmp_path, library, [*EDITIONS, EDITIONS[0]]) == first
    assert composed == ["hosts", "fixers"]


def test_another_board_changes_nothing_and_another_text_does(
    library: Library, tmp_path: Path, composed: list[str]
) -> None:
    ease_of(tmp_path, library, EDITIONS[:1])
    brands = {slug: one for slug, one in library.brands.items() if slug == "_series"}
    ease_of(tmp_path, replace(library, brands=brands), EDITIONS[:1])
    assert composed == ["hosts"]
    longer = [
        one.model_copy(update={"text": f"{one.text} It was as long as long can be."})
        for one in library.messages
    ]
    changed = replace(library, messages=tuple(longer))
    assert ease_of(tmp_path, changed, EDITIONS[:1]) == ease_of(
        tmp_path / "new", changed, EDITIONS[:1]
    )
    assert len(composed) == 3


def test_what_is_kept_is_what_would_be_found_whatever_changes(
    library: Library, tmp_path: Path
) -> None:
    ease_of(tmp_path, library, EDITIONS)
    chosen = random.Random(3).sample(list(mutants(library)), FEW)  # noqa: S311 - no secret
    for number, (where, mutant) in enumerate(chosen):
        try:
            anew = ease_of(tmp_path / str(number), mutant, EDITIONS)
        except Exception:  # noqa: BLE001, S112 - no loader would have let it through
            continue
        assert ease_of(tmp_path, mutant, EDITIONS) == anew, where
        ease_of(tmp_path, library, EDITIONS)


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"a": 1}', '{"a": {}}', "null", '"text"', "[" * 9999]
)
def test_what_is_damaged_is_found_out_anew(library: Library, tmp_path: Path, kept: str) -> None:
    first = ease_of(tmp_path, library, EDITIONS)
    (tmp_path / KEPT).write_text(kept, encoding="utf-8")
    assert ease_of(tmp_path, library, EDITIONS) == first


def test_a_value_of_another_kind_is_not_believed(library: Library, tmp_path: Path) -> None:
    first = ease_of(tmp_path, library, EDITIONS)
    kept = json.loads((tmp_path / KEPT).read_text(encoding="utf-8"))
    kept = {key: {**item, "mean": "9"} for key, item in kept.items()}
    (tmp_path / KEPT).write_text(json.dumps(kept), encoding="utf-8")
    assert ease_of(tmp_path, library, EDITIONS) == first


def test_no_more_is_kept_than_was_asked_for(library: Library, tmp_path: Path) -> None:
    ease_of(tmp_path, library, EDITIONS)
    ease_of(tmp_path, library, EDITIONS[1:])
    assert len(json.loads((tmp_path / KEPT).read_text(encoding="utf-8"))) == 1


def test_without_editions_there_is_nothing_to_know(library: Library, tmp_path: Path) -> None:
    assert ease_of(tmp_path, library, []) == ()
    assert not (tmp_path / KEPT).exists()
