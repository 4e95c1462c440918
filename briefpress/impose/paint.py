"""Paint: every colour of a PDF rewritten as inks, in content, gradients, pictures and groups."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf

from briefpress.impose.inks import Cmyk, Inks

FILL = {"rg": "k", "g": "k", "sc": "k", "scn": "k"}
STROKE = {"RG": "K", "G": "K", "SC": "K", "SCN": "K"}
_GREY, _RGB, _CMYK = 1, 3, 4
_RGB_SPACES = ("/DeviceRGB", "/CalRGB")


class PaintFaultError(Exception):
    """A colour is given in a way that is not rewritten: nothing may be left in another space."""


def paint(pdf: pikepdf.Pdf, inks: Inks) -> None:
    """Rewrite every colour of the document in place.

    Raises:
        PaintFaultError: something is coloured in a way that we do not know.
    """
    for page in pdf.pages:
        page.contents_coalesce()
        page.Contents = pdf.make_stream(_content(page, inks))
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            _stream(item, inks)
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            _dictionary(item, inks)


def _stream(item: pikepdf.Stream, inks: Inks) -> None:
    kind = item.get("/Subtype")
    if kind == pikepdf.Name.Form or item.get("/PatternType") == 1:
        item.write(_content(item, inks))
    elif kind == pikepdf.Name.Image:
        _image(item, inks)


def _dictionary(item: Any, inks: Inks) -> None:  # noqa: ANN401 - pikepdf's own objects
    if "/ShadingType" in item:
        _shading(item, inks)
    group = item.get("/Group")
    if group is not None and group.get("/CS") == pikepdf.Name.DeviceRGB:
        group.CS = pikepdf.Name.DeviceCMYK


def _content(holder: Any, inks: Inks) -> bytes:  # noqa: ANN401 - a page or a form
    spaces = holder.get("/Resources", pikepdf.Dictionary()).get("/ColorSpace", {})
    rewritten = list(_instructions(holder, spaces, inks))
    return pikepdf.unparse_content_stream(rewritten)


def _instructions(holder: Any, spaces: Any, inks: Inks) -> Iterator[Any]:  # noqa: ANN401
    for step in pikepdf.parse_content_stream(holder):
        if isinstance(step, pikepdf.ContentStreamInlineImage):
            message = "a picture inside the content"
            raise PaintFaultError(message)
        operator = str(step.operator)
        if operator in ("cs", "CS"):
            if _is_rgb(step.operands[0], spaces):
                continue  # The colour that follows names its own space.
        elif operator in FILL or operator in STROKE:
            step = _coloured(step, operator, inks)  # noqa: PLW2901 - this is what is rewritten
        yield step


def _coloured(step: Any, operator: str, inks: Inks) -> Any:  # noqa: ANN401
    """A colour operator as `k` or `K` (ISO 32000-1, 8.6.8)."""
    operands = list(step.operands)
    if operands and isinstance(operands[-1], pikepdf.Name):
        return step  # A pattern: its own content is rewritten.
    shares = [float(value) for value in operands]
    if len(shares) == _CMYK:
        return step
    if len(shares) == _GREY:
        shares *= _RGB
    if len(shares) != _RGB:
        message = f"a colour of {len(shares)} parts"
        raise PaintFaultError(message)
    name = FILL.get(operator) or STROKE[operator]
    return pikepdf.ContentStreamInstruction(_numbers(inks.of(*shares)), pikepdf.Operator(name))


def _is_rgb(name: Any, spaces: Any) -> bool:  # noqa: ANN401
    """Whether a colour space of the resources has red, green and blue; others are refused."""
    if str(name) in _RGB_SPACES:
        return True
    if str(name) in ("/Pattern", "/DeviceGray", "/DeviceCMYK"):
        return False
    space = spaces.get(str(name))
    family = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
    if family in _RGB_SPACES or (family == "/ICCBased" and int(space[1].N) == _RGB):
        return True
    if family == "/Pattern":
        return False
    message = f"colours in the space {family}"
    raise PaintFaultError(message)


def _shading(item: Any, inks: Inks) -> None:  # noqa: ANN401
    if str(item.get("/ColorSpace")) in ("/DeviceCMYK", "/DeviceGray"):
        return
    item.ColorSpace = pikepdf.Name.DeviceCMYK
    functions = item.Function if isinstance(item.Function, pikepdf.Array) else [item.Function]
    for function in functions:
        _function(function, inks)


def _function(function: Any, inks: Inks) -> None:  # noqa: ANN401
    """A gradient between two colours, or several of them joined (ISO 32000-1, 7.10.3, 7.10.4)."""
    kind = int(function.FunctionType)
    if kind == 3:  # noqa: PLR2004 - stitching
        for part in function.Functions:
            _function(part, inks)
    elif kind == 2:  # noqa: PLR2004 - exponential
        for end in ("/C0", "/C1"):
            shares = [float(value) for value in function[end]]
            if len(shares) == _RGB:
                function[end] = pikepdf.Array(_numbers(inks.of(*shares)))
    else:
        message = f"a gradient by a function of type {kind}"
        raise PaintFaultError(message)


def _image(item: pikepdf.Stream, inks: Inks) -> None:
    """A picture of red, green and blue as one of four inks; its mask stays as it is."""
    if str(item.get("/ColorSpace")) in ("/DeviceGray", "/DeviceCMYK") or item.get("/ImageMask"):
        return
    picture = pikepdf.PdfImage(item).as_pil_image().convert("RGB")
    item.write(inks.picture(picture).tobytes())
    item.ColorSpace = pikepdf.Name.DeviceCMYK
    item.BitsPerComponent = 8
    for key in ("/Decode", "/Intent"):
        if key in item:
            del item[key]


def _numbers(inks: Cmyk) -> list[Any]:
    return [Decimal(f"{share:.4f}") for share in inks]
