"""A cluster of two workers on loopback, for tests."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
FORGIVING_ONCE = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
"""Each death of a worker costs seconds."""


def begun(folder: Path, part: str, *words: str) -> "subprocess.Popen[bytes]":
    """A part of a cluster; on loopback, without a page to watch it."""
    folder.mkdir(exist_ok=True)
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
    while not (told.exists() and told.stat().st_size) and started.poll() is None:
        time.sleep(0.1)
    try:
        yield str(json.loads(told.read_text(encoding="utf-8"))["address"])
    finally:
        ended(started)


@contextmanager
def working(folder: Path) -> Iterator[str]:
    """The address of one with two workers, of two threads each."""
    from distributed import Client  # noqa: PLC0415 - half a second

    with scheduling(folder) as address:
        words = (address, "--nthreads=2", "--no-dashboard", f"--local-directory={folder}")
        workers = [begun(folder, "dask_worker", *words) for _ in range(2)]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield address
        for worker in workers:
            ended(worker)
