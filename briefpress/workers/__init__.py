"""Workers: jobs done side by side in processes, any of which may be lost without the others."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from briefpress.workers.crew import LOST, Crew
from briefpress.workers.hand import Done, Follow, Hand, all_else_kept, nothing_follows, told
from briefpress.workers.limits import LIMITS, Limits
from briefpress.workers.process import Start, threads
from briefpress.workers.task import Task

if TYPE_CHECKING:
    from briefpress.workers.nursery import Nursery

__all__ = [
    "LIMITS",
    "LOST",
    "Done",
    "Follow",
    "Limits",
    "Start",
    "begun",
    "nothing_follows",
    "run",
    "run_before",
    "run_fostered",
    "threads",
    "told",
]

J = TypeVar("J")
R = TypeVar("R")


def run(
    jobs: Iterable[J],
    start: Start[J, R],
    count: int,
    limits: Limits = LIMITS,
    kind_of: Callable[[J], Hashable] = lambda _: None,
) -> Iterator[Done[J, R]]:
    """Do `jobs` with `count` workers and yield each as it is done, in no particular order.

    Jobs of a kind that stand near one another go to the same worker, as long as no other is idle.

    `start` is called once in each worker, at its first job, and gives the function that does a
    job. An exception is a result like others. With one worker everything happens in this process,
    where nothing but the user ends a job that takes too long; so does a single job.
    """
    tasks = deque(Task(job, kind_of(job)) for job in jobs)
    if count == 1 or len(tasks) <= 1:
        hand = Hand(start)
        with all_else_kept():
            for task in tasks:
                yield hand.do(task.job)
        return
    with Crew(start, min(count, len(tasks)), limits) as crew:
        yield from crew.work(tasks)


def run_before(
    jobs: Iterable[J],
    start: Start[J, R],
    count: int,
    kind_of: Callable[[J], Hashable] = lambda _: None,
    follow: Follow[J, R] = nothing_follows,
) -> Iterator[Done[J, R]]:
    """The same before other jobs, so that even a single one is done apart, and what follows it.

    What a job leaves behind in this process, threads above all, would keep workers from being
    forked afterwards. What `follow` names when a job is done is done next.
    """
    tasks = deque(Task(job, kind_of(job)) for job in jobs)

    def followed(done: Done[J, R]) -> Done[J, R]:
        tasks.extendleft(reversed([Task(job, kind_of(job)) for job in follow(done)]))
        return done

    if count == 1 or not tasks:
        hand = Hand(start)
        with all_else_kept():
            while tasks:
                yield followed(hand.do(tasks.popleft().job))
        return
    with Crew(start, count, LIMITS) as crew:
        yield from map(followed, crew.work(tasks))


def run_fostered(
    nursery: "Nursery",
    jobs: Iterable[J],
    start: Start[J, R],
    count: int,
    kind_of: Callable[[J], Hashable] = lambda _: None,
) -> Iterator[Done[J, R]]:
    """The same with workers of a nursery, be there one job or many."""
    with begun(nursery, jobs, start, count, kind_of) as done:
        yield from done


@contextmanager
def begun(
    nursery: "Nursery",
    jobs: Iterable[J],
    start: Start[J, R],
    count: int,
    kind_of: Callable[[J], Hashable] = lambda _: None,
) -> Iterator[Iterator[Done[J, R]]]:
    """Have jobs begun with, and give what yields each as it is done: meanwhile there is time."""
    tasks = deque(Task(job, kind_of(job)) for job in jobs)
    with Crew(start, min(count, len(tasks)), LIMITS, nursery) as crew:
        crew.begin(tasks)
        yield crew.work(tasks)
