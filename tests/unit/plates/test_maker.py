"""The maker: what plates cannot do is rendered directly, and its reason is told."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from briefpress.check.reading.seen import SeenPage
from briefpress.model.document import Document, Proof
from briefpress.model.library import Library
from briefpress.palette import Palette
from briefpress.plates import knowing, maker, shells
from briefpress.plates.assemble import assemble
from briefpress.plates.compare import compare
from briefpress.plates.documents import SHEET
from briefpress.plates.keeping import Stores
from briefpress.plates.maker import Branded, Direct, Maker
from briefpress.plates.plate import Plate
from briefpress.plates.reading import known_pages
from briefpress.plates.shell import Shell
from tests.nation import BOARDS, composed, library, render

BOARD = BOARDS[1]


def with_brand(**changes: Any) -> Library:  # noqa: ANN401
    """The nation, with one board changed."""
    brands = dict(library().brands)
    pack = brands[BOARD]
    brands[BOARD] = replace(pack, data=pack.data.model_copy(update=changes))
    return replace(library(), brands=brands)


def with_layout(name: str, old: str, new: str) -> Library:
    """The nation, with something else in a file of the card's layout."""
    layouts = dict(library().layouts)
    card = layouts["card"]
    assert card.texts[name].count(old) >= 1
    texts = {**card.texts, name: card.texts[name].replace(old, new, 1)}
    layouts["card"] = replace(card, texts=texts)
    return replace(library(), layouts=layouts)


def reason(of: Library, document: Document, way: Callable[[Document], Proof] = render) -> str:
    made = Maker(of, way).proof(document)
    assert isinstance(made, Direct)
    return made.reason


def test_large_print_is_rendered_directly() -> None:
    assert reason(library(), composed(BOARD, "card", "large-print")) == "plates are for the screen"


def test_a_proof_to_look_at_is_rendered_directly() -> None:
    stamped = replace(composed(BOARD, "card"), stamped=True)
    assert reason(library(), stamped) == "plates are for the screen"


def test_a_layout_without_slots_is_rendered_directly() -> None:
    document = composed(BOARD, "card")
    bare = replace(document, html=document.html.replace("data-slot", "data-x"))
    assert reason(library(), bare) == "its layout has no slots"


def test_slots_of_one_name_are_told() -> None:
    document = composed(BOARD, "card")
    twice = replace(document, html=document.html.replace('"back"', '"logo"'))
    assert reason(library(), twice) == "two slots have one name: logo, logo"


def test_words_of_a_board_outside_of_slots_refuse_the_plate() -> None:
    front = '<p class="foot">{{ publication.title }}.'
    of = with_layout("card/card.html.j2", front, f"{front} {{{{ brand.name }}}}")
    told = reason(of, composed(BOARD, "card", of=of))
    assert told == "no plate: it can be tried on 1 of 3 brands"


def test_one_board_with_words_outside_of_slots_is_rendered_directly() -> None:
    document = composed(BOARD, "card")
    other = replace(document, html=document.html.replace("<ol id", "<p>More.</p><ol id"))
    assert reason(library(), other) == maker.ELSEWHERE


def test_a_board_with_a_stylesheet_of_its_own_is_rendered_directly() -> None:
    document = composed(BOARD, "card")
    other = replace(document, styles={**document.styles, "own": "p { color: red }"})
    assert reason(library(), other) == maker.ELSEWHERE


def test_contacts_that_do_not_fit_are_rendered_directly() -> None:
    contacts = library().brands[BOARD].data.contacts
    of = with_brand(contacts=contacts * 6)
    assert reason(of, composed(BOARD, "card", of=of)) == "routes runs over"


def test_a_sign_that_no_font_has_is_rendered_directly() -> None:
    meta = library().brands[BOARD].data.meta
    name = meta.name.model_copy(update={"full": "Board \N{SNOWMAN}\N{GOTHIC LETTER AHSA}"})
    of = with_brand(meta=meta.model_copy(update={"name": name}))
    assert reason(of, composed(BOARD, "card", of=of))


def test_a_gradient_in_a_colour_of_the_board_refuses_the_plate() -> None:
    of = with_layout(
        "card/card.css",
        "background: var(--brand-primary)",
        "background: linear-gradient(var(--brand-primary), var(--brand-text))",
    )
    told = reason(of, composed(BOARD, "card", of=of))
    assert told == "no plate: a gradient has a colour of the brand"


def test_a_plate_that_looks_otherwise_for_one_board_is_refused() -> None:
    """As if the engine drew the front in another way around a word of the board."""

    def otherwise(document: Document) -> Proof:
        if SHEET in document.styles:
            return render(document)
        moved = {**document.styles, "moved": "#messages { color: #2a2a2a }"}
        return render(replace(document, styles=moved))

    told = reason(library(), composed(BOARD, "card"), otherwise)
    assert told.startswith("no plate: for ")
    assert "pixels: page 1" in told


def test_a_plate_is_refused_if_what_is_known_of_a_file_is_not_what_is_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As if text were known to be larger than it is printed."""

    def larger(*of: Any) -> dict[int, SeenPage]:  # noqa: ANN401 - as it is called
        return {
            number: replace(page, texts=tuple(replace(t, size=4.0) for t in page.texts))
            for number, page in known_pages(*of).items()
        }

    monkeypatch.setattr(knowing, "known_pages", larger)
    told = reason(library(), composed(BOARD, "card"))
    assert told.startswith("no plate: for ")
    assert "TYPE-SIZE" in told


def test_a_file_that_was_put_together_otherwise_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As if the links of the board were left out when the file is written."""
    one = Maker(library(), render)
    assert isinstance(one.proof(composed(BOARD, "card")), Branded)

    def without_links(plate: Plate, parts: Sequence[Shell], palette: Palette) -> bytes:
        return assemble(plate, [replace(part, links=()) for part in parts], palette)

    monkeypatch.setattr(maker, "assemble", without_links)
    made = one.proof(composed(BOARD, "card"))
    assert isinstance(made, Direct)
    assert "has other links" in made.reason


def test_a_plate_is_tried_once_and_shells_are_kept() -> None:
    asked: list[str] = []

    def counted(document: Document) -> Proof:
        asked.append(document.html)
        return render(document)

    one = Maker(library(), counted)
    one.proof(composed(BOARD, "card"))
    count = len(asked)
    again = one.proof(composed(BOARD, "card"))
    assert isinstance(again, Proof)
    assert len(asked) == count


def test_whatever_goes_wrong_with_a_plate_the_direct_way_is_open() -> None:
    def broken(document: Document) -> Proof:
        message = document.title
        raise KeyError(message)

    told = reason(library(), composed(BOARD, "card"), broken)
    assert told.startswith("plates gave up: KeyError")


def test_a_plate_that_fits_no_board_is_not_tried_on_all_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(maker, "ASKED", 2)
    told = reason(library(), composed(BOARD, "card"))
    assert told == "no plate: it can be tried on 2 of 3 brands"


class Shelf:
    """Keeps plates in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def put(self, name: str, data: bytes) -> None:
        self.kept[name] = data


def test_a_plate_that_was_kept_is_neither_made_nor_tried_again() -> None:
    shelf, asked = Shelf(), list[str]()
    first = Maker(library(), render, Stores(shelf)).proof(composed(BOARD, "card"))

    def counted(document: Document) -> Proof:
        asked.append(document.html)
        return render(document)

    again = Maker(library(), counted, Stores(shelf)).proof(composed(BOARD, "card"))
    assert isinstance(first, Proof)
    assert again == first
    assert len(shelf.kept) == 1
    assert len(asked) == 2  # One for each frame of the board.


@pytest.mark.parametrize("damage", [b"", b"no plate", None])
def test_a_plate_that_was_damaged_is_made_anew(damage: bytes | None) -> None:
    shelf = Shelf()
    first = Maker(library(), render, Stores(shelf)).proof(composed(BOARD, "card"))
    (name,) = shelf.kept
    whole = shelf.kept[name]
    shelf.kept[name] = whole[: len(whole) // 2] if damage is None else damage
    again = Maker(library(), render, Stores(shelf)).proof(composed(BOARD, "card"))
    assert again == first
    assert shelf.kept[name] == whole


def test_a_plate_of_other_words_is_not_taken() -> None:
    shelf = Shelf()
    Maker(library(), render, Stores(shelf)).proof(composed(BOARD, "card"))
    of = with_layout("card/card.html.j2", '<p class="foot">', '<p class="foot">More. ')
    made = Maker(of, render, Stores(shelf)).proof(composed(BOARD, "card", of=of))
    assert isinstance(made, Proof)
    assert len(shelf.kept) == 2


@pytest.mark.parametrize("kept", [1])
def test_shells_that_are_not_used_go(monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    monkeypatch.setattr(shells, "MOST", kept)
    one = Maker(library(), render)
    one.proof(composed(BOARD, "card"))
    assert len(one._shells._known._kept) == kept


def with_number(number: str) -> Library:
    """The nation, one board with another number."""
    contacts = library().brands[BOARD].data.contacts
    first = contacts[0]
    phones = (number, *first.phones[1:])
    return with_brand(contacts=(first.model_copy(update={"phones": phones}), *contacts[1:]))


def test_shells_that_were_kept_are_not_made_again_but_those_of_other_numbers_are() -> None:
    plates, kept, asked = Shelf(), Shelf(), list[str]()

    def counted(document: Document) -> Proof:
        asked.append(document.html)
        return render(document)

    first = Maker(library(), render, Stores(plates, kept)).proof(composed(BOARD, "card"))
    again = Maker(library(), counted, Stores(plates, kept)).proof(composed(BOARD, "card"))
    assert again == first
    assert asked == []
    of = with_number("01632 960961")
    made = Maker(of, counted, Stores(plates, kept)).proof(composed(BOARD, "card", of=of))
    assert isinstance(made, Branded)
    assert len(asked) == 1
    assert compare(render(composed(BOARD, "card", of=of)).pdf, made.pdf) == ()


@pytest.mark.parametrize("damage", [b"", b"no shell"])
def test_a_shell_that_was_damaged_is_made_anew(damage: bytes) -> None:
    plates, kept = Shelf(), Shelf()
    first = Maker(library(), render, Stores(plates, kept)).proof(composed(BOARD, "card"))
    assert isinstance(first, Branded)
    known, whole = first.known(), dict(kept.kept)
    kept.kept = dict.fromkeys(whole, damage)
    again = Maker(library(), render, Stores(plates, kept)).proof(composed(BOARD, "card"))
    assert isinstance(again, Branded)
    assert again == first
    assert again.known() == known
    mended = {name: data for name, data in kept.kept.items() if data != damage}
    assert len(mended) == 4  # For each frame of the board what is drawn, and what was seen of it.
    assert mended.items() <= whole.items()


def test_a_shell_for_another_height_of_its_slot_is_another() -> None:
    """The layout may change between two builds, and what is kept of the first is not for it."""
    plates, kept = Shelf(), Shelf()
    Maker(library(), render, Stores(plates, kept)).proof(composed(BOARD, "card"))
    before = set(kept.kept)
    layouts = dict(library().layouts)
    card = layouts["card"]
    slots = tuple(slot.model_copy(update={"floor": slot.floor - 0.1}) for slot in card.data.slots)
    layouts["card"] = replace(card, data=card.data.model_copy(update={"slots": slots}))
    of = replace(library(), layouts=layouts)
    Maker(of, render, Stores(plates, kept)).proof(composed(BOARD, "card", of=of))
    assert not before >= set(kept.kept)
