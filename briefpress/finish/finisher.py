"""A finisher: what turns finished editions into the file that a printer or a shop gets."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Where
from briefpress.model.edition import ALL_AUDIENCES, Edition
from briefpress.model.library import Library


class FinishFaultError(Exception):
    """A file cannot be made for this printer or shop; `code` is that of the catalogue."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        """Keep what is wrong and what may cure it."""
        super().__init__(message)
        self.code = code
        self.hint = hint


class Finisher(ABC):
    """Finishes one edition. What cannot be is found before anything has been set."""

    bleed: float = 0.0
    """mm of colour that finished editions need beyond their trim."""

    def __init__(self, library: Library, edition: Edition) -> None:
        """Be ready to finish `edition`."""
        self.library = library
        self.edition = edition

    @property
    def audiences(self) -> tuple[str, ...]:
        """Whose editions are wanted, in order."""
        if self.edition.audience == ALL_AUDIENCES:
            return tuple(self.library.audiences)
        return (self.edition.audience,)

    @abstractmethod
    def finish(self, finished: Sequence[bytes]) -> bytes:
        """The file, made of the finished PDFs of those audiences.

        Raises:
            FinishFaultError: it cannot be made of them.
        """

    def faults(self, finished: Sequence[bytes], made: bytes) -> tuple[Diagnostic, ...]:
        """What stands against the file that was made."""
        from briefpress.impose import bleed_faults  # noqa: PLC0415 - few formats go to a printer

        del made
        return self.told(fault for pdf in finished for fault in bleed_faults(pdf, self.bleed))

    def told(self, found: Iterable[tuple[str, str]]) -> tuple[Diagnostic, ...]:
        """Codes and messages as findings about the edition."""
        where, scope = Where(self.edition.id), self.edition.scope
        return tuple(
            Diagnostic(code, severity_of(code), message, where, scope=scope)
            for code, message in dict.fromkeys(found)
        )
