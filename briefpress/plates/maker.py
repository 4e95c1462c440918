"""The maker: an edition from a plate and a shell where that is the same, or why it is not."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
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
from briefpress.plates.keeping import NO_STORES, Stores, keep, kept, to_bytes
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
from briefpress.plates.shares import Part, Share
from briefpress.plates.shells import Shells
from briefpress.plates.source import UnfitError
from briefpress.plates.trial import Trial, accepted, tried
from briefpress.render import RenderFaultError
from briefpress.selection import select

ASKED = 12
"""Brands of which so many are looked for. What fits none of them is no plate."""
_FAULTS = (ChartFaultError, CutError, RenderFaultError, TemplateFaultError, UnfitError)
"""What can keep a plate from being made; most of it is told again of each edition."""
NONE_REFUSED: Mapping[str, str] = {}
ELSEWHERE = "its words stand outside of the slots of the layout"


@dataclass(frozen=True)
class Direct:
    """An edition that is to be made the direct way, and why."""

    reason: str


@dataclass(frozen=True)
class Branded(Proof):
    """The proof of an edition from a plate, of whose file some is `known` to who asks."""

    known: Callable[[], Known] = field(default=Known, compare=False)


@dataclass(frozen=True)
class _Bare:
    """A plate of this name before its trial, or after if it is kept; or why there is none."""

    name: str
    plate: ReadyPlate | str
    tried: bool = False

    @cached_property
    def data(self) -> bytes:
        """It as it is kept."""
        return b"" if isinstance(self.plate, str) else to_bytes(self.plate)


class Maker:
    """Makes the proofs of editions of one library from plates."""

    def __init__(
        self,
        library: Library,
        render: Render,
        stores: Stores = NO_STORES,
        composer: Composer | None = None,
        refused: Mapping[str, str] = NONE_REFUSED,
    ) -> None:
        """Start with what the `stores` have; `render` is the direct way.

        Plates of some names are `refused`, for reasons that another process has found.
        """
        self._library = library
        self._render = render
        self._composer = composer or Composer(library)
        self._store = stores.plates
        self._refused = dict(refused)
        self._plates: dict[Edition, ReadyPlate | Direct] = {}
        self._bare: tuple[Edition, _Bare] | None = None
        self._shells = Shells(render, stores.shells)
        self._knowing = Knowing(stores.shells)

    def part(self, share: Share) -> Part | None:
        """What comes of the plate of an edition for the brand whose turn it is.

        None where that is not to be found out: the plate is kept already, or nothing can be learned
        of this brand, whose render gives up.
        """
        try:
            bare = self._bare_of(share.edition)
        except _FAULTS:
            return None
        if isinstance(bare.plate, str):
            return Part(bare.name, share.turn, reason=bare.plate)
        return None if bare.tried else self._part_of(bare, bare.plate, share)

    def _part_of(self, bare: _Bare, plate: ReadyPlate, share: Share) -> Part | None:
        part = Part(bare.name, share.turn, bare.data)
        sample = next(islice(self._samples(plate, share.edition), share.turn, None), None)
        if sample is None:
            return part
        document, made = sample
        wanted = self._wanted(document)
        if wanted is None:
            return None
        return replace(part, trial=tried(document.edition.brand, made, made.known(), wanted))

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
            bare = self._bare_of(edition)
            if isinstance(bare.plate, str):
                return Direct(f"no plate: {bare.plate}")
            if bare.tried:
                return bare.plate
            plate = accepted(bare.plate, self._trials(bare.plate, edition))
        except _FAULTS as error:
            return Direct(f"no plate: {error}")
        keep(self._store, bare.name, plate)
        return plate

    def _bare_of(self, edition: Edition) -> _Bare:
        """The plate of an edition as it is before its trial. That of the last one is remembered."""
        key = edition.unbranded
        if self._bare is None or self._bare[0] != key:
            document, parts = ground_of(self._library, edition, self._composer)
            self._bare = (key, self._bare_on(document, parts))
        return self._bare[1]

    def _bare_on(self, document: Document, parts: Cut) -> _Bare:
        name = ground_name(document, parts)
        plate = self._kept(name)
        if plate is not None:
            return _Bare(name, plate, tried=True)
        if name in self._refused:
            return _Bare(name, self._refused[name])
        try:
            return _Bare(name, make_plate(document, parts, self._render))
        except _FAULTS as error:
            return _Bare(name, str(error))

    def _kept(self, name: str) -> ReadyPlate | None:
        """The plate of this name, made and tried by an earlier build."""
        plate = kept(self._store, name, ReadyPlate)
        return plate if plate is not None and plate.ground == name else None

    def _trials(self, plate: ReadyPlate, edition: Edition) -> Iterator[Trial]:
        """What comes of a plate for one extreme brand after another."""
        for document, made in self._samples(plate, edition):
            wanted = self._wanted(document)
            if wanted is not None:
                yield tried(document.edition.brand, made, made.known(), wanted)

    def _wanted(self, document: Document) -> bytes | None:
        """The direct render; of a board with a fault of its own nothing is to be learned."""
        with suppress(*_FAULTS):
            return self._render(document).pdf
        return None

    def _samples(self, plate: ReadyPlate, edition: Edition) -> Iterator[tuple[Document, Branded]]:
        """What a plate gives for those of the extreme brands for which it gives anything."""
        for slug in islice(extremes(self._library), ASKED):
            with suppress(*_FAULTS):  # As for its render.
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
