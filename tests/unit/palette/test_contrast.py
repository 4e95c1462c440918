"""Contrast: the ratio of WCAG on a screen, what greys leave of it, and which texts are colours."""

import pytest

from briefpress.palette import contrast, grey, grey_contrast, to_hex


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#767676", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#abcdef", "#abcdef", 1.0),
    ],
)
def test_the_ratio_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(
    ("color", "shade"),
    [
        ("#ff0000", "#4c4c4c"),
        ("#00ff00", "#969696"),
        ("#0000ff", "#1d1d1d"),
        ("#808080", "#808080"),
    ],
)
def test_the_grey_of_a_printer_is_that_of_pillow(color: str, shade: str) -> None:
    from PIL import Image, ImageColor  # noqa: PLC0415 - only to hold ours against it

    (level,) = Image.new("RGB", (1, 1), ImageColor.getrgb(color)).convert("L").tobytes()
    assert grey(color) == shade == f"#{level:02x}{level:02x}{level:02x}"


def test_greys_take_most_from_dark_ink_on_green() -> None:
    assert contrast("#000000", "#00a000") > 6
    assert grey_contrast("#000000", "#00a000") < 3.3
    assert grey_contrast("#ffffff", "#00a000") > contrast("#ffffff", "#00a000")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#1D4F68", "#1d4f68"),
        ("#abc", "#aabbcc"),
        ("navy", "#000080"),
        ("rgb(0, 75, 135)", "#004b87"),
        ("rgb(0 75 135)", "#004b87"),
        ("hsl(120 100% 25%)", "#008000"),
        ("oklch(0.5 0.1 250)", "#32669a"),
        ("#00000080", None),
        ("transparent", None),
        ("oklch(1e308 1e308 1e308)", None),
        ("color(display-p3 1e308 0 0)", None),
        ("red;} body{display:none", None),
        ("$brand-teal", None),
        ("", None),
    ],
)
def test_colours_of_css_become_hex(text: str, found: str | None) -> None:
    assert to_hex(text) == found
