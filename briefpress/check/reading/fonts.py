"""The fonts of a file: what is embedded, and which text it says its codes stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pikepdf

from briefpress.check.reading.once import Once
from briefpress.check.reading.resources import holders

_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
_CHAR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[(.*?)\])", re.DOTALL)
_ITEM = re.compile(_HEX)
_REFERENCE = re.compile(rb"\b\d+ \d+ R\b")


@dataclass(frozen=True, eq=False)
class EmbeddedFont:
    """A font of the file. One that many files have is one object, and is known by that.

    `data` is its program, empty if it is not embedded; `kind` and `coding` are its type and how
    codes become glyphs, in words of PDF; `stands_for` the text of each code.
    """

    name: str
    kind: str
    coding: str
    data: bytes
    stands_for: tuple[tuple[int, str], ...]


_KEPT = 512
"""Fonts. What a board adds to its files has some fifteen, and a plate as many."""
_fonts: Once[EmbeddedFont] = Once(_KEPT)


def fonts_of(pdf: pikepdf.Pdf) -> tuple[EmbeddedFont, ...]:
    """Every font that a page, or a form on it, can use."""
    found: dict[Any, Any] = {}
    for _, resources in holders(pdf):
        held = resources.get("/Font")
        for name in held if held is not None else ():
            font = held[name]
            found.setdefault(font.objgen if font.is_indirect else id(font), font)
    return tuple(_read(font) for font in found.values())


def _read(font: Any) -> EmbeddedFont:  # noqa: ANN401
    below = font.get("/DescendantFonts")
    inner = below[0] if below is not None and len(below) else font
    descriptor = inner.get("/FontDescriptor")
    program = descriptor.get("/FontFile2") if descriptor is not None else None
    coding = f"{font.get('/Encoding', '')} {inner.get('/CIDToGIDMap', '/Identity')}"
    mapped = font.get("/ToUnicode")
    name = str(font.get("/BaseFont", "a font without a name")).removeprefix("/")
    kind = f"{font.get('/Subtype', '')} {inner.get('/Subtype', '')}"
    return _fonts.get(
        (name, kind, coding, _stored(program), _stored(mapped)),
        lambda: EmbeddedFont(
            name=name,
            kind=kind,
            coding=coding if len(coding) < 80 else "a map of its own",  # noqa: PLR2004
            data=program.read_bytes() if program is not None else b"",
            stands_for=tuple(_mapped(mapped.read_bytes())) if mapped is not None else (),
        ),
    )


def _stored(stream: Any) -> tuple[bytes, bytes]:  # noqa: ANN401
    """All that the bytes of a stream depend on, as it is stored; of one that refers, its bytes."""
    if stream is None:
        return b"", b""
    said = stream.stream_dict.unparse()
    if _REFERENCE.search(said):
        return b"", stream.read_bytes()
    return said, sha256(stream.read_raw_bytes()).digest()


def _mapped(cmap: bytes) -> Iterator[tuple[int, str]]:
    """The codes of a ToUnicode map, each with its text (ISO 32000-1, 9.10.3)."""
    for section in _SECTION.finditer(cmap):
        if section[1] == b"char":
            for code, text in _CHAR.findall(section[2]):
                yield int(code, 16), _text(text)
        else:
            yield from _ranges(section[2])


def _ranges(section: bytes) -> Iterator[tuple[int, str]]:
    for first, last, text, items in _RANGE.findall(section):
        codes = range(int(first, 16), int(last, 16) + 1)
        if items:
            yield from zip(codes, (_text(item) for item in _ITEM.findall(items)), strict=False)
        else:
            start = _text(text)
            for step, code in enumerate(codes):
                yield code, start[:-1] + chr(ord(start[-1]) + step) if start else ""


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
