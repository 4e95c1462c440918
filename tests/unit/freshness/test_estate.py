"""The estate: what comes to one brand or audience is looked for in what stands of the others."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from briefpress.freshness.estate import Estate
from briefpress.model.edition import ALL_AUDIENCES, Edition
from briefpress.model.library import Library, Loaded
from briefpress.model.transcript import Transcript, transcript_from, whole
from tests.conftest import Edit

CARD = Edition("wexbridge", "hosts", "card")
SECOND = """\
extends: wexbridge
meta:
  name: {{full: {name}, short: Other}}
contacts:
  - {{kind: emergency, label: Emergency, phones: ["999"], audiences: all, checked_on: 2026-02-20}}
  - {{kind: front_door, label: Front desk, phones: ["{phone}"], audiences: all,
     checked_on: 2026-02-20}}
"""


def heard(words: str, *numbers: str) -> Transcript:
    return Transcript(words, numbers)


@pytest.fixture
def changed(load_it: Callable[[], Loaded], edit: Edit) -> Callable[[Transcript, Edition], str]:
    """Holds what was heard against a library whose second brand has got a name and a number."""

    def library(name: str, phone: str) -> Library:
        text = SECOND.format(name=name, phone=phone)
        edit.write("brands/nettlemere/brand.yaml", text)
        found = load_it().library
        assert found is not None
        return found

    before = Estate(library("Nettlemere Repair Café", "01632 960 771")).parts
    now = Estate(library("Moonlit Menders of Nettlemere", "01632 960 772"))
    return lambda transcript, edition: now.leak(edition, transcript, before)


@pytest.mark.parametrize(
    ("transcript", "leak"),
    [
        (heard("ask at the desk", "01632960158"), ""),
        (heard("ask the moonlit menders of nettlemere at the desk"), "name of brand nettlemere"),
        (heard("ask the moonlit  menders of nettlemere"), ""),
        (heard("ring", "01632960772"), "number of brand nettlemere"),
        (heard("ring", "01632960771"), ""),
    ],
    ids=["nothing", "the new name", "in two pieces", "the new number", "the old number"],
)
def test_what_another_brand_has_got_is_found(
    changed: Callable[[Transcript, Edition], str], transcript: Transcript, leak: str
) -> None:
    assert changed(transcript, CARD) == leak


def test_of_a_sheet_for_all_audiences_nobody_can_say_whose_words_are_whose(
    changed: Callable[[Transcript, Edition], str],
) -> None:
    assert changed(heard("nothing"), replace(CARD, audience=ALL_AUDIENCES, format="sheet"))


def test_what_all_may_say_no_longer_is_looked_for_in_full(
    load_it: Callable[[], Loaded], edit: Edit
) -> None:
    """What stood in a common register may have been another's all along."""
    library = load_it().library
    assert library is not None
    now = Estate(library)
    before = {**now.parts, "what all may say": "other"}
    other = next(m for m in library.messages if m.audiences and "hosts" not in m.audiences)
    words = " ".join(other.text.lower().replace(".", "").replace(",", "").split())
    assert now.leak(CARD, heard(words), before) == f"message {other.id}"
    assert now.leak(CARD, heard(words), now.parts) == ""


def test_a_transcript_is_kept_for_one_file_alone() -> None:
    one = heard("as it was heard", "01632960158")
    data = one.to_bytes("ab")
    assert transcript_from(whole(data), "ab") == one
    assert transcript_from(whole(data), "cd") is None
    assert transcript_from(whole(data[:-3]), "ab") is None
    assert transcript_from(whole(b""), "ab") is None


WORDS = ["ask", "the", "moonlit", "menders", "of", "nettlemere", "desk", "|", "01632", "960", "772"]


def test_what_is_silent_as_it_is_kept_has_no_leak(
    load_it: Callable[[], Loaded], edit: Edit
) -> None:
    def estate(name: str, phone: str) -> Estate:
        edit.write("brands/nettlemere/brand.yaml", SECOND.format(name=name, phone=phone))
        found = load_it().library
        assert found is not None
        return Estate(found)

    before = estate("Nettlemere Repair Café", "01632 960 771").parts
    now = estate("Moonlit Menders of Nettlemere", "01632 960 772")
    chance, silent = random.Random(11), 0  # noqa: S311 - no secret
    for _ in range(400):
        words = " ".join(chance.choices(WORDS, k=chance.randint(1, 12)))
        number = chance.choice(["01632960772", "0016329607721", "01632960771"])
        told = heard(words, *chance.choices([number], k=chance.randint(0, 1)))
        if now.is_silent(CARD, whole(told.to_bytes("ab")), before):
            silent += 1
            assert now.leak(CARD, told, before) == ""
    assert 20 < silent < 380


def test_nothing_is_silent_for_whom_what_he_may_say_has_changed(
    load_it: Callable[[], Loaded], edit: Edit
) -> None:
    library = load_it().library
    assert library is not None
    before = Estate(library).parts
    edit.replace("brands/wexbridge/brand.yaml", "01632 960 101", "01632 960 109")
    other = load_it().library
    assert other is not None
    now, told = Estate(other), whole(heard("nothing").to_bytes("ab"))
    assert not now.is_silent(CARD, told, before)
    assert not now.is_silent(replace(CARD, audience=ALL_AUDIENCES), told, before)
    assert now.is_silent(replace(CARD, brand="_series"), told, before)
