"""Whatever stands in a pack: it is told in a line with a known code, and stops its own papers."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from briefpress.catalogue import rule_of
from briefpress.diagnostics import Severity
from briefpress.made import Manner
from briefpress.model.edition import Edition
from briefpress.press import Press
from briefpress.selection import select
from tests.bad.packs import LETTERS, SLUG, WRITTEN, Place, packs, place

CARD = Edition(SLUG, "hosts", "card")
SIDES = 2
OFF = 0.2
"""Millimetres that a letter may reach over the edge of its page."""


@pytest.fixture(scope="module")
def here() -> Iterator[Place]:
    with place() as found:
        yield found


def told_in_a_line(here: Place, pack: dict[str, Any]) -> None:
    """Nothing is raised; what is found has a code, stands in one line, and concerns this brand."""
    loaded = here.loaded(pack)
    assert loaded.library is not None
    for found in loaded.diagnostics:
        assert rule_of(found.code) is not None
        assert found.message.isprintable()
        if SLUG in found.where.file:
            assert found.scope.brands == frozenset({SLUG})
    assert "wexbridge" in loaded.library.brands


def refused_or_whole(here: Place, pack: dict[str, Any]) -> None:
    """The card has its two sides and everything on them, or it is refused and says why."""
    loaded = here.loaded(pack)
    assert loaded.library is not None
    mine = [d for d in loaded.diagnostics if d.scope.covers(SLUG, CARD.audience, CARD.layout)]
    if any(found.severity is Severity.ERROR for found in mine):
        return
    made = Press(loaded.library, Manner()).make(CARD)
    if made.entry is None:
        assert any(found.severity is Severity.ERROR for found in made.diagnostics)
        return
    assert made.entry.pages == SIDES
    assert "WORKER-LOST" not in {found.code for found in made.diagnostics}


def within_its_slots(here: Place, pack: dict[str, Any]) -> None:
    """On the pages themselves, if preflight lets them pass: each slot fits, no letter runs off."""
    from briefpress.check import check  # noqa: PLC0415 - the engine, only for who renders
    from briefpress.compose import compose  # noqa: PLC0415
    from briefpress.render import Engine  # noqa: PLC0415

    loaded = here.loaded(pack)
    library = loaded.library
    if library is None or SLUG not in library.brands:
        return
    proof = Engine().render(compose(select(library, CARD), library))
    if any(d.severity is Severity.ERROR for d in check(proof).diagnostics):
        return
    assert len(proof.pages) == SIDES
    assert all(fitted.fits for fitted in proof.fitted)
    assert proof.lost == ""
    for page in proof.pages:
        for run in page.runs:
            assert run.x >= -OFF
            assert run.x + run.width <= page.width + OFF
            assert run.y + run.height <= page.height + OFF


@settings(max_examples=25)
@given(pack=packs(LETTERS, right=False))
def test_any_pack_is_told(here: Place, pack: dict[str, Any]) -> None:
    told_in_a_line(here, pack)


@settings(max_examples=8)
@given(pack=packs(WRITTEN, right=True))
def test_any_card_is_whole_or_refused(here: Place, pack: dict[str, Any]) -> None:
    refused_or_whole(here, pack)


@settings(max_examples=8)
@given(pack=packs(WRITTEN, right=True))
def test_no_brand_moves_what_stands_on_a_card(here: Place, pack: dict[str, Any]) -> None:
    within_its_slots(here, pack)


@pytest.mark.slow
@settings(max_examples=1500)
@given(pack=packs(LETTERS, right=False) | packs(WRITTEN, right=False))
def test_very_many_packs_are_told(here: Place, pack: dict[str, Any]) -> None:
    told_in_a_line(here, pack)


@pytest.mark.slow
@settings(max_examples=150)
@given(pack=packs(LETTERS, right=True) | packs(WRITTEN, right=True))
def test_very_many_cards_are_whole_or_refused(here: Place, pack: dict[str, Any]) -> None:
    refused_or_whole(here, pack)
    within_its_slots(here, pack)


def test_a_letter_that_hangs_out_of_its_line_is_no_letter_cut(here: Place) -> None:
    """The hook of a j stands left of where its line begins."""
    routes = [
        {"kind": kind, "label": "jetty", "phones": [phone], "checked_on": "2026-10-30"}
        for kind, phone in (("emergency", "999"), ("front_door", "01632 960 114"))
    ]
    pack = {
        "extends": "_series",
        "demonstration": "yes",
        "meta": {"name": "jilm", "link": "https://jilm.example.org"},
        "contacts": routes,
        "local": [{"place": "card", "text": "jam"}],
    }
    library = here.loaded(pack).library
    assert library is not None
    for layout in ("card", "seven-minute"):
        made = Press(library, Manner()).make(Edition(SLUG, "hosts", layout))
        assert [str(found) for found in made.diagnostics] == []
        assert made.entry is not None
