"""The scribe: writes what comes off the press, and notes in its entry what it was made of."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from briefpress.diagnostics import Diagnostic
from briefpress.load import Standing
from briefpress.model.edition import Edition
from briefpress.model.manifest import ManifestEntry, Told, told_before
from briefpress.model.transcript import path_of
from briefpress.press import Made
from briefpress.silencing import Heard
from briefpress.write import write_files


class Scribe:
    """Writes editions into an output folder."""

    def __init__(
        self,
        output: Path,
        made_of: Callable[[Edition], tuple[str, ...]],
        known: Mapping[Edition, Heard],
    ) -> None:
        """Write below `output`.

        `made_of` names the ingredients of an edition; `known` is what was found before of each.
        """
        self._output = output
        self._known = known
        self._made_of = made_of
        self._standing = Standing(output)

    def written(self, made: Made) -> tuple[Made, tuple[Diagnostic, ...]]:
        """Write one edition; it comes back with its entry, and with why it could not be written."""
        files = {**made.report, **made.files}
        faults = write_files(self._output, files)
        refused = {fault.where.file for fault in faults}
        own = made.entry.path if made.entry else ""
        stands = {
            str(path): hashlib.sha256(data).hexdigest()
            for path, data in files.items()
            if str(path) not in refused and str(path) != own
        }
        made = replace(made, stands=stands)
        if made.entry is None or faults:
            return made, faults
        self._transcribe(made, made.entry)
        return replace(made, entry=self._noted(made, made.entry)), ()

    def _noted(self, made: Made, entry: ManifestEntry) -> ManifestEntry:
        return replace(
            entry,
            files=made.stands,
            made_of=self._made_of(made.edition),
            findings=self._placed(entry.findings),
            silenced=(
                *told_before(self._known[made.edition].silenced),
                *self._placed(entry.silenced),
            ),
        )

    def _placed(self, findings: Iterable[Told]) -> tuple[Told, ...]:
        """Findings with the hash of the file that they name: its lines are those of that file."""
        return tuple(self._placed_one(told) for told in findings)

    def _placed_one(self, told: Mapping[str, str]) -> Told:
        found = self._standing.hash_of_source(told.get("file", ""))
        return {**told, "file_sha256": found} if found else told

    def _transcribe(self, made: Made, entry: ManifestEntry) -> None:
        """Keep what was heard. If it cannot be kept, the edition is made again some day."""
        if made.transcript is not None:
            data = made.transcript.to_bytes(entry.sha256)
            write_files(self._output, {path_of(entry.id): data})
