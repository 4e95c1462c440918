"""The press: one edition from its manuscript to the bytes of its files, or why it has none."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefpress.check import check, check_text, check_web
from briefpress.compose import ChartFaultError, Composer, TemplateFaultError, plain_text
from briefpress.diagnostics import Diagnostic, Where, fails
from briefpress.entries import contacts_told, telling, written_entry
from briefpress.finish import Finisher, FinishFaultError, finisher_of
from briefpress.made import Made, Manner, fault_of
from briefpress.model.checked import Checked, combined, heard_of
from briefpress.model.document import Document, Proof
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.manifest import DIRECT, PLATE
from briefpress.model.report import Examined, spots_of
from briefpress.report import edition_page, sightings
from briefpress.selection import larger_sizes, select
from briefpress.silencing import heard

if TYPE_CHECKING:
    from briefpress.plates.maker import Maker as PlateMaker
    from briefpress.plates.shares import Looking, Part
    from briefpress.render import Engine

THUMBNAILS = PurePosixPath("thumbnails")
THUMBNAIL_WIDTH = 240
"""Pixels."""
FOUND = "preflight finds something"


class Press:
    """Makes editions of one library. Holds the engine, which is started when first needed."""

    def __init__(self, library: Library, manner: Manner) -> None:
        """Be ready to press."""
        self._library = library
        self._manner = manner
        self._composer = Composer(library, manner.drawings)

    @cached_property
    def _engine(self) -> "Engine":
        from briefpress.render import Engine  # noqa: PLC0415 - only for who renders

        return Engine()

    @cached_property
    def _plates(self) -> "PlateMaker":
        from briefpress.plates.keeping import Stores  # noqa: PLC0415 - only for who makes many
        from briefpress.plates.maker import Maker  # noqa: PLC0415 - as above

        stores = Stores(self._manner.store, self._manner.shells)
        render, refused = self._engine.render, self._manner.refused
        return Maker(self._library, render, stores, self._composer, refused)

    def getting_ready(self) -> Iterator[None]:
        """Make what many editions need, before it is known which are to be made.

        From plates these are texts, which are the same for all brands.
        """
        _ = self._library.ownership
        if self._manner.plated:
            _ = self._plates
        yield
        brand = next(iter(self._library.brands))
        for edition in sorted(self._manner.plated, key=lambda one: (one.audience, one.layout)):
            with suppress(TemplateFaultError, ChartFaultError):
                self._document(replace(edition, brand=brand))
            yield

    def share(self, share: "Looking") -> "Part | None":
        """Do a part of what an edition has in common with those of other brands."""
        return self._plates.share(share)

    def __call__(self, edition: Edition) -> Made:
        """Make one edition."""
        return self.make(edition)

    def make(self, edition: Edition) -> Made:
        """Make one edition; whatever it is made of may be at fault, and is told."""
        try:
            paged = Format(edition.format).is_paged
            return self._with_size(self._pressed(edition)) if paged else self._flowing(edition)
        except TemplateFaultError as fault:
            found = fault_of("LAYOUT-TEMPLATE", str(fault), fault.where, edition)
            return self._gave_up(replace(found, hint=fault.hint), edition)
        except ChartFaultError as fault:
            return self._gave_up(fault_of("CHART-SPEC", str(fault), Where(), edition), edition)
        except FinishFaultError as fault:
            found = fault_of(fault.code, str(fault), Where(edition.id), edition)
            return self._gave_up(replace(found, hint=fault.hint), edition)

    def _gave_up(self, found: Diagnostic, edition: Edition) -> Made:
        """An edition that could not be made, so that nothing was checked."""
        return self._reported(Made(edition, (found,)))

    def _with_size(self, made: Made) -> Made:
        """If a card does not hold its text, the smallest larger size that would."""
        edition = made.edition
        unfit = [d for d in made.diagnostics if d.code == "COPYFIT"]
        if not unfit or edition.audience not in self._library.audiences:
            return made
        larger = larger_sizes(self._library, edition)
        holding = next((s for s in larger if self._holds(replace(edition, size=s))), "")
        if not holding:
            return made
        fits = f"it fits on {holding}: --size {holding}"
        told = {d: replace(d, hint="; ".join(filter(None, (d.hint, fits)))) for d in unfit}
        return replace(made, diagnostics=tuple(told.get(d, d) for d in made.diagnostics))

    def _holds(self, edition: Edition) -> bool:
        """Whether the edition has room for all its text."""
        return all(slot.fits for slot in self._engine.render(self._document(edition)).fitted)

    def _document(self, edition: Edition, bleed: float = 0.0) -> Document:
        """Select and compose one edition."""
        manuscript = select(self._library, edition)
        return self._composer.compose(manuscript, proof=self._manner.proof, bleed=bleed)

    def _flowing(self, edition: Edition) -> Made:
        """A web page, or the text that is made of one: no engine lays it out on pages."""
        document = self._document(edition)
        if edition.format == Format.HTML:
            data, checked = document.html.encode(), check_web(document)
        else:
            text = plain_text(document.html)
            data, checked = text.encode(), check_text(document, text)
        return self._reported(self._judged(document, data, checked))

    def _pressed(self, edition: Edition) -> Made:
        """What has pages, for the screen or for a printer."""
        from briefpress.render import RenderFaultError, picture  # noqa: PLC0415 - as above

        finisher = finisher_of(self._library, edition, self._manner.makers)
        try:
            if finisher:
                return self._reported(self._finished(finisher))
            proof, checked, way = self._proofed(self._document(edition))
        except RenderFaultError as fault:
            found = fault_of("ENGINE-FAULT", str(fault), Where(edition.id), edition)
            return self._gave_up(found, edition)
        made = self._judged(proof.document, proof.pdf, checked, len(proof.pages))
        if made.entry is not None:
            made = replace(made, entry=replace(made.entry, way=way))
            thumbnail = {THUMBNAILS / f"{edition.id}.png": picture(proof.pdf, THUMBNAIL_WIDTH)}
            made = replace(made, files={**thumbnail, **made.files})
        return self._reported(self._boxed(made), proof)

    def _proofed(self, document: Document) -> tuple[Proof, Checked, str]:
        """A document as it comes off a plate, or rendered; what is found; and which way, and why.

        What is found is always told of a render: a plate with any fault is not used.
        """
        way = ""
        if document.edition.unbranded in self._manner.plated:
            made = self._plates.proof(document)
            if isinstance(made, Proof):
                checked = check(made, made.known())
                if not checked.diagnostics:
                    return made, checked, PLATE
            way = f"{DIRECT}: {FOUND if isinstance(made, Proof) else made.reason}"
        proof = self._engine.render(document)
        return proof, check(proof), way

    def _finished(self, finisher: Finisher) -> Made:
        """What a printer gets of editions that have all been checked."""
        from briefpress.render import page_count, picture  # noqa: PLC0415 - as above

        edition = finisher.edition
        parts = [replace(edition, audience=audience) for audience in finisher.audiences]
        proofs = [self._engine.render(self._document(p, finisher.bleed)) for p in parts]
        made = self._examined(edition, [check(proof) for proof in proofs])
        if self._refuses(made):
            return made
        pdf = finisher.finish([proof.pdf for proof in proofs])
        faults = finisher.faults([proof.pdf for proof in proofs], pdf)
        made = replace(made, diagnostics=(*made.diagnostics, *faults))
        if self._manner.proof:
            return replace(made, files={_proof_path(edition): pdf})
        if self._refuses(made):
            return made
        thumbnail = {THUMBNAILS / f"{edition.id}.png": picture(pdf, THUMBNAIL_WIDTH)}
        documents = [proof.document for proof in proofs]
        made = self._entered(made, documents, pdf, page_count(pdf))
        return replace(made, files={**thumbnail, edition.path: pdf})

    def _judged(self, document: Document, data: bytes, checked: Checked, pages: int = 0) -> Made:
        """The file of a document that has passed, or what stands against it."""
        edition = document.edition
        made = self._examined(edition, [checked])
        if self._manner.proof:
            return replace(made, files={_proof_path(edition): data})
        if self._refuses(made):
            return made
        return replace(self._entered(made, [document], data, pages), files={edition.path: data})

    def _boxed(self, made: Made) -> Made:
        """A proof with a red box round each fault; what is handed out is never marked."""
        from briefpress.render import marked  # noqa: PLC0415 - as above

        spots = spots_of(made.results)
        if not self._manner.proof or not spots:
            return made
        files = {path: marked(data, spots) for path, data in made.files.items()}
        return replace(made, files=files)

    def _examined(self, edition: Edition, checks: Sequence[Checked]) -> Made:
        """What the checks found, and what exceptions silence of it."""
        found = (d for checked in checks for d in checked.diagnostics)
        told = heard(found, edition, self._library.exceptions)
        return Made(
            edition,
            told.standing,
            results=combined(checks),
            silenced=told.silenced,
            transcript=heard_of(checks),
        )

    def _refuses(self, made: Made) -> bool:
        """Whether what was found keeps it from being written; a proof is never refused."""
        return not self._manner.proof and fails(made.diagnostics, strict=self._manner.strict)

    def _entered(self, made: Made, documents: Sequence[Document], data: bytes, pages: int) -> Made:
        """With its entry of the manifest, and the contacts that this names."""
        entry = written_entry(self._library, made.edition, documents, data, pages, made.results)
        told = telling(entry, made.diagnostics, made.silenced)
        return replace(made, entry=told, contacts=contacts_told(documents))

    def _reported(self, made: Made, proof: Proof | None = None) -> Made:
        """With its page of the report, if there is to be one.

        The page tells what was found on the pages of the edition: what was found before depends on
        the day and on other files, and stands in the report on all.
        """
        if not self._manner.report:
            return made
        examined = Examined(
            edition=made.edition,
            written=bool(made.files),
            results=made.results,
            findings=made.diagnostics,
            silenced=made.silenced,
        )
        seen = tuple(sightings(proof, examined)) if proof else ()
        pages, faults = edition_page(self._library, replace(examined, sightings=seen))
        return replace(made, report=pages, diagnostics=(*made.diagnostics, *faults))


def _proof_path(edition: Edition) -> PurePosixPath:
    return edition.path.with_stem(f"{edition.path.stem}-PROOF")
