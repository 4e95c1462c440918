"""Finish: what printers and shops get is made from finished editions; nothing is set again."""

from dataclasses import dataclass

from briefpress.finish.finisher import Finisher, FinishFaultError
from briefpress.finish.packing import files_of, packed, places_of
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.selection import USUAL_PRINTER, USUAL_SHOP

__all__ = [
    "USUAL_MAKERS",
    "FinishFaultError",
    "Finisher",
    "Makers",
    "files_of",
    "finisher_of",
    "packed",
    "places_of",
]


@dataclass(frozen=True)
class Makers:
    """For which printer and which print shop files are finished, by name."""

    printer: str = USUAL_PRINTER
    shop: str = USUAL_SHOP


USUAL_MAKERS = Makers()


def finisher_of(library: Library, edition: Edition, makers: Makers) -> Finisher | None:
    """The finisher of an edition; None where the edition is finished as it comes from the engine.

    Raises:
        FinishFaultError: what is asked for cannot be made, whatever is on the pages.
    """
    if not Format(edition.format).is_finished:
        return None
    from briefpress.finish.booklets import BookletFinisher  # noqa: PLC0415 - few need these
    from briefpress.finish.prints import PrintFinisher  # noqa: PLC0415
    from briefpress.finish.sheets import SheetFinisher  # noqa: PLC0415

    printing = library.printing
    if edition.format == Format.SHEET:
        return SheetFinisher(library, edition, printing.printers[makers.printer])
    if edition.format == Format.BOOKLET:
        return BookletFinisher(library, edition, printing.printers[makers.printer])
    return PrintFinisher(library, edition, printing.shops[makers.shop])
