"""What tests of logos share: pictures made on the spot, and SVG of one line."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from briefpress.load.logos import read_logo
from briefpress.model.logofile import LogoFile

EXPORTS = Path(__file__).parent / "exports"
TEAL, AMBER = "#0f4c5c", "#f2a900"


def svg(body: str, head: str = 'viewBox="0 0 100 50"') -> bytes:
    """An SVG file with this body."""
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {space} {head}>{body}</svg>".encode()


def picture(mode: str = "RGBA", size: tuple[int, int] = (600, 300)) -> Image.Image:
    """A teal disc and an amber bar in the middle of a clear (or white) picture."""
    clear = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(clear)
    width, height = size
    pen.ellipse((width // 6, height // 6, width // 2, 5 * height // 6), fill=TEAL)
    pen.rectangle((width // 2, height // 3, 5 * width // 6, 2 * height // 3), fill=AMBER)
    if mode == "RGBA":
        return clear
    white = Image.new("RGB", size, "white")
    white.paste(clear, mask=clear)
    return white.convert(mode)


def file(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The picture as a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def read(name: str, data: bytes) -> LogoFile:
    """A logo that nothing is wrong with."""
    logo, flaws = read_logo(name, data)
    assert flaws == ()
    assert logo is not None
    return logo


def said(name: str, data: bytes) -> list[str]:
    """What is wrong with a logo: line, code and message."""
    logo, flaws = read_logo(name, data)
    assert logo is None
    return [f"{line}: {fault.code}: {fault.message}" for fault, line in flaws]


def bomb(levels: int, each: int) -> bytes:
    """Each level shows the one before it several times."""
    rows = ['<g id="a0"><rect width="9" height="9"/></g>']
    for level in range(1, levels + 1):
        uses = f'<use href="#a{level - 1}"/>' * each
        rows.append(f'<g id="a{level}">{uses}</g>')
    return svg(f"<defs>{''.join(rows)}</defs><use href='#a{levels}'/>")
