"""Inks: every colour of a page becomes ink, text black alone, and none is passed over."""

import numpy as np
import pikepdf
import pytest

from briefpress.impose.inks import Inks
from briefpress.impose.paint import PaintFaultError, paint
from tests.unit.impose.prints import ICC, INK, TEAL, operators, page_of, picture

INKS = Inks(ICC, 300, {INK: (0.0, 0.0, 0.0, 1.0)})


def share(colour: tuple[int, int, int]) -> tuple[float, float, float]:
    return (colour[0] / 255, colour[1] / 255, colour[2] / 255)


def test_a_brand_s_colour_is_converted_through_the_profile() -> None:
    cyan, magenta, yellow, black = INKS.of(*share(TEAL))
    assert cyan > magenta > 0.1
    assert 0.2 < black < 0.8
    assert cyan + magenta + yellow + black <= 3


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        ((0, 0, 0), (0, 0, 0, 1)),
        ((255, 255, 255), (0, 0, 0, 0)),
        ((128, 128, 129), (0, 0, 0, 0.4967)),
        (INK, (0, 0, 0, 1)),
    ],
)
def test_greys_and_text_are_black_ink_alone(
    colour: tuple[int, int, int], inks: tuple[float, ...]
) -> None:
    assert INKS.of(*share(colour)) == pytest.approx(inks, abs=1e-3)


def test_the_limit_is_kept_by_colours_and_pictures() -> None:
    from PIL import Image  # noqa: PLC0415

    tight = Inks(ICC, 200, {})
    assert sum(tight.of(0.0, 0.02, 0.1)) <= 2.005
    dark = Image.new("RGB", (2, 2), (0, 5, 25))
    assert np.asarray(tight.picture(dark)).sum(axis=-1).max() <= 2.01 * 255
    assert np.asarray(INKS.picture(dark)).sum(axis=-1).max() > 2.01 * 255


def test_every_operator_of_light_becomes_one_of_ink() -> None:
    pdf = page_of(
        "1 1 1 rg 0 0 0 RG 0.5 g 0 G /S1 cs 0.2 0.2 0.2 sc /DeviceRGB CS 1 0 0 SCN "
        "0.1 0.2 0.3 0.4 k 0 0 9 9 re f",
        {"/ColorSpace": pikepdf.Dictionary({"/S1": pikepdf.Array([pikepdf.Name.CalRGB, {}])})},
    )
    paint(pdf, INKS)
    found = operators(pdf)
    assert found[:5] == [
        "0.00 0.00 0.00 0.00 k",
        "0.00 0.00 0.00 1.00 K",
        "0.00 0.00 0.00 0.50 k",
        "0.00 0.00 0.00 1.00 K",
        "0.00 0.00 0.00 0.80 k",
    ]
    assert found[5].endswith(" K")
    assert found[6] == "0.10 0.20 0.30 0.40 k"
    assert b"cs" not in pdf.pages[0].Contents.read_bytes().lower().replace(b"/s1", b"")


def test_gradients_pictures_and_groups() -> None:
    pdf = page_of("q 9 0 0 9 0 0 cm /I Do Q /G sh /F Do")
    ramp = pikepdf.Dictionary(FunctionType=2, Domain=pikepdf.Array([0, 1]), N=1)
    ramp.C0, ramp.C1 = pikepdf.Array([1, 0, 0]), pikepdf.Array([1, 1, 1])
    parts = pikepdf.Dictionary(FunctionType=3, Functions=pikepdf.Array([ramp]))
    shade = pikepdf.Dictionary(ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB, Function=parts)
    form = pdf.make_stream(b"1 1 1 rg 0 0 1 1 re f")
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)
    image = pdf.make_indirect(picture(pdf, TEAL))
    resources = pdf.pages[0].Resources
    resources.XObject = pikepdf.Dictionary({"/I": image, "/F": form})
    resources.Shading = pikepdf.Dictionary({"/G": pdf.make_indirect(shade)})
    paint(pdf, INKS)
    assert image.ColorSpace == "/DeviceCMYK"
    assert len(image.read_bytes()) == 4 * 4 * 4
    found = resources.Shading["/G"]
    assert found.ColorSpace == "/DeviceCMYK"
    assert [len(found.Function.Functions[0][end]) for end in ("/C0", "/C1")] == [4, 4]
    assert form.Group.CS == "/DeviceCMYK"
    assert form.read_bytes().split()[:5] == [b"0.0000"] * 4 + [b"k"]


@pytest.mark.parametrize(
    ("content", "space", "message"),
    [
        ("/S1 cs 1 0 0 sc", [pikepdf.Name.Lab, {}], "colours in the space /Lab"),
        ("0.1 0.2 sc", [pikepdf.Name.CalRGB, {}], "a colour of 2 parts"),
        ("BI /W 1 /H 1 /BPC 8 /CS /G ID a EI", [pikepdf.Name.CalRGB, {}], "a picture inside"),
    ],
)
def test_what_is_not_known_is_refused(content: str, space: list[object], message: str) -> None:
    spaces = pikepdf.Dictionary({"/S1": pikepdf.Array(space)})
    with pytest.raises(PaintFaultError, match=message):
        paint(page_of(content, {"/ColorSpace": spaces}), INKS)
