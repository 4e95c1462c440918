"""Marked sequences of what a page draws: what each shows, and what it is made to stand for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf

LAYOUT_ARTIFACT = b"<</Type /Layout>> BDC"
SPACES = (" ", "\N{NO-BREAK SPACE}")
_CODES = re.compile(rb"<([0-9a-f]*)>")


@dataclass(frozen=True)
class Face:
    """A font as streams show it: what each code stands for, and the code of a space if any."""

    texts: Mapping[str, str]
    digits: int
    space: str

    @classmethod
    def of(cls, font: Any) -> "Face":  # noqa: ANN401 - the engine has no types
        """A font of the engine, once everything is drawn."""
        digits = 2 if font.bitmap else 4
        texts = {f"{glyph:0{digits}x}": text for glyph, text in font.to_unicode.items()}
        spaces = (code for space in SPACES for code, text in texts.items() if text == space)
        return cls(texts, digits, next(spaces, ""))

    def read(self, shown: bytes) -> str:
        """What the codes in an operand of TJ stand for."""
        codes = b"".join(_CODES.findall(shown)).decode()
        size, texts = self.digits, self.texts
        return "".join(texts.get(codes[at : at + size], "") for at in range(0, len(codes), size))


NO_FACE = Face({}, 4, "")


@dataclass
class Mark:
    """One sequence, `/Span <</MCID 3>> BDC … EMC` (ISO 32000-1, 14.6), and the text it shows."""

    stream: Any
    opened: int
    mcid: int
    shown: str = ""
    closed: int = 0
    _last: int = 0
    _space: str = ""

    def show(self, place: int, face: Face) -> None:
        """Take note of a string of glyphs."""
        self.shown += face.read(self.stream.stream[place])
        self._last, self._space = place, face.space

    def stand_for(self, text: str) -> None:
        """Give the text itself, where the glyphs do not (ISO 32000-1, 14.9.4)."""
        self.stream.stream[self.opened - 1]["ActualText"] = pydyf.String(text)

    def add_space(self) -> bool:
        """End with the glyph of a space, which draws nothing; whether its font has one."""
        operators = self.stream.stream
        if not self._space:
            return False
        operators[self._last] = operators[self._last][:-4] + f"<{self._space}>] TJ".encode()
        self.shown += " "
        return True

    def set_aside(self, **properties: object) -> None:
        """Make it an artifact, which no reader is told of (ISO 32000-1, 14.8.2.2)."""
        self.stream.stream[self.opened - 2] = "/Artifact"
        self.stream.stream[self.opened - 1] = pydyf.Dictionary(properties)


class Marks:
    """Finds the marks of pages, in the fonts and among the objects of one PDF."""

    def __init__(self, fonts: Mapping[Any, Any], objects: Sequence[Any]) -> None:
        """Everything has been drawn."""
        self._faces = {font.hash.encode(): Face.of(font) for font in fonts.values()}
        self._objects = objects

    def of(self, stream: Any) -> Mapping[int, Mark]:  # noqa: ANN401
        """Those of a page by their number, transparency groups included.

        Artifacts that were drawn without a type are given one.
        """
        return {mark.mcid: mark for mark in self._scan(stream)}

    def _scan(self, stream: Any) -> Iterator[Mark]:  # noqa: ANN401
        operators = stream.stream
        opened: list[Mark | None] = []
        face = NO_FACE
        for place, item in enumerate(operators):
            if item.__class__ is not bytes:
                continue
            if item.endswith(b"] TJ"):
                if opened and opened[-1] is not None:
                    opened[-1].show(place, face)
            elif item.endswith(b" Tf"):
                face = self._faces[item[1:].partition(b" ")[0]]
            elif item.endswith(b" Do"):
                yield from self._in_group(stream, item[1:-3].decode())
            elif item == b"BDC":
                mark = Mark(stream, place, operators[place - 1]["MCID"])
                opened.append(mark)
                yield mark
            elif item == b"BMC":
                operators[place] = LAYOUT_ARTIFACT
                opened.append(None)
            elif item == b"EMC":
                _close(opened.pop(), place)

    def _in_group(self, stream: Any, name: str) -> Iterator[Mark]:  # noqa: ANN401
        """Those of a group that is drawn; an image has none."""
        reference = stream._resources["XObject"][name]  # noqa: SLF001
        drawn = self._objects[int(reference.split()[0])]
        if isinstance(drawn, type(stream)):
            yield from self._scan(drawn)


def _close(mark: Mark | None, place: int) -> None:
    """A mark, or an artifact, ends."""
    if mark is not None:
        mark.closed = place
