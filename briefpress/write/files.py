"""Files: each is written beside its place and then takes it, so that nobody sees half of one."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Where

PREFIX, SUFFIX = ".tmp-", ".part"
"""Between them stands who writes the file, so that what the dead have left is known."""
MODE = 0o644
"""As any editor would write it; a temporary file by itself is for its owner alone."""


def write_files(
    folder: Path, files: Mapping[PurePosixPath, bytes], *, durable: bool = False
) -> tuple[Diagnostic, ...]:
    """Write files below `folder`, in the order given. A file that fails leaves its old version.

    With `durable` each is on the disk when this returns, whatever the machine then does. Of the
    others a cut of the power may leave less; the manifest, which is durable, has their hashes.
    """
    found = (_write(folder, path, data, durable=durable) for path, data in files.items())
    return tuple(diagnostic for diagnostic in found if diagnostic is not None)


def append_line(folder: Path, path: PurePosixPath, line: str) -> tuple[Diagnostic, ...]:
    """Add a line to a file; after half a line of somebody who died it begins a new one."""
    target = folder / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("ab") as stream:
            stream.write(f"\n{line}".encode())
    except OSError as error:
        return (fault_of(target, error, Where(str(path)), "the old version, if any, is kept"),)
    return ()


def try_folder(folder: Path) -> tuple[Diagnostic, ...]:
    """Make the folder, and say so if nothing can be written there: before work is put into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = _beside(folder)
        os.close(handle)
        Path(name).unlink()
    except OSError as error:
        return (fault_of(folder, error, Where(), "name another folder, or make room for it"),)
    return ()


def fault_of(target: Path, error: OSError, where: Where, hint: str) -> Diagnostic:
    """That a file cannot be written, in the system's words."""
    reason = (error.strerror or str(error)).lower()
    if isinstance(error, FileExistsError | NotADirectoryError):
        reason = "a file stands where a folder is needed"
    message = f"cannot write {target}: {reason}"
    return Diagnostic("WRITE", severity_of("WRITE"), message, where, hint)


def _write(folder: Path, path: PurePosixPath, data: bytes, *, durable: bool) -> Diagnostic | None:
    target = folder / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data, durable=durable)
    except OSError as error:
        return fault_of(target, error, Where(str(path)), "the old version, if any, is kept")
    return None


def _replace(target: Path, data: bytes, *, durable: bool) -> None:
    """Write beside the target and rename over it, so that nobody ever sees half a file."""
    handle, name = _beside(target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        beside.chmod(MODE)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    if durable:
        _settle(target.parent)


def _beside(folder: Path) -> tuple[int, str]:
    return tempfile.mkstemp(prefix=f"{PREFIX}{os.getpid()}-", suffix=SUFFIX, dir=folder)


def _settle(folder: Path) -> None:
    """See the names in a folder onto the disk, where the system lets folders be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
