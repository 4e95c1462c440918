"""Limits: how long a job may take, how much memory it may have, and when a worker is relieved."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What a job may take: `seconds`, and `memory` (bytes that its process holds).

    A worker that holds more than `relieved` bytes after a job, or has done `jobs` of them, is let
    go, and another one takes its place.
    """

    seconds: float = 180.0
    memory: int = 1024 * MEGABYTE
    relieved: int = 450 * MEGABYTE
    jobs: int = 1000


LIMITS = Limits()
"""A briefing takes 1 to 3 s and its process 200 to 300 MB (measured); what loops takes for ever."""


def memory_of(pid: int) -> int:
    """The bytes of memory that a process holds; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")


def go_with_parent() -> None:
    """Have the system end this process when its parent ends, however that comes about.

    Elsewhere than on Linux it goes at the end of its job, when it finds its pipe closed.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only for a process that has begun
        import signal  # noqa: PLC0415

        set_death_signal = 1  # PR_SET_PDEATHSIG of prctl(2)
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
