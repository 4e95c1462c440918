"""The index: one page that lets a person browse everything that was built."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
class PackLink:
    """A board's pack: where it is, and what it weighs."""

    path: str
    bytes: int


@dataclass(frozen=True)
class Tile:
    """What one audience of one board gets in one layout and size, in one or more formats."""

    brand: str
    audience: str
    layout: str
    size: str
    forms: tuple[ManifestEntry, ...]
    state: str = ""
    """What became of it since the last release: `added`, `changed`, or nothing."""

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


@dataclass(frozen=True)
class Board:
    """One board's part of the page."""

    slug: str
    tiles: tuple[Tile, ...]
    pack: PackLink | None = None

    @property
    def bytes(self) -> int:
        """What all its documents weigh."""
        return sum(tile.bytes for tile in self.tiles)

    @property
    def changed(self) -> int:
        """How many of them are new."""
        return sum(1 for tile in self.tiles if tile.state)


@dataclass(frozen=True)
class Beside:
    """What the index tells beside the editions.

    `pages` are the further pages of the folder, in the order in which they are listed; `packs`
    those of boards, by slug; `news` what became of an edition since the last release, by its id.
    """

    pages: tuple[PageLink, ...] = ()
    packs: Mapping[str, PackLink] = field(default_factory=dict)
    news: Mapping[str, str] = field(default_factory=dict)


NOTHING_BESIDE = Beside()


def compose_index(
    library: Library, entries: Iterable[ManifestEntry], beside: Beside = NOTHING_BESIDE
) -> str:
    """`output/index.html`: self-contained but for the thumbnails, and works from the disk.

    Raises:
        TemplateFaultError: the template is broken.
    """
    layout = next(iter(library.layouts.values()))
    env = environment(layout.texts)
    tiles = tuple(_tiles(entries, beside.news))
    found = dict.fromkeys(form.format for tile in tiles for form in tile.forms)
    values = {
        "publication": library.publication,
        "words": Words(layout.words),
        "boards": tuple(_boards(tiles, beside.packs)),
        "pages": beside.pages,
        "changed": any(tile.state for tile in tiles),
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


def _boards(tiles: Iterable[Tile], packs: Mapping[str, PackLink]) -> Iterator[Board]:
    for slug, own in groupby(tiles, key=lambda tile: tile.brand):
        yield Board(slug, tuple(own), packs.get(slug))


def _tiles(entries: Iterable[ManifestEntry], news: Mapping[str, str]) -> Iterator[Tile]:
    """The entries by what they say, each in the order of the formats."""
    ranked = sorted(entries, key=lambda e: (*_about(e), _place(e.format), e.id))
    for about, group in groupby(ranked, key=_about):
        forms = tuple(group)
        yield Tile(*about, forms, _state([news.get(form.id, "") for form in forms]))


def _state(states: Sequence[str]) -> str:
    """A tile is new if all its forms are, and has changed if any has."""
    if not any(states):
        return ""
    return "added" if set(states) == {"added"} else "changed"


def _about(entry: ManifestEntry) -> tuple[str, str, str, str]:
    return entry.brand, entry.audience, entry.layout, entry.size


def _place(name: str) -> int:
    """Where a format stands among the others; one that is not ours comes last."""
    return _ORDER.get(name, len(_ORDER))
