"""Calibration: the sheet with which somebody measures a printer."""

from briefpress.impose import CalibrationWords, Letters, calibration
from briefpress.model.library import Library
from briefpress.model.printing import Binding


def calibration_of(library: Library, printer: str) -> bytes:
    """The calibration sheet for a printer, by its name; the library must hold it and a layout."""
    layout = next(iter(library.layouts.values()))
    words = layout.words
    told = CalibrationWords(
        title=f"{words['calibration_title']}: {library.printing.printers[printer].title}",
        front=(*words["calibration_front"].splitlines(), *_turning(library, printer)),
        back=tuple(words["calibration_back"].splitlines()),
    )
    letters = Letters(next(iter(layout.fonts.values())))
    maker = library.printing.printers[printer]
    return calibration(maker, told, letters, library.publication.language)


def _turning(library: Library, printer: str) -> tuple[str, ...]:
    words = next(iter(library.layouts.values())).words
    binding = library.printing.printers[printer].binding
    return (words["sheet_long" if binding is Binding.LONG else "sheet_short"],)
