"""The only place that reads the disk: ordinary files, of a sane size, as bytes or as UTF-8 text."""

import stat
from dataclasses import dataclass
from pathlib import Path

from briefpress.diagnostics import EVERYTHING, Scope, Where
from briefpress.load.findings import Findings

TEXT_LIMIT = 256 * 1024
"""Bytes. The largest source file by hand seen was 40 KB; a bomb is far larger."""
BINARY_LIMIT = 2 * 1024 * 1024


@dataclass(frozen=True)
class Reader:
    """Reads below one folder; `label` is how diagnostics name that folder."""

    root: Path
    label: str
    findings: Findings
    scope: Scope = EVERYTHING

    def below(self, name: str, scope: Scope | None = None) -> "Reader":
        """A reader of a folder below, for its own scope."""
        return Reader(self.root / name, f"{self.label}/{name}", self.findings, scope or self.scope)

    def where(self, name: str, line: int = 0) -> Where:
        """The place of a file as diagnostics show it."""
        return Where(f"{self.label}/{name}", line)

    def has(self, name: str) -> bool:
        """Whether something of that name is there."""
        return (self.root / name).exists()

    def folders(self) -> tuple[str, ...]:
        """The names of the folders here, in order; hidden ones are left out."""
        return tuple(sorted(p.name for p in self._entries() if p.is_dir()))

    def names(self, suffix: str) -> tuple[str, ...]:
        """The names of the files here that end with `suffix`, in order."""
        return tuple(sorted(p.name for p in self._entries() if p.name.endswith(suffix)))

    def _entries(self) -> list[Path]:
        if not self.root.is_dir():
            return []
        return [p for p in self.root.iterdir() if not p.name.startswith(".")]

    def text(self, name: str) -> str | None:
        """The text of a file with `\\n` line ends, or None (and a finding) if it cannot be had."""
        data = self.binary(name, limit=TEXT_LIMIT)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.findings.add(
                "FILE-ENCODING",
                f"not UTF-8 at byte {error.start}",
                self.where(name, line),
                hint="save the file as UTF-8",
                scope=self.scope,
            )
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def binary(self, name: str, *, limit: int = BINARY_LIMIT) -> bytes | None:
        """The bytes of a file, or None (and a finding) if it is no ordinary file or too large."""
        path = self.root / name
        if Path(name).is_absolute() or ".." in Path(name).parts:
            self._refuse("FILE-KIND", "leaves its folder", name, "give a file beside this one")
            return None
        try:
            status = path.lstat()
        except (OSError, ValueError):
            self._refuse("FILE-MISSING", "file is missing", name)
            return None
        if stat.S_ISLNK(status.st_mode):
            self._refuse("FILE-KIND", "is a symbolic link", name, "copy the file itself here")
        elif not stat.S_ISREG(status.st_mode):
            self._refuse("FILE-KIND", "not an ordinary file", name)
        elif status.st_size > limit:
            self._refuse(
                "FILE-SIZE", f"{_size(status.st_size)} is over the limit of {_size(limit)}", name
            )
        else:
            return self._read(path, name)
        return None

    def _read(self, path: Path, name: str) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError as error:
            self._refuse("FILE-READ", f"cannot be read: {error.strerror}", name)
            return None

    def _refuse(self, code: str, message: str, name: str, hint: str = "") -> None:
        self.findings.add(code, message, self.where(name), hint=hint, scope=self.scope)


def _size(count: int) -> str:
    mega = 1024 * 1024
    return f"{count // mega} MB" if count >= mega else f"{-(-count // 1024)} KB"
