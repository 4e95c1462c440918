"""The maker: an edition from a plate and a shell where that is the same, or why it is not."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice

from briefpress.check.known import Known
from briefpress.compose import ChartFaultError, Composer, TemplateFaultError
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.palette import palette_of
from briefpress.plates.assemble import assemble
from briefpress.plates.cut import Cut, CutError, cut
from briefpress.plates.extremes import extremes
from briefpress.plates.keeping import NO_STORES, Stores, keep, kept
from briefpress.plates.knowing import Knowing
from briefpress.plates.making import (
    ReadyPlate,
    ReadyShell,
    Render,
    ground_name,
    ground_of,
    make_plate,
)
from briefpress.plates.proofs import united
from briefpress.plates.readback import misfits
from briefpress.plates.selfcheck import faults_of
from briefpress.plates.shells import Shells
from briefpress.plates.source import UnfitError
from briefpress.plates.trial import Trial, accepted, tried
from briefpress.render import RenderFaultError
from briefpress.selection import select

ASKED = 12
"""Brands of which so many are looked for. What fits none of them is no plate."""
_FAULTS = (ChartFaultError, CutError, RenderFaultError, TemplateFaultError, UnfitError)
"""What can keep a plate from being made; most of it is told again of each edition."""
ELSEWHERE = "its words stand outside of the slots of the layout"


@dataclass(frozen=True)
class Direct:
    """An edition that is to be made the direct way, and why."""

    reason: str


@dataclass(frozen=True)
class Branded(Proof):
    """The proof of an edition from a plate, of whose file some is `known` to who asks."""

    known: Callable[[], Known] = field(default=Known, compare=False)


class Maker:
    """Makes the proofs of editions of one library from plates."""

    def __init__(
        self,
        library: Library,
        render: Render,
        stores: Stores = NO_STORES,
        composer: Composer | None = None,
    ) -> None:
        """Start with what the `stores` have; `render` is the direct way."""
        self._library = library
        self._render = render
        self._composer = composer or Composer(library)
        self._store = stores.plates
        self._plates: dict[Edition, ReadyPlate | Direct] = {}
        self._shells = Shells(render, stores.shells)
        self._knowing = Knowing(stores.shells)

    def prepare(self, edition: Edition) -> None:
        """Make the plate of an edition and try it, so that the store has it for others."""
        self._plate(edition)

    def proof(self, document: Document) -> Branded | Direct:
        """The proof of a document, the same as if it had been rendered, or why there is none."""
        try:
            return self._branded(document)
        except Exception as error:  # noqa: BLE001 - whatever it is, the direct way is still open
            return Direct(f"plates gave up: {type(error).__name__}: {error}")

    def _branded(self, document: Document) -> Branded | Direct:
        edition = document.edition
        if edition.format != Format.SCREEN or document.stamped:
            return Direct("plates are for the screen")
        try:
            parts = cut(document.html)
        except CutError as error:
            return Direct(str(error))
        if not parts.frames:
            return Direct("its layout has no slots")
        plate = self._plate(edition)
        return plate if isinstance(plate, Direct) else self._put_together(document, parts, plate)

    def _plate(self, edition: Edition) -> ReadyPlate | Direct:
        """The plate of an audience's layout, made and tried when it is first asked for."""
        key = edition.unbranded
        if key not in self._plates:
            self._plates[key] = self._made(edition)
        return self._plates[key]

    def _made(self, edition: Edition) -> ReadyPlate | Direct:
        try:
            document, parts = ground_of(self._library, edition, self._composer)
            name = ground_name(document, parts)
            plate = self._kept(name)
            if plate is not None:
                return plate
            plate = make_plate(document, parts, self._render)
            plate = accepted(plate, self._trials(plate, edition))
        except _FAULTS as error:
            return Direct(f"no plate: {error}")
        keep(self._store, name, plate)
        return plate

    def _kept(self, name: str) -> ReadyPlate | None:
        """The plate of this name, made and tried by an earlier build."""
        plate = kept(self._store, name, ReadyPlate)
        return plate if plate is not None and plate.ground == name else None

    def _trials(self, plate: ReadyPlate, edition: Edition) -> Iterator[Trial]:
        """What comes of a plate for one extreme brand after another."""
        for document, made in self._samples(plate, edition):
            wanted = b""
            with suppress(*_FAULTS):  # Of a board with a fault of its own nothing is to be learned.
                wanted = self._render(document).pdf
            if wanted:
                yield tried(document.edition.brand, made, made.known(), wanted)

    def _samples(self, plate: ReadyPlate, edition: Edition) -> Iterator[tuple[Document, Branded]]:
        """What a plate gives for those of the extreme brands for which it gives anything."""
        for slug in islice(extremes(self._library), ASKED):
            with suppress(*_FAULTS):  # As above.
                manuscript = select(self._library, replace(edition, brand=slug))
                document = self._composer.compose(manuscript)
                made = self._put_together(document, cut(document.html), plate)
                if isinstance(made, Branded):
                    yield document, made

    def _put_together(self, document: Document, parts: Cut, plate: ReadyPlate) -> Branded | Direct:
        if ground_name(document, parts) != plate.ground:
            return Direct(ELSEWHERE)
        try:
            shells = self._shells.of(document, parts, plate.plate.shape)
            return self._assembled(document, plate, shells)
        except UnfitError as error:
            return Direct(str(error))

    def _assembled(
        self, document: Document, plate: ReadyPlate, shells: list[ReadyShell]
    ) -> Branded | Direct:
        bare = [ready.shell for ready in shells]
        palette = palette_of(self._library.brands[document.edition.brand].data)
        pdf = assemble(plate.plate, bare, palette)
        seen = (faults_of(pdf, plate.plate, bare), misfits(pdf, plate.plate, bare, palette))
        fault = next(chain.from_iterable(seen), "")
        if fault:
            return Direct(fault)
        both = [(ready.shell, ready.laid) for ready in shells]
        proof = united(document, (plate.plate, plate.laid), both, palette, pdf)
        known = partial(self._knowing.known, proof, plate, shells, palette)
        return Branded(**vars(proof), known=known)
