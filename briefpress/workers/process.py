"""Processes of workers: how one is started, what it does all day, and how it is let go."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from briefpress.workers.hand import Done, Hand, all_else_kept, told
from briefpress.workers.limits import go_with_parent, memory_of
from briefpress.workers.task import Task

if TYPE_CHECKING:
    from briefpress.workers.nursery import Nursery

J = TypeVar("J")
R = TypeVar("R")
Start = Callable[[], Callable[[J], R]]
"""What a worker calls at its first job: it gives the function that does one."""
GRACE = 10.0
"""Seconds. An idle worker needs a few thousandths to go, and much longer where others work."""


class Body(Protocol):
    """A process that can be ended, whoever started it."""

    @property
    def pid(self) -> int | None:
        """Its number."""

    def kill(self) -> None:
        """End it."""

    def is_alive(self) -> bool:
        """Whether it is there still."""

    def join(self, timeout: float | None = None) -> None:
        """Wait until it is gone, for so many seconds at most."""


@dataclass
class Worker(Generic[J]):
    """A process, the way to talk to it, the task that it has, and since when.

    `kind` is that of its last task.
    """

    process: Body
    pipe: Connection
    task: Task[J] | None = None
    kind: Hashable = None
    since: float = 0.0
    done: int = 0
    born: int = 0
    """The bytes that a fork shares with its parent, which cost nothing until it writes to them."""

    @property
    def memory(self) -> int:
        """The bytes that it holds of its own."""
        return max(0, memory_of(self.process.pid or 0) - self.born)

    def give(self, task: Task[J]) -> None:
        """Hand it a task."""
        self.task, self.kind, self.since = task, task.kind, time.monotonic()
        task.tried += 1
        with suppress(OSError):  # It died while idle: the other end of its pipe will tell.
            self.pipe.send(task.job)

    def let_go(self) -> None:
        """Tell it that there is nothing more to do; it goes by itself."""
        self.pipe.close()

    def end(self, *, grace: float = 0.0) -> None:
        """See it go, within so many seconds or by force."""
        self.pipe.close()
        if grace:
            self.process.join(grace)
        self.process.kill()
        self.process.join()


def hire(
    start: Start[J, R], others: Iterable[Worker[J]], nursery: "Nursery | None" = None
) -> Worker[J]:
    """A new worker beside the others, of the nursery if it bears one."""
    fostered = nursery.bear(start) if nursery is not None else None
    if fostered is not None:
        return fostered
    context = _context()
    ours, theirs = context.Pipe()
    forked = context.get_start_method() == "fork"
    inherited = [*(other.pipe for other in others if not other.pipe.closed), ours]
    arguments = (theirs, inherited if forked else [], start)
    process = context.Process(target=serve, args=arguments, daemon=True)
    born = memory_of(os.getpid()) if forked else 0
    with deaf_to_interrupts(forked=forked):
        process.start()
    theirs.close()
    return Worker(process, ours, born=born)


def serve(pipe: Connection, inherited: list[Connection], start: Start[J, R]) -> None:
    """What a worker does all day.

    It goes when the other end of its pipe is closed, be it by a parent that died. A forked worker
    has copies of the parent's ends; with them open it would never know.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Whoever starts a process may unblock it.
    go_with_parent()
    for other in inherited:
        other.close()
    hand = Hand(start)
    with all_else_kept(), suppress(EOFError, OSError):
        while True:
            done = hand.do(pipe.recv())
            try:
                pipe.send(done)
            except OSError:
                raise
            except Exception as error:  # noqa: BLE001 - what cannot be sent is a failure like others
                pipe.send(Done(done.job, None, told(error)))


def _context() -> ForkContext | SpawnContext:
    """A fork costs nothing, but is safe only where it copies the one thread that there is."""
    if sys.platform == "linux" and threads() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def threads() -> int:
    """How many threads this process has on Linux, those of libraries too.

    A library that has begun to work in threads (the validator has one for each core) waits for them
    for ever in a fork, for there are none.
    """
    return len(list(Path("/proc/self/task").iterdir()))


@contextmanager
def deaf_to_interrupts(*, forked: bool) -> Iterator[None]:
    """A process started in here never hears Ctrl-C: the parent does, and ends it.

    The first process that is spawned brings a tracker with it, and when Python has started that,
    it lets interrupts through again, whoever blocked them: so it has to be there before.
    """
    if not forked:
        resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
