"""The lock: one build at a time in an output folder; a dead one holds nothing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from briefpress.catalogue import severity_of
from briefpress.diagnostics import NOWHERE, Diagnostic
from briefpress.write.files import fault_of

NAME = ".lock"
_held: set[int] = set()
"""The open locks of this process. A fork has copies of them, and would hold them for it."""


@contextmanager
def hold(folder: Path) -> Iterator[tuple[Diagnostic, ...]]:
    """Hold the lock of an output folder that exists; gives why it cannot be had, or nothing.

    The system lets the lock go with the process, however that ends (flock(2)).
    """
    path = folder / NAME
    try:
        handle = _taken(path)
    except BlockingIOError:
        yield (_refused(path),)
        return
    except OSError as error:
        yield (fault_of(path, error, NOWHERE, "name another folder, or make room for it"),)
        return
    _held.add(handle)
    try:
        yield ()
    finally:
        with suppress(OSError):
            path.unlink()  # While it is held: whoever opened it before finds another in its place.
        _held.discard(handle)
        os.close(handle)


def _taken(path: Path) -> int:
    """The lock, opened and held by this process, which it names.

    Raises:
        BlockingIOError: another one holds it.
        OSError: it cannot be made.
    """
    import fcntl  # noqa: PLC0415 - there is none on Windows, where only `doctor` and the like run

    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(handle, path):
                os.ftruncate(handle, 0)
                os.write(handle, f"{os.getpid()} {datetime.now().astimezone():%H:%M}\n".encode())
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    """Whether the file that was opened still has its name: who held it may have taken it away."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _refused(path: Path) -> Diagnostic:
    """That another build holds the folder: which process, and since when."""
    code = "BUILD-HELD"
    try:
        pid, since = path.read_text(encoding="ascii").split()
        who = f"process {int(pid)}, since {since}"
    except (OSError, ValueError):
        who = "it has only just begun"
    message = f"another build ({who}) holds {path}"
    return Diagnostic(code, severity_of(code), message, NOWHERE)


def _let_go() -> None:
    """A fork closes its copies: else its parent's death would not set the folder free."""
    while _held:
        os.close(_held.pop())


os.register_at_fork(after_in_child=_let_go)
