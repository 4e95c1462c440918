"""Bleed: colour that reaches a trim goes on past it, whatever the edge, or is told."""

import pikepdf
import pytest

from briefpress.impose import bleed_faults
from briefpress.units import mm_to_pt
from tests.unit.impose.prints import saved

WIDE, HIGH, BLEED = 60.0, 40.0, 3.0


def page(*fields: tuple[float, float, float, float], grey: float = 0.4) -> bytes:
    """A page with a bleed; each field is left, bottom, width, height in mm from the trim."""
    pdf = pikepdf.new()
    edge = mm_to_pt(BLEED)
    size = (mm_to_pt(WIDE) + 2 * edge, mm_to_pt(HIGH) + 2 * edge)
    one = pdf.add_blank_page(page_size=size)
    one.TrimBox = pikepdf.Array([edge, edge, size[0] - edge, size[1] - edge])
    drawn = (
        f"{mm_to_pt(x + BLEED)} {mm_to_pt(y + BLEED)} {mm_to_pt(w)} {mm_to_pt(h)} re f"
        for x, y, w, h in fields
    )
    one.Contents = pdf.make_stream(f"{grey} g {' '.join(drawn)}".encode())
    return saved(pdf)


def told(data: bytes, bleed: float = BLEED) -> list[str]:
    return [message for _, message in bleed_faults(data, bleed)]


FULL = (-BLEED, -BLEED, WIDE + 2 * BLEED, HIGH + 2 * BLEED)


@pytest.mark.parametrize("fields", [(), (FULL,), ((5, 5, 50, 30),), ((-3, 10, 66, 20),)])
def test_colour_that_runs_on_or_stays_away_is_fine(fields: tuple[tuple[float, ...], ...]) -> None:
    assert told(page(*fields)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "sides"),
    [
        ((0, 0, WIDE, HIGH), ["left", "right", "head", "foot"]),
        ((0, -3, 63, 46), ["left"]),
        ((-3, -3, 63, 46), ["right"]),
        ((-3, -3, 66, 43), ["head"]),
        ((-3, 0, 66, 43), ["foot"]),
        ((-1, -1, 62, 42), ["left", "right", "head", "foot"]),
        ((40, 10, 20, 2), ["right"]),
    ],
)
def test_the_edge_where_it_stops_is_named(
    field: tuple[float, float, float, float], sides: list[str]
) -> None:
    found = told(page(field))
    assert [message.split()[4] for message in found] == sides


def test_how_much_is_missing_is_said() -> None:
    (only,) = told(page((0, 10, 20, 12)))
    assert only == "page 1: at the left colour ends at the cut along 12 mm; 3 mm more are needed"


def test_a_tint_counts_and_a_hair_does_not() -> None:
    assert len(told(page((0, 10, 20, 12), grey=0.9))) == 1
    assert told(page((0, 10, 20, 0.3))) == []


def test_without_a_bleed_nothing_is_asked() -> None:
    assert told(page((0, 0, WIDE, HIGH)), 0.0) == []
