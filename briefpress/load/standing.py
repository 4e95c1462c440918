"""What stands in the output folder: files held against their hashes, and what was heard of them."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefpress.model.manifest import ManifestEntry
from briefpress.model.transcript import FOLDER, Transcript, path_of, transcript_from

GONE, CHANGED = "is not there", "was changed by somebody"


@dataclass(frozen=True)
class Standing:
    """The files of an output folder."""

    folder: Path
    _hashes: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def fault(self, path: str, sha256: str, size: int | None = None) -> str:
        """What is wrong with a file, in words; empty if it stands as it was written."""
        try:
            found = os.path.join(self.folder, path)  # noqa: PTH118 - thousands of times, and quick
            if size is not None and os.stat(found).st_size != size:  # noqa: PTH116 - as above
                return CHANGED
            with open(found, "rb", buffering=0) as stream:  # noqa: PTH123 - as above
                data = stream.read()
        except (OSError, ValueError):
            return GONE
        return "" if hashlib.sha256(data).hexdigest() == sha256 else CHANGED

    def names(self) -> Iterator[str]:
        """Every file of the folder, by its path in it; what is hidden is left out."""
        for root, folders, files in os.walk(self.folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            inside = Path(root).relative_to(self.folder)
            yield from ((inside / name).as_posix() for name in files if not name.startswith("."))

    def transcripts(self) -> Iterator[str]:
        """The ids of the editions of which it is known what was heard."""
        return (path.stem for path in (self.folder / FOLDER).glob("*.z"))

    def transcript(self, entry: ManifestEntry) -> Transcript | None:
        """What was heard of the file of an entry, if it is still known."""
        try:
            data = (self.folder / path_of(entry.id)).read_bytes()
        except OSError:
            return None
        return transcript_from(data, entry.sha256)

    def hash_of_source(self, file: str) -> str:
        """The SHA-256 of a file that a finding names; empty if there is none to be read."""
        if file not in self._hashes:
            try:
                self._hashes[file] = hashlib.sha256(Path(file).read_bytes()).hexdigest()
            except (OSError, ValueError):
                self._hashes[file] = ""
        return self._hashes[file]
