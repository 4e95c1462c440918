"""A crew: keeps workers busy, ends those that hang, relieves those that grow, replaces the dead."""

import time
from collections import deque
from collections.abc import Collection, Iterator
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from briefpress.workers.hand import Done
from briefpress.workers.limits import MEGABYTE, Limits
from briefpress.workers.process import GRACE, Start, Worker, hire
from briefpress.workers.task import Task

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from briefpress.workers.nursery import Nursery

J = TypeVar("J")
R = TypeVar("R")
AHEAD = 100
"""How many of the tasks that wait are looked through for one of the right kind."""
TRIES = 2
"""A job whose worker died is given to one other worker, in case the death was not the job's."""
LOST = "the process that had it died, twice"
GLANCE = 0.25
"""Seconds between two looks at how long jobs take and what memory their processes hold."""


class Crew(Generic[J, R]):
    """Keeps workers busy and replaces those that die."""

    def __init__(
        self, start: Start[J, R], count: int, limits: Limits, nursery: "Nursery | None" = None
    ) -> None:
        """Be ready to hire `count` workers, of the nursery if there is one."""
        self._nursery = nursery
        self._start = start
        self._count = count
        self._limits = limits
        self._workers: list[Worker[J]] = []
        self._leaving: list[Worker[J]] = []

    def __enter__(self) -> "Crew[J, R]":
        for _ in range(self._count):
            self._hire()
        return self

    def __exit__(self, kind: object, *rest: object) -> None:
        """Let the workers go; where something went wrong, they are not asked."""
        everybody = (*self._workers, *self._leaving)
        for worker in everybody:
            if kind is not None:
                worker.process.kill()
            worker.let_go()
        for worker in everybody:
            worker.end(grace=GRACE)

    def work(self, waiting: deque[Task[J]]) -> Iterator[Done[J, R]]:
        """Hand out tasks until all are done, those that were begun before or are added, too."""
        while waiting or any(worker.task is not None for worker in self._workers):
            yield from self._round(waiting)

    def begin(self, waiting: deque[Task[J]]) -> None:
        """Give each idle worker a task; nobody waits for what comes of it."""
        for worker in self._workers:
            if worker.task is None and waiting:
                worker.give(self._next(worker, waiting))

    def _round(self, waiting: deque[Task[J]]) -> Iterator[Done[J, R]]:
        """Hand out what waits, and collect what is done within a glance."""
        self.begin(waiting)
        busy = {worker.pipe: worker for worker in self._workers if worker.task is not None}
        for pipe in wait(list(busy), GLANCE):
            worker = busy.pop(cast("Connection", pipe))
            done = self._collect(worker, waiting)
            if done is not None:
                yield done
        for worker in busy.values():
            done = self._stopped(worker)
            if done is not None:
                yield done

    def _next(self, worker: Worker[J], waiting: deque[Task[J]]) -> Task[J]:
        """The next task for a worker: of its kind, else of one that no other has, else the first.

        What tasks of a kind have in common, a worker makes once.
        """
        others = {one.kind for one in self._workers if one is not worker}
        near = list(islice(waiting, AHEAD))
        own = (place for place, task in enumerate(near) if task.kind == worker.kind)
        free = (place for place, task in enumerate(near) if task.kind not in others)
        place = next(chain(own, free), 0)
        task = waiting[place]
        del waiting[place]
        return task

    def _collect(self, worker: Worker[J], waiting: deque[Task[J]]) -> Done[J, R] | None:
        task, worker.task = worker.task, None
        assert task is not None  # noqa: S101 - only busy workers are waited for
        try:
            done: Done[J, R] = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker)
        else:
            worker.done += 1
            self._relieve(worker, waiting)
            return done
        if task.tried >= TRIES:
            return Done(task.job, None, LOST, lost=True)
        waiting.append(task)
        return None

    def _stopped(self, worker: Worker[J]) -> Done[J, R] | None:
        """What came of a job that takes more than it may, whose process is ended; else None.

        It is not tried again: it would take as much.
        """
        limits, task = self._limits, worker.task
        assert task is not None  # noqa: S101 - only busy workers are looked at
        why = ""
        if time.monotonic() - worker.since > limits.seconds:
            why = f"it took over {limits.seconds:g} s, and was stopped"
        elif worker.memory > limits.memory:
            why = f"it needed over {limits.memory // MEGABYTE} MB of memory, and was stopped"
        if not why:
            return None
        self._replace(worker)
        return Done(task.job, None, why, lost=True)

    def _relieve(self, worker: Worker[J], waiting: Collection[Task[J]]) -> None:
        """Let a worker go that has done enough or has grown, for another one that is fresh."""
        limits = self._limits
        if not waiting or (worker.done < limits.jobs and worker.memory < limits.relieved):
            return
        self._workers.remove(worker)
        worker.let_go()
        self._leaving = [one for one in self._leaving if one.process.is_alive()]
        self._leaving.append(worker)
        self._hire()

    def _replace(self, worker: Worker[J]) -> None:
        worker.end()
        self._workers.remove(worker)
        self._hire()

    def _hire(self) -> None:
        self._workers.append(hire(self._start, (*self._workers, *self._leaving), self._nursery))
