"""Finish: what printers get is made from finished editions; nothing on a page is set again."""

from collections.abc import Sequence

from briefpress.impose import Letters, SheetSpec, impose, plan_laying, plan_sheet
from briefpress.model.edition import ALL_AUDIENCES, Edition
from briefpress.model.library import Library, LoadedLayout
from briefpress.model.printing import Binding, Method, Printer
from briefpress.model.size import CardSize


def spec_of(library: Library, edition: Edition, printer: Printer) -> SheetSpec:
    """How the sheet of an edition is made, before any card of it has been set.

    Raises:
        NoRoomError: the printer's paper has no room for a card of this size.
    """
    layout = library.layouts[edition.layout]
    size = library.sizes[edition.size or layout.data.own_size]
    sealed = size.seal > 0 and printer.cutting.method is Method.CUT_FIRST
    words = layout.words
    edge = "sheet_long" if printer.binding is Binding.LONG else "sheet_short"
    named = _named(library, edition, size)
    return SheetSpec(
        plan=plan_sheet(size, printer),
        size=size,
        cutting=printer.cutting,
        title=named,
        label=f"{named}. {words['sheet_print']} {words[edge]}",
        language=library.publication.language,
        laying=plan_laying(size, printer) if sealed else None,
        laying_label=f"{named}. {words['sheet_laying']}",
    )


def sheet_of(cards: Sequence[bytes], spec: SheetSpec, layout: LoadedLayout) -> bytes:
    """The sheet of finished cards, dealt out in turn."""
    return impose(cards, spec, Letters(next(iter(layout.fonts.values()))))


def _named(library: Library, edition: Edition, size: CardSize) -> str:
    """What is on the sheet, in one line."""
    brand = library.brands[edition.brand].data.name
    layout = library.layouts[edition.layout].data.title
    whom = library.layouts[edition.layout].words["index_all"]
    if edition.audience != ALL_AUDIENCES:
        whom = library.audiences[edition.audience].name
    return f"{brand}: {layout} {size.title}, {whom}"
