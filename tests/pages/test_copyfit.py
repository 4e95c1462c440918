"""Copyfit of the specimen: type shrinks in small steps as texts grow, and stops at the floor."""

from dataclasses import replace

import pytest

from briefpress.made import Made, Manner
from briefpress.model.document import Document, Fitted
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.press import Press
from tests.pages.support import BRAND, engine, library

WORD = " and once more"
LAYOUTS = {"card": "messages", "pocket": "messages", "seven-minute": "parts"}


def longer(words: int) -> Library:
    """The specimen with so much more in the line of each card message."""
    full = library()
    messages = tuple(
        message.model_copy(
            update={
                "card": message.card.model_copy(
                    update={"line": (message.card.line or "So") + WORD * words}
                )
            }
        )
        if message.card
        else message
        for message in full.messages
    )
    return replace(full, messages=messages)


def document_of(layout: str, words: int) -> Document:
    return Press(longer(words), Manner())._document(Edition(BRAND, "hosts", layout))


def fitted(layout: str, words: int) -> Fitted:
    found = engine().render(document_of(layout, words)).fitted
    return next(one for one in found if one.slot.id == LAYOUTS[layout])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_type_shrinks_in_small_steps_and_fills_its_slot(layout: str) -> None:
    found = [fitted(layout, words) for words in range(0, 60, 12)]
    slot = found[0].slot
    sizes = [one.size for one in found]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > slot.floor
    assert sizes[-1] == slot.floor
    for one in found:
        steps = (one.size - slot.floor) / slot.step
        assert steps == pytest.approx(round(steps), abs=1e-3)
        assert one.fits or one.size == slot.floor
        assert (one.shortfall is None) == one.fits
    assert slot.step <= 0.2


def unfit(made: Made) -> str:
    (found,) = [d for d in made.diagnostics if d.code == "COPYFIT"]
    assert found.where.file.endswith("messages.yaml")
    assert not made.files
    return f"{found.message} {found.hint}"


@pytest.mark.parametrize(("layout", "words"), [("card", 60), ("pocket", 12), ("seven-minute", 80)])
def test_what_has_to_go_is_named_and_the_rest_then_fits(layout: str, words: int) -> None:
    changed = longer(words)
    edition = Edition(BRAND, "hosts", layout)
    said = unfit(Press(changed, Manner()).make(edition))
    one = fitted(layout, words)
    assert one.shortfall is not None
    surplus = one.shortfall.surplus
    assert surplus
    assert all(f"{name} (" in said for name in surplus)
    printed = document_of(layout, words).messages
    left = len(printed) - len(surplus)
    assert printed[left:] == surplus
    assert f"with `messages: {left}` in layout.yaml {left} fit" in said
    data = changed.layouts[layout].data.model_copy(update={"messages": left})
    found = replace(changed.layouts[layout], data=data)
    fewer = replace(changed, layouts={**changed.layouts, layout: found})
    made = Press(fewer, Manner()).make(edition)
    assert not any(d.code == "COPYFIT" for d in made.diagnostics)
