"""The maker: an edition from a plate and a shell where that is the same, or why it is not."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from itertools import chain, islice

import pikepdf

from briefpress.check.known import Known
from briefpress.compose import ChartFaultError, Composer, TemplateFaultError
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.plates.assemble import assemble
from briefpress.plates.cut import Cut, CutError, cut
from briefpress.plates.extremes import extremes
from briefpress.plates.keeping import NO_STORES, Stores, from_bytes, keep, kept, to_bytes
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
from briefpress.plates.shares import (
    Bare,
    Looking,
    Making,
    Missing,
    Part,
    Rendered,
    Rendering,
    Tried,
    Trying,
)
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
class _Ground:
    """What a plate is to be made of, and the name of that."""

    name: str
    document: Document
    parts: Cut


@dataclass
class _AtHand:
    """The plate that is being tried, as it is kept, and what it gives for one brand after another.

    That is put together once: a trial counts those before its own.
    """

    data: bytes
    samples: Iterator[tuple[Document, Branded]]
    seen: list[tuple[Document, Branded]] = field(default_factory=list)

    def sample(self, turn: int) -> tuple[Document, Branded] | None:
        """What it gives for the brand whose turn it is, if there are so many."""
        self.seen += islice(self.samples, max(0, turn + 1 - len(self.seen)))
        return self.seen[turn] if turn < len(self.seen) else None


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
        self._grounds: dict[Edition, _Ground] = {}
        self._at_hand: _AtHand | None = None
        self._shells = Shells(render, stores.shells)
        self._knowing = Knowing(stores.shells)

    def share(self, share: Looking) -> Part | None:
        """Do a share; None where nothing comes of it, and the plate is left to who needs it."""
        try:
            if isinstance(share, Trying):
                return self._tried(share)
            if isinstance(share, Rendering):
                return Rendered(self._render(self._composed(share.edition)).pdf)
            ground = self._ground(share.edition)
            if isinstance(share, Making):
                return self._bare(share, ground)
            return self._missing(ground)
        except _FAULTS:
            return None

    def _missing(self, ground: _Ground) -> Missing | None:
        is_known = ground.name in self._refused or self._kept(ground.name) is not None
        return None if is_known else Missing()

    def _bare(self, share: Making, ground: _Ground) -> Bare:
        try:
            plate = make_plate(ground.document, ground.parts, self._render)
        except _FAULTS as error:
            return Bare(ground.name, reason=str(error))
        self._at_hand = _AtHand(to_bytes(plate), self._samples(plate, share.edition))
        return Bare(ground.name, self._at_hand.data)

    def _tried(self, share: Trying) -> Tried | None:
        """What comes of a plate, made here or elsewhere, for the brand whose turn it is."""
        if self._at_hand is None or self._at_hand.data != share.bare:
            plate = from_bytes(share.bare, ReadyPlate)
            if plate is None:
                return None
            self._at_hand = _AtHand(share.bare, self._samples(plate, share.edition))
        sample = self._at_hand.sample(share.turn)
        if sample is None:
            return Tried(None)
        document, made = sample
        is_there = document.edition.brand == share.rendered and share.file
        wanted = share.file if is_there else self._wanted(document)
        return Tried(self._trial(document, made, wanted)) if wanted is not None else None

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
            ground = self._ground(edition)
            plate = self._kept(ground.name)
            if plate is not None:
                return plate
            if ground.name in self._refused:
                return Direct(f"no plate: {self._refused[ground.name]}")
            plate = make_plate(ground.document, ground.parts, self._render)
            plate = accepted(plate, self._trials(plate, edition))
        except _FAULTS as error:
            return Direct(f"no plate: {error}")
        keep(self._store, ground.name, plate)
        return plate

    def _ground(self, edition: Edition) -> _Ground:
        """What the plate of an edition is made of. The last one is remembered."""
        key = edition.unbranded
        if key not in self._grounds:
            document, parts = ground_of(self._library, edition, self._composer)
            self._grounds = {key: _Ground(ground_name(document, parts), document, parts)}
        return self._grounds[key]

    def _kept(self, name: str) -> ReadyPlate | None:
        """The plate of this name, made and tried by an earlier build."""
        plate = kept(self._store, name, ReadyPlate)
        return plate if plate is not None and plate.ground == name else None

    def _trials(self, plate: ReadyPlate, edition: Edition) -> Iterator[Trial]:
        """What comes of a plate for one extreme brand after another."""
        for document, made in self._samples(plate, edition):
            wanted = self._wanted(document)
            if wanted is not None:
                yield self._trial(document, made, wanted)

    def _trial(self, document: Document, made: Branded, wanted: bytes) -> Trial:
        return tried(document.edition.brand, made, made.known(), wanted)

    def _wanted(self, document: Document) -> bytes | None:
        """The direct render; of a board with a fault of its own nothing is to be learned."""
        with suppress(*_FAULTS):
            return self._render(document).pdf
        return None

    def _samples(self, plate: ReadyPlate, edition: Edition) -> Iterator[tuple[Document, Branded]]:
        """What a plate gives for those of the extreme brands for which it gives anything."""
        for slug in islice(extremes(self._library), ASKED):
            with suppress(*_FAULTS):  # As for its render.
                document = self._composed(replace(edition, brand=slug))
                made = self._put_together(document, cut(document.html), plate)
                if isinstance(made, Branded):
                    yield document, made

    def _composed(self, edition: Edition) -> Document:
        return self._composer.compose(select(self._library, edition))

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
        palette = self._composer.palette(document.edition.brand)
        pdf = assemble(plate.plate, bare, palette)
        file = pikepdf.open(BytesIO(pdf))
        seen = (faults_of(pdf, plate.plate, bare), misfits(file, plate.plate, bare, palette))
        fault = next(chain.from_iterable(seen), "")
        if fault:
            return Direct(fault)
        both = [(ready.shell, ready.laid) for ready in shells]
        proof = united(document, (plate.plate, plate.laid), both, palette, pdf)
        known = partial(self._knowing.known, proof, plate, shells, palette, file)
        return Branded(**vars(proof), known=known)
