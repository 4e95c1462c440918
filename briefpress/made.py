"""What comes off the press: an edition with its files or with why it has none; and the manner."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Where
from briefpress.entries import failed_entry
from briefpress.finish import USUAL_MAKERS, Makers
from briefpress.model.checked import Result
from briefpress.model.edition import Edition
from briefpress.model.exceptions import Silenced
from briefpress.model.manifest import FailedEntry, ManifestEntry, Texts
from briefpress.model.transcript import Transcript

if TYPE_CHECKING:
    from briefpress.plates.keeping import Store


@dataclass(frozen=True)
class Made:
    """One edition as it came off the press; without an entry it was not to be written."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...] = ()
    entry: ManifestEntry | None = None
    files: dict[PurePosixPath, bytes] = field(default_factory=dict)
    results: tuple[Result, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    """What exceptions silence of what was found on its pages."""
    contacts: Texts = field(default_factory=dict)
    """Those that it prints, as the manifest keeps them."""
    report: dict[PurePosixPath, bytes] = field(default_factory=dict)
    """The page of the report on it, which is written even where the edition is not."""
    transcript: Transcript | None = None
    """What was heard of its file."""
    stands: Mapping[str, str] = field(default_factory=dict)
    """What was written beside it, with the SHA-256."""

    @property
    def refused(self) -> FailedEntry:
        """What the manifest keeps of it when it is not written."""
        entry = failed_entry(self.edition, self.results, self.diagnostics, self.silenced)
        return replace(entry, files=self.stands)


@dataclass(frozen=True)
class Manner:
    """How editions are made: `strict` lets no warning pass, a `proof` is stamped, never refused.

    With `report` each gets its page in the report. `plated` are those, without their brand, that
    are so many that a plate of them pays.
    """

    strict: bool = False
    proof: bool = False
    report: bool = False
    makers: Makers = USUAL_MAKERS
    plated: frozenset[Edition] = frozenset()
    store: "Store | None" = None
    shells: "Store | None" = None
    """Where plates are kept between builds, and what brands add to them."""
    drawings: "Store | None" = None
    """Where the charts that all brands share are kept."""
    refused: Mapping[str, str] = field(default_factory=dict)
    """Plates that this build has found to be of no use, by name, and why."""


def fault_of(code: str, message: str, where: Where, edition: Edition) -> Diagnostic:
    """A finding about one edition."""
    return Diagnostic(code, severity_of(code), message, where, scope=edition.scope)
