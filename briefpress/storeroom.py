"""The storeroom: what is dear to make and serves many editions, kept below the output folder.

It may be taken away at any time: then its contents are made again. Each build that makes anything
from plates brings it back to a bound.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefpress.load.kept import kept_names, read_kept
from briefpress.write import remove_files, write_files

FOLDER = PurePosixPath(".briefpress") / "plates"
SHELLS = PurePosixPath(".briefpress") / "shells"
DRAWINGS = PurePosixPath(".briefpress") / "charts"
"""Below the output folder."""
MOST = 100
"""Files. A publication has one for each audience of each layout, about 100 KB large."""
MOST_SHELLS = 4000
"""Files. A board has about six, each about 25 KB large."""


@dataclass(frozen=True)
class Storeroom:
    """Keeps bytes by a name of what they are made from; `program` names what they are made with.

    One that is not `open` gives what it has and takes nothing.
    """

    output: Path
    program: str
    open: bool = True
    folder: PurePosixPath = FOLDER
    most: int = MOST

    def get(self, name: str) -> bytes | None:
        """What was kept under a name."""
        return read_kept(self._folder, _file(self.program, name))

    def put(self, name: str, data: bytes) -> None:
        """Keep something. A disk that takes nothing is no fault: it is only made again."""
        self.take({_file(self.program, name): data})

    def packed(self) -> "Crate":
        """All that it has, to be sent where nobody sees this folder."""
        found = ((name, read_kept(self._folder, name)) for name in kept_names(self._folder))
        return Crate(self.program, {name: data for name, data in found if data is not None})

    def take(self, files: Mapping[str, bytes]) -> None:
        """Keep what was made elsewhere, under the names of its files."""
        if not self.open or not files:
            return
        write_files(self._folder, {PurePosixPath(name): data for name, data in files.items()})

    def tidy(self) -> None:
        """Let go of what was kept longest, where there is more than it may hold."""
        if self.open:
            remove_files(self._folder, kept_names(self._folder)[self.most :])

    @property
    def _folder(self) -> Path:
        return self.output / self.folder


@dataclass(frozen=True)
class Crate:
    """What a storeroom had, in memory, by the names of files, and what was made since."""

    program: str
    held: dict[str, bytes]

    def get(self, name: str) -> bytes | None:
        """What is in it under a name."""
        return self.held.get(_file(self.program, name))

    def put(self, name: str, data: bytes) -> None:
        """Add something."""
        self.held[_file(self.program, name)] = data


def _file(program: str, name: str) -> str:
    return f"{hashlib.sha256(f'{program} {name}'.encode()).hexdigest()[:32]}.z"
