"""A proof with its file opened: what all rules share, read once."""

import re
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO

import pikepdf

from briefpress.check.ear import Ear, Heard, stretch_of
from briefpress.check.hearing import (
    heard_in_marks,
    heard_in_tree,
    heard_of_itself,
    heard_of_links,
    heard_on_pages,
)
from briefpress.check.known import NOTHING_KNOWN, Known
from briefpress.check.presence import Presence, look_for
from briefpress.check.reading.anatomy import (
    Link,
    Mark,
    Structure,
    links_of,
    marks_of,
    structure_of,
)
from briefpress.check.reading.composed import read_composed
from briefpress.check.reading.flow import Flow, flows
from briefpress.check.reading.fonts import EmbeddedFont, fonts_of
from briefpress.check.reading.pages import PdfiumError, read_pages
from briefpress.check.reading.scripts import as_written
from briefpress.check.reading.seen import Seen, SeenPage
from briefpress.markup import Markup
from briefpress.model.document import Document, Proof, TextLine

Block = list[tuple[int, TextLine]]
"""The lines of one block, each with its page."""
_STREAM = re.compile(r"^stream <[^>]*>: ")
"""How the library names a file that was never on a disk: by where it happens to be in memory."""


class Opened:
    """Everything that rules ask of a proof. What is read of the file, is read when it is asked for.

    `broken` says why the file cannot be read; then it has no pages, and nothing more may be asked.
    """

    def __init__(self, proof: Proof, known: Known = NOTHING_KNOWN) -> None:
        """Open the file of a proof, of which some may be known."""
        self.proof = proof
        self.known = known
        self.broken = ""
        self.pages: tuple[SeenPage, ...] = ()
        try:
            self.file = known.file or pikepdf.open(BytesIO(proof.pdf))
            places = [[drawing.box for drawing in page.drawings] for page in proof.pages]
            pages = read_pages(proof.pdf, places, known.pages)
            self.pages = as_written(pages, self.structure.written)
        except (pikepdf.PdfError, PdfiumError) as error:
            self.broken = _STREAM.sub("", str(error))

    @property
    def document(self) -> Document:
        """What was to be rendered."""
        return self.proof.document

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files that went into it, by their addresses."""
        return self.document.assets

    @cached_property
    def texts(self) -> tuple[Seen, ...]:
        """Every piece of text of the file."""
        return tuple(seen for page in self.pages for seen in page.texts)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The lines that were laid out, by their blocks."""
        blocks: dict[int, Block] = {}
        for number, page in enumerate(self.proof.pages, 1):
            for line in page.lines:
                blocks.setdefault(line.block, []).append((number, line))
        return tuple(blocks.values())

    @cached_property
    def structure(self) -> Structure:
        """Its structure tree."""
        return structure_of(self.file)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Its bookmarks."""
        return marks_of(self.file)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its links."""
        return links_of(self.file)

    @cached_property
    def markup(self) -> Markup:
        """The document as it was composed, read as browsers read it."""
        return read_composed(self.document.html)

    @cached_property
    def ear(self) -> Ear:
        """Everything that is heard of it: the text of pages in a row, all else piece by piece."""
        texts = (*self.flow.texts, *self.aside.texts)
        asides = (*heard_in_tree(self.structure), heard_in_marks(self.marks))
        links, about = heard_of_links(self.links), stretch_of(self.about, is_parted=True)
        return Ear((*heard_on_pages(texts), *asides, *links, about))

    @cached_property
    def about(self) -> tuple[Heard, ...]:
        """What it says of itself, and its name."""
        return tuple(heard_of_itself(self.file, str(self.document.edition.path)))

    @cached_property
    def fonts(self) -> tuple[EmbeddedFont, ...]:
        """Its fonts."""
        return fonts_of(self.file)

    @cached_property
    def flow(self) -> Flow:
        """Its text in reading order."""
        return self._flows[0]

    @cached_property
    def aside(self) -> Flow:
        """Its text that is outside the reading order: running matter, folios, decoration."""
        return self._flows[1]

    @cached_property
    def presence(self) -> Presence:
        """Where each claim stands; of a file that cannot be read nothing is said."""
        if self.broken:
            return Presence()
        return look_for(self.document.claims, self.flow, self.aside)

    @cached_property
    def _flows(self) -> tuple[Flow, Flow]:
        return flows(self.pages, self.structure.order)
