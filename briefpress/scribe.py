"""The scribe: writes what comes off the press, and notes in its entry what it was made of."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from briefpress.diagnostics import Diagnostic
from briefpress.freshness import Judge
from briefpress.load import JOURNAL, Standing
from briefpress.made import Made
from briefpress.model.edition import Edition
from briefpress.model.manifest import Manifest, ManifestEntry, Told, told_before
from briefpress.model.transcript import path_of
from briefpress.silencing import Heard
from briefpress.write import append_line, write_files


class Scribe:
    """Writes editions into an output folder."""

    def __init__(
        self,
        output: Path,
        judge: Judge,
        known: Mapping[Edition, Heard],
    ) -> None:
        """Write below `output`.

        The judge knows what an edition is made of; `known` is what was found before of each.
        """
        self._output = output
        self._known = known
        self._made_of = judge.made_of
        self._lists = judge.lists
        self._told: set[str] = set()
        self._standing = Standing(output)

    def written(self, made: Made) -> tuple[Made, tuple[Diagnostic, ...]]:
        """Write one edition; it comes back with its entry, and with why it could not be written.

        What is about to be written is noted first, so that whatever stands after a sudden end is
        known to be ours.
        """
        files = {**made.report, **made.files}
        own = made.entry.path if made.entry else ""
        hashes = {str(path): hashlib.sha256(data).hexdigest() for path, data in files.items()}
        made = replace(made, stands={name: h for name, h in hashes.items() if name != own})
        if made.entry is not None:
            made = replace(made, entry=self._noted(made, made.entry))
        self._journal(made)
        if made.entry is not None:
            self._transcribe(made, made.entry)
        faults = write_files(self._output, files)
        if faults:
            refused = {fault.where.file for fault in faults}
            stands = {name: h for name, h in made.stands.items() if name not in refused}
            return replace(made, stands=stands), faults
        return made, ()

    def _journal(self, made: Made) -> None:
        """Note an edition; each list of ingredients once. A full disk is told by its files."""
        if made.entry is not None:
            new = {name: self._lists[name] for name in made.entry.made_of if name not in self._told}
            self._told |= new.keys()
            texts = {made.entry.contacts: made.contacts}
            line = Manifest("", "", (made.entry,), texts=texts, ingredients=new).to_line()
        elif made.report:
            line = Manifest("", "", (), (made.refused,)).to_line()
        else:  # Of a proof nothing is kept.
            return
        append_line(self._output, JOURNAL, line)

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
        """Keep what was heard. If it cannot be kept, the edition is made again some day.

        It comes before the file: where a sudden end parts them, the file is not the one that was
        noted, and both are made again.
        """
        if made.transcript is not None:
            data = made.transcript.to_bytes(entry.sha256)
            write_files(self._output, {path_of(entry.id): data})
