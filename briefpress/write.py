"""Write: bytes to the output folder, each file whole or not at all. The only step that writes."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Where


def write_files(folder: Path, files: Mapping[PurePosixPath, bytes]) -> tuple[Diagnostic, ...]:
    """Write files below `folder`, in the order given. A file that fails leaves its old version."""
    found = (_write(folder, path, data) for path, data in files.items())
    return tuple(diagnostic for diagnostic in found if diagnostic is not None)


def _write(folder: Path, path: PurePosixPath, data: bytes) -> Diagnostic | None:
    target = folder / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        message = f"cannot write {target}: {(error.strerror or str(error)).lower()}"
        return Diagnostic(
            "WRITE", severity_of("WRITE"), message, Where(str(path)), "the old version is kept"
        )
    return None


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target and rename over it, so that nobody ever sees half a file."""
    handle, name = tempfile.mkstemp(prefix=".tmp-", suffix=".part", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        beside.chmod(0o644)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
