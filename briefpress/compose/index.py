"""The index: one page that lets a person browse everything that was built."""

from collections.abc import Iterable

from briefpress.compose.templates import Words, environment, fill
from briefpress.model.library import Library
from briefpress.model.manifest import ManifestEntry

TEMPLATE = "_shared/index.html.j2"


def compose_index(library: Library, entries: Iterable[ManifestEntry]) -> str:
    """`output/index.html`: self-contained but for the thumbnails, and works from the disk.

    Raises:
        TemplateFaultError: the template is broken.
    """
    layout = next(iter(library.layouts.values()))
    env = environment(layout.texts)
    brands = {slug: brand.data.name for slug, brand in library.brands.items()}
    audiences = {a.id: a.name for a in library.audiences.values()}
    layouts = {name: found.data.title for name, found in library.layouts.items()}
    values = {
        "publication": library.publication,
        "words": Words(layout.words),
        "entries": tuple(entries),
        "brands": brands,
        "audiences": audiences,
        "layouts": layouts,
    }
    return fill(env, TEMPLATE, values)
