"""The brands that a plate is tried on before it is used: those that strain a layout most."""

from collections.abc import Callable, Iterator, Mapping

from briefpress.model.brand import Brand
from briefpress.model.library import Library
from briefpress.palette import PAPER, contrast, palette_of

STRAINS: Mapping[str, Callable[[Brand], float]] = {
    "the longest name": lambda brand: len(brand.name),
    "the most to print": lambda brand: sum(
        map(len, (brand.contacts, brand.partners, brand.local, brand.links))
    ),
    "the palest colour": lambda brand: -contrast(palette_of(brand).primary, PAPER),
    "the longest owner": lambda brand: len(brand.document.owner),
}
"""What each of the first brands is extreme in."""


def extremes(library: Library) -> Iterator[str]:
    """All brands, the most extreme first; each once."""
    slugs = sorted(library.brands)
    data = {slug: library.brands[slug].data for slug in slugs}
    first = [max(slugs, key=lambda slug: strain(data[slug])) for strain in STRAINS.values()]
    yield from dict.fromkeys((*first, *slugs))
