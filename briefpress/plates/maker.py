"""The maker: an edition from a plate and a shell where that is the same, or why it is not."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol

from briefpress.check.reading.seen import SeenPage
from briefpress.compose import ChartFaultError, TemplateFaultError, compose
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.palette import palette_of
from briefpress.plates.assemble import assemble
from briefpress.plates.compare import compare
from briefpress.plates.cut import Cut, CutError, cut
from briefpress.plates.documents import shell_document
from briefpress.plates.extremes import extremes
from briefpress.plates.keeping import from_bytes, to_bytes
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
from briefpress.plates.reading import known_pages
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
    """The proof of an edition from a plate; of some pages it is `known` what is seen on them."""

    known: Mapping[int, SeenPage] = field(default_factory=dict)


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
            plate = make_plate(document, parts, self._render)
        except _FAULTS as error:
            return Direct(f"no plate: {error}")
        refusal = self._tried(plate, edition)
        if refusal:
            return Direct(f"no plate: {refusal}")
        if self._store is not None:
            self._store.put(name, to_bytes(plate))
        return plate

    def _kept(self, name: str) -> ReadyPlate | None:
        """The plate of this name, made and tried by an earlier build."""
        data = self._store.get(name) if self._store is not None else None
        plate = from_bytes(data) if data is not None else None
        return plate if plate is not None and plate.ground == name else None

    def _tried(self, plate: ReadyPlate, edition: Edition) -> str:
        """Why a plate is refused: for some extreme brand it does not give what a render gives."""
        tries = list(islice(self._pairs(plate, edition), TRIED))
        if len(tries) < TRIED:
            return f"it can be tried on {len(tries)} of {TRIED} brands"
        found = (
            f"for {slug}, {difference}"
            for slug, made, wanted in tries
            for difference in compare(wanted, made)
        )
        return next(found, "")

    def _pairs(self, plate: ReadyPlate, edition: Edition) -> Iterator[tuple[str, bytes, bytes]]:
        """For extreme brands what the plate gives, and what a direct render does."""
        for slug in islice(extremes(self._library), ASKED):
            with suppress(*_FAULTS):  # Of a board with a fault of its own nothing is to be learned.
                document = compose(
                    select(self._library, replace(edition, brand=slug)), self._library
                )
                made = self._put_together(document, cut(document.html), plate)
                if isinstance(made, Proof):
                    yield slug, made.pdf, self._render(document).pdf

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
        fault = next(faults_of(pdf, plate.plate, bare), "")
        if fault:
            return Direct(fault)
        both = [(ready.shell, ready.laid) for ready in shells]
        proof = united(document, (plate.plate, plate.laid), both, palette, pdf)
        running = {
            page.place: [seen for frame in page.frames for seen in shells[frame].running]
            for page in plate.plate.pages
        }
        known = known_pages(plate.readings, palette, running)
        return Branded(**vars(proof), known=known)


def _key(document: Document, place: int, shape: Shape) -> str:
    """The same for all documents that make the same shell."""
    digest = hashlib.sha256(f"{place} {shape}".encode())
    for name, text in (("", document.html), *document.styles.items()):
        digest.update(f"\0{name}\0{text}".encode())
    for name, data in document.assets.items():
        if name in document.html:
            digest.update(f"\0{name}\0".encode() + hashlib.sha256(data).digest())
    return digest.hexdigest()
