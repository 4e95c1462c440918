"""The two kinds of parts made: rendered, found without trouble, and turned into bytes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from briefpress.compose import compose
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.plates.colours import MARKS
from briefpress.plates.cut import Cut, Frame, cut
from briefpress.plates.documents import plate_document, shell_document
from briefpress.plates.plate import Plate, Shape, plate_of
from briefpress.plates.proofs import Laid, laid_of, trouble_of
from briefpress.plates.shell import Shell, shell_of
from briefpress.plates.source import UnfitError
from briefpress.selection import select

Render = Callable[[Document], Proof]


@dataclass(frozen=True)
class ReadyPlate:
    """A plate with where its text stands, and the document that it is of, without its slots."""

    plate: Plate
    laid: Laid
    document: Document


@dataclass(frozen=True)
class ReadyShell:
    """A shell with where its text stands."""

    shell: Shell
    laid: Laid


def ground_of(library: Library, edition: Edition) -> tuple[Document, Cut]:
    """The document of an edition in colours that mark the brand's, without what the brand says.

    Raises:
        CutError: its slots cannot be told from the rest.
    """
    manuscript = replace(select(library, edition), local=())
    document = compose(manuscript, library, MARKS)
    return document, cut(document.html)


def make_plate(document: Document, parts: Cut, render: Render) -> ReadyPlate:
    """A plate of a document in marking colours.

    Raises:
        UnfitError: it has trouble of its own, or is not made as plates are.
        RenderFaultError: the engine gave up.
    """
    ground = plate_document(document, parts)
    proof = render(ground)
    trouble = trouble_of(proof)
    if trouble:
        raise UnfitError(trouble)
    made = plate_of(proof.pdf, parts, proof.holes)
    return ReadyPlate(made, laid_of(proof), ground)


def make_shell(
    document: Document, parts: Cut, place: int, shape: Shape, render: Render
) -> ReadyShell:
    """What a brand adds to the frame at this place, for plates of this shape.

    Raises:
        UnfitError: it has trouble of its own, or is not made as shells are.
        RenderFaultError: the engine gave up.
    """
    frame: Frame = parts.frames[place]
    proof = render(shell_document(document, parts, frame))
    trouble = trouble_of(proof)
    if trouble:
        raise UnfitError(trouble)
    return ReadyShell(shell_of(proof.pdf, frame, place, shape), laid_of(proof))
