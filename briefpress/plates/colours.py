"""Colours of a plate: each token by its number, so that one small object gives all their values.

A colour of a brand is written as an entry of a palette (ISO 32000-1, 8.6.6.3): the streams of pages
are the same for all brands, and a brand is one row of bytes. It stays sRGB to the printer.
"""

import re
from dataclasses import fields

from briefpress.palette import Palette

NAME = b"BC"
"""What pages know the palette by."""
_FIELDS = tuple(field.name for field in fields(Palette))
MARKS = Palette(
    **{
        name: f"#{16 * place + 3:02x}ef{(101 * place + 7) % 256:02x}"
        for place, name in enumerate(_FIELDS)
    }
)
"""A colour for each token that nothing else has, to be found again in what the engine wrote.

They are far enough apart to be told on the edges of letters, and none is between two others.
"""
LARGEST = 255
_WHITE = (LARGEST, LARGEST, LARGEST)
_OPERATOR = re.compile(rb"(?m)^([0-9.]+) ([0-9.]+) ([0-9.]+) (rg|RG)$")
_TRIPLE = re.compile(rb"\[ ?([0-9.]+) ([0-9.]+) ([0-9.]+) ?\]")
Triple = tuple[int, int, int]


def _of_hex(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


_TOKENS = {getattr(MARKS, name): name for name in _FIELDS}
_PLACES = {_of_hex(getattr(MARKS, name)): place for place, name in enumerate(_FIELDS)}


def token_of(colour: Triple) -> str | None:
    """The token that a colour marks; white is that of paper that nothing is painted on."""
    place = _PLACES.get(colour)
    if place is not None:
        return _FIELDS[place]
    return "paper" if colour == _WHITE else None


def branded(ink: str, palette: Palette) -> str:
    """A colour as it is in the files of a brand: that of its token, if it marks one."""
    return str(getattr(palette, _TOKENS[ink])) if ink in _TOKENS else ink


def recoloured(stream: bytes) -> bytes:
    """What a page draws, with the numbers of tokens in the place of the colours that mark them."""

    def by_number(match: re.Match[bytes]) -> bytes:
        place = _place(match)
        if place is None:
            return match[0]
        space, use = (b"cs", b"sc") if match[4] == b"rg" else (b"CS", b"SC")
        return b"/%b %b %d %b" % (NAME, space, place, use)

    return _OPERATOR.sub(by_number, stream)


def is_marked(data: bytes) -> bool:
    """Whether an object besides streams has the colour of a token, as a gradient would."""
    return any(_place(match) is not None for match in _TRIPLE.finditer(data))


def lookup(palette: Palette) -> bytes:
    """The palette of a brand as an object (ISO 32000-1, 8.6.6.3)."""
    row = "".join(getattr(palette, name).lstrip("#") for name in _FIELDS)
    return f"[/Indexed /DeviceRGB {len(_FIELDS) - 1} <{row}>]".encode()


def _place(match: re.Match[bytes]) -> int | None:
    """The number of the token of a colour, if it is one."""
    red, green, blue = (round(float(match[part]) * LARGEST) for part in (1, 2, 3))
    return _PLACES.get((red, green, blue))
