"""Print preflight: a finished print file held against its order, by its own operators and boxes."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from briefpress.impose.density import densities
from briefpress.impose.printfile import PrintOrder
from briefpress.units import mm_to_pt

_LIGHTS = {"rg", "RG"}
_INKS = {"k", "K"}
_SPACES = ("/DeviceCMYK", "/DeviceGray", "/Pattern")
_PLATES = 4
_LEEWAY = 1.0
"""Pixels to the inch: a picture that is just large enough has its last pixel cut."""
_ROUNDING = 0.6
"""Per cent: four inks, each rounded to a step of 255."""
_HAIR = 0.05
"""pt."""
Found = Iterator[tuple[str, str]]
"""Code and message."""


def print_faults(finished: bytes, made: bytes, order: PrintOrder) -> Found:
    """Everything in which the file for the shop is not what was ordered, or was finished."""
    with pikepdf.open(BytesIO(finished)) as before, pikepdf.open(BytesIO(made)) as after:
        yield from _colours(after, order.profile.ink_limit)
        yield from _boxes(before, after, order)
        yield from _pictures(after, order.profile.resolution)
        yield from _papers(after)
        yield from _words(finished, made, before, after, outlined=order.profile.outlines)


def _colours(pdf: pikepdf.Pdf, limit: int) -> Found:
    """No colour but inks, and never more of them than the paper takes."""
    fullest = 0.0
    for holder in _holders(pdf):
        spaces = holder.get("/Resources", pikepdf.Dictionary()).get("/ColorSpace", {})
        for step in pikepdf.parse_content_stream(holder):
            fault = _fault_of(step, spaces)
            if fault:
                yield "PRINT-COLOUR", fault
            elif str(step.operator) in _INKS:
                fullest = max(fullest, _total(step.operands))
    for item in pdf.objects:
        kind, space = _painted(item)
        if kind and space not in _SPACES:
            yield "PRINT-COLOUR", f"{kind} in the space {space}"
        fullest = max(fullest, _fullest(item))
    if fullest > limit + _ROUNDING:
        yield "PRINT-INKS", f"{fullest:.0f} % of ink in one place; {limit} % is the limit"


def _painted(item: Any) -> tuple[str, str]:  # noqa: ANN401 - pikepdf's own objects
    """What a thing is that has colours of its own, and their space; empty for all others."""
    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        return "", ""
    space = str(item.get("/ColorSpace"))
    if "/ShadingType" in item:
        return "a gradient", space
    is_picture = item.get("/Subtype") == pikepdf.Name.Image and "/ImageMask" not in item
    return ("a picture", space) if is_picture else ("", "")


def _total(shares: Any) -> float:  # noqa: ANN401 - pikepdf's own objects
    """Ink in one place, per cent; fewer than four shares are not of inks."""
    found = [float(share) for share in shares]
    return sum(found) * 100 if len(found) == _PLATES else 0.0


def _fault_of(step: Any, spaces: Any) -> str:  # noqa: ANN401 - pikepdf's own objects
    """What is wrong with the colour that an operator sets; empty if nothing is."""
    if isinstance(step, pikepdf.ContentStreamInlineImage):
        return "a picture inside the content"
    operator = str(step.operator)
    if operator in _LIGHTS:
        return f"the operator {operator} of red, green and blue"
    if operator in ("cs", "CS") and not _is_ink(step.operands[0], spaces):
        return f"the colour space {step.operands[0]}"
    return ""


def _holders(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Pages, forms and patterns: everything that has content of its own."""
    yield from pdf.pages
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and (
            item.get("/Subtype") == pikepdf.Name.Form or item.get("/PatternType") == 1
        ):
            yield item


def _is_ink(name: Any, spaces: Any) -> bool:  # noqa: ANN401
    if str(name) in _SPACES:
        return True
    space = spaces.get(str(name))
    return isinstance(space, pikepdf.Array) and str(space[0]) == "/Separation"


def _fullest(item: Any) -> float:  # noqa: ANN401
    """The most ink in one pixel of a picture or at the ends of a gradient, per cent."""
    if isinstance(item, pikepdf.Dictionary) and "/C1" in item:
        return max(_total(item.get(end, ())) for end in ("/C0", "/C1"))
    if _painted(item) != ("a picture", "/DeviceCMYK"):
        return 0.0
    import numpy  # noqa: ICN001, PLC0415 - only pictures need it

    pixels = numpy.frombuffer(item.read_bytes(), dtype=numpy.uint8).reshape(-1, _PLATES)
    return float(pixels.sum(axis=1, dtype=numpy.uint16).max()) * 100 / 255


def _boxes(before: pikepdf.Pdf, after: pikepdf.Pdf, order: PrintOrder) -> Found:
    """The trim is that of the finished page, the bleed round it, everything on the paper."""
    bleed = mm_to_pt(order.profile.bleed)
    for number, (old, new) in enumerate(zip(before.pages, after.pages, strict=True), 1):
        trim, bled = _numbers(new.TrimBox), _numbers(new.BleedBox)
        if _apart(trim, _numbers(old.TrimBox)) > _HAIR:
            yield "PRINT-BOX", f"page {number}: the trim has moved"
        wanted = (trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed)
        if _apart(bled, wanted) > _HAIR:
            yield "PRINT-BOX", f"page {number}: the bleed is not {order.profile.bleed:g} mm"
        media = _numbers(new.MediaBox)
        if min(bled[0] - media[0], bled[1] - media[1]) < -_HAIR:
            yield "PRINT-BOX", f"page {number}: the bleed leaves the paper"
        if max(bled[2] - media[2], bled[3] - media[3]) > _HAIR:
            yield "PRINT-BOX", f"page {number}: the bleed leaves the paper"


def _pictures(pdf: pikepdf.Pdf, resolution: int) -> Found:
    """Pictures have as many pixels as the shop asks, where they are printed."""
    for number, page in enumerate(pdf.pages, 1):
        coarsest = min(densities(page), default=float(resolution))
        if coarsest < resolution - _LEEWAY:
            what = f"page {number}: a picture has {coarsest:.0f} pixels to the inch"
            yield "PRINT-COARSE", f"{what}; the shop asks for {resolution}"


def _papers(pdf: pikepdf.Pdf) -> Found:
    """Output intent, identity, and nothing that acts."""
    intents: Any = pdf.Root.get("/OutputIntents", [])
    if not any(i.get("/S") == "/GTS_PDFX" and "/DestOutputProfile" in i for i in intents):
        yield "PRINT-INTENT", "there is no output intent with a profile"
    metadata = pdf.Root.get("/Metadata")
    if metadata is None or b"PDF/X-4" not in metadata.read_bytes():
        yield "PRINT-INTENT", "the metadata do not say PDF/X-4"
    if str(pdf.docinfo.get("/Trapped")) != "/False":
        yield "PRINT-INTENT", "it is not said that nothing is trapped"
    acting = [key for key in ("/OpenAction", "/AA", "/AcroForm", "/Names") if key in pdf.Root]
    if acting or any("/Annots" in page for page in pdf.pages):
        yield "PRINT-INTENT", "links, forms or actions have no place on paper"


def _words(
    finished: bytes, made: bytes, before: pikepdf.Pdf, after: pikepdf.Pdf, *, outlined: bool
) -> Found:
    """Every word of the finished edition is in the file; as shapes, every letter of it."""
    if outlined:
        shown, drawn = _letters(before), _shapes(after)
        if shown != drawn:
            yield "PRINT-WORDS", f"{shown} letters were set, {drawn} are drawn"
        return
    for number, (old, new) in enumerate(zip(_texts(finished), _texts(made), strict=True), 1):
        if old != new:
            yield "PRINT-WORDS", f"page {number}: the words are not those of the finished edition"


def _texts(pdf: bytes) -> Iterator[str]:
    import pypdfium2  # noqa: PLC0415 - only print files are read again

    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield " ".join(page.get_textpage().get_text_bounded().split())


def _letters(pdf: pikepdf.Pdf) -> int:
    """How many codes of two bytes are shown; those of spaces are among them."""
    count = 0
    for holder in _holders(pdf):
        for step in pikepdf.parse_content_stream(holder, "Tj TJ"):
            parts = step.operands[0] if str(step.operator) == "TJ" else step.operands
            count += sum(len(bytes(p)) // 2 for p in parts if isinstance(p, pikepdf.String | bytes))
    return count


def _shapes(pdf: pikepdf.Pdf) -> int:
    """How many glyphs are drawn, and how many of them are empty: the mark `/G` names both."""
    return sum(
        str(step.operands[0]).startswith("/G")
        for holder in _holders(pdf)
        for step in pikepdf.parse_content_stream(holder, "Do")
    )


def _numbers(box: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    left, bottom, right, top = (float(value) for value in box)
    return (left, bottom, right, top)


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
