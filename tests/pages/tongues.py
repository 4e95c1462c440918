"""A board that speaks five languages besides English, added to the specimen."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefpress.compose import compose
from briefpress.load import load
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.selection import select
from tests.conftest import TODAY
from tests.pages.support import TESTS


@cache
def library() -> Library:
    """The specimen with a board that speaks five languages."""
    with TemporaryDirectory() as folder:
        source = shutil.copytree(TESTS / "specimen" / "source", Path(folder) / "source")
        shutil.copytree(TESTS / "specimen" / "tongues", source / "brands" / "manyhill")
        loaded = load(source, TESTS.parent / "layouts", TODAY)
    assert loaded.diagnostics == ()
    assert loaded.library is not None
    return loaded.library


def composed(layout: str, form: str = "screen", brand: str = "manyhill") -> Document:
    return compose(select(library(), Edition(brand, "hosts", layout, form)), library())
