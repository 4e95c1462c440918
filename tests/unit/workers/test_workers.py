"""Workers: every job comes back, whatever happens to the process that has it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from briefpress.workers import LIMITS, LOST, Done, Limits, crew, process, run, run_before
from briefpress.workers.limits import MEGABYTE

ROOT = Path(__file__).parents[3]


@pytest.fixture(params=["fork", "spawn"])
def started(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways in which a worker can be started."""
    count = 1 if request.param == "fork" else 2
    monkeypatch.setattr(process, "threads", lambda: count)


def doubling() -> Callable[[int], int]:
    return lambda number: 2 * number


def noting(folder: Path) -> Callable[[int], int]:
    """Leaves a line for each try; job 3 kills whoever does it, job 4 whoever does it first."""
    return partial(_note, folder)


def _note(folder: Path, job: int) -> int:
    with (folder / str(job)).open("a", encoding="utf-8") as file:
        file.write(f"{os.getpid()}\n")
    tries = len((folder / str(job)).read_text(encoding="utf-8").split())
    if job == 3 or (job == 4 and tries == 1):
        os.kill(os.getpid(), signal.SIGKILL)
    return 10 * job


def failing() -> Callable[[int], object]:
    return _fail


def _fail(job: int) -> object:
    if job == 1:
        message = "one is\nnot wanted"
        raise ValueError(message)
    return threading.Lock() if job == 2 else job  # A lock cannot be sent to another process.


def broken() -> Callable[[int], int]:
    message = "libsomething.so is not there"
    raise OSError(message)


def sleeping(folder: Path) -> Callable[[int], int]:
    return partial(_sleep, folder)


def _sleep(folder: Path, job: int) -> int:
    (folder / str(os.getpid())).touch()
    time.sleep(60 if job else 0.2)
    return job


def pids() -> Callable[[int], int]:
    return lambda _job: os.getpid()


def hanging() -> Callable[[int], int]:
    return _hang


def _hang(job: int) -> int:
    time.sleep(60 if job == 2 else 0)
    return job


HOARD = 700 * MEGABYTE


def hoarding(folder: Path) -> Callable[[int], int]:
    return partial(_hoard, folder)


def _hoard(folder: Path, job: int) -> int:
    """Job 2 takes more than anybody had before, and lives with it for a while."""
    with (folder / str(job)).open("a", encoding="utf-8") as file:
        file.write("tried\n")
    held = b"x" * HOARD if job == 2 else b""
    time.sleep(60 if held else 0)
    return job


def deaf() -> Callable[[int], bool]:
    return _is_deaf


def _is_deaf(_job: int) -> bool:
    """Whether an interrupt would not be heard, nor would it have been while this one started."""
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    return signal.SIGINT in blocked and signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_every_job_comes_back_with_its_result(started: None) -> None:
    done = list(run(range(9), doubling, 3))
    assert sorted((d.job, d.result, d.failure) for d in done) == [(n, 2 * n, "") for n in range(9)]


def test_no_jobs_are_done_at_once() -> None:
    assert list(run([], broken, 4)) == []


def test_one_worker_is_this_process() -> None:
    assert [d.result for d in run([1, 2], pids, 1)] == [os.getpid()] * 2


def test_more_workers_are_other_processes() -> None:
    found = {d.result for d in run(range(4), pids, 2)}
    assert os.getpid() not in found


def test_a_job_that_kills_is_tried_twice_and_the_others_are_done(
    started: None, tmp_path: Path
) -> None:
    done = {d.job: d for d in run(range(8), partial(noting, tmp_path), 2)}
    assert done.pop(3) == Done(3, None, LOST, lost=True)
    assert {job: d.result for job, d in done.items()} == {n: 10 * n for n in range(8) if n != 3}
    assert len((tmp_path / "3").read_text().split()) == 2
    assert len((tmp_path / "4").read_text().split()) == 2
    assert len((tmp_path / "5").read_text().split()) == 1


def dawdling() -> Callable[[int], int]:
    return _dawdle


def _dawdle(job: int) -> int:
    """Each even kind takes longer, so that who asks next is never who would be next in turn."""
    time.sleep(0.03 if job // 10 % 2 else 0.05)
    return os.getpid()


def test_jobs_of_a_kind_go_to_one_worker() -> None:
    jobs = range(60)
    done = list(run(jobs, dawdling, 2, kind_of=lambda job: job // 10))
    assert sorted(d.job for d in done) == list(jobs)
    by_kind = [{d.result for d in done if d.job // 10 == kind} for kind in range(6)]
    assert sum(len(pids) > 1 for pids in by_kind) <= 1, "the last one, which nobody is idle for"
    assert len({d.result for d in done}) == 2


def test_nobody_is_idle_while_jobs_of_another_kind_wait() -> None:
    done = list(run(range(8), dawdling, 2, kind_of=lambda job: "one"))
    assert len(Counter(d.result for d in done)) == 2
    assert min(Counter(d.result for d in done).values()) >= 2


def test_a_kind_that_stands_far_away_waits_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "AHEAD", 2)
    done = list(run([0, 1, 2, 3, 10], dawdling, 2, kind_of=lambda job: job // 10))
    assert sorted(d.job for d in done) == [0, 1, 2, 3, 10]


@pytest.mark.parametrize("count", [1, 2])
def test_an_exception_is_told_in_one_line_and_loses_nothing(count: int) -> None:
    done = {d.job: d for d in run([0, 1, 3], failing, count)}
    assert done[0].result == 0
    assert done[3].result == 3
    assert done[1].result is None
    assert done[1].failure.startswith("ValueError: one is not wanted (test_workers.py:")


def test_a_result_that_cannot_be_sent_is_a_failure() -> None:
    done = {d.job: d for d in run(range(4), failing, 2)}
    assert done[2].result is None
    assert "cannot pickle" in done[2].failure
    assert done[3].result == 3


@pytest.mark.parametrize("count", [1, 2])
def test_a_worker_that_cannot_begin_says_why_for_each_job(count: int) -> None:
    done = list(run(range(3), broken, count))
    assert len(done) == 3
    assert all("libsomething.so is not there" in d.failure for d in done)


def test_a_worker_that_dies_while_it_waits_loses_nothing() -> None:
    jobs = run(range(6), pids, 2)
    first = next(jobs)
    assert first.result is not None
    os.kill(first.result, signal.SIGKILL)
    os.waitid(os.P_PID, first.result, os.WEXITED | os.WNOWAIT)
    rest = list(jobs)
    assert sorted(d.job for d in [first, *rest]) == list(range(6))
    assert not any(d.failure for d in rest)


def test_whoever_stops_listening_leaves_no_process_behind(tmp_path: Path) -> None:
    jobs: Iterator[Done[int, int]] = run(range(3), partial(sleeping, tmp_path), 3)
    assert next(jobs).job == 0
    began = time.monotonic()
    while len(list(tmp_path.iterdir())) < 3 and time.monotonic() - began < 20:
        time.sleep(0.02)  # On a busy machine the others may not have begun yet.
    workers = [int(file.name) for file in tmp_path.iterdir()]
    began = time.monotonic()
    jobs.close()  # type: ignore[attr-defined] # it is a generator
    assert time.monotonic() - began < 20
    assert len(workers) == 3
    assert not any(_is_alive(pid) for pid in workers)


def test_a_job_that_takes_for_ever_is_stopped_and_the_others_are_done(started: None) -> None:
    began = time.monotonic()
    done = {d.job: d for d in run(range(6), hanging, 2, Limits(seconds=8))}
    assert time.monotonic() - began < 30
    assert done.pop(2) == Done(2, None, "it took over 8 s, and was stopped", lost=True)
    assert {job: d.result for job, d in done.items()} == {n: n for n in range(6) if n != 2}


def test_a_job_that_takes_all_memory_is_stopped_once(tmp_path: Path) -> None:
    limits = Limits(memory=HOARD - 50 * MEGABYTE)
    done = {d.job: d for d in run(range(6), partial(hoarding, tmp_path), 2, limits)}
    assert done[2].lost
    assert "MB of memory, and was stopped" in done[2].failure
    assert [d.result for _, d in sorted(done.items())] == [0, 1, None, 3, 4, 5]
    assert (tmp_path / "2").read_text().split() == ["tried"]


@pytest.mark.parametrize("limits", [Limits(jobs=3), Limits(relieved=0)])
def test_a_worker_is_relieved_before_it_grows(started: None, limits: Limits) -> None:
    done = list(run(range(12), pids, 2, limits))
    assert sorted(d.job for d in done) == list(range(12))
    by_worker: dict[int | None, int] = {}
    for one in done:
        by_worker[one.result] = by_worker.get(one.result, 0) + 1
    assert len(by_worker) >= 4
    assert max(by_worker.values()) <= limits.jobs
    assert not any(_is_alive(pid) for pid in by_worker if pid)


def test_a_worker_that_does_little_stays() -> None:
    assert len({d.result for d in run(range(40), pids, 2, LIMITS)}) == 2


def test_no_worker_hears_an_interrupt_not_even_while_it_starts(started: None) -> None:
    assert [d.result for d in run(range(4), deaf, 2)] == [True] * 4


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


AFTER_THREADS = """
import page
from briefpress.workers import run, threads

def judging():
    return judge

def judge(job):
    with open(job, "rb") as file:
        return page.validate_pdf_bytes(file.read(), profile=page.ValidationProfile.PDF_UA_1) is None

if __name__ == "__main__":
    judge({pdf!r})
    assert threads() > 1
    print([done.result for done in run([{pdf!r}] * 2, judging, 2)])
"""


def test_work_goes_on_after_a_library_has_begun_to_use_threads(tmp_path: Path) -> None:
    """The validator does; a fork would not have them, and wait for them for ever."""
    from tests.unit.render.support import proof  # noqa: PLC0415 - spawned workers need no engine

    (tmp_path / "a.pdf").write_bytes(proof("<p>x</p>").pdf)
    script = tmp_path / "script.py"
    script.write_text(AFTER_THREADS.format(pdf=str(tmp_path / "a.pdf")), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert said.stdout.strip() == "[False, False]"


def whereabouts() -> Callable[[int], int]:
    return lambda _: os.getpid()


def test_a_single_job_is_done_here() -> None:
    (done,) = run([1], whereabouts, 2)
    assert done.result == os.getpid()


@pytest.mark.parametrize("count", [1, 2])
def test_a_single_job_that_others_come_after_is_done_apart_if_there_is_anybody(count: int) -> None:
    (done,) = run_before([1], whereabouts, count)
    assert (done.result == os.getpid()) == (count == 1)


def doubled() -> Callable[[int], int]:
    return lambda job: 2 * job


@pytest.mark.parametrize("count", [1, 2])
def test_what_follows_a_job_is_done_before_what_waited(count: int) -> None:
    def follow(done: Done[int, int]) -> list[int]:
        return [10 * done.job, 10 * done.job + 1] if done.job < 10 else []

    done = [(one.job, one.result) for one in run_before([1, 2, 3], doubled, count, follow=follow)]
    jobs = [1, 10, 11, 2, 20, 21, 3, 30, 31]
    assert sorted(done) == sorted((job, 2 * job) for job in jobs)
    if count == 1:
        assert [job for job, _ in done] == jobs


def test_nothing_comes_of_no_jobs() -> None:
    assert list(run_before([], doubled, 2)) == []
