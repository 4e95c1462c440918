"""The tally: what came of every edition, those that were made and those that stood already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from briefpress.changes import Changed
from briefpress.diagnostics import Diagnostic, has_errors, in_order
from briefpress.freshness import Kept
from briefpress.made import Made
from briefpress.model.edition import Edition
from briefpress.model.exceptions import Silenced
from briefpress.model.library import Library
from briefpress.model.manifest import FailedEntry, ManifestEntry, Texts, by_id
from briefpress.selection import Wanted, editions_of
from briefpress.silencing import Heard, stale, still_told


@dataclass(frozen=True)
class Outcome:
    """What a build found and what it wrote."""

    diagnostics: tuple[Diagnostic, ...]
    editions: tuple[Edition, ...] = ()
    passed: tuple[Edition, ...] = ()
    """Those that nothing stands against; they stand in the output folder of a build."""
    written: tuple[ManifestEntry, ...] = ()
    """Those that were made and written."""
    kept: tuple[ManifestEntry, ...] = ()
    """Those that stood as they would have been made."""
    silenced: tuple[Silenced, ...] = ()
    """What exceptions kept from stopping editions."""
    changed: tuple[Changed, ...] = ()
    """Contacts that are other than in the documents of the last build."""
    withdrawn: tuple[ManifestEntry, ...] = ()
    """Listed before, and no longer: what stands there is not what the source says now."""
    removed: tuple[str, ...] = ()
    """Files that builds had made, and that this one would not have made."""

    @property
    def is_settled(self) -> bool:
        """Whether the same build would do nothing at all, and say the same."""
        unsettled = has_errors(self.diagnostics) or self.changed or self.withdrawn
        return self.passed == tuple(sorted(self.editions)) and not unsettled


class Tally:
    """Counts what comes off the press, and tells in the end what came of everything."""

    def __init__(
        self, library: Library, known: Mapping[Edition, Heard], kept: Iterable[Kept] = ()
    ) -> None:
        """Begin with the editions that were asked for, what is known of them, and what stands."""
        self._library = library
        self._known = known
        self._editions = tuple(known)
        self._kept = tuple(kept)
        self._made: list[Made] = []
        self._found: list[Diagnostic] = []
        self._passed: list[Edition] = [one.edition for one in self._kept]
        self._written: list[ManifestEntry] = []

    def add(self, made: Made, faults: tuple[Diagnostic, ...]) -> None:
        """One edition is done with; `faults` are those of writing it. Its bytes are not kept."""
        self._made.append(replace(made, files={}, report={}, transcript=None))
        self._found += (*made.diagnostics, *faults)
        if made.files and not faults:
            self._passed.append(made.edition)
            self._written += [made.entry] if made.entry else []

    @property
    def failed(self) -> tuple[FailedEntry, ...]:
        """Those that were made and refused, or could not be written."""
        passed = set(self._passed)
        return by_id(made.refused for made in self._made if made.edition not in passed)

    @property
    def contacts(self) -> tuple[Texts, ...]:
        """Those that the editions print; many boards' editions print the same."""
        return tuple(made.contacts for made in self._made if made.entry)

    @property
    def stopped(self) -> tuple[Edition, ...]:
        """Those that were not even made, for what was found before."""
        tried = {made.edition for made in self._made} | set(self._passed)
        return tuple(edition for edition in self._editions if edition not in tried)

    def outcome(self, found: tuple[Diagnostic, ...]) -> Outcome:
        """Everything together with what was `found` before and after."""
        exceptions = self._library.exceptions
        built, _ = editions_of(self._library, Wanted())
        told = still_told(found, (*built, *self._editions), exceptions)
        standing = [one for kept in self._kept for one in kept.told.standing]
        judged = [*(made.edition for made in self._made), *(one.edition for one in self._kept)]
        silenced = self._silenced(judged)
        unused = stale(exceptions, silenced, self._editions, judged)
        return Outcome(
            diagnostics=in_order((*told, *self._found, *standing, *unused)),
            editions=self._editions,
            passed=tuple(sorted(self._passed)),
            written=by_id(self._written),
            kept=by_id(one.entry for one in self._kept),
            silenced=silenced,
        )

    def _silenced(self, judged: Iterable[Edition]) -> tuple[Silenced, ...]:
        """What is silenced of editions, before they were made and after."""
        known = (one for edition in judged for one in self._known[edition].silenced)
        made = (one for made in self._made for one in made.silenced)
        kept = (one for kept in self._kept for one in kept.told.silenced)
        return tuple(sorted((*known, *made, *kept)))
