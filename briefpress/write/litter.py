"""Litter: what dead builds have left half written, and files that are to stand no longer."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from briefpress.diagnostics import Diagnostic, Where
from briefpress.write.files import PREFIX, SUFFIX, fault_of


def sweep(folder: Path) -> None:
    """Remove the temporary files below `folder` of processes that are no more.

    One that cannot be removed is left: it is hidden, and the next build tries again.
    """
    for where, _, names in os.walk(folder):  # No link is followed.
        for name in names:
            if name.startswith(PREFIX) and name.endswith(SUFFIX) and _is_litter(name):
                with suppress(OSError):
                    (Path(where) / name).unlink()


def remove_files(folder: Path, paths: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Remove files below `folder`, and folders that are empty then; why some are still there."""
    found = []
    for name in paths:
        target = folder / name
        try:
            target.unlink(missing_ok=True)
        except OSError as error:
            hint = "remove it by hand: what it says is out of date"
            found.append(fault_of(target, error, Where(name), hint))
            continue
        for parent in PurePosixPath(name).parents[:-1]:
            with suppress(OSError):  # Something else stands in it, or it is gone already.
                (folder / parent).rmdir()
    return tuple(found)


def _is_litter(name: str) -> bool:
    """Whether whoever was writing it is gone; the pid stands in its name."""
    pid = name.removeprefix(PREFIX).partition("-")[0]
    if not pid.isdecimal():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):  # It is somebody else's, or no number of a process.
        return False
    return int(pid) == os.getpid()
