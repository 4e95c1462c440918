"""A cluster: jobs done elsewhere come back whole, or it is said why not."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from briefpress.workers import Done
from briefpress.workers import cluster as cluster_module
from briefpress.workers.cluster import LOST, ClusterFaultError, run_on_cluster
from tests.cluster import scheduling, working

NEVER = "tcp://127.0.0.1:9"
"""Nobody listens at the port for discarding."""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one with two workers, of two threads each."""
    with working(tmp_path_factory.mktemp("cluster")) as address:
        yield address


def program() -> dict[str, str]:
    return {"the program": "1"}


def doubling() -> Callable[[int], tuple[int, int]]:
    return lambda number: (2 * number, os.getpid())


def failing() -> Callable[[int], int]:
    return lambda number: 1 // number


def noting(folder: Path) -> Callable[[int], int]:
    """Leaves a line for each start; job 3 kills whoever does it."""
    (folder / f"start-{os.getpid()}").touch()
    return partial(_noted, folder)


def _noted(folder: Path, job: int) -> int:
    if job == 3:
        os._exit(1)
    (folder / f"running-{os.getpid()}").mkdir()
    (folder / f"running-{os.getpid()}").rmdir()
    return job


def test_every_job_comes_back_from_other_processes(cluster: str) -> None:
    found = {
        done.job: done.result for done in run_on_cluster(cluster, range(40), doubling, program)
    }
    assert {job: result and result[0] for job, result in found.items()} == {
        job: 2 * job for job in range(40)
    }
    processes = {result[1] for result in found.values() if result}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_what_follows_a_job_is_done_too(cluster: str) -> None:
    """More of it than jobs there were, so that nobody waits for the last one."""

    def follow(done: Done[int, tuple[int, int]]) -> list[int]:
        return [100 * done.job + more for more in range(20)] if done.job < 3 else []

    found = [d.job for d in run_on_cluster(cluster, [1, 2], doubling, program, follow)]
    assert sorted(found) == sorted([1, 2, *range(100, 120), *range(200, 220)])


def test_what_fails_says_why_and_the_rest_is_done(cluster: str) -> None:
    found = {done.job: done for done in run_on_cluster(cluster, range(3), failing, program)}
    assert found[1] == Done(1, 1)
    assert found[0].failure.startswith("ZeroDivisionError: ")
    assert not found[0].lost


def test_each_worker_starts_once_and_does_one_job_at_a_time(cluster: str, tmp_path: Path) -> None:
    jobs = range(10, 40)
    assert {
        d.result for d in run_on_cluster(cluster, jobs, partial(noting, tmp_path), program)
    } == {*jobs}
    again = {d.result for d in run_on_cluster(cluster, jobs, partial(noting, tmp_path), program)}
    assert again == {*jobs}
    assert len(list(tmp_path.glob("start-*"))) == 2


def test_a_job_that_kills_its_workers_is_lost_alone(cluster: str, tmp_path: Path) -> None:
    found = {
        d.job: d for d in run_on_cluster(cluster, range(6), partial(noting, tmp_path), program)
    }
    assert found.pop(3) == Done(3, None, LOST, lost=True)
    assert {done.result for done in found.values()} == {0, 1, 2, 4, 5}


def test_nobody_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "CONNECT_SECONDS", 0.5)
    with pytest.raises(ClusterFaultError, match="no cluster answers at") as told:
        list(run_on_cluster(NEVER, [1], doubling, program))
    assert "address of a Dask scheduler" in told.value.hint


def test_a_cluster_without_workers_is_told(tmp_path: Path) -> None:
    with scheduling(tmp_path) as address, pytest.raises(ClusterFaultError) as told:
        list(run_on_cluster(address, [1], doubling, program))
    assert str(told.value) == "the cluster has no workers"


def test_workers_of_another_version_are_told(cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Here:
        """Is another one wherever it is asked."""

        def __call__(self) -> dict[str, str]:
            return {"the program": str(os.getpid()), "the packages": "the same"}

    with pytest.raises(ClusterFaultError, match="does not have what is here: the program differ"):
        list(run_on_cluster(cluster, [1], doubling, Here()))


def test_what_was_changed_on_its_way_is_found() -> None:
    sealed = cluster_module.Sealed.of("a telephone number")
    assert sealed.opened() == "a telephone number"
    bent = replace(sealed, data=sealed.data.replace(b"number", b"numbed"))
    with pytest.raises(ValueError, match="is not what was sent"):
        bent.opened()
