"""The index: one page that lets a person browse everything that was built."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from briefpress.compose.templates import Words, environment, fill
from briefpress.model.edition import ALL_AUDIENCES
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.manifest import ManifestEntry

TEMPLATE = "_shared/index.html.j2"
_ORDER: dict[str, int] = {name: place for place, name in enumerate(Format)}


@dataclass(frozen=True)
class PageLink:
    """A page of the output folder that the index leads to: where it is and what it shows."""

    href: str
    title: str
    describe: str = ""


@dataclass(frozen=True)
class Tile:
    """What one audience of one board gets in one layout and size, in one or more formats."""

    brand: str
    audience: str
    layout: str
    size: str
    forms: tuple[ManifestEntry, ...]

    @property
    def best(self) -> ManifestEntry:
        """The form that a click on the tile opens."""
        return self.forms[0]

    @property
    def bytes(self) -> int:
        """What all its forms weigh."""
        return sum(form.bytes for form in self.forms)

    @property
    def pictured(self) -> ManifestEntry | None:
        """The first form that has pages, and so a thumbnail."""
        return next((form for form in self.forms if form.pages), None)


def compose_index(
    library: Library, entries: Iterable[ManifestEntry], pages: Iterable[PageLink] = ()
) -> str:
    """`output/index.html`: self-contained but for the thumbnails, and works from the disk.

    `pages` are the further pages of the folder, in the order in which they are listed.

    Raises:
        TemplateFaultError: the template is broken.
    """
    layout = next(iter(library.layouts.values()))
    env = environment(layout.texts)
    tiles = tuple(_tiles(entries))
    found = dict.fromkeys(form.format for tile in tiles for form in tile.forms)
    values = {
        "publication": library.publication,
        "words": Words(layout.words),
        "tiles": tiles,
        "pages": tuple(pages),
        "formats": sorted(found, key=_place),
        "brands": {slug: brand.data.name for slug, brand in library.brands.items()},
        "audiences": _audiences(library, tiles, layout.words),
        "sizes": {name: size.title for name, size in library.sizes.items()},
        "layouts": {name: found.data.title for name, found in library.layouts.items()},
    }
    return fill(env, TEMPLATE, values)


def _audiences(library: Library, tiles: Iterable[Tile], words: Mapping[str, str]) -> dict[str, str]:
    """The names of the audiences, and of all of them together where a sheet is for all."""
    names = {a.id: a.name for a in library.audiences.values()}
    mixed = any(tile.audience == ALL_AUDIENCES for tile in tiles)
    return {ALL_AUDIENCES: words["all_audiences"], **names} if mixed else names


def _tiles(entries: Iterable[ManifestEntry]) -> Iterable[Tile]:
    """The entries by what they say, each in the order of the formats."""
    ranked = sorted(entries, key=lambda e: (*_about(e), _place(e.format), e.id))
    for about, forms in groupby(ranked, key=_about):
        yield Tile(*about, tuple(forms))


def _about(entry: ManifestEntry) -> tuple[str, str, str, str]:
    return entry.brand, entry.audience, entry.layout, entry.size


def _place(name: str) -> int:
    """Where a format stands among the others; one that is not ours comes last."""
    return _ORDER.get(name, len(_ORDER))
