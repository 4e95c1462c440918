"""Print files: a finished edition in the inks of a print shop, held against what it promised."""

from collections.abc import Iterator, Sequence

from briefpress.diagnostics import Diagnostic
from briefpress.finish.finisher import Finisher, FinishFaultError
from briefpress.impose import (
    Cmyk,
    OutlineFaultError,
    PaintFaultError,
    PrintOrder,
    print_faults,
    to_print,
)
from briefpress.model.brand import Brand
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.model.printing import PrintProfile
from briefpress.palette.tokens import palette_of

INK: Cmyk = (0.0, 0.0, 0.0, 1.0)
QUIET: Cmyk = (0.0, 0.0, 0.0, 0.68)
"""Text in black ink alone: on press four inks never meet exactly, and small type would blur. The
share has the contrast of the screen's grey (6.4:1 on paper)."""
_PER_CENT = 100.0


class PrintFinisher(Finisher):
    """One edition for a print shop."""

    def __init__(self, library: Library, edition: Edition, shop: PrintProfile) -> None:
        """Look up the brand's inks.

        Raises:
            FinishFaultError: the brand gives an ink that is over the shop's limit.
        """
        super().__init__(library, edition)
        brand = library.brands[edition.brand].data
        self.bleed = shop.bleed
        self._order = PrintOrder(
            profile=shop,
            icc=library.printing.icc[shop.profile],
            given=dict(_given(brand, shop)),
            title=f"{library.publication.title}: {brand.name}",
            day=brand.document.issued.isoformat(),
        )

    def finish(self, finished: Sequence[bytes]) -> bytes:
        """The file for the shop."""
        try:
            return to_print(finished[0], self._order)
        except (PaintFaultError, OutlineFaultError) as fault:
            message = f"cannot be turned into inks: {fault}"
            raise FinishFaultError("PRINT-INKS", message) from fault

    def faults(self, finished: Sequence[bytes], made: bytes) -> tuple[Diagnostic, ...]:
        """What stands against the file, told by its codes."""
        return (
            *super().faults(finished, made),
            *self.told(print_faults(finished[0], made, self._order)),
        )


def _given(brand: Brand, shop: PrintProfile) -> Iterator[tuple[tuple[int, int, int], Cmyk]]:
    """Inks that are not converted: those of running text, and those that the brand gives."""
    palette = palette_of(brand)
    yield _rgb(palette.ink), INK
    yield _rgb(palette.quiet), QUIET
    for name, text in brand.color.print_.items():
        inks = _inks(text)
        if sum(inks) * _PER_CENT > shop.ink_limit:
            total = f"{sum(inks) * _PER_CENT:g}"
            takes = f"{shop.title} takes {shop.ink_limit} %"
            message = f"color.print.{name} has {total} % of ink; {takes}"
            raise FinishFaultError("PRINT-INKS", message, "give less cyan, magenta and yellow")
        yield _rgb(brand.color.followed(name)[-1]), inks


def _inks(text: str) -> Cmyk:
    """`cmyk(100 40 30 40)` as shares."""
    cyan, magenta, yellow, black = text.removeprefix("cmyk(").removesuffix(")").split()
    return tuple(float(n) / _PER_CENT for n in (cyan, magenta, yellow, black))  # type: ignore[return-value]


def _rgb(colour: str) -> tuple[int, int, int]:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))
