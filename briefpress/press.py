"""The press: one edition from its manuscript to the bytes of its files, or why it has none."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefpress.catalogue import severity_of
from briefpress.check import check, check_text, check_web
from briefpress.compose import ChartFaultError, TemplateFaultError, compose, plain_text
from briefpress.diagnostics import Diagnostic, Severity, Where, has_errors
from briefpress.finish import USUAL_MAKERS, Finisher, FinishFaultError, Makers, finisher_of
from briefpress.model.checked import Checked, Result
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from briefpress.model.exceptions import Silenced
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.manifest import ManifestEntry, told_of
from briefpress.selection import select
from briefpress.silencing import Heard, heard

if TYPE_CHECKING:
    from briefpress.render import Engine

THUMBNAILS = PurePosixPath("thumbnails")
THUMBNAIL_WIDTH = 240
"""Pixels."""


@dataclass(frozen=True)
class Made:
    """One edition as it came off the press; without an entry it was not to be written."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...] = ()
    entry: ManifestEntry | None = None
    files: dict[PurePosixPath, bytes] = field(default_factory=dict)
    results: tuple[Result, ...] = ()
    silenced: tuple[Silenced, ...] = ()

    def silencing(self, silenced: tuple[Silenced, ...]) -> "Made":
        """With what exceptions had silenced before, in its entry too."""
        both = (*silenced, *self.silenced)
        entry = self.entry and replace(self.entry, silenced=tuple(map(told_of, both)))
        return replace(self, silenced=both, entry=entry)


@dataclass(frozen=True)
class Manner:
    """How editions are made: `strict` lets no warning pass, a `proof` is stamped, never refused."""

    strict: bool = False
    proof: bool = False
    makers: Makers = USUAL_MAKERS


class Press:
    """Makes editions of one library. Holds the engine, which is started when first needed."""

    def __init__(self, library: Library, manner: Manner) -> None:
        """Be ready to press."""
        self._library = library
        self._manner = manner

    @cached_property
    def _engine(self) -> "Engine":
        from briefpress.render import Engine  # noqa: PLC0415 - only for who renders

        return Engine()

    def make(self, edition: Edition) -> Made:
        """Make one edition; whatever it is made of may be at fault, and is told."""
        try:
            paged = Format(edition.format).is_paged
            return self._pressed(edition) if paged else self._flowing(edition)
        except TemplateFaultError as fault:
            found = fault_of("LAYOUT-TEMPLATE", str(fault), fault.where, edition)
            return Made(edition, (replace(found, hint=fault.hint),))
        except ChartFaultError as fault:
            return Made(edition, (fault_of("CHART-SPEC", str(fault), Where(), edition),))
        except FinishFaultError as fault:
            found = fault_of(fault.code, str(fault), Where(edition.id), edition)
            return Made(edition, (replace(found, hint=fault.hint),))

    def _document(self, edition: Edition, bleed: float = 0.0) -> Document:
        """Select and compose one edition."""
        manuscript = select(self._library, edition)
        return compose(manuscript, self._library, proof=self._manner.proof, bleed=bleed)

    def _flowing(self, edition: Edition) -> Made:
        """A web page, or the text that is made of one: no engine lays it out on pages."""
        document = self._document(edition)
        if edition.format == Format.HTML:
            return self._judged(document, document.html.encode(), check_web(document))
        text = plain_text(document.html)
        return self._judged(document, text.encode(), check_text(document, text))

    def _pressed(self, edition: Edition) -> Made:
        """What has pages, for the screen or for a printer."""
        from briefpress.render import RenderFaultError, picture  # noqa: PLC0415 - as above

        finisher = finisher_of(self._library, edition, self._manner.makers)
        try:
            if finisher:
                return self._finished(finisher)
            proof = self._engine.render(self._document(edition))
        except RenderFaultError as fault:
            found = fault_of("ENGINE-FAULT", str(fault), Where(edition.id), edition)
            return Made(edition, (found,))
        made = self._judged(proof.document, proof.pdf, check(proof), len(proof.pages))
        if made.entry is None:
            return made
        thumbnail = {THUMBNAILS / f"{edition.id}.png": picture(proof.pdf, THUMBNAIL_WIDTH)}
        return replace(made, files={**thumbnail, **made.files})

    def _finished(self, finisher: Finisher) -> Made:
        """What a printer gets of editions that have all been checked."""
        from briefpress.render import page_count, picture  # noqa: PLC0415 - as above

        edition = finisher.edition
        parts = [replace(edition, audience=audience) for audience in finisher.audiences]
        proofs = [self._engine.render(self._document(p, finisher.bleed)) for p in parts]
        checks = [check(proof) for proof in proofs]
        heard = self._heard(edition, checks)
        found, quiet = heard.standing, heard.silenced
        if fails(found, strict=self._manner.strict) and not self._manner.proof:
            return Made(edition, found, silenced=quiet)
        pdf = finisher.finish([proof.pdf for proof in proofs])
        found += finisher.faults([proof.pdf for proof in proofs], pdf)
        made = Made(edition, found, silenced=quiet)
        if self._manner.proof:
            return replace(made, files={_proof_path(edition): pdf})
        if fails(found, strict=self._manner.strict):
            return made
        thumbnail = {THUMBNAILS / f"{edition.id}.png": picture(pdf, THUMBNAIL_WIDTH)}
        documents = [proof.document for proof in proofs]
        entry = _entry(edition, documents, pdf, page_count(pdf), checks)
        return replace(made, entry=entry, files={**thumbnail, edition.path: pdf})

    def _judged(self, document: Document, data: bytes, checked: Checked, pages: int = 0) -> Made:
        """The file of a document that has passed, or what stands against it."""
        edition = document.edition
        heard = self._heard(edition, [checked])
        made = Made(edition, heard.standing, results=checked.results, silenced=heard.silenced)
        if self._manner.proof:
            return replace(made, files={_proof_path(edition): data})
        if fails(made.diagnostics, strict=self._manner.strict):
            return made
        entry = _entry(edition, [document], data, pages, [checked])
        return replace(made, entry=entry, files={edition.path: data})

    def _heard(self, edition: Edition, checks: Iterable[Checked]) -> Heard:
        """What the checks found, without what an exception silences."""
        found = (d for checked in checks for d in checked.diagnostics)
        return heard(found, edition, self._library.exceptions)


def fails(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether they keep what they cover from being written."""
    return has_errors(diagnostics) or (
        strict and any(d.severity is Severity.WARNING for d in diagnostics)
    )


def fault_of(code: str, message: str, where: Where, edition: Edition) -> Diagnostic:
    """A finding about one edition."""
    return Diagnostic(code, severity_of(code), message, where, scope=edition.scope)


def _proof_path(edition: Edition) -> PurePosixPath:
    return edition.path.with_stem(f"{edition.path.stem}-PROOF")


def _entry(
    edition: Edition,
    documents: Sequence[Document],
    data: bytes,
    pages: int,
    checks: Sequence[Checked],
) -> ManifestEntry:
    """The entry of a file that was made of these documents, each with what was checked of it."""
    verdicts = [verdict for checked in checks for verdict in checked.verdicts.items()]
    return ManifestEntry(
        id=edition.id,
        brand=edition.brand,
        audience=edition.audience,
        layout=edition.layout,
        format=edition.format,
        path=str(edition.path),
        title=documents[0].title,
        pages=pages,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        inputs=_hash_of(documents),
        messages=tuple(dict.fromkeys(m for d in documents for m in d.messages)),
        checks=dict(verdicts),
        size=edition.size,
    )


def _hash_of(documents: Sequence[Document]) -> str:
    """A hash over everything that the documents are made from."""
    digest = hashlib.sha256()
    for document in documents:
        digest.update(document.html.encode())
        for name, text in document.styles.items():
            digest.update(f"\0{name}\0{text}".encode())
        for name in sorted(document.assets):
            digest.update(f"\0{name}\0".encode())
            digest.update(hashlib.sha256(document.assets[name]).digest())
    return digest.hexdigest()
