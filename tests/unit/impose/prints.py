"""What tests of print files share: an order, and a page in colours of light."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

from briefpress.impose import PrintOrder
from briefpress.model.printing import PrintProfile
from briefpress.units import mm_to_pt

SHARED = Path(__file__).parents[3] / "layouts/_shared"
ICC = (SHARED / "profiles/coated-fogra39.icc").read_bytes()
TEAL, INK = (15, 76, 92), (22, 38, 46)


def order(**profile: Any) -> PrintOrder:  # noqa: ANN401 - as in YAML
    shop = PrintProfile.model_validate({"title": "Shop", **profile})
    return PrintOrder(shop, ICC, {INK: (0.0, 0.0, 0.0, 1.0)}, "Cards & more", "2026-11-24")


def page_of(content: str, resources: dict[str, Any] | None = None) -> pikepdf.Pdf:
    """A PDF of one small page with its trim, links and tags."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(mm_to_pt(60), mm_to_pt(40)))
    page.TrimBox = page.MediaBox
    page.Contents = pdf.make_stream(content.encode())
    page.Resources = pikepdf.Dictionary(resources or {})
    return pdf


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def picture(pdf: pikepdf.Pdf, colour: tuple[int, int, int]) -> Any:  # noqa: ANN401
    """A picture of one colour."""
    stream = pdf.make_stream(Image.new("RGB", (4, 4), colour).tobytes())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width = stream.Height = 4
    stream.BitsPerComponent, stream.ColorSpace = 8, pikepdf.Name.DeviceRGB
    return stream


def operators(pdf: pikepdf.Pdf) -> list[str]:
    """The first page's operators, with their numbers rounded to hundredths."""
    return [
        " ".join((*(f"{float(n):.2f}" for n in step.operands), str(step.operator)))
        for step in pikepdf.parse_content_stream(pdf.pages[0])
        if str(step.operator) in ("k", "K", "rg", "RG", "g", "G")
    ]
