"""The only place that reads the disk: ordinary files, of a sane size, as bytes or as UTF-8 text."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefpress.diagnostics import EVERYTHING, Scope, Where
from briefpress.load.findings import Fault, Findings, one_line
from briefpress.names import did_you_mean

if TYPE_CHECKING:
    from briefpress.load.logos.memory import LogoMemory

TEXT_LIMIT = 256 * 1024
"""Bytes. The largest source file by hand seen was 40 KB; a bomb is far larger."""
BINARY_LIMIT = 2 * 1024 * 1024
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Reader:
    """Reads below one folder; `label` is how diagnostics name that folder.

    `ground` is the folder that the user named (by default `root`): it may be reached through
    links, what is below it may not.
    """

    root: Path
    label: str
    findings: Findings
    scope: Scope = EVERYTHING
    ground: Path | None = None
    logos: "LogoMemory | None" = None
    """What is known of logos before they are read."""
    ledger: dict[str, str] | None = None
    """Where it is noted what was read: each file by its label, and its SHA-256."""
    _linked: dict[Path, bool] = field(default_factory=dict, repr=False, compare=False)
    """Whether a link lies between the ground and a folder; each is looked at once."""

    def below(self, name: str, scope: Scope | None = None) -> "Reader":
        """A reader of a folder below, for its own scope."""
        label = f"{self.label}/{name}"
        ground = self.ground or self.root
        scope = scope or self.scope
        root, logos = self.root / name, self.logos
        return Reader(root, label, self.findings, scope, ground, logos, self.ledger, self._linked)

    def where(self, name: str, line: int = 0) -> Where:
        """The place of a file as diagnostics show it."""
        return Where(one_line(f"{self.label}/{name}"), line)

    def has(self, name: str) -> bool:
        """Whether something of that name is there, be it a link that leads nowhere."""
        return os.path.lexists(self.root / name)

    def folders(self) -> tuple[str, ...]:
        """The names of the folders here, in order; hidden ones are left out."""
        return tuple(p.name for p in self._entries() if p.is_dir())

    def names(self, suffix: str = "") -> tuple[str, ...]:
        """The names here that end with `suffix`, in order; hidden ones are left out."""
        return tuple(p.name for p in self._entries() if p.name.endswith(suffix))

    def is_folder(self) -> bool:
        """Whether the folder itself is there to be read; a finding if it is not."""
        if self.root.is_dir():
            return True
        fault = Fault("FOLDER-MISSING", "folder is missing")
        if os.path.lexists(self.root):
            fault = Fault("FILE-KIND", "is no folder", "a folder of that name is expected")
        self.findings.report([fault], Where(one_line(self.label)), self.scope)
        return False

    def _entries(self) -> list[os.DirEntry[str]]:
        if not os.path.lexists(self.root) or not self.is_folder():
            return []
        if self._is_linked(self.root):
            fault = Fault("FILE-KIND", "is a symbolic link", "copy the folder itself here")
            self.findings.report([fault], Where(one_line(self.label)), self.scope)
            return []
        try:
            with os.scandir(self.root) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            fault = Fault("FILE-READ", f"cannot be read: {error.strerror}")
            self.findings.report([fault], Where(one_line(self.label)), self.scope)
            return []
        return [p for p in found if not p.name.startswith(".")]

    def text(self, name: str) -> str | None:
        r"""The text of a file with `\n` line ends, or None (and a finding) if it cannot be had."""
        data = self.binary(name, limit=TEXT_LIMIT)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            fault = Fault(
                "FILE-ENCODING", f"not UTF-8 at byte {error.start}", "save the file as UTF-8"
            )
            self.findings.report([fault], self.where(name, line), self.scope)
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def binary(
        self, name: str, *, limit: int = BINARY_LIMIT, named: Where | None = None
    ) -> bytes | None:
        """The bytes of a file, or None (and a finding) if it is no ordinary file or too large.

        `named` is the place that names the file, if its own path is not the place to look at.
        """
        fault = self._fault(name, limit)
        data = b""
        if fault is None:
            try:
                data = (self.root / name).read_bytes()
            except OSError as error:
                fault = Fault("FILE-READ", f"cannot be read: {error.strerror}")
        if fault is None:
            if self.ledger is not None:
                self.ledger[f"{self.label}/{name}"] = hashlib.sha256(data).hexdigest()
            return data
        if named is not None:
            fault = fault._replace(message=f"{name}: {fault.message}")
        self.findings.report([fault], named or self.where(name), self.scope)
        return None

    def _fault(self, name: str, limit: int) -> Fault | None:
        """Why a file may not be read, found out without opening it."""
        path = self.root / name
        if Path(name).is_absolute() or ".." in Path(name).parts:
            return Fault("FILE-KIND", "leaves its folder", "give a file beside this one")
        try:
            status = path.lstat()
        except (OSError, ValueError):
            return Fault("FILE-MISSING", "file is missing", self._near(name))
        if stat.S_ISLNK(status.st_mode) or self._is_linked_to(path.parent):
            return Fault("FILE-KIND", "is a symbolic link", "copy the file itself here")
        return _fault_of(status, limit)

    def _is_linked(self, path: Path) -> bool:
        """Whether a link lies between the ground and the file."""
        if path == (self.ground or self.root):
            return False
        return path.is_symlink() or self._is_linked_to(path.parent)

    def _is_linked_to(self, folder: Path) -> bool:
        """The same of a folder, which many files have."""
        if folder not in self._linked:
            self._linked[folder] = self._is_linked(folder)
        return self._linked[folder]

    def _near(self, name: str) -> str:
        path = self.root / name
        if self._is_linked(path.parent) or not path.parent.is_dir():
            return ""
        hint = did_you_mean(path.name, Reader(path.parent, "", self.findings).names())
        return hint if hint.startswith("did") else ""


def _fault_of(status: os.stat_result, limit: int) -> Fault | None:
    if stat.S_ISDIR(status.st_mode):
        return Fault("FILE-KIND", "is a folder; a file is expected")
    if not stat.S_ISREG(status.st_mode):
        return Fault("FILE-KIND", "not an ordinary file", "only ordinary files are read")
    if status.st_size > limit:
        message = f"{_size(status.st_size)} is over the limit of {_size(limit)}"
        return Fault("FILE-SIZE", message)
    return None


def _size(count: int) -> str:
    return f"{count // _MEGABYTE} MB" if count >= _MEGABYTE else f"{-(-count // 1024)} KB"
