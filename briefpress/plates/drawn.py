"""What pages draw, read back from a finished file: the text of each mark, artifacts, and glyphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from struct import unpack
from typing import Any

import pikepdf

_PAIR = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]*)>")
_STRING = re.compile(rb"<([0-9a-f]*)>")
_HEARD = "BDC BMC EMC Tf TJ Do"
"""The operators that are followed."""
Item = Any
"""Whatever the library reads."""
Name = tuple[int, int]
"""The number and generation of an object."""
Mark = tuple[Name, int]
"""The stream that draws it, and its own number in there (ISO 32000-1, 14.6)."""
Glyph = tuple[str, int, str]
"""A face, the code of a glyph in it, and what that stands for (ISO 32000-1, 9.10.3)."""


@dataclass
class Drawn:
    """What all pages of a file draw.

    `artifacts` are by page, each with its kind and text (ISO 32000-1, 14.8.2.2); `loose` is text
    that is neither told nor an artifact.
    """

    texts: dict[Mark, str] = field(default_factory=dict)
    artifacts: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    glyphs: set[Glyph] = field(default_factory=set)
    loose: list[str] = field(default_factory=list)


@dataclass
class _Open:
    """A marked sequence that has not ended."""

    role: str
    properties: Item
    shown: list[str] = field(default_factory=list)


class _Texts(dict[int, str]):
    """What the codes of a font stand for."""

    def __missing__(self, code: int) -> str:
        return "\N{REPLACEMENT CHARACTER}"


@dataclass
class _Font:
    """A font: its face without the tag of the subset, what its codes stand for, which are shown."""

    face: str = ""
    texts: _Texts = field(default_factory=_Texts)
    shown: set[int] = field(default_factory=set)


def drawn_by(pdf: pikepdf.Pdf) -> Drawn:
    """Read what the pages of a file draw, groups on them included."""
    reader = _Reader()
    for number, page in enumerate(pdf.pages, 1):
        reader.draw(page.obj, number, ())
    reader.drawn.glyphs.update(
        (font.face, code, font.texts.get(code, "")) for font in reader.fonts for code in font.shown
    )
    return reader.drawn


class _Reader:
    """Follows the operators of pages one after another."""

    def __init__(self) -> None:
        self.drawn = Drawn()
        self._fonts: dict[Name, _Font] = {}

    @property
    def fonts(self) -> Sequence[_Font]:
        """Those that were met so far."""
        return tuple(self._fonts.values())

    def draw(self, item: Item, page: int, within: Sequence[_Open]) -> None:
        """Take note of the marks of a page, or of a group that is drawn inside open marks."""
        opened = list(within)
        font = _Font()
        for instruction in pikepdf.parse_content_stream(item, _HEARD):
            operands, operator = instruction.operands, str(instruction.operator)
            if operator in ("BDC", "BMC"):
                properties: Item = operands[1] if operator == "BDC" else {}
                opened.append(_Open(str(operands[0])[1:], properties))
            elif operator == "EMC":
                self._close(opened.pop(), item.objgen, page)
            elif operator == "Tf":
                font = self._font(item.Resources.Font[str(operands[0])])
            elif operator == "TJ":
                self._show(operands[0], font, opened, page)
            elif operator == "Do":
                inner = item.Resources.XObject[str(operands[0])]
                if inner.get("/Subtype") == "/Form":
                    self.draw(inner, page, opened)

    def _show(self, codes: Item, font: _Font, opened: Sequence[_Open], page: int) -> None:
        known = _codes(codes)
        font.shown.update(known)
        shown = "".join([font.texts[code] for code in known])
        if opened:
            opened[-1].shown.append(shown)
        else:
            self.drawn.loose.append(f"page {page}: {shown!r} is neither told nor an artifact")

    def _close(self, mark: _Open, name: Name, page: int) -> None:
        text = str(mark.properties.get("/ActualText", "".join(mark.shown)))
        if "/MCID" in mark.properties:
            self.drawn.texts[name, int(mark.properties["/MCID"])] = text
        elif text:
            parts = (str(mark.properties.get(key, ""))[1:] for key in ("/Type", "/Subtype"))
            kind = "/".join((mark.role, *filter(None, parts)))
            self.drawn.artifacts.setdefault(page, []).append((kind, text))

    def _font(self, font: Item) -> _Font:
        if font.objgen not in self._fonts:
            pairs = _PAIR.findall(font.ToUnicode.read_bytes())
            texts = _Texts(
                (int(code, 16), bytes.fromhex(text.decode()).decode("utf-16-be"))
                for code, text in pairs
            )
            self._fonts[font.objgen] = _Font(str(font.BaseFont).partition("+")[2], texts)
        return self._fonts[font.objgen]


def _codes(operand: Item) -> Sequence[int]:
    """The codes of two bytes that a TJ shows (ISO 32000-1, 9.7.6.2).

    A line has a string for each letter, and to take them one by one takes three times as long.
    """
    whole = operand.unparse()
    if b"(" in whole:
        data = b"".join(bytes(item) for item in operand if isinstance(item, pikepdf.String))
    else:
        data = bytes.fromhex(b"".join(_STRING.findall(whole)).decode())
    return unpack(f">{len(data) // 2}H", data)
