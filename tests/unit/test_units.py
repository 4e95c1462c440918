"""Lengths, from one unit to another."""

import pytest

from briefpress.units import mm_to_pt, mm_to_px, parse_mm, parse_pt, px_to_mm, px_to_pt


def test_an_inch_is_an_inch() -> None:
    assert mm_to_pt(25.4) == 72
    assert mm_to_px(25.4) == pytest.approx(96)
    assert px_to_mm(96) == pytest.approx(25.4)
    assert px_to_pt(96) == 72


@pytest.mark.parametrize(
    ("text", "mm"), [("148mm", 148), ("72pt", 25.4), (" 0.5mm ", 0.5), ("13.5pt", 4.7625)]
)
def test_lengths_are_read(text: str, mm: float) -> None:
    assert parse_mm(text) == pytest.approx(mm)
    assert parse_pt(text) == pytest.approx(mm * 72 / 25.4)


@pytest.mark.parametrize("text", ["", "148", "148 mm", "10cm", "-1mm", "1e3mm", ".5mm", "١mm"])
def test_what_is_no_length(text: str) -> None:
    with pytest.raises(ValueError, match="is not a length; write it as 148mm or 12pt"):
        parse_mm(text)
