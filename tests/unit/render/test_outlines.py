"""Outlines: what is drawn straight is, to the byte, what the engine would draw."""

import random

import pydyf
import pytest

from briefpress.render.library import draw_path
from briefpress.render.outlines import outline_lines

COUNTS = {"M": 2, "L": 2, "Q": 4, "C": 6, "h": 1, "v": 1, "Z": 0, "z": 0}
NUMBERS = "0 -0 5 5.0 -12.5 0.1 100 7.105427e-15 1e3 -0.0000004 33.333333 2.50 123456.7 1e20 -10"


class Drawing:
    """As much of a drawing as a path asks for."""

    def __init__(self) -> None:
        self.stream = pydyf.Stream()

    def point(self, x: str, y: str, _size: float) -> tuple[float, float]:
        """A point in numbers without units."""
        return float(x), float(y)


class Node(dict[str, str]):
    """A path by itself."""

    def __init__(self, d: str) -> None:
        super().__init__(d=d)
        self.vertices: list[object] = []


def engines(d: str) -> list[bytes]:
    """The lines that the engine draws a path with."""
    drawing = Drawing()
    draw_path(drawing, Node(d), 12.0)
    lines: list[bytes] = drawing.stream.stream
    return lines


@pytest.mark.parametrize(
    "d",
    [
        "",
        "M0 0",
        "M1 2Z",
        "L1 2L3 4Z",
        "M1 1L2 2ZL3 3ZZ",
        "M1 1L2 2M5 5Z",
        "M1 1L2 2M5 5L6 6Zh1",
        "Zh3v-2z",
        "M0 0h37v37h-37z",
        "Q1 1 2 2Q3 3 4 5",
    ],
)
def test_the_ends_of_pieces_are_where_the_engine_has_them(d: str) -> None:
    assert outline_lines(d) == engines(d)


@pytest.mark.parametrize("seed", range(60))
def test_any_path_of_these_operators_is_the_same(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - it guards nothing
    letters = dice.choices(list(COUNTS), k=40)
    told = [" ".join(dice.choices(NUMBERS.split(), k=COUNTS[letter])) for letter in letters]
    d = "".join(letter + numbers for letter, numbers in zip(letters, told, strict=True))
    assert outline_lines(d) == engines(d)


@pytest.mark.parametrize(
    "d",
    [
        "M 1 2L3 4",
        "M1,2L3,4",
        "M1 2 3 4",
        "m1 2l3 4",
        "M1 2L3 4 Z",
        "M1 2A3 3 0 0 1 4 4",
        "M1 2H3V4",
        "M50% 2L3 4",
        "M1 2S1 2 3 4T5 6",
        "M1 2L3",
        "M1 2l",
        "M1 2L.5 .5",
        "M1 2L3 4oops",
    ],
)
def test_what_is_written_in_another_way_is_read_by_the_engine(d: str) -> None:
    assert outline_lines(d) is None
