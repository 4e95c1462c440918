"""Staff: who makes the editions of a build, processes of this machine or a cluster elsewhere."""

from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Where
from briefpress.program import program
from briefpress.workers import (
    Done,
    Follow,
    Start,
    begun,
    nothing_follows,
    run,
    run_before,
    run_fostered,
)

if TYPE_CHECKING:
    from briefpress.workers.nursery import Nursery

J = TypeVar("J")
R = TypeVar("R")


@dataclass(frozen=True)
class Staff:
    """So many processes of this machine, or a cluster at an address.

    Where there is a `nursery`, it gets ready what they begin with before there is work.
    """

    count: int = 1
    cluster: str = ""
    nursery: "Nursery | None" = None

    def expect(self, start: Start[J, R]) -> None:
        """Have made ready what they are going to begin with."""
        if self.nursery is not None:
            self.nursery.teach(start)

    @contextmanager
    def ahead(
        self, jobs: Collection[J], start: Start[J, R], kind_of: Callable[[J], Hashable]
    ) -> Iterator[Iterator[Done[J, R]]]:
        """Have jobs begun with before it is known what else there is to do, by the nursery."""
        if self.nursery is None:
            yield self.do(jobs, start, kind_of)
            return
        with begun(self.nursery, jobs, start, self.count, kind_of) as done:
            yield done

    def do(
        self,
        jobs: Collection[J],
        start: Start[J, R],
        kind_of: Callable[[J], Hashable] = lambda _: None,
    ) -> Iterator[Done[J, R]]:
        """Do jobs; those of a kind have something in common that a process makes once."""
        if self.cluster:
            return _far(jobs, start, self.cluster)
        if self.nursery is not None:
            return run_fostered(self.nursery, jobs, start, self.count, kind_of)
        return run(jobs, start, self.count, kind_of=kind_of)

    def do_before(
        self,
        jobs: Collection[J],
        start: Start[J, R],
        kind_of: Callable[[J], Hashable],
        follow: Follow[J, R],
    ) -> Iterator[Done[J, R]]:
        """Do jobs of another kind before those that are expected, and others that `follow` each.

        They are done apart, and in other processes.
        """
        if self.cluster:
            return _far(jobs, start, self.cluster, follow)
        if self.nursery is not None:
            self.nursery.rest()
        return run_before(jobs, start, self.count, kind_of, follow)


def _far(
    jobs: Collection[J], start: Start[J, R], cluster: str, follow: Follow[J, R] = nothing_follows
) -> Iterator[Done[J, R]]:
    """On a cluster. If it goes away, what is left of the jobs is lost, and is told as that."""
    from briefpress.workers.cluster import ClusterFaultError, run_on_cluster  # noqa: PLC0415 - rare

    left = dict.fromkeys(jobs)
    try:
        for done in run_on_cluster(cluster, jobs, start, program, follow):
            left.pop(done.job, None)
            yield done
    except ClusterFaultError as fault:
        yield from (Done(job, None, str(fault), lost=True) for job in left)


def meet(cluster: str) -> tuple[Diagnostic, ...]:
    """Say why a cluster cannot do the work, before any is begun."""
    if not cluster:
        return ()
    from briefpress.workers.cluster import ClusterFaultError, try_cluster  # noqa: PLC0415 - as above

    try:
        try_cluster(cluster, program)
    except ClusterFaultError as fault:
        return (Diagnostic("CLUSTER", severity_of("CLUSTER"), str(fault), Where(), fault.hint),)
    return ()
