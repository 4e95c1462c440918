"""What is known of a file because of what it was put together of: read and judged once a part."""

from collections.abc import Iterator, Sequence

import pikepdf

from briefpress.check.known import Known
from briefpress.check.reading.seen import Seen
from briefpress.model.document import Proof
from briefpress.palette import Palette
from briefpress.plates.keeping import Store
from briefpress.plates.making import ReadyPlate, ReadyShell
from briefpress.plates.plate import SlotPage
from briefpress.plates.reading import Added, PageReading, known_pages
from briefpress.plates.told import Frame, Witness


class Knowing:
    """Knows files of plates and shells, and remembers what it had to look at."""

    def __init__(self, store: Store | None = None) -> None:
        """Start with what the `store` has of earlier looks."""
        self._witness = Witness(store)

    def known(
        self,
        proof: Proof,
        plate: ReadyPlate,
        shells: Sequence[ReadyShell],
        palette: Palette,
        file: pikepdf.Pdf | None = None,
    ) -> Known:
        """What need not be found out of the file of a proof, which may be open."""
        added: dict[int, Sequence[Added]] = {}
        readings: dict[int, PageReading] = dict(plate.readings)
        for page in plate.plate.pages:
            if page.place in readings:
                own = tuple(self._added(proof.pdf, page, readings[page.place], shells))
                if len(own) == len(page.frames):
                    added[page.place] = own
                else:
                    del readings[page.place]
        is_valid = all(ready.is_valid for ready in shells)
        return Known(
            pages=known_pages(readings, palette, added),
            drawn=frozenset(range(1, len(proof.pages) + 1)),
            standards=plate.standards if is_valid else {},
            file=file,
        )

    def _added(
        self,
        pdf: bytes,
        page: SlotPage,
        reading: PageReading,
        shells: Sequence[ReadyShell],
    ) -> Iterator[Added]:
        """What each frame adds to a page, as far as it is known."""
        for index, frame in enumerate(page.frames):
            ready = shells[frame]
            if ready.running is not None:
                yield ready.running
                continue
            below, above = (
                [seen for f in frames for seen in _running(shells[f])]
                for frames in (page.frames[:index], page.frames[index + 1 :])
            )
            before = (*reading.seen.texts, *below)
            one = Frame(ready.shell.block.data, ready.laid.pages[0], before, len(above))
            found = self._witness.added(pdf, reading, one)
            if found is not None:
                yield found


def _running(ready: ReadyShell) -> tuple[Seen, ...]:
    return ready.running.texts if ready.running is not None else ()
