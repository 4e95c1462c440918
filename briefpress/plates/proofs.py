"""The proofs of a plate and its shells put together, as if the edition had been laid out whole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefpress.model.document import Document, Fitted, PageProof, Proof, TextLine
from briefpress.palette import Palette
from briefpress.plates.colours import branded
from briefpress.plates.cut import NOTHING
from briefpress.plates.outline import outline_of
from briefpress.plates.plate import Plate
from briefpress.plates.shell import Shell


@dataclass(frozen=True)
class Laid:
    """Where the text of a plate or a shell stands, and how its slots came out."""

    pages: tuple[PageProof, ...]
    fitted: tuple[Fitted, ...]


def laid_of(proof: Proof) -> Laid:
    """What is kept of the proof of a part, without what only keeps the places of slots."""
    pages = (
        replace(page, lines=tuple(line for line in page.lines if line.text != NOTHING))
        for page in proof.pages
    )
    return Laid(tuple(pages), proof.fitted)


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
    blocks = _Blocks()
    pages = tuple(
        _page(blocks, [(0, _branded(page, palette)), *enumerate(on.get(number, ()), 1)])
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


def _page(blocks: "_Blocks", parts: Sequence[tuple[int, PageProof]]) -> PageProof:
    """A page with what each part has on it; the first is the plate's."""
    _, ground = parts[0]
    return replace(
        ground,
        runs=tuple(run for _, part in parts for run in part.runs),
        lines=tuple(blocks.own(which, line) for which, part in parts for line in part.lines),
        drawings=tuple(drawing for _, part in parts for drawing in part.drawings),
        strokes=tuple(stroke for _, part in parts for stroke in part.strokes),
    )


def _branded(page: PageProof, palette: Palette) -> PageProof:
    """A page of a plate with what it draws in the colours of a brand."""
    strokes = (
        replace(stroke, inks=tuple(branded(ink, palette) for ink in stroke.inks))
        for stroke in page.strokes
    )
    return replace(page, strokes=tuple(strokes))


class _Blocks:
    """Numbers for blocks: those of two parts are never one, those of one part stay one."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}

    def own(self, part: int, line: TextLine) -> TextLine:
        """The line, its block under a number of its own."""
        number = self._known.setdefault((part, line.block), len(self._known))
        return replace(line, block=number)
