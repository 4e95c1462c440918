"""The objects of a page as PDFium holds them: which there are, where, and how they are drawn.

What is read here is what a viewer draws from: matrices, colours and clips in force, also inside
form XObjects (ISO 32000-1, 8.10), not what the content stream says about itself.
"""

from collections.abc import Iterator
from ctypes import (
    POINTER,
    c_float,
    c_ubyte,
    c_uint,
    c_ulong,
    c_ushort,
    cast,
    create_string_buffer,
    string_at,
)
from dataclasses import dataclass
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium

from briefpress.matrices import IDENTITY, Matrix, product

Colour = tuple[int, int, int]
"""Red, green and blue from 0 to 255."""
Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the lower left corner, as the file has it."""

TEXT, IMAGE, FORM = (
    pdfium.FPDF_PAGEOBJ_TEXT,
    pdfium.FPDF_PAGEOBJ_IMAGE,
    pdfium.FPDF_PAGEOBJ_FORM,
)
FILL = 0
OPAQUE = 255
_HAIR = 1e-6
"""pt."""
_LONGEST = 8192
"""Characters of one object; no line has as many."""
_LINE_END_HYPHEN = "\x02"
"""PDFium's own sign for a hyphen at the end of a line."""
_ACTUAL = b"ActualText"
_BUFFER = create_string_buffer(_LONGEST * 2)


@dataclass(frozen=True)
class Placed:
    """One object: its handle and kind, and what the forms around it do to it."""

    handle: Any
    kind: int
    around: Matrix
    opacity: float
    mcid: int
    clips: tuple[Rect, ...]
    is_clipped: bool = False

    @property
    def own_bounds(self) -> Rect:
        """Where it stands in the form around it; of text, where its glyphs do."""
        values = [c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(self.handle, *values)
        left, bottom, right, top = (value.value for value in values)
        return (left, bottom, right, top)

    @property
    def bounds(self) -> Rect:
        """Where it stands on the page."""
        return transformed(self.own_bounds, self.around)

    @property
    def matrix(self) -> Matrix:
        """From its own space to the page."""
        return product(self.around, matrix_of(self.handle))


def placed(page: Any) -> Iterator[Placed]:  # noqa: ANN401 - PDFium has no types
    """The objects of a page in the order of painting; a form before what is in it."""
    count, item = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    yield from _below(page, count, item, Placed(None, FORM, IDENTITY, 1.0, -1, ()))


def _below(parent: Any, count: Any, item: Any, outer: Placed) -> Iterator[Placed]:  # noqa: ANN401
    for index in range(count(parent)):
        handle = item(parent, index)
        kind = pdfium.FPDFPageObj_GetType(handle)
        mcid = pdfium.FPDFPageObj_GetMarkedContentID(handle)
        clips = _clips(handle, outer.around)
        found = Placed(
            handle,
            kind,
            outer.around,
            outer.opacity * _opacity(handle),
            outer.mcid if mcid < 0 else mcid,
            outer.clips + clips,
            bool(clips),
        )
        yield found
        if kind == FORM:
            inner = Placed(handle, kind, found.matrix, found.opacity, found.mcid, found.clips)
            of_form = (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
            yield from _below(handle, *of_form, inner)


def _opacity(handle: Any) -> float:  # noqa: ANN401
    """The opacity of its fill; of a form, of the whole group (ISO 32000-1, 11.6.4.4)."""
    color = [c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(handle, *color):
        return 1.0
    return color[3].value / OPAQUE


def _clips(handle: Any, around: Matrix) -> tuple[Rect, ...]:  # noqa: ANN401
    """The boxes of its clips. PDFium drops a clip that lets all of the object through."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    return tuple(transformed(_extent(clip, path), around) for path in range(max(0, count)))


def _extent(clip: Any, path: int) -> Rect:  # noqa: ANN401
    xs, ys = [], []
    for number in range(max(0, pdfium.FPDFClipPath_CountPathSegments(clip, path))):
        x, y = c_float(), c_float()
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, number)
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            xs.append(x.value)
            ys.append(y.value)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def text_of(item: Placed, text_page: Any) -> str:  # noqa: ANN401
    """Its text by the file's own account, ToUnicode or ActualText."""
    units = cast(_BUFFER, POINTER(c_ushort))
    size = pdfium.FPDFTextObj_GetText(item.handle, text_page, units, _LONGEST * 2)
    text = string_at(_BUFFER, size).decode("utf-16-le", "replace").rstrip("\0")
    return text.replace(_LINE_END_HYPHEN, "-")


def take_spoken(item: Placed) -> str:
    """The text that is read out in the place of its glyphs, taken away so that they are read.

    ActualText stands in a mark around it (ISO 32000-1, 14.9.4); empty if there is none.
    """
    spoken = ""
    for number in range(max(0, pdfium.FPDFPageObj_CountMarks(item.handle))):
        mark = pdfium.FPDFPageObj_GetMark(item.handle, number)
        found = _spoken(mark)
        if found is not None:
            spoken += found
            pdfium.FPDFPageObjMark_RemoveParam(item.handle, mark, _ACTUAL)
    return spoken


def _spoken(mark: Any) -> str | None:  # noqa: ANN401
    size = c_ulong()
    found = pdfium.FPDFPageObjMark_GetParamBlobValue(
        mark, _ACTUAL, cast(_BUFFER, POINTER(c_ubyte)), _LONGEST * 2, size
    )
    if not found:
        return None
    # A text string of PDF begins with its byte order mark, unless it is Latin (7.9.2.2).
    data = string_at(_BUFFER, size.value)
    return data.decode("utf-16" if data.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1")


def size_of(item: Placed) -> float:
    """The height of its type, pt, or the width where letters are narrowed."""
    size = c_float()
    pdfium.FPDFTextObj_GetFontSize(item.handle, size)
    a, b, c, d, _, _ = item.matrix
    return abs(size.value) * min(hypot(a, b), hypot(c, d))


def font_of(item: Placed) -> str:
    """The name of its font, with the tag of the subset."""
    font = pdfium.FPDFTextObj_GetFont(item.handle)
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = create_string_buffer(max(1, size))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.value.decode("latin-1")


def mode_of(item: Placed) -> int:
    """Its render mode (ISO 32000-1, table 106): 0 fills, 3 paints nothing."""
    mode: int = pdfium.FPDFTextObj_GetTextRenderMode(item.handle)
    return mode


def colour_of(item: Placed) -> Colour:
    """The colour that it is filled with; black where none is given (ISO 32000-1, 8.6.3)."""
    values = [c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item.handle, *values):
        return (0, 0, 0)
    red, green, blue, _ = (value.value for value in values)
    return (red, green, blue)


def is_masked(item: Placed) -> bool:
    """Whether a soft mask or a blend mode, and not opacity alone, makes it transparent."""
    opaque = _opacity(item.handle) == 1.0
    return opaque and bool(pdfium.FPDFPageObj_HasTransparency(item.handle))


def dpi_of(item: Placed, page: Any) -> tuple[int, int, float]:  # noqa: ANN401
    """The pixels of an image, and how many it has to the inch where it has the fewest.

    PDFium's own figure leaves out what the forms around the image do to it.
    """
    found = pdfium.FPDF_IMAGEOBJ_METADATA()
    pdfium.FPDFImageObj_GetImageMetadata(item.handle, page, found)
    a, b, c, d, _, _ = item.matrix
    across, down = max(hypot(a, b), _HAIR), max(hypot(c, d), _HAIR)
    return found.width, found.height, 72.0 * min(found.width / across, found.height / down)


def matrix_of(handle: Any) -> Matrix:  # noqa: ANN401
    """The matrix of an object."""
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def transformed(rect: Rect, matrix: Matrix) -> Rect:
    """The upright rectangle around a rectangle that a matrix has moved."""
    if matrix == IDENTITY:
        return rect
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))
