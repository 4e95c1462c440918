"""Workers: jobs done side by side in processes, any of which may be lost without the others."""

import gc
import multiprocessing
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar

J = TypeVar("J")
R = TypeVar("R")
TRIES = 2
"""A job whose worker died is given to one other worker, in case the death was not the job's."""
LOST = "the process that had it died, twice"
GRACE = 2.0
"""Seconds. An idle worker needs a few thousandths to go."""


@dataclass(frozen=True)
class Done(Generic[J, R]):
    """A job and its result, or what came of it instead, in one line."""

    job: J
    result: R | None
    failure: str = ""


@dataclass
class _Task(Generic[J]):
    """A job, and how often it has been tried."""

    job: J
    tried: int = 0


@dataclass
class _Worker(Generic[J]):
    """A process, the way to talk to it, and the task that it has."""

    process: BaseProcess
    pipe: Connection
    task: _Task[J] | None = None


def run(
    jobs: Iterable[J], start: Callable[[], Callable[[J], R]], count: int
) -> Iterator[Done[J, R]]:
    """Do `jobs` with `count` workers and yield each as it is done, in no particular order.

    `start` is called once in each worker, at its first job, and gives the function that does a
    job. With one worker everything happens in this process. An exception is a result like others.
    """
    tasks = deque(_Task(job) for job in jobs)
    if count == 1 or len(tasks) <= 1:
        hand = _Hand(start)
        for task in tasks:
            yield hand.do(task.job)
        return
    with _Crew(start, min(count, len(tasks))) as crew:
        yield from crew.work(tasks)


class _Hand(Generic[J, R]):
    """Does jobs, and lives through what they raise."""

    def __init__(self, start: Callable[[], Callable[[J], R]]) -> None:
        self._start = start
        self._do: Callable[[J], R] | None = None

    def do(self, job: J) -> Done[J, R]:
        with _swept_between(first=self._do is None):
            try:
                self._do = self._do or self._start()
                return Done(job, self._do(job))
            except Exception as error:  # noqa: BLE001 - the other jobs are to be done all the same
                return Done(job, None, told(error))


class _Crew(Generic[J, R]):
    """Keeps workers busy and replaces those that die."""

    def __init__(self, start: Callable[[], Callable[[J], R]], count: int) -> None:
        self._start = start
        self._context = _context()
        self._count = count
        self._workers: list[_Worker[J]] = []

    def __enter__(self) -> "_Crew[J, R]":
        for _ in range(self._count):
            self._workers.append(self._hire())
        return self

    def __exit__(self, kind: object, *rest: object) -> None:
        """Let the workers go; where something went wrong, they are not asked."""
        for worker in self._workers:
            if kind is not None:
                worker.process.kill()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(GRACE)
            worker.process.kill()
            worker.process.join()

    def _hire(self) -> _Worker[J]:
        ours, theirs = self._context.Pipe()
        forked = self._context.get_start_method() == "fork"
        inherited = [*(worker.pipe for worker in self._workers), ours] if forked else []
        process = self._context.Process(
            target=_serve, args=(theirs, inherited, self._start), daemon=True
        )
        with _deaf_to_interrupts():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def work(self, waiting: deque[_Task[J]]) -> Iterator[Done[J, R]]:
        """Hand out tasks until all are done."""
        left = len(waiting)
        while left:
            self._hand_out(waiting)
            busy = {worker.pipe: worker for worker in self._workers if worker.task is not None}
            for pipe in wait(list(busy)):
                done = self._collect(busy[pipe], waiting)  # type: ignore[index] # it is of `busy`
                if done is not None:
                    left -= 1
                    yield done

    def _hand_out(self, waiting: deque[_Task[J]]) -> None:
        for worker in self._workers:
            if worker.task is None and waiting:
                worker.task = waiting.popleft()
                worker.task.tried += 1
                with suppress(OSError):  # It died while idle: the other end of its pipe will tell.
                    worker.pipe.send(worker.task.job)

    def _collect(self, worker: _Worker[J], waiting: deque[_Task[J]]) -> Done[J, R] | None:
        task, worker.task = worker.task, None
        assert task is not None  # noqa: S101 - only busy workers are waited for
        try:
            done: Done[J, R] = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker)
        else:
            return done
        if task.tried >= TRIES:
            return Done(task.job, None, LOST)
        waiting.append(task)
        return None

    def _replace(self, worker: _Worker[J]) -> None:
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        self._workers.append(self._hire())


def _serve(
    pipe: Connection, inherited: list[Connection], start: Callable[[], Callable[[J], R]]
) -> None:
    """What a worker does all day.

    It goes when the other end of its pipe is closed, be it by a parent that died. A forked worker
    has copies of the parent's ends; with them open it would never know.
    """
    for other in inherited:
        other.close()
    hand = _Hand(start)
    with suppress(EOFError, OSError):
        while True:
            done = hand.do(pipe.recv())
            try:
                pipe.send(done)
            except OSError:
                raise
            except Exception as error:  # noqa: BLE001 - what cannot be sent is a failure like others
                pipe.send(Done(done.job, None, told(error)))


def told(error: BaseException) -> str:
    """An exception in one line, with the place that raised it."""
    text = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(":")
    frames = traceback.extract_tb(error.__traceback__)
    return f"{text} ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else text


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
def _swept_between(*, first: bool) -> Iterator[None]:
    """Garbage is collected between jobs and not in them.

    A layout is a large tree that grows: in it the collector looks again and again, and finds
    nothing (a fifth of the time of a card, measured). The first job has nothing before it.
    """
    enabled = gc.isenabled()
    if not first:
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process started in here never hears Ctrl-C: the parent does, and ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
