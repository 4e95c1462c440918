"""Copyfit: the largest size that fits is found, and with few measurements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.model.layout import Slot
from briefpress.render.fit import Measure, Sizes, fit

SLOT = Slot(id="a", height=100.0, floor=9.0, ceiling=12.0)
OTHER = Slot(id="b", height=50.0, floor=10.0, ceiling=11.0)


def counted(measure: Measure) -> tuple[Measure, list[Sizes]]:
    asked: list[Sizes] = []

    def counting(sizes: Sizes) -> dict[str, float]:
        asked.append(dict(sizes))
        return dict(measure(sizes))

    return counting, asked


def limit(**limits: float) -> Measure:
    """Heights of texts that just fit at these sizes."""
    rooms = {"a": SLOT.height, "b": OTHER.height}
    return lambda sizes: {
        name: rooms[name] * (size / limits[name]) ** 1.7 for name, size in sizes.items()
    }


@pytest.mark.parametrize(
    ("fits_at", "size", "fits"),
    [
        (13.0, 12.0, True),
        (12.0, 12.0, True),
        (11.95, 11.9, True),
        (10.55, 10.5, True),
        (9.05, 9.0, True),
        (8.95, 9.0, False),
        (4.0, 9.0, False),
    ],
)
def test_the_largest_size_that_fits_or_the_floor(
    fits_at: float, size: float, *, fits: bool
) -> None:
    measure, asked = counted(limit(a=fits_at))
    (found,) = fit((SLOT,), measure)
    assert (found.size, found.fits) == (size, fits)
    assert asked[0] == {"a": 12.0}
    assert len(asked) <= 5
    assert {"a": found.size} in asked


def test_only_what_still_waits_is_measured() -> None:
    measure, asked = counted(limit(a=13.0, b=10.35))
    first, second = fit((SLOT, OTHER), measure)
    assert (first.size, second.size) == (12.0, 10.3)
    assert asked[0] == {"a": 12.0, "b": 11.0}
    assert all(list(sizes) == ["b"] for sizes in asked[1:])


def test_no_slots_need_no_measurement() -> None:
    measure, asked = counted(limit())
    assert fit((), measure) == ()
    assert asked == []


def test_one_size_only() -> None:
    slot = SLOT.model_copy(update={"ceiling": 9.0})
    measure, asked = counted(limit(a=8.0))
    (found,) = fit((slot,), measure)
    assert (found.size, found.fits, len(asked)) == (9.0, False, 1)


def test_an_empty_slot_fits() -> None:
    assert fit((SLOT,), lambda sizes: dict.fromkeys(sizes, 0.0))[0].size == 12.0


@given(st.lists(st.floats(1.0, 12.0), min_size=31, max_size=31))
def test_whatever_the_leaps_of_the_heights(growth: list[float]) -> None:
    total, heights = 60.0, {}
    for step, more in enumerate(growth):
        total += more
        heights[round(9.0 + step * 0.1, 4)] = total
    measure, asked = counted(lambda sizes: {"a": heights[sizes["a"]]})
    (found,) = fit((SLOT,), measure)
    fitting = [size for size, height in heights.items() if height <= SLOT.height]
    assert found.size == max(fitting, default=9.0)
    assert len(asked) <= 11  # five guesses, then halving what is left of 31 steps


def test_a_sum_of_lengths_that_is_out_in_its_last_digit_fits() -> None:
    """6 mm that begin at 13 mm end at 19.000000000000004."""
    fitted = fit((SLOT,), lambda sizes: {"a": 100.00000000000003})
    assert (fitted[0].fits, fitted[0].size) == (True, SLOT.ceiling)
    assert not fit((SLOT,), lambda sizes: {"a": 100.001})[0].fits
