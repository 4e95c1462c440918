"""The two kinds of parts made: rendered, found without trouble, and turned into bytes."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from briefpress.check.reading.pages import read_pages
from briefpress.check.standards import is_valid_but_for_levels
from briefpress.compose import Composer
from briefpress.compose.assets import SITE
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.plates.colours import MARKS
from briefpress.plates.cut import Cut, Frame, cut
from briefpress.plates.documents import plate_document, shell_document
from briefpress.plates.plate import Plate, Shape, plate_of
from briefpress.plates.proofs import Laid, laid_of, trouble_of
from briefpress.plates.reading import Added, PageReading, readings_of
from briefpress.plates.shell import Shell, shell_of
from briefpress.plates.source import UnfitError
from briefpress.selection import select

_COLOUR = re.compile(r"#[0-9a-f]{6}\b")
_BRANDS = tuple(f"{SITE}/{folder}/" for folder in ("brands", "charts", "codes"))
"""Where the files of a brand are, and those in its colours; which they are, the HTML says."""
Render = Callable[[Document], Proof]


@dataclass(frozen=True)
class ReadyPlate:
    """A plate with where its text stands; `ground` names all that is the same for all brands.

    `standards` is by profile what a validator said of files that were made with it.
    """

    plate: Plate
    laid: Laid
    ground: str
    readings: Mapping[int, PageReading]
    standards: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadyShell:
    """A shell with where its text stands; `running` is what is seen of one on several pages.

    `is_valid`: a validator finds nothing in the file that it was made of.
    """

    shell: Shell
    laid: Laid
    running: Added | None = None
    is_valid: bool = False


def ground_of(
    library: Library, edition: Edition, composer: Composer | None = None
) -> tuple[Document, Cut]:
    """The document of an edition in colours that mark the brand's, without what the brand says.

    Raises:
        CutError: its slots cannot be told from the rest.
    """
    manuscript = replace(select(library, edition), local=())
    document = (composer or Composer(library)).compose(manuscript, MARKS)
    return document, cut(document.html)


def make_plate(document: Document, parts: Cut, render: Render) -> ReadyPlate:
    """A plate of a document in marking colours.

    Raises:
        UnfitError: it has trouble of its own, or is not made as plates are.
        RenderFaultError: the engine gave up.
    """
    proof = render(plate_document(document, parts))
    trouble = trouble_of(proof)
    if trouble:
        raise UnfitError(trouble)
    made = plate_of(proof.pdf, parts, proof.holes)
    told = frozenset(page.place for page in made.pages if page.told)
    readings = readings_of(proof.pdf, proof.pages, told)
    return ReadyPlate(made, laid_of(proof), ground_name(document, parts), readings)


def ground_name(document: Document, parts: Cut) -> str:
    """A hash of a document but for what is in its slots, its colours and the files of its brand."""
    digest = hashlib.sha256(_COLOUR.sub("#", parts.skeleton).encode())
    digest.update(document.title.encode())
    digest.update(document.layout.model_dump_json().encode())
    for name, text in document.styles.items():
        if name != "palette":
            digest.update(f"\0{name}\0{text}".encode())
    for name, data in document.assets.items():
        if not is_of_brand(name):
            digest.update(f"\0{name}\0".encode() + hashed(data))
    return digest.hexdigest()


def is_of_brand(address: str) -> bool:
    """Whether a file is of a brand, or in its colours."""
    return address.startswith(_BRANDS)


@lru_cache(maxsize=64)
def hashed(data: bytes) -> bytes:
    """Of fonts, which are the same objects for all documents."""
    return hashlib.sha256(data).digest()


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
    made = shell_of(proof.pdf, frame, place, shape)
    running = None
    if place not in shape.pages:
        running = Added(read_pages(proof.pdf)[0].texts, on_paper=True)
    return ReadyShell(made, laid_of(proof, place + 1), running, is_valid_but_for_levels(proof.pdf))
