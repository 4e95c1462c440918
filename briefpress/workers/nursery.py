"""A nursery: a process that gets ready while others find out what is to be done, and bears workers.

What a worker needs before its first job takes a second: to read the program that lays out, above
all. Its parent needs none of that and has enough to do. What is ready once is so in every fork.
"""

import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import recv_handle, send_handle
from typing import Any, Protocol, runtime_checkable

from briefpress.workers.limits import go_with_parent, memory_of
from briefpress.workers.process import (
    GRACE,
    Start,
    Worker,
    deaf_to_interrupts,
    serve,
    threads,
)

LEARN, BEAR, REST = "learn", "bear", "rest"
"""What a nurse is asked: to make ready what workers begin with, for one of them, and to do nothing
more by herself."""
DONE = "done"
HASTE = 0.5
"""Seconds for a nurse to go when something went wrong, or somebody stopped the build."""
PATIENCE = 60.0
"""Seconds in which a nurse has to answer. It may be busy getting ready, on a slow machine."""


@runtime_checkable
class GetsReady(Protocol):
    """What does jobs, and can do something for all of them before there is one."""

    def getting_ready(self) -> Iterator[None]:
        """Get ready step by step; whoever waits does so for one step at most."""


@dataclass(frozen=True)
class Fostered:
    """A worker that another process bore, known by a handle that no other process ever has."""

    pid: int
    handle: int

    def kill(self) -> None:
        """End it."""
        with suppress(OSError):
            signal.pidfd_send_signal(self.handle, signal.SIGKILL)

    def is_alive(self) -> bool:
        """Whether it is there still."""
        return not wait([self.handle], 0)

    def join(self, timeout: float | None = None) -> None:
        """Wait until it is gone, for so many seconds at most."""
        wait([self.handle], timeout)


@dataclass
class Nursery:
    """The process that bears, and the way to talk to it."""

    process: BaseProcess
    channel: Connection
    taught: Start[Any, Any] | None = None
    _handles: list[int] = field(default_factory=list)

    def teach(self, start: Start[Any, Any]) -> None:
        """Say what workers begin with, so that it can be made ready; nobody waits for that."""
        if start is self.taught:
            return
        with suppress(OSError):
            told = os.memfd_create("start")
            with open(told, "wb") as stream:  # noqa: PTH123 - it has no path
                pickle.dump(start, stream, pickle.HIGHEST_PROTOCOL)
                stream.flush()
                self._ask(LEARN, told)
            self.taught = start

    def rest(self) -> None:
        """Have nothing more made ready: others have work, and need the processor."""
        with suppress(OSError):
            self.channel.send(REST)

    def bear(self, start: Start[Any, Any]) -> Worker[Any] | None:
        """A worker that begins with this; None if there can be none, or the nurse is gone.

        A nurse who cannot bear is let go, with all that she holds.
        """
        self.teach(start)
        ours, theirs = multiprocessing.Pipe()
        pid = 0
        try:
            self._ask(BEAR, theirs.fileno())
            pid = self.channel.recv() if self.channel.poll(PATIENCE) else 0
            handle = os.pidfd_open(pid) if pid else -1
        except (OSError, EOFError):
            handle = -1
        theirs.close()
        if handle < 0:
            ours.close()
            self.channel.close()
            return None
        self._handles.append(handle)
        return Worker(Fostered(pid, handle), ours, born=memory_of(self.process.pid or 0))

    def close(self, grace: float = GRACE) -> None:
        """Let it go within so many seconds, or by force."""
        self.channel.close()
        self.process.join(grace)
        self.process.kill()
        self.process.join()
        for handle in self._handles:
            os.close(handle)
        self._handles.clear()

    def _ask(self, what: str, handle: int) -> None:
        self.channel.send(what)
        send_handle(self.channel, handle, self.process.pid)


@contextmanager
def nursery(warm: Callable[[], Iterator[None]]) -> Iterator[Nursery | None]:
    """A nursery that gets ready by `warm`, step by step; None where it is not safe to fork."""
    if sys.platform != "linux" or threads() != 1:
        yield None
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_nurse, args=(theirs, ours, warm))
    with deaf_to_interrupts(forked=True):
        process.start()
    theirs.close()
    found = Nursery(process, ours)
    try:
        yield found
    except BaseException:  # Who is stopped does not wait.
        found.close(HASTE)
        raise
    found.close()


def _nurse(channel: Connection, parents: Connection, warm: Callable[[], Iterator[None]]) -> None:
    """What a nurse does all day. She goes when the other end of her channel is closed.

    The first step of what makes her ready she takes whatever is asked: each of her workers would
    have to take it. The others she takes while nobody asks.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    go_with_parent()
    parents.close()
    start: Start[Any, Any] | None = None
    steps = warm()
    _is_readier(steps)
    with suppress(EOFError, OSError):
        while True:
            while not channel.poll() and _is_readier(steps):
                pass
            what = channel.recv()
            if what == REST:
                steps = iter(())
                continue
            handle = recv_handle(channel)
            if what == LEARN:
                start, steps = _learned(handle)
                _is_readier(steps)
            else:
                channel.send(_borne(Connection(handle), channel, start))
                steps = iter(())  # Whoever has work needs the processor more.


def _is_readier(steps: Iterator[None]) -> bool:
    """Whether there was a step to take. What goes wrong in one, a worker will tell of its job."""
    try:
        return next(steps, DONE) is None
    except Exception:  # noqa: BLE001 - as above
        return False


def _learned(handle: int) -> tuple[Start[Any, Any], Iterator[None]]:
    """What workers begin with, made once, and what makes it ready.

    What goes wrong with it, each of them will tell.
    """
    with open(handle, "rb") as stream:
        stream.seek(0)
        start: Start[Any, Any] = pickle.load(stream)  # noqa: S301 - it is our parent's
    try:
        do: Any = start()
    except Exception:  # noqa: BLE001 - as above
        return start, iter(())
    return lambda: do, do.getting_ready() if isinstance(do, GetsReady) else iter(())


def _borne(pipe: Connection, channel: Connection, start: Start[Any, Any] | None) -> int:
    """The number of a new worker that listens at this pipe; 0 if it is not safe to fork."""
    with pipe:
        if start is None or threads() != 1:
            return 0
        context = multiprocessing.get_context("fork")
        process = context.Process(target=serve, args=(pipe, [channel], start), daemon=True)
        process.start()
        return process.pid or 0
