"""Scratch: temporary folders, which go with their process, or with the next one that looks."""

import os
from multiprocessing.util import Finalize
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp

PREFIX = "briefpress-"
"""The process that made a folder follows."""


def scratch_folder() -> Path:
    """A folder of this process, which is removed when it ends."""
    folder = mkdtemp(prefix=f"{PREFIX}{os.getpid()}-")
    Finalize(None, rmtree, args=(folder, True), exitpriority=0)
    return Path(folder)


def sweep_scratch() -> None:
    """Remove the folders of processes that were ended before they could do so."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        pid = folder.name.removeprefix(PREFIX).partition("-")[0]
        if pid.isdecimal() and not _is_alive(int(pid)):
            rmtree(folder, ignore_errors=True)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # It is somebody else's, or no number of a process.
        return True
    return True
