"""Logos from names: shapes alone, all of them inside the viewBox, and known as placeholders."""

import pytest

from briefpress.model.placeholder import is_placeholder
from briefpress.packs.logo import HEIGHT, Inks, Mark, initials_mark, logo, split_name
from tests.unit.packs.support import faces, lettering, paths, size

INKS = Inks("#0f4c5c", "#16262e")
NAMES = (
    "Ness SCP",
    "Eastmarsh Safeguarding Children Partnership",
    "Calderwick, Nene, Upper Nene and the Isle of Orm Safeguarding Children and Young People Board",
    "Ŵyth & Môn Safeguarding Children’s Board",
    "a" * 90,
)


@pytest.mark.parametrize("name", NAMES)
def test_a_logo_is_a_mark_and_the_words_beside_it(name: str) -> None:
    svg = logo(initials_mark(name, faces()), name, faces(), INKS)
    (mark, ink), (words, other) = paths(svg)
    assert (ink, other) == ("#0f4c5c", "#16262e")
    assert mark.startswith("M18 0")
    width, height = size(svg)
    assert height == HEIGHT
    assert width > HEIGHT
    ys = [float(y) for x, y in (pair.split(",") for pair in words.split() if "," in pair)]
    assert all(0 <= y <= HEIGHT for y in ys)


def test_a_name_that_the_font_lacks_gets_the_mark_alone() -> None:
    svg = logo(initials_mark("安全 🙂", faces()), "安全 🙂", faces(), INKS)
    assert len(paths(svg)) == 1
    assert size(svg) == (HEIGHT, HEIGHT)


def test_without_letters_there_is_a_disc_in_the_square() -> None:
    svg = logo(initials_mark("Eastmarsh", None), "Eastmarsh", None, INKS)
    ((data, _),) = paths(svg)
    assert data == initials_mark("安全", faces()).data


def test_initials_are_those_of_the_place() -> None:
    one = initials_mark("Eastmarsh Safeguarding Children Partnership", faces())
    assert one == initials_mark("Eastmarsh", faces())
    assert one != initials_mark("Eastmarsh and Orm Safeguarding Children Partnership", faces())


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ness SCP", ("Ness SCP", "")),
        ("Nene Safeguarding Board", ("Nene", "Safeguarding Board")),
        ("Safer Children Nene", ("Safer Children Nene", "")),
        ("Nene Children’s Trust", ("Nene", "Children’s Trust")),
    ],
)
def test_the_place_stands_apart(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


def test_a_placeholder_is_known_until_it_is_replaced() -> None:
    mark = Mark("M0 0H9V9Z", 9)
    assert is_placeholder(logo(mark, "Ness", faces(), INKS, placeholder=True))
    assert not is_placeholder(logo(mark, "Ness", faces(), INKS))
    assert not is_placeholder(b"")


def test_kerning_reaches_the_logo() -> None:
    tight = logo(Mark("", 0), "AVAVAV", faces(), INKS)
    assert size(tight)[0] == pytest.approx(lettering().width("AVAVAV", 40), abs=0.1)
