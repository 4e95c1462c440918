"""A cluster: jobs done elsewhere come back whole, or it is said why not."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from briefpress.workers import Done
from briefpress.workers import cluster as cluster_module
from briefpress.workers.cluster import LOST, ClusterFaultError, run_on_cluster

ROOT = Path(__file__).parents[3]
NEVER = "tcp://127.0.0.1:9"
"""Nobody listens at the port for discarding."""
FORGIVING_ONCE = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
"""Each death of a worker costs seconds."""


def begun(folder: Path, part: str, *words: str) -> "subprocess.Popen[bytes]":
    """A part of a cluster; on loopback, without a page to watch it."""
    log = folder / f"{part}-{len(list(folder.iterdir()))}.log"
    with log.open("wb") as told:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{part}", "--host=127.0.0.1", *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **FORGIVING_ONCE},
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
        )


def ended(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(20)


@contextmanager
def scheduling(folder: Path) -> Iterator[str]:
    """The address of a scheduler that has no workers yet."""
    told = folder / "scheduler.json"
    words = ("--port=0", "--no-dashboard", f"--scheduler-file={told}")
    started = begun(folder, "dask_scheduler", *words)
    while not told.exists() and started.poll() is None:
        time.sleep(0.1)
    try:
        yield str(json.loads(told.read_text(encoding="utf-8"))["address"])
    finally:
        ended(started)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one with two workers, of two threads each."""
    from distributed import Client  # noqa: PLC0415 - half a second

    folder = tmp_path_factory.mktemp("cluster")
    with scheduling(folder) as address:
        words = (address, "--nthreads=2", "--no-dashboard", f"--local-directory={folder}")
        workers = [begun(folder, "dask_worker", *words) for _ in range(2)]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield address
        for worker in workers:
            ended(worker)


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
    found = {done.job: done.result for done in run_on_cluster(cluster, range(40), doubling)}
    assert {job: result and result[0] for job, result in found.items()} == {
        job: 2 * job for job in range(40)
    }
    processes = {result[1] for result in found.values() if result}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_what_fails_says_why_and_the_rest_is_done(cluster: str) -> None:
    found = {done.job: done for done in run_on_cluster(cluster, range(3), failing)}
    assert found[1] == Done(1, 1)
    assert found[0].failure.startswith("ZeroDivisionError: ")
    assert not found[0].lost


def test_each_worker_starts_once_and_does_one_job_at_a_time(cluster: str, tmp_path: Path) -> None:
    jobs = range(10, 40)
    assert {d.result for d in run_on_cluster(cluster, jobs, partial(noting, tmp_path))} == {*jobs}
    again = {d.result for d in run_on_cluster(cluster, jobs, partial(noting, tmp_path))}
    assert again == {*jobs}
    assert len(list(tmp_path.glob("start-*"))) == 2


def test_a_job_that_kills_its_workers_is_lost_alone(cluster: str, tmp_path: Path) -> None:
    found = {d.job: d for d in run_on_cluster(cluster, range(6), partial(noting, tmp_path))}
    assert found.pop(3) == Done(3, None, LOST, lost=True)
    assert {done.result for done in found.values()} == {0, 1, 2, 4, 5}


def test_nobody_there_is_told() -> None:
    with pytest.raises(ClusterFaultError, match="no cluster answers at") as told:
        list(run_on_cluster(NEVER, [1], doubling))
    assert "address of a Dask scheduler" in told.value.hint


def test_a_cluster_without_workers_is_told(tmp_path: Path) -> None:
    with scheduling(tmp_path) as address, pytest.raises(ClusterFaultError) as told:
        list(run_on_cluster(address, [1], doubling))
    assert str(told.value) == "the cluster has no workers"


def test_workers_of_another_version_are_told(cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "_version", lambda name: f"0 of {name}")
    with pytest.raises(ClusterFaultError, match=r"has briefpress .*, here is 0 of briefpress"):
        list(run_on_cluster(cluster, [1], doubling))


def test_what_was_changed_on_its_way_is_found() -> None:
    sealed = cluster_module.Sealed.of("a telephone number")
    assert sealed.opened() == "a telephone number"
    bent = replace(sealed, data=sealed.data.replace(b"number", b"numbed"))
    with pytest.raises(ValueError, match="is not what was sent"):
        bent.opened()
