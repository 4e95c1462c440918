"""What the documents of one audience in one layout and format have in common, for all boards."""

from collections.abc import Hashable, Mapping

from briefpress.compose.claims import Ground
from briefpress.compose.sections import Sections
from briefpress.model.edition import Manuscript
from briefpress.model.layout import Format
from briefpress.model.library import Library, LoadedLayout


class Common:
    """All that composing draws on besides the brand. Made of the first manuscript that needs it."""

    def __init__(self, manuscript: Manuscript, library: Library) -> None:
        """Take what is not the brand's from a manuscript, and hold what its key names."""
        self._manuscript = manuscript
        self.ground = Ground(manuscript, library)
        self.sections = Sections(manuscript, library, self.ground)
        paged = Format(manuscript.edition.format).is_paged
        self.fonts = _fonts(manuscript.layout, paged=paged)
        """The fonts of the layout, by their path."""
        self.pictures = _pictures(manuscript.layout)
        """Its other files."""


def key_of(manuscript: Manuscript) -> Hashable:
    """The same for manuscripts that differ in nothing but what is the brand's, in paper and size.

    What it names by `id` is held by what is kept under it.
    """
    layout = manuscript.layout
    files = (layout.texts, layout.fonts, layout.pictures, layout.words)
    held = (manuscript.publication, manuscript.audience, *manuscript.others, *files)
    return (
        manuscript.edition.format,
        layout.data.messages is not None,
        layout.data.type,
        tuple(map(id, held)),
        tuple((id(one.section), one.text) for one in manuscript.sections),
        tuple(map(id, manuscript.messages)),
        tuple(map(id, manuscript.card_messages)),
    )


def _fonts(layout: LoadedLayout, *, paged: bool) -> Mapping[str, bytes]:
    """Pages are set with one kind of font file, and the web with another."""
    return {name: data for name, data in layout.fonts.items() if paged != name.endswith(".woff2")}


def _pictures(layout: LoadedLayout) -> Mapping[str, bytes]:
    drawn = {n: text.encode() for n, text in layout.texts.items() if n.endswith(".svg")}
    return {**layout.pictures, **drawn}
