"""Booklets: a finished edition folded on the paper of a printer."""

from collections.abc import Sequence

from briefpress.finish.finisher import Finisher
from briefpress.impose import fold
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.model.printing import Printer


class BookletFinisher(Finisher):
    """Pages two by two, for stapling: A4 pages on A3, or made smaller on A4."""

    def __init__(self, library: Library, edition: Edition, printer: Printer) -> None:
        """Fold for `printer`."""
        super().__init__(library, edition)
        self._printer = printer

    def finish(self, finished: Sequence[bytes]) -> bytes:
        """The sheets of the booklet."""
        brand = self.library.brands[self.edition.brand].data.name
        audience = self.library.audiences[self.edition.audience].name
        publication = self.library.publication
        title = f"{publication.title}: {audience}. {brand}"
        return fold(finished[0], self._printer, title, publication.language)
