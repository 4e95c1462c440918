"""What tests of compose share: the specimen, read once, with a layout of the test's own."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from briefpress.load import load
from briefpress.model.edition import Edition, Manuscript
from briefpress.model.layout import Layout, PageSize
from briefpress.model.library import Library, LoadedLayout
from briefpress.selection import select
from tests.conftest import TODAY

TESTS = Path(__file__).parents[2]
NAME = "plain"


@cache
def specimen_library() -> Library:
    """The specimen with the layouts of the project."""
    library = load(TESTS / "specimen" / "source", TESTS.parent / "layouts", TODAY).library
    assert library is not None
    return library


def library_with(template: str, **files: str) -> Library:
    """The specimen with one layout: its template, and further files by name without the dot."""
    library = specimen_library()
    real = next(iter(library.layouts.values()))
    texts = {f"{NAME}/page.html.j2": template, f"{NAME}/page.css": "p { color: red }"}
    texts |= {f"_shared/{name}": real.texts[f"_shared/{name}"] for name in SHARED}
    texts |= {f"_shared/{name}.html.j2": text for name, text in files.items()}
    layout = Layout(
        title="Plain",
        page=PageSize(width=100.0, height=100.0),
        template="page.html.j2",
        styles=(f"{NAME}/page.css",),
    )
    words = {"page": "page", "of": "of", "owner": "Owner"}
    loaded = LoadedLayout(NAME, layout, texts, {"_shared/fonts/a.ttf": b"font"}, words)
    return replace(library, layouts={NAME: loaded})


SHARED = ("_messages.html.j2", "_figure.html.j2")


def manuscript_of(library: Library, audience: str = "hosts") -> Manuscript:
    """What one audience of the specimen gets in that layout."""
    return select(library, Edition("wexbridge", audience, next(iter(library.layouts))))
