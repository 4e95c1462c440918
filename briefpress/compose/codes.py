"""QR codes: an address as squares for a telephone's camera, beside the address in print."""

from dataclasses import dataclass
from functools import lru_cache

import segno

from briefpress.compose.assets import asset_url
from briefpress.compose.logos import Image
from briefpress.model.edition import Manuscript

QUIET = 4
"""Modules that stay white on every side (ISO/IEC 18004, 6.3.8)."""
ASSET = "codes/link.svg"


@dataclass(frozen=True)
class CodeView:
    """A QR code with its quiet zone, and the address that is printed beside it.

    The board's own address needs no label beside the board's name.
    """

    image: Image
    label: str
    url: str


def code_view(manuscript: Manuscript, alt: str) -> CodeView | None:
    """The code of the brand's link, if it has one and the layout asks for it.

    `alt` is what is said of it to those who cannot see it, before the address.
    """
    side = manuscript.layout.data.qr
    link = manuscript.brand.data.code_link
    if not side or link is None:
        return None
    count = len(_matrix(link.url))
    whole = side * (count + 2 * QUIET) / count
    address = link.url.removeprefix("https://").removesuffix("/")
    image = Image(asset_url(ASSET), f"{alt}: {link.label}, {address}", whole, whole)
    return CodeView(image, link.label if manuscript.brand.data.qr else "", link.url)


def code_svg(url: str) -> bytes:
    """The code as black on white, whatever the brand's colours: one path, so that no seams show."""
    matrix = _matrix(url)
    side = len(matrix) + 2 * QUIET
    runs = "".join(
        f"M{QUIET + start} {QUIET + row}h{length}v1h-{length}z"
        for row, modules in enumerate(matrix)
        for start, length in _runs(modules)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#ffffff" d="M0 0h{side}v{side}h-{side}z"/>'
        f'<path fill="#000000" d="{runs}"/></svg>\n'
    ).encode()


@lru_cache(maxsize=256)
def _matrix(url: str) -> tuple[bytes | bytearray, ...]:
    """The modules, row by row. Level M: a seventh of them may be scratched or glared away."""
    code = segno.make(url, error="m", micro=False, boost_error=False)
    return tuple(code.matrix)


def _runs(modules: bytes | bytearray) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many stand side by side."""
    found: list[tuple[int, int]] = []
    for at, module in enumerate(modules):
        if not module:
            continue
        if found and sum(found[-1]) == at:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((at, 1))
    return found
