"""The maker: an edition from a plate and a shell where that is the same, or why it is not."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Protocol

from briefpress.check import check
from briefpress.check.known import NOTHING_KNOWN, Known
from briefpress.compose import ChartFaultError, TemplateFaultError, compose
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.palette import palette_of
from briefpress.plates.agreement import disagreements, standards_met
from briefpress.plates.assemble import assemble
from briefpress.plates.compare import compare
from briefpress.plates.cut import Cut, CutError, cut
from briefpress.plates.documents import shell_document
from briefpress.plates.extremes import extremes
from briefpress.plates.keeping import from_bytes, to_bytes
from briefpress.plates.knowing import Knowing
from briefpress.plates.making import (
    ReadyPlate,
    ReadyShell,
    Render,
    ground_name,
    ground_of,
    make_plate,
    make_shell,
)
from briefpress.plates.plate import Shape
from briefpress.plates.proofs import united
from briefpress.plates.readback import misfits
from briefpress.plates.selfcheck import faults_of
from briefpress.plates.source import UnfitError
from briefpress.render import RenderFaultError
from briefpress.selection import select

TRIED = 3
"""Brands for which a plate must come out as a direct render before it is used."""
ASKED = 12
"""Brands of which so many are looked for. What fits none of them is no plate."""
_FAULTS = (ChartFaultError, CutError, RenderFaultError, TemplateFaultError, UnfitError)
"""What can keep a plate from being made; most of it is told again of each edition."""
SHELLS = 1024
"""How many shells are kept; a brand has about ten for all its audiences and layouts."""
ELSEWHERE = "its words stand outside of the slots of the layout"


@dataclass(frozen=True)
class Direct:
    """An edition that is to be made the direct way, and why."""

    reason: str


@dataclass(frozen=True)
class Branded(Proof):
    """The proof of an edition from a plate, of whose file some is `known`."""

    known: Known = NOTHING_KNOWN


class Store(Protocol):
    """Where plates are kept from one build to the next."""

    def get(self, name: str) -> bytes | None:
        """What was kept under a name, if anything."""

    def put(self, name: str, data: bytes) -> None:
        """Keep it under this name."""


class Maker:
    """Makes the proofs of editions of one library from plates."""

    def __init__(self, library: Library, render: Render, store: Store | None = None) -> None:
        """Start with what the `store` has; `render` is the direct way."""
        self._library = library
        self._render = render
        self._store = store
        self._plates: dict[Edition, ReadyPlate | Direct] = {}
        self._shells: OrderedDict[str, ReadyShell | Direct] = OrderedDict()
        self._knowing = Knowing()

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
            document, parts = ground_of(self._library, edition)
            name = ground_name(document, parts)
            plate = self._kept(name)
            if plate is not None:
                return plate
            plate = self._tried(make_plate(document, parts, self._render), edition)
        except _FAULTS as error:
            return Direct(f"no plate: {error}")
        if self._store is not None:
            self._store.put(name, to_bytes(plate))
        return plate

    def _kept(self, name: str) -> ReadyPlate | None:
        """The plate of this name, made and tried by an earlier build."""
        data = self._store.get(name) if self._store is not None else None
        plate = from_bytes(data) if data is not None else None
        return plate if plate is not None and plate.ground == name else None

    def _tried(self, plate: ReadyPlate, edition: Edition) -> ReadyPlate:
        """The plate with the standards that its files meet.

        Raises:
            UnfitError: for some extreme brand it does not give what a render gives, or what is
                known of a file is not what is found in it.
        """
        tries = list(islice(self._pairs(plate, edition), TRIED))
        if len(tries) < TRIED:
            raise UnfitError(f"it can be tried on {len(tries)} of {TRIED} brands")
        met: list[Mapping[str, str]] = []
        for slug, made, wanted in tries:
            full = check(made)
            met.append(standards_met(full))
            found = (*compare(wanted, made.pdf), *disagreements(full, check(made, made.known)))
            if found:
                raise UnfitError(f"for {slug}, {found[0]}")
        standards = {p: figure for p, figure in met[0].items() if all(p in other for other in met)}
        return replace(plate, standards=standards)

    def _pairs(self, plate: ReadyPlate, edition: Edition) -> Iterator[tuple[str, Branded, bytes]]:
        """For extreme brands what the plate gives, and what a direct render does."""
        for slug in islice(extremes(self._library), ASKED):
            with suppress(*_FAULTS):  # Of a board with a fault of its own nothing is to be learned.
                document = compose(
                    select(self._library, replace(edition, brand=slug)), self._library
                )
                made = self._put_together(document, cut(document.html), plate)
                if isinstance(made, Branded):
                    yield slug, made, self._render(document).pdf

    def _put_together(self, document: Document, parts: Cut, plate: ReadyPlate) -> Branded | Direct:
        if ground_name(document, parts) != plate.ground:
            return Direct(ELSEWHERE)
        shells: list[ReadyShell] = []
        for place in range(len(parts.frames)):
            shell = self._shell(document, parts, place, plate.plate.shape)
            if isinstance(shell, Direct):
                return shell
            shells.append(shell)
        return self._assembled(document, plate, shells)

    def _shell(
        self, document: Document, parts: Cut, place: int, shape: Shape
    ) -> ReadyShell | Direct:
        """What the brand adds to a frame, made when it is first asked for."""
        key = _key(shell_document(document, parts, parts.frames[place]), place, shape)
        found = self._shells.pop(key, None)
        if found is None:
            try:
                found = make_shell(document, parts, place, shape, self._render)
            except (RenderFaultError, UnfitError) as error:
                found = Direct(str(error))
        self._shells[key] = found
        if len(self._shells) > SHELLS:
            self._shells.popitem(last=False)
        return found

    def _assembled(
        self, document: Document, plate: ReadyPlate, shells: list[ReadyShell]
    ) -> Branded | Direct:
        bare = [ready.shell for ready in shells]
        palette = palette_of(self._library.brands[document.edition.brand].data)
        try:
            pdf = assemble(plate.plate, bare, palette)
        except UnfitError as error:
            return Direct(str(error))
        seen = (faults_of(pdf, plate.plate, bare), misfits(pdf, plate.plate, bare, palette))
        fault = next(chain.from_iterable(seen), "")
        if fault:
            return Direct(fault)
        both = [(ready.shell, ready.laid) for ready in shells]
        proof = united(document, (plate.plate, plate.laid), both, palette, pdf)
        return Branded(**vars(proof), known=self._knowing.known(proof, plate, shells, palette))


def _key(document: Document, place: int, shape: Shape) -> str:
    """The same for all documents that make the same shell."""
    digest = hashlib.sha256(f"{place} {shape}".encode())
    for name, text in (("", document.html), *document.styles.items()):
        digest.update(f"\0{name}\0{text}".encode())
    for name, data in document.assets.items():
        if name in document.html:
            digest.update(f"\0{name}\0".encode() + hashlib.sha256(data).digest())
    return digest.hexdigest()
