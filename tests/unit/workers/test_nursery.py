"""A nursery: what is ready before there is work is so in all workers, and none is ever missed."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from briefpress.workers import LOST, Done, Limits, run_fostered
from briefpress.workers import nursery as module
from briefpress.workers.crew import Crew
from briefpress.workers.nursery import Nursery, nursery
from briefpress.workers.process import threads
from briefpress.workers.task import Task
from tests.unit.workers.test_workers import broken, deaf, doubling, hanging, noting, pids

READ: list[str] = []
"""What this process has read and made ready."""


def warm() -> Iterator[None]:
    READ.append("warm")
    yield
    READ.append("warmer")
    yield


def cold() -> Iterator[None]:
    message = "libsomething.so is not there"
    raise OSError(message)


def slow() -> Iterator[None]:
    time.sleep(1.0)
    yield


class Telling:
    """Does jobs by telling what was ready before the first of them."""

    def getting_ready(self) -> Iterator[None]:
        READ.append("first step")
        yield
        READ.append("second step")
        yield
        message = "the third step is too high"
        raise ValueError(message)

    def __call__(self, job: int) -> list[str]:
        return READ


def telling() -> Callable[[int], list[str]]:
    READ.append("begun")
    return Telling()


def parents() -> Callable[[int], int]:
    return lambda _job: os.getppid()


def is_there(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def is_gone(pid: int) -> bool:
    """Whether a process is gone, or goes within a moment."""
    end = time.monotonic() + 10
    while is_there(pid) and time.monotonic() < end:
        time.sleep(0.01)
    return not is_there(pid)


@pytest.fixture(autouse=True)
def safe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests leave threads behind in this process; those of others are counted."""
    here = os.getpid()
    monkeypatch.setattr(module, "threads", lambda: 1 if os.getpid() == here else threads())


@pytest.fixture
def nurse() -> Iterator[Nursery]:
    with nursery(warm) as found:
        assert found is not None
        yield found


def test_jobs_are_done_by_children_of_the_nurse(nurse: Nursery) -> None:
    done = list(run_fostered(nurse, range(6), doubling, 2))
    assert sorted((d.job, d.result, d.failure) for d in done) == [(n, 2 * n, "") for n in range(6)]
    assert {d.result for d in run_fostered(nurse, range(4), parents, 2)} == {nurse.process.pid}


def test_what_is_ready_is_so_in_every_worker_and_not_in_their_parent(nurse: Nursery) -> None:
    time.sleep(0.5)
    nurse.teach(telling)
    time.sleep(0.5)
    found = [d.result for d in run_fostered(nurse, range(4), telling, 2)]
    assert found == [["warm", "warmer", "begun", "first step", "second step"]] * 4
    assert READ == []


def test_nobody_waits_for_a_nurse_that_is_not_ready() -> None:
    with nursery(slow) as nurse:
        assert nurse is not None
        began = time.monotonic()
        nurse.teach(partial(_large, b"x" * 10_000_000))
        assert time.monotonic() - began < 0.5
        assert [d.result for d in run_fostered(nurse, [1], partial(_large, b"x"), 1)] == [1]


def _large(data: bytes) -> Callable[[int], int]:
    return lambda _job: len(data)


def test_whoever_waits_does_so_for_one_step_at_most(nurse: Nursery) -> None:
    nurse.teach(telling)  # Before the second step, or while it is taken.
    (found,) = [d.result for d in run_fostered(nurse, [1], telling, 1)]
    assert found is not None
    assert found[0] == "warm"
    assert {"begun", "first step"} <= {*found}


def test_what_cannot_be_made_ready_is_told_of_each_job(nurse: Nursery) -> None:
    failures = [d.failure for d in run_fostered(nurse, range(2), broken, 2)]
    assert all("libsomething.so is not there" in told for told in failures)
    assert len(failures) == 2


def test_what_cannot_be_read_before_is_no_loss() -> None:
    with nursery(cold) as poor:
        assert poor is not None
        assert [d.result for d in run_fostered(poor, [4], doubling, 1)] == [8]


def test_a_job_that_kills_is_tried_twice_and_the_others_are_done(
    nurse: Nursery, tmp_path: Path
) -> None:
    found = {d.job: d for d in run_fostered(nurse, range(8), partial(noting, tmp_path), 2)}
    assert found.pop(3) == Done(3, None, LOST, lost=True)
    assert {job: d.result for job, d in found.items()} == {n: 10 * n for n in range(8) if n != 3}


def test_a_job_that_hangs_is_ended_and_the_others_are_done(nurse: Nursery) -> None:
    with Crew(hanging, 2, Limits(seconds=0.5), nurse) as crew:
        tasks = deque(Task(job) for job in range(4))
        found = {d.job: d for d in crew.work(tasks)}
    assert "it took over 0.5 s" in found.pop(2).failure
    assert {job: d.result for job, d in found.items()} == {0: 0, 1: 1, 3: 3}


@pytest.mark.parametrize("after", [0, 1])
def test_without_a_nurse_jobs_are_done_all_the_same(nurse: Nursery, after: int) -> None:
    assert len(list(run_fostered(nurse, range(after), doubling, 1))) == after
    os.kill(nurse.process.pid or 0, signal.SIGKILL)
    nurse.process.join(10)
    assert {d.result for d in run_fostered(nurse, range(3), doubling, 2)} == {0, 2, 4}


def threading_() -> Callable[[int], int]:
    """Leaves a thread behind, without which a fork would wait for ever."""
    threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
    return lambda _job: os.getppid()


def test_a_nurse_with_threads_bears_nobody_and_jobs_are_done_all_the_same(nurse: Nursery) -> None:
    found = {d.result for d in run_fostered(nurse, range(3), threading_, 2)}
    assert found == {os.getpid()}
    assert is_gone(nurse.process.pid or 0)
    nurse.rest()
    assert {d.result for d in run_fostered(nurse, range(3), doubling, 2)} == {0, 2, 4}


class Stepping:
    """Is ready after a thousand steps of a millisecond."""

    def getting_ready(self) -> Iterator[None]:
        for step in range(1000):
            READ.append(str(step))
            time.sleep(0.001)
            yield

    def __call__(self, job: int) -> int:
        return len(READ)


def test_a_nurse_at_rest_makes_nothing_more_ready(nurse: Nursery) -> None:
    nurse.teach(Stepping)
    nurse.rest()
    time.sleep(2.0)
    (found,) = [d.result for d in run_fostered(nurse, [1], Stepping, 1)]
    assert found is not None
    assert 0 < found < 500


def test_nobody_is_left(nurse: Nursery) -> None:
    workers = {d.result for d in run_fostered(nurse, range(4), pids, 2)}
    assert all(is_gone(pid) for pid in workers if pid)
    nurse.close()
    assert is_gone(nurse.process.pid or 0)


def sleepy() -> Iterator[None]:
    time.sleep(60)
    yield


def stopped(seen: list[int]) -> None:
    with nursery(sleepy) as found:
        assert found is not None
        seen.append(found.process.pid or 0)
        raise KeyboardInterrupt


def test_who_is_stopped_does_not_wait_for_a_nurse_that_is_busy() -> None:
    began, seen = time.monotonic(), [0]
    with pytest.raises(KeyboardInterrupt):
        stopped(seen)
    assert time.monotonic() - began < 5
    assert is_gone(seen[-1])


def test_no_worker_hears_an_interrupt(nurse: Nursery) -> None:
    assert {d.result for d in run_fostered(nurse, range(2), deaf, 2)} == {True}


def test_where_it_is_not_safe_to_fork_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "threads", lambda: 2)
    with nursery(warm) as found:
        assert found is None
