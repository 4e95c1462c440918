"""Sheets: finished cards set out on the paper of a printer."""

from collections.abc import Sequence

from briefpress.finish.finisher import Finisher, FinishFaultError
from briefpress.impose import (
    NoRoomError,
    SheetPlan,
    SheetSpec,
    impose,
    letters_of,
    plan_laying,
    plan_sheet,
)
from briefpress.model.edition import ALL_AUDIENCES, Edition
from briefpress.model.library import Library
from briefpress.model.printing import Binding, Method, Printer
from briefpress.model.size import CardSize


class SheetFinisher(Finisher):
    """Cards of one audience, or of all, on sheets."""

    def __init__(self, library: Library, edition: Edition, printer: Printer) -> None:
        """Plan the sheet.

        Raises:
            FinishFaultError: the printer's paper has no room for a card of this size.
        """
        super().__init__(library, edition)
        self.bleed = printer.cutting.bleed
        layout = library.layouts[edition.layout]
        size = library.sizes[edition.size or layout.data.own_size]
        named = _named(library, edition, size)
        words = layout.words
        edge = "sheet_long" if printer.binding is Binding.LONG else "sheet_short"
        self.spec = SheetSpec(
            plan=_plan(size, printer),
            size=size,
            cutting=printer.cutting,
            title=named,
            label=f"{named}. {words['sheet_print']} {words[edge]}",
            language=library.publication.language,
            laying=_laying(size, printer),
            laying_label=words["sheet_laying"],
        )
        self._font = next(iter(layout.fonts.values()))

    def finish(self, finished: Sequence[bytes]) -> bytes:
        """The sheets of finished cards, dealt out in turn."""
        return impose(finished, self.spec, letters_of(self._font))


def _plan(size: CardSize, printer: Printer) -> SheetPlan:
    try:
        return plan_sheet(size, printer)
    except NoRoomError as fault:
        raise FinishFaultError("SHEET-ROOM", str(fault)) from fault


def _laying(size: CardSize, printer: Printer) -> SheetPlan | None:
    """How inserts lie in a pouch, for cards that are cut before they are sealed."""
    sealed = size.seal > 0 and printer.cutting.method is Method.CUT_FIRST
    return plan_laying(size, printer) if sealed else None


def _named(library: Library, edition: Edition, size: CardSize) -> str:
    """What is on the sheet, in one line."""
    brand = library.brands[edition.brand].data.name
    layout = library.layouts[edition.layout]
    whom = layout.words["all_audiences"]
    if edition.audience != ALL_AUDIENCES:
        whom = library.audiences[edition.audience].name
    return f"{brand}: {layout.data.title} {size.title}, {whom}"
