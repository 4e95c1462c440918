"""Write: bytes to the output folder, each file whole or not at all. The only step that writes."""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Where

PREFIX, SUFFIX = ".tmp-", ".part"
MODE = 0o644
"""As any editor would write it; a temporary file by itself is for its owner alone."""


def write_files(folder: Path, files: Mapping[PurePosixPath, bytes]) -> tuple[Diagnostic, ...]:
    """Write files below `folder`, in the order given. A file that fails leaves its old version."""
    found = (_write(folder, path, data) for path, data in files.items())
    return tuple(diagnostic for diagnostic in found if diagnostic is not None)


def try_folder(folder: Path) -> tuple[Diagnostic, ...]:
    """Make the folder, and say so if nothing can be written there: before work is put into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=folder)
        os.close(handle)
        Path(name).unlink()
    except OSError as error:
        return (_fault(folder, error, Where(), "name another folder, or make room for it"),)
    return ()


def holds(folder: Path, path: str, sha256: str) -> bool:
    """Whether the file still stands in the folder as it was written."""
    try:
        return hashlib.sha256((folder / path).read_bytes()).hexdigest() == sha256
    except (OSError, ValueError):
        return False


def _write(folder: Path, path: PurePosixPath, data: bytes) -> Diagnostic | None:
    target = folder / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        return _fault(target, error, Where(str(path)), "the old version, if any, is kept")
    return None


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target and rename over it, so that nobody ever sees half a file."""
    handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        beside.chmod(MODE)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _fault(target: Path, error: OSError, where: Where, hint: str) -> Diagnostic:
    reason = (error.strerror or str(error)).lower()
    if isinstance(error, FileExistsError | NotADirectoryError):
        reason = "a file stands where a folder is needed"
    message = f"cannot write {target}: {reason}"
    return Diagnostic("WRITE", severity_of("WRITE"), message, where, hint)
