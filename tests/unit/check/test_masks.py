"""Soft masks: one that fades a drawing is fine, one that could hide text is told."""

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from briefpress.check.masks import veils


def page(content: str, form: str = "0 0 1 1 re f") -> pikepdf.Pdf:
    """A page with a state that has a soft mask, `/Veil`, one that has none, and a form."""
    pdf = pikepdf.new()
    mask = Dictionary(S=Name.Luminosity, G=pdf.make_stream(b"/S sh"))
    states = Dictionary({"/Veil": Dictionary(SMask=mask), "/Plain": Dictionary(ca=1)})
    drawing = pdf.make_stream(form.encode(), Subtype=Name.Form)
    one = pdf.add_blank_page()
    one.Resources = Dictionary(ExtGState=states, XObject=Dictionary({"/F": drawing}))
    one.Contents = pdf.make_stream(content.encode())
    return pdf


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("q /Veil gs 0 0 9 9 re f Q BT (a) Tj ET", ""),
        ("BT (a) Tj ET q q /Veil gs /S sh Q BT (a) Tj ET Q", ""),
        ("q /Veil gs /F Do Q", "0 0 1 1 re f"),
    ],
)
def test_a_mask_over_drawings_alone_is_fine(content: str, form: str) -> None:
    assert list(veils(page(content, form))) == []


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("q /Veil gs BT (a) Tj ET Q", ""),
        ("q /Veil gs q BT [(a)] TJ ET Q Q", ""),
        ("/Veil gs q 0 0 9 9 re f Q BT (a) ' ET", ""),
        ("q /Veil gs /F Do Q", "BT (a) Tj ET"),
        ("q /Veil gs /Plain gs BT (a) Tj ET Q", ""),
        ("0 0 9 9 re f", ""),
    ],
)
def test_a_mask_over_text_or_one_that_waits_for_it_is_told(content: str, form: str) -> None:
    assert list(veils(page(content, form))) == [("page 1", "/Veil")]
