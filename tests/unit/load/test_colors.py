"""Colours as brands write them: what leads somewhere is followed, what does not is told."""

import pytest

from briefpress.diagnostics import Where
from briefpress.load.colors import STAND_IN, plain_colors
from briefpress.load.yamltext import read_yaml


def held(text: str) -> tuple[dict[str, object], list[tuple[str, int]]]:
    """The colours, and what is wrong with its line."""
    color, found = plain_colors(read_yaml(text, "brand.yaml"))
    return color, [(fault.message, where.line) for fault, where in found]


def test_css_becomes_hex_and_names_stay() -> None:
    color, found = held(
        "palette: {sea: '#0B5C7A', deep: sea, white: white}\n"
        "primary: deep\nsecondary: rgb(255 176 0)\nforeground: primary\ntokens: {text: sea}\n"
    )
    assert found == []
    assert color == {
        "palette": {"sea": "#0b5c7a", "deep": "sea", "white": "#ffffff"},
        "primary": "deep",
        "secondary": "#ffb000",
        "foreground": "primary",
        "tokens": {"text": "sea"},
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("palette: {sea: blu}", ("unknown colour 'blu'", 1)),
        ("primary: '#12345'", ("unknown colour '#12345'", 1)),
        ("primary: red;} body{display:none", ("unknown colour 'red;} body{display:none'", 1)),
        ("palette:\n  sea: navy\nprimary: see", ("unknown colour 'see'", 3)),
        ("tokens:\n  tint: '#ffffff00'", ("unknown colour '#ffffff00'", 2)),
        ("primary: primary", ("unknown colour 'primary'", 1)),
        ("palette: {sea: sea}", ("unknown colour 'sea'", 1)),
        ("palette: {a: b, b: a}", ("colours lead in a circle: b > a > b", 1)),
        (
            "primary: secondary\nsecondary: primary",
            ("colours lead in a circle: secondary > primary > secondary", 1),
        ),
        ("palette: {sea: navy}\nprint:\n  see: cmyk(0 0 0 0)", ("unknown colour 'see'", 3)),
    ],
)
def test_what_leads_nowhere(text: str, said: tuple[str, int]) -> None:
    color, found = held(text)
    assert found == [said]
    if "print" not in color:
        assert STAND_IN in str(color)


def test_the_hint_names_the_nearest_colour_or_the_form() -> None:
    _, found = plain_colors(read_yaml("palette: {harbour: navy}\nprimary: harbor", "f"))
    assert [fault.hint for fault, _ in found] == ["did you mean 'harbour'?"]
    _, found = plain_colors(read_yaml("primary: red;", "f"))
    assert "#rrggbb" in found[0][0].hint
    assert found[0][1] == Where("f", 1)
