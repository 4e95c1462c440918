"""What tests of rendered pages share: small documents in the type of the project."""

from collections.abc import Mapping
from pathlib import Path

from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.layout import Layout, PageCount, PageSize, Slot
from briefpress.render import Engine

SITE = "https://briefpress.invalid"
FONT = "AtkinsonHyperlegibleNext_400Regular.ttf"
FONTS = Path(__file__).parents[3] / "layouts" / "_shared" / "fonts"
FONT_FILE = (FONTS / FONT).read_bytes()
SIDE = 100.0
"""mm. The page is a square."""
BASE = f"""
@font-face {{ font-family: "Atkinson"; src: url(fonts/{FONT}) }}
@page {{ size: {SIDE}mm {SIDE}mm; margin: 10mm }}
html {{ font: 10pt/1.4 "Atkinson" }}
body, p, h1, h2, ul {{ margin: 0; padding: 0 }}
"""


def slot(name: str, height: float = 20.0, floor: float = 8.0, ceiling: float = 12.0) -> Slot:
    """A slot with the usual step."""
    return Slot(id=name, height=height, floor=floor, ceiling=ceiling)


def document(
    body: str,
    css: str = "",
    *,
    slots: tuple[Slot, ...] = (),
    assets: Mapping[str, bytes] | None = None,
    pages: PageCount | None = None,
) -> Document:
    """A page of `body`; `assets` by their path below the site."""
    layout = Layout(
        title="Small",
        page=PageSize(width=SIDE, height=SIDE),
        template="x",
        styles=(),
        pages=pages or PageCount(),
        slots=slots,
    )
    files = {f"{SITE}/fonts/{FONT}": FONT_FILE}
    files |= {f"{SITE}/{name}": data for name, data in (assets or {}).items()}
    head = '<head><meta charset="utf-8"><title>Small</title></head>'
    return Document(
        edition=Edition("brand", "audience", "small"),
        layout=layout,
        title="Small",
        html=f'<!doctype html><html lang="en">{head}<body>{body}</body></html>',
        styles={f"{SITE}/base.css": BASE, f"{SITE}/own.css": css},
        assets=files,
    )


def proof(body: str, css: str = "", **more: object) -> Proof:
    """A page of `body`, rendered."""
    return Engine().render(document(body, css, **more))  # type: ignore[arg-type]


def lines(words: int, word: str = "word") -> str:
    """Text of so many words, each with its number."""
    return " ".join(f"{word}{number}" for number in range(words))
