"""What pages draw, read back from a finished file: the text of each mark, artifacts, and glyphs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_PAIR = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]*)>")
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


def drawn_by(pdf: pikepdf.Pdf) -> Drawn:
    """Read what the pages of a file draw, groups on them included."""
    reader = _Reader()
    for number, page in enumerate(pdf.pages, 1):
        reader.draw(page.obj, number, ())
    return reader.drawn


class _Reader:
    """Follows the operators of pages one after another."""

    def __init__(self) -> None:
        self.drawn = Drawn()
        self._fonts: dict[Name, tuple[str, Mapping[int, str]]] = {}

    def draw(self, item: Item, page: int, within: Sequence[_Open]) -> None:
        """Take note of the marks of a page, or of a group that is drawn inside open marks."""
        opened = list(within)
        font: tuple[str, Mapping[int, str]] = ("", {})
        for instruction in pikepdf.parse_content_stream(item):
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

    def _show(
        self,
        codes: Item,
        font: tuple[str, Mapping[int, str]],
        opened: Sequence[_Open],
        page: int,
    ) -> None:
        face, texts = font
        shown = ""
        for code in _codes(codes):
            shown += texts.get(code, "\N{REPLACEMENT CHARACTER}")
            self.drawn.glyphs.add((face, code, texts.get(code, "")))
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

    def _font(self, font: Item) -> tuple[str, Mapping[int, str]]:
        """The face of a font without the tag of its subset, and what its codes stand for."""
        if font.objgen not in self._fonts:
            pairs = _PAIR.findall(font.ToUnicode.read_bytes())
            texts = {
                int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
                for code, text in pairs
            }
            self._fonts[font.objgen] = (str(font.BaseFont).partition("+")[2], texts)
        return self._fonts[font.objgen]


def _codes(operand: Item) -> Iterator[int]:
    """The codes of two bytes that a TJ shows (ISO 32000-1, 9.7.6.2)."""
    data = b"".join(bytes(item) for item in operand if isinstance(item, pikepdf.String))
    for high, low in zip(data[::2], data[1::2], strict=True):
        yield high << 8 | low
