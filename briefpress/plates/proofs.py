"""The proofs of a plate and its shells put together, as if the edition had been laid out whole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefpress.model.document import Document, Fitted, PageProof, Proof
from briefpress.palette import Palette
from briefpress.plates.colours import branded
from briefpress.plates.cut import NOTHING
from briefpress.plates.outline import outline_of
from briefpress.plates.plate import Plate
from briefpress.plates.shell import Shell

BLOCKS = 1_000_000
"""How many blocks of text a part can have: blocks of two parts are never one."""


@dataclass(frozen=True)
class Laid:
    """Where the text of a plate or a shell stands, and how its slots came out."""

    pages: tuple[PageProof, ...]
    fitted: tuple[Fitted, ...]


def laid_of(proof: Proof, part: int = 0) -> Laid:
    """What is kept of the proof of a part, without what only keeps the places of slots.

    The plate is part 0, and the shell of a frame is the part after its place.
    """
    return Laid(tuple(_kept(page, part * BLOCKS) for page in proof.pages), proof.fitted)


def _kept(page: PageProof, first: int) -> PageProof:
    """A page without lines that say nothing, its blocks counted from `first`."""
    lines = (line for line in page.lines if line.text != NOTHING)
    own = (replace(line, block=first + line.block) if first else line for line in lines)
    return replace(page, lines=tuple(own))


def trouble_of(proof: Proof) -> str:
    """What is wrong with a part, in words; then the edition is made and told of as a whole."""
    over = [one.slot.id for one in proof.fitted if not one.fits]
    if over:
        return f"{', '.join(over)} runs over"
    if proof.log or proof.refused:
        return "the engine complains of it"
    return "a part of it is on no page" if proof.lost else ""


def united(
    document: Document,
    plate: tuple[Plate, Laid],
    shells: Sequence[tuple[Shell, Laid]],
    palette: Palette,
    pdf: bytes,
) -> Proof:
    """The proof of a document whose plate and shells had no trouble, in its brand’s colours."""
    made, ground = plate
    on: dict[int, list[PageProof]] = {}
    for page in made.pages:
        for frame in page.frames:
            on.setdefault(page.place, []).append(shells[frame][1].pages[0])
    pages = tuple(
        _with(_branded(page, palette), on.get(number, ()))
        for number, page in enumerate(ground.pages, 1)
    )
    fitted = [*ground.fitted, *(one for _, laid in shells for one in laid.fitted)]
    return Proof(
        document=document,
        pdf=pdf,
        pages=pages,
        fitted=tuple(_in_order(document, fitted)),
        bookmarks=tuple(outline_of(made, [shell for shell, _ in shells]).told()),
    )


def _in_order(document: Document, fitted: Iterable[Fitted]) -> Iterator[Fitted]:
    """In the order in which the layout names its slots, each of which says where it is from."""
    by_id = {one.slot.id: one for one in fitted}
    slots = (slot for slot in document.layout.slots if slot.id in by_id)
    return (replace(by_id[slot.id], slot=slot) for slot in slots)


def _with(ground: PageProof, added: Sequence[PageProof]) -> PageProof:
    """A page of the plate with what each shell has on it."""
    if not added:
        return ground
    parts = (ground, *added)
    return replace(
        ground,
        runs=tuple(run for part in parts for run in part.runs),
        lines=tuple(line for part in parts for line in part.lines),
        drawings=tuple(drawing for part in parts for drawing in part.drawings),
        strokes=tuple(stroke for part in parts for stroke in part.strokes),
    )


def _branded(page: PageProof, palette: Palette) -> PageProof:
    """A page of a plate with what it draws in the colours of a brand."""
    strokes = (
        replace(stroke, inks=tuple(branded(ink, palette) for ink in stroke.inks))
        for stroke in page.strokes
    )
    return replace(page, strokes=tuple(strokes))
