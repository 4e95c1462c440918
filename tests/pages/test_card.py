"""The card: the first key messages of its audience, numbered, and whom to call."""

import pytest

from tests.pages.support import Rendered, editions, rendered
from tests.structure import structure_of

CARDS = [edition for edition in editions() if edition.layout == "card"]


@pytest.fixture(params=CARDS, ids=[edition.id for edition in CARDS])
def made(request: pytest.FixtureRequest) -> Rendered:
    found: Rendered = rendered(request.param)
    return found


def test_it_has_two_sides(made: Rendered) -> None:
    assert len(made.texts) == 2


def test_the_messages_stand_in_their_order_on_the_first_side(made: Rendered) -> None:
    messages = made.manuscript.card_messages
    assert 0 < len(messages) <= (made.manuscript.layout.data.messages or 0)
    commands = [m.card.command for m in messages if m.card is not None]
    places = [made.texts[0].find(command) for command in commands]
    assert -1 not in places
    assert places == sorted(places)
    for message in messages:
        assert message.card is not None
        assert message.card.line in made.texts[0]
    assert all(command not in made.texts[1] for command in commands)


def test_messages_below_the_limit_are_left_out(made: Rendered) -> None:
    kept = {m.id for m in made.manuscript.card_messages}
    for message in made.manuscript.messages:
        if message.card is not None and message.id not in kept:
            assert message.card.command not in made.text


def test_the_numbers_are_on_the_second_side_with_the_day_they_were_checked(made: Rendered) -> None:
    for contact in made.manuscript.contacts:
        for phone in contact.phones:
            assert phone in made.texts[1]
    oldest = min(contact.checked_on for contact in made.manuscript.contacts)
    assert f"{oldest.day} {oldest:%B %Y}" in made.texts[1]


def test_every_number_is_heard_before_the_code(made: Rendered) -> None:
    """Where somebody is in danger, a picture of an address is not what comes first."""
    heard = list(structure_of(made.proof.pdf).root.all("P", "Figure"))
    codes = [place for place, tag in enumerate(heard) if "QR" in tag.keys.get("Alt", "")]
    phones = [phone for contact in made.manuscript.contacts for phone in contact.phones]
    numbers = [place for place, tag in enumerate(heard) if any(p in tag.text for p in phones)]
    assert max(numbers) < min(codes, default=len(heard))


def test_both_sides_say_until_when_they_hold(made: Rendered) -> None:
    publication = made.manuscript.publication.review_by
    board = made.manuscript.brand.data.document.review_by
    assert f"{publication.day} {publication:%B %Y}" in made.texts[0]
    assert f"{board.day} {board:%B %Y}" in made.texts[1]


def test_type_is_never_smaller_than_its_floor(made: Rendered) -> None:
    for fitted in made.proof.fitted:
        assert fitted.fits
        assert fitted.slot.floor - 0.001 <= fitted.size <= fitted.slot.ceiling + 0.001
    sizes = [run.size for page in made.proof.pages for run in page.runs]
    assert min(sizes) >= 7
