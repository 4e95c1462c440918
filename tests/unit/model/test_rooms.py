"""How large logos stand: equal areas, one line, nobody left out for want of a little room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.model.rooms import LogoLine, LogoRoom

ROOM = LogoRoom(width=100.0, height=15.0, tallest=26.0)
LINE = LogoLine(width=170.0, height=9.0, tallest=12.0, least=5.5, gap=7.0)
CRESTS = (1.0, 1.1, 0.9, 1.0, 1.2, 0.8, 1.0)
NHS = 2.48


@pytest.mark.parametrize(
    ("aspect", "width", "height"),
    [
        (5.0, 75.0, 15.0),  # the usual shape, as high as the room says
        (2.5, 53.0, 21.2),  # narrower: higher, and of the same area
        (1.0, 26.0, 26.0),  # a crest would have to be 33 mm high
        (0.5, 13.0, 26.0),
        (8.0, 94.9, 11.9),
        (20.0, 100.0, 5.0),  # no wider than the room
    ],
)
def test_a_logo_covers_as_much_as_the_usual_one(aspect: float, width: float, height: float) -> None:
    size = ROOM.size_of(aspect)
    assert (size.width, size.height) == pytest.approx((width, height), abs=0.05)
    assert size.width / size.height == pytest.approx(aspect)


def test_one_logo_stands_at_its_full_size() -> None:
    ((found),) = LINE.sizes_of([5.0])
    assert (found.width, found.height) == pytest.approx((45.0, 9.0))
    assert LINE.largest(5.0) == found


def test_logos_in_a_line_cover_equal_areas() -> None:
    sizes = LINE.sizes_of([5.0, 4.0, 3.0, 6.0])
    areas = [size.width * size.height for size in sizes]
    assert areas == pytest.approx([areas[0]] * 4)
    assert sum(size.width for size in sizes) + 3 * LINE.gap == pytest.approx(170, abs=0.1)


def test_a_narrow_logo_is_a_third_higher_at_most_and_a_wide_one_no_wider_than_ten() -> None:
    usual, tall, wide = LINE.sizes_of([5.0, 0.5, 40.0])
    assert tall.height == pytest.approx(usual.height * 12 / 9)
    assert wide.width == pytest.approx(usual.height * 50**0.5)


def test_eight_compact_logos_stand_in_one_line() -> None:
    sizes = LINE.sizes_of([*CRESTS, NHS])
    assert len(sizes) == 8
    assert sum(size.width for size in sizes) + 7 * LINE.gap <= LINE.width + 1e-6


def test_of_eight_wide_logos_those_come_that_fit_at_the_least_size() -> None:
    sizes = LINE.sizes_of([5.0] * 8)
    assert len(sizes) == 5
    assert all(size.height >= LINE.least - 0.02 for size in sizes)
    longer = LINE.model_copy(update={"width": 8 * 27.5 + 7 * 7})
    assert len(longer.sizes_of([5.0] * 8)) == 8


def test_nobody() -> None:
    assert LINE.sizes_of([]) == ()
    narrow = LINE.model_copy(update={"width": 5.0})
    assert narrow.sizes_of([0.01]) != ()


@given(st.lists(st.floats(0.05, 50.0), max_size=12))
def test_whatever_the_shapes_the_line_holds_them(aspects: list[float]) -> None:
    sizes = LINE.sizes_of(aspects)
    assert len(sizes) <= len(aspects)
    assert bool(sizes) == bool(aspects)
    gaps = LINE.gap * max(0, len(sizes) - 1)
    assert sum(size.width for size in sizes) + gaps <= LINE.width + 1e-6
    assert all(0 < size.height <= LINE.tallest + 1e-9 for size in sizes)
    for size, aspect in zip(sizes, aspects, strict=False):
        assert size.width / size.height == pytest.approx(aspect)
