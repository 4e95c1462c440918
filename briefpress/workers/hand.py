"""A hand: does jobs one after another, and lives through what they raise."""

import gc
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

SELDOM = 200
"""Jobs after which everything is looked through, which then takes as long as two documents."""
YOUNGEST, OLDEST = 0, 2
"""Generations of the collector: what has been there for no sweep, and everything."""
J = TypeVar("J")
R = TypeVar("R")


@dataclass(frozen=True)
class Done(Generic[J, R]):
    """A job and its result, or what came of it instead, in one line.

    It was `lost` when the process that had it is gone.
    """

    job: J
    result: R | None
    failure: str = ""
    lost: bool = False


Follow = Callable[[Done[J, R]], Iterable[J]]
"""Says which jobs come next when one is done."""


def nothing_follows(done: Done[J, R]) -> Iterable[J]:
    """No job comes of another."""
    del done
    return ()


class Hand(Generic[J, R]):
    """Does jobs, and lives through what they raise."""

    def __init__(self, start: Callable[[], Callable[[J], R]]) -> None:
        """Be ready; `start` is called at the first job."""
        self._start = start
        self._do: Callable[[J], R] | None = None
        self._done = 0

    def do(self, job: J) -> Done[J, R]:
        """Do one job."""
        self._done += 1
        with _swept_between(self._done):
            try:
                self._do = self._do or self._start()
                return Done(job, self._do(job))
            except Exception as error:  # noqa: BLE001 - the other jobs are to be done all the same
                return Done(job, None, told(error))


def told(error: BaseException) -> str:
    """An exception in one line, with the place that raised it."""
    text = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(":")
    frames = traceback.extract_tb(error.__traceback__)
    return f"{text} ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else text


@contextmanager
def all_else_kept() -> Iterator[None]:
    """What is there before the jobs, the library above all, is not looked through after each.

    With the packs of 150 boards that took 40 ms a job, and gave each forked worker a copy of them.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _swept_between(number: int) -> Iterator[None]:
    """Garbage is collected between jobs and not in them.

    A layout is a large tree that grows: in it the collector looks again and again, and finds
    nothing (a fifth of the time of a card, measured). What a job leaves behind is looked through
    once, what is kept for all jobs seldom: to go through that each time took a third of a run.
    The first job has nothing before it.
    """
    enabled = gc.isenabled()
    if number > 1:
        gc.collect(OLDEST if number % SELDOM == 0 else YOUNGEST)
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
