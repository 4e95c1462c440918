"""A small nation for tests: the specimen's publication for twelve invented boards."""

from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from briefpress.compose import compose
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.pipeline import Request, look
from briefpress.program import find_layouts
from briefpress.render import Engine
from briefpress.selection import select
from briefpress.start import start_specimen
from tests.conftest import TESTS, TODAY

COUNT = 12
BOARDS = (
    "jarnenmoor-sondenmere-and-jeskergate",
    "jilm",
    "fresterhaven-trilawell-and-volmenwell",
    "listerstrand",
)
"""Long and short names, pale and dark colours, many partners and none."""
AUDIENCE = "hosts"


@cache
def library() -> Library:
    """The publication, with its boards."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = TESTS / "specimen" / "source"
        here = Request(source, find_layouts(TESTS), folder / "output", TODAY)
        assert start_specimen(here, folder / "nation", COUNT) == ()
        found, _, _ = look(replace(here, source=folder / "nation" / "source"))
    assert found is not None
    return found


_ENGINE = Engine()
_PROOFS: dict[str, Proof] = {}


def render(document: Document) -> Proof:
    """The direct way; what has been rendered once is not rendered again."""
    said = repr((document.html, tuple(document.styles.items()), document.layout.slots))
    name = sha256(said.encode()).hexdigest()
    if name not in _PROOFS:
        _PROOFS[name] = _ENGINE.render(document)
    return replace(_PROOFS[name], document=document)


def composed(board: str, layout: str, form: str = "screen", of: Library | None = None) -> Document:
    """The document of an edition."""
    whole = of or library()
    return compose(select(whole, Edition(board, AUDIENCE, layout, form)), whole)
