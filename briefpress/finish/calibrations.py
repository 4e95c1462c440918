"""Calibration: the sheet with which somebody measures a printer."""

from briefpress.impose import CalibrationWords, Hands, Letters, calibration
from briefpress.model.library import Library, LoadedLayout
from briefpress.model.printing import Binding, Drift, Margins, Printer

PLAIN, BOLD = "400", "700"


def calibration_of(library: Library, printer: str) -> bytes:
    """The calibration sheet for a printer, by its name; the library must hold it and a layout."""
    layout = next(iter(library.layouts.values()))
    maker = library.printing.printers[printer]
    words = _words(maker, layout)
    hands = Hands(_letters(layout, PLAIN), _letters(layout, BOLD))
    return calibration(maker, words, hands, library.publication.language)


def _words(printer: Printer, layout: LoadedLayout) -> CalibrationWords:
    words = layout.words
    edge = "sheet_long" if printer.binding is Binding.LONG else "sheet_short"
    settings, *others = words["calibration_front"].splitlines()
    return CalibrationWords(
        title=f"{words['calibration_title']}: {printer.title}",
        front=(f"{settings} {words[edge]}", *others),
        back=tuple(words["calibration_back"].splitlines()),
        edges=tuple(Margins.model_fields),
        drift=tuple(Drift.model_fields),
    )


def _letters(layout: LoadedLayout, weight: str) -> Letters:
    """The font of a weight, if its file names it; else the first."""
    fonts = [name for name in layout.fonts if name.endswith(".ttf")]
    return Letters(layout.fonts[next((n for n in fonts if weight in n), fonts[0])])
