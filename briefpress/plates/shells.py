"""The shells of brands: each made when it is first asked for, and kept."""

import hashlib

from briefpress.compose.memory import Memory
from briefpress.model.document import Document
from briefpress.plates.cut import Cut
from briefpress.plates.documents import shell_document
from briefpress.plates.keeping import Store, keep, kept
from briefpress.plates.making import ReadyShell, Render, hashed, is_of_brand, make_shell
from briefpress.plates.plate import Shape
from briefpress.plates.source import UnfitError
from briefpress.render import RenderFaultError

MOST = 64
"""How many are kept in memory. A brand has about six for all its audiences and layouts, and a
process makes one brand after another."""


class Shells:
    """Gives the shells of documents, or says why there is none."""

    def __init__(self, render: Render, store: Store | None = None) -> None:
        """Start with what the `store` has."""
        self._render = render
        self._store = store
        self._known: Memory[ReadyShell | str] = Memory(MOST)

    def of(self, document: Document, parts: Cut, shape: Shape) -> list[ReadyShell]:
        """What the brand of a document adds to each frame of a plate of this shape.

        Raises:
            UnfitError: one of them cannot be made.
        """
        return [self._shell(document, parts, place, shape) for place in range(len(parts.frames))]

    def _shell(self, document: Document, parts: Cut, place: int, shape: Shape) -> ReadyShell:
        name = _name(shell_document(document, parts, parts.frames[place]), place, shape)
        found = self._known.get(
            name,
            lambda: (
                kept(self._store, name, ReadyShell)
                or self._made(document, parts, place, shape, name)
            ),
        )
        if isinstance(found, str):
            raise UnfitError(found)
        return found

    def _made(
        self, document: Document, parts: Cut, place: int, shape: Shape, name: str
    ) -> ReadyShell | str:
        """A new shell, or why it cannot be made: that depends on nothing else, and is kept, too."""
        try:
            made = make_shell(document, parts, place, shape, self._render)
        except (RenderFaultError, UnfitError) as error:
            return str(error)
        keep(self._store, name, made)
        return made


def _name(document: Document, place: int, shape: Shape) -> str:
    """The same for all documents that make the same shell, in this build and later ones."""
    digest = hashlib.sha256(f"{place} {shape} {document.layout.model_dump_json()}".encode())
    for name, text in (("", document.html), *document.styles.items()):
        digest.update(f"\0{name}\0{text}".encode())
    for name, data in document.assets.items():
        if name in document.html or not is_of_brand(name):
            digest.update(f"\0{name}\0".encode() + hashed(data))
    return digest.hexdigest()
