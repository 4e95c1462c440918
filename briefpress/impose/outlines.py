"""Outlines: the text of a PDF as shapes of its own embedded fonts, for shops that refuse fonts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pikepdf

from briefpress.impose.glyphs import Contour, Glyphs

if TYPE_CHECKING:
    from briefpress.matrices import Matrix

_THOUSAND = 1000.0


class OutlineFaultError(Exception):
    """Text is set in a way that is not outlined: it would be lost."""


def outline(pdf: pikepdf.Pdf) -> None:
    """Draw all text of the document as filled shapes, in place, and let go of the fonts.

    Raises:
        OutlineFaultError: text is set in a way that we do not know.
    """
    shapes = _Shapes(pdf)
    forms = [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == pikepdf.Name.Form
    ]
    for page in pdf.pages:
        page.contents_coalesce()
        page.Contents = pdf.make_stream(_outlined(page, shapes))
    for form in forms:
        form.write(_outlined(form, shapes))
    for holder in (*pdf.pages, *forms):
        if "/Font" in holder.get("/Resources", {}):
            del holder.Resources["/Font"]


class _Shapes:
    """The shapes of glyphs, each a form that is drawn as often as it is needed."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._faces: dict[Any, _Face] = {}

    def face(self, font: Any) -> "_Face":  # noqa: ANN401 - pikepdf's own objects
        """The embedded font, read once."""
        if font.objgen not in self._faces:
            self._faces[font.objgen] = _Face(self._pdf, font, len(self._faces))
        return self._faces[font.objgen]


class _Face:
    """An embedded TrueType font whose codes are its glyphs (Identity-H; ISO 32000-1, 9.7.4.2)."""

    def __init__(self, pdf: pikepdf.Pdf, font: Any, number: int) -> None:  # noqa: ANN401
        below = font.DescendantFonts[0]
        if str(font.Encoding) != "/Identity-H" or "/FontFile2" not in below.FontDescriptor:
            message = f"the font {font.BaseFont} is of a kind that is not outlined"
            raise OutlineFaultError(message)
        self._pdf = pdf
        self._number = number
        self._glyphs = Glyphs(below.FontDescriptor.FontFile2.read_bytes())
        self._usual = float(below.get("/DW", _THOUSAND))
        self._widths = dict(_widths(below.get("/W", [])))
        self._forms: dict[int, Any] = {}

    @property
    def units(self) -> float:
        return self._glyphs.units

    def width(self, glyph: int) -> float:
        """How far the pen moves on, as a share of the type size."""
        return self._widths.get(glyph, self._usual) / _THOUSAND

    def form(self, glyph: int) -> tuple[str, Any]:
        """The name and the shape of a glyph, in the units of its font.

        A space has an empty one: so every letter that was set can be counted again.
        """
        if glyph not in self._forms:
            self._forms[glyph] = self._made(glyph)
        return f"/G{self._number}.{glyph}", self._forms[glyph]

    def _made(self, glyph: int) -> Any:  # noqa: ANN401
        contours = self._glyphs.contours(self._glyphs.name_at(glyph))
        paint = ["f"] if contours else []
        form = self._pdf.make_stream(" ".join((*map(_path, contours), *paint)).encode())
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array(self._glyphs.box)
        return form


def _path(contour: Contour) -> str:
    steps = []
    for number, step in enumerate(contour):
        points = " ".join(f"{x:.6g} {y:.6g}" for x, y in step)
        steps.append(f"{points} {'m' if number == 0 else 'l' if len(step) == 1 else 'c'}")
    return " ".join((*steps, "h"))


def _widths(array: Any) -> Iterator[tuple[int, float]]:  # noqa: ANN401
    """Glyph and width in thousandths, from both forms of the array (ISO 32000-1, 9.7.4.3)."""
    items = list(array)
    while items:
        first = int(items[0])
        if isinstance(items[1], pikepdf.Array):
            yield from ((first + n, float(width)) for n, width in enumerate(items[1]))
            items = items[2:]
        else:
            yield from ((glyph, float(items[2])) for glyph in range(first, int(items[1]) + 1))
            items = items[3:]


def _outlined(holder: Any, shapes: _Shapes) -> bytes:  # noqa: ANN401 - a page or a form
    """The content of a page or form, each run of text replaced by what it draws."""
    writer = _Writer(holder, shapes)
    steps = []
    for step in pikepdf.parse_content_stream(holder):
        if isinstance(step, pikepdf.ContentStreamInlineImage):
            steps.append(step)
        else:
            steps += writer.replaced(step)
    return pikepdf.unparse_content_stream(steps)


class _Writer:
    """Follows the text state of one content stream (ISO 32000-1, 9.3 and 9.4)."""

    def __init__(self, holder: Any, shapes: _Shapes) -> None:  # noqa: ANN401
        self._resources = holder.get("/Resources", pikepdf.Dictionary())
        self._shapes = shapes
        self._face: _Face | None = None
        self._size = 0.0
        self._matrix: Matrix = (1, 0, 0, 1, 0, 0)

    def replaced(self, step: Any) -> list[Any]:  # noqa: ANN401
        """What stands in the place of one operator."""
        operator, operands = str(step.operator), list(step.operands)
        if operator in ("BT", "ET"):
            self._matrix = (1, 0, 0, 1, 0, 0)
        elif operator == "Tf":
            self._face = self._shapes.face(self._resources.Font[str(operands[0])])
            self._size = float(operands[1])
        elif operator == "Tm":
            a, b, c, d, e, f = (float(value) for value in operands)
            self._matrix = (a, b, c, d, e, f)
        elif operator == "Tj":
            return self._shown(operands)
        elif operator == "TJ":
            return self._shown(operands[0])
        elif operator.startswith("T") or operator in ("'", '"'):
            message = f"the operator {operator} of text"
            raise OutlineFaultError(message)
        else:
            return [step]
        return []

    def _shown(self, parts: Any) -> list[Any]:  # noqa: ANN401
        """A run of text: strings of two bytes for a glyph, and moves in thousandths between."""
        face = self._face
        if face is None:
            message = "text without a font"
            raise OutlineFaultError(message)
        steps = []
        for part in parts:
            if isinstance(part, pikepdf.String | bytes):
                codes = bytes(part)
                for high, low in zip(codes[::2], codes[1::2], strict=True):
                    steps += self._glyph(face, high << 8 | low)
            else:
                self._move(-float(part) / _THOUSAND)
        return steps

    def _glyph(self, face: _Face, glyph: int) -> list[Any]:
        steps = self._drawn(face, *face.form(glyph))
        self._move(face.width(glyph))
        return steps

    def _drawn(self, face: _Face, name: str, form: Any) -> list[Any]:  # noqa: ANN401
        if "/XObject" not in self._resources:
            self._resources["/XObject"] = pikepdf.Dictionary()
        self._resources.XObject[name] = form
        scale = self._size / face.units
        a, b, c, d, e, f = self._matrix
        placed = [Decimal(f"{v:.6f}") for v in (a * scale, b * scale, c * scale, d * scale, e, f)]
        return [
            pikepdf.ContentStreamInstruction([], pikepdf.Operator("q")),
            pikepdf.ContentStreamInstruction(placed, pikepdf.Operator("cm")),
            pikepdf.ContentStreamInstruction([pikepdf.Name(name)], pikepdf.Operator("Do")),
            pikepdf.ContentStreamInstruction([], pikepdf.Operator("Q")),
        ]

    def _move(self, share: float) -> None:
        """Move the pen on by a share of the type size."""
        a, b, c, d, e, f = self._matrix
        step = share * self._size
        self._matrix = (a, b, c, d, e + a * step, f + b * step)
