"""The storeroom: what is dear to make and serves many editions, kept below the output folder.

It may be taken away at any time: then its contents are made again. It never grows over a bound.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefpress.load.kept import kept_names, read_kept
from briefpress.write import remove_files, write_files

FOLDER = PurePosixPath(".briefpress") / "plates"
"""Below the output folder."""
MOST = 100
"""Files. A publication has one for each audience of each layout, about 100 KB large."""


@dataclass(frozen=True)
class Storeroom:
    """Keeps bytes by a name of what they are made from; `program` names what they are made with.

    One that is not `open` gives what it has and takes nothing.
    """

    output: Path
    program: str
    open: bool = True

    def get(self, name: str) -> bytes | None:
        """What was kept under a name."""
        return read_kept(self._folder, self._file(name))

    def put(self, name: str, data: bytes) -> None:
        """Keep something. A disk that takes nothing is no fault: it is only made again."""
        if not self.open:
            return
        write_files(self._folder, {PurePosixPath(self._file(name)): data})
        remove_files(self._folder, kept_names(self._folder)[MOST:])

    @property
    def _folder(self) -> Path:
        return self.output / FOLDER

    def _file(self, name: str) -> str:
        return f"{hashlib.sha256(f'{self.program} {name}'.encode()).hexdigest()[:32]}.z"
