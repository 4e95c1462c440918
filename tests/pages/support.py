"""What tests of pages share: the specimen's editions, rendered once, and read back from the PDF."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

from briefpress.compose import compose
from briefpress.load import load
from briefpress.model.document import Proof
from briefpress.model.edition import Edition, Manuscript
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.render import Engine
from briefpress.selection import Wanted, editions_of, select
from tests.conftest import TODAY

TESTS = Path(__file__).parents[1]
BRAND = "wexbridge"


@dataclass(frozen=True)
class Bookmark:
    """One line of the outline: its text, depth from 0, and page from 1."""

    title: str
    level: int
    page: int


@dataclass(frozen=True)
class Rendered:
    """An edition: what went in, and what can be read in the PDF."""

    manuscript: Manuscript
    proof: Proof
    texts: tuple[str, ...]
    bookmarks: tuple[Bookmark, ...]

    @property
    def text(self) -> str:
        """The text of all pages."""
        return " ".join(self.texts)

    def open(self) -> pikepdf.Pdf:
        """The PDF itself."""
        return pikepdf.open(BytesIO(self.proof.pdf))

    def links(self) -> Iterator[str]:
        """The addresses that it leads to."""
        with self.open() as pdf:
            for page in pdf.pages:
                for note in page.get("/Annots", []):
                    if "/A" in note:
                        yield str(note.A.URI)

    def headings(self) -> list[str]:
        """The headings of the document as it was composed."""
        found = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", self.proof.document.html, re.DOTALL)
        return [plain(html) for _, html in found]


@cache
def library() -> Library:
    """The specimen, with the layouts of the project."""
    found = load(TESTS / "specimen" / "source", TESTS.parent / "layouts", TODAY).library
    assert found is not None
    return found


@cache
def engine() -> Engine:
    """One engine for all editions, as a build has."""
    return Engine()


def editions(*formats: str) -> tuple[Edition, ...]:
    """All editions of one board, as PDFs for the screen or in these formats."""
    wanted = Wanted(brands=(BRAND,), formats=formats or (Format.SCREEN,))
    return editions_of(library(), wanted)[0]


@cache
def rendered(edition: Edition) -> Rendered:
    """An edition made as the pipeline makes it."""
    manuscript = select(library(), edition)
    proof = engine().render(compose(manuscript, library()))
    opened = pypdfium2.PdfDocument(proof.pdf)
    texts = tuple(squeezed(page.get_textpage().get_text_bounded()) for page in opened)
    outline = tuple(
        Bookmark(squeezed(mark.get_title()), mark.level, mark.get_dest().get_index() + 1)
        for mark in opened.get_toc()
    )
    return Rendered(manuscript, proof, texts, outline)


def squeezed(text: str) -> str:
    """One space between words, whatever stood there."""
    return " ".join(text.replace("\ufffe", "-").split())


def plain(html: str) -> str:
    """The text of a piece of HTML."""
    return squeezed(unescape(re.sub(r"<[^>]*>", "", html)))
