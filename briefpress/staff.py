"""Staff: who makes the editions of a build, processes of this machine or a cluster elsewhere."""

from collections.abc import Callable, Collection, Hashable, Iterator
from typing import TypeVar

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Where
from briefpress.program import program
from briefpress.workers import Done, run

J = TypeVar("J")
R = TypeVar("R")
Start = Callable[[], Callable[[J], R]]


def done_by_staff(
    jobs: Collection[J],
    start: Start[J, R],
    count: int,
    cluster: str,
    kind_of: Callable[[J], Hashable] = lambda _: None,
    *,
    apart: bool = False,
) -> Iterator[Done[J, R]]:
    """Do jobs with so many processes of this machine, or on the cluster at an address.

    Jobs of a kind have something in common that a process makes once. Before others, a job is done
    `apart`.
    """
    if cluster:
        return _far(jobs, start, cluster)
    return run(jobs, start, count, kind_of=kind_of, apart=apart)


def _far(jobs: Collection[J], start: Start[J, R], cluster: str) -> Iterator[Done[J, R]]:
    """On a cluster. If it goes away, what is left of the jobs is lost, and is told as that."""
    from briefpress.workers.cluster import ClusterFaultError, run_on_cluster  # noqa: PLC0415 - rare

    left = dict.fromkeys(jobs)
    try:
        for done in run_on_cluster(cluster, jobs, start, program):
            del left[done.job]
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
