"""The page of the report on one edition, with a picture of each page on which a fault is seen."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from briefpress.catalogue import severity_of
from briefpress.compose import TemplateFaultError, compose_examined
from briefpress.diagnostics import Diagnostic
from briefpress.model.document import Proof
from briefpress.model.library import Library
from briefpress.model.report import Examined, Sighting, spots_of

REPORT = PurePosixPath("report")
PICTURES = 4
"""Pages. Whoever has seen four pages with faults looks at the document."""
WIDTH = 900
"""Pixels: letters of 9pt on A4 can be read."""


def edition_page(
    library: Library, examined: Examined
) -> tuple[dict[PurePosixPath, bytes], tuple[Diagnostic, ...]]:
    """The page, by its path; or why there is none."""
    try:
        html = compose_examined(library, examined)
    except TemplateFaultError as fault:
        code = "LAYOUT-TEMPLATE"
        return {}, (Diagnostic(code, severity_of(code), str(fault), fault.where, fault.hint),)
    return {REPORT / f"{examined.edition.id}.html": html.encode()}, ()


def sightings(proof: Proof, examined: Examined) -> Iterator[Sighting]:
    """The pages with faults, marked; of a document that was refused at least its first."""
    from briefpress.render import marked, picture  # noqa: PLC0415 - only for who renders

    spots = spots_of(examined.results)
    pages = sorted({spot.page for spot in spots if spot.page <= len(proof.pages)})
    if not pages and (examined.written or not proof.pages):
        return
    pdf = marked(proof.pdf, spots, proof.document.safe)
    for page in pages[:PICTURES] or [1]:
        yield Sighting(page, picture(pdf, WIDTH, page - 1))
