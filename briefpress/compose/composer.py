"""The composer: composes the editions of one library, and makes once what they have in common."""

from dataclasses import dataclass

from briefpress.compose.charts import Drawings
from briefpress.compose.claims import Letters, own_letters
from briefpress.compose.common import Common, key_of
from briefpress.compose.composition import Composition
from briefpress.compose.memory import Memory
from briefpress.model.brand import Brand
from briefpress.model.document import Document
from briefpress.model.edition import Manuscript
from briefpress.model.library import Library
from briefpress.palette import Palette, palette_of

KINDS, BRANDS = 64, 256
"""How many audiences in a layout and format, and how many brands are remembered."""


@dataclass(frozen=True)
class _Own:
    """What is a brand's alone; the `brand` is kept with it, so that its id stays its own."""

    brand: Brand
    letters: Letters
    palette: Palette


class Composer:
    """Composes any edition of its library.

    What it remembers is this library's, and is the same whatever was composed before.
    """

    def __init__(self, library: Library, drawings: Drawings | None = None) -> None:
        """Start with nothing remembered but the `drawings` of charts that an earlier build made."""
        self._library = library
        self._drawings = drawings
        self._commons: Memory[Common] = Memory(KINDS)
        self._own: Memory[_Own] = Memory(BRANDS)

    def compose(
        self,
        manuscript: Manuscript,
        palette: Palette | None = None,
        *,
        proof: bool = False,
        bleed: float = 0.0,
    ) -> Document:
        """The document of one edition, with so much bleed (mm).

        With `proof` it is marked as one, and its safe area drawn. `palette` takes the place of the
        brand's own.

        Raises:
            TemplateFaultError: a template of the layout is broken.
            ChartFaultError: a chart cannot be drawn.
        """
        library, brand = self._library, manuscript.brand.data
        common = self._commons.get(key_of(manuscript), lambda: Common(manuscript, library))
        own = self._own_of(brand)
        colours = palette or own.palette
        composition = Composition(manuscript, library, common, own.letters, colours, self._drawings)
        return composition.document(proof=proof, bleed=bleed)

    def palette(self, slug: str) -> Palette:
        """The colours of a brand of the library."""
        return self._own_of(self._library.brands[slug].data).palette

    def _own_of(self, brand: Brand) -> _Own:
        return self._own.get(id(brand), lambda: _Own(brand, own_letters(brand), palette_of(brand)))
