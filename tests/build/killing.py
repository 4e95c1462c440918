"""Killing: builds are ended at any moment, and what then stands is held against what should."""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-24"
LEFT_OUT = ("last.json", "packs.bin", "journal.jsonl")
"""What is of this folder or of one process alone, and of a build that did not come to its end."""
PARENT, WORKER, EVERYBODY = "the build", "a worker", "everybody"
WAYS = (PARENT, PARENT, WORKER, EVERYBODY)
State = Mapping[str, str]
"""The SHA-256 of each file of an output folder, by its path."""


@dataclass
class Field:
    """A publication that comes in a few versions, and the folder into which it is built."""

    folder: Path
    chance: random.Random
    versions: dict[str, Path] = field(default_factory=dict)
    whole: dict[str, State] = field(default_factory=dict)
    longest: float = 0.0

    @property
    def output(self) -> Path:
        """Where the builds that are killed write."""
        return self.folder / "output"

    def prepare(self) -> None:
        """Make the versions, and build each in peace: what stands then is what should."""
        for name, change in {"first": "", "second": "reworded", "third": "without"}.items():
            source = self.versions[name] = self.folder / name / "source"
            shutil.copytree(ROOT / "tests" / "specimen" / "source", source)
            _edit(source, change)
            output = self.folder / name / "output"
            began = time.monotonic()
            process = self.start(name, output)
            assert process.wait() == 0, f"{name} does not build"
            self.longest = max(self.longest, time.monotonic() - began)
            self.whole[name] = state_of(output)

    def start(self, name: str, output: Path) -> "subprocess.Popen[bytes]":
        """A build of a version, as the leader of its processes."""
        places = ("--source", self.versions[name], "--layouts", ROOT / "layouts")
        scratch = self.folder / "scratch"
        scratch.mkdir(exist_ok=True)
        arguments = ("--layout", "card", "--quiet", "--jobs", "2", "--today", TODAY)
        return subprocess.Popen(
            [sys.executable, "-m", "briefpress", *arguments, *places, "--output", output],
            env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def round(self) -> Iterator[str]:
        """Kill a build of some version at some moment, look, and build again; what is wrong."""
        name = self.chance.choice(list(self.versions))
        way = self.chance.choice(WAYS)
        after = self.chance.uniform(0.1, self.longest * 1.05)
        told = f"{name}, {way} killed after {after:.2f} s"
        process = self.start(name, self.output)
        time.sleep(after)
        _kill(process.pid, way)
        process.wait()
        if not _vanishes(process.pid):
            yield f"{told}: some of its processes live on"
        yield from (f"{told}: {fault}" for fault in self._torn())
        again = self.start(name, self.output)
        if again.wait():
            yield f"{told}: the next build ended with {again.returncode}"
        yield from (f"{told}: {fault}" for fault in self._different(name))
        yield from (f"{told}: {fault} is left" for fault in self._litter(process.pid, again.pid))

    def _torn(self) -> Iterator[str]:
        """Files that are neither as one version has them nor as another."""
        right: dict[str, set[str]] = {}
        for state in self.whole.values():
            for path, sha256 in state.items():
                right.setdefault(path, set()).add(sha256)
        for path, sha256 in state_of(self.output).items():
            mixed = path.endswith((".html", ".json")) and "/" not in path
            if not mixed and sha256 not in right.get(path, set()):
                yield f"{path} is torn"

    def _different(self, name: str) -> Iterator[str]:
        """How the folder differs from one that was built in peace."""
        found, wanted = state_of(self.output), self.whole[name]
        for path in sorted(found.keys() | wanted.keys()):
            if path not in found:
                yield f"{path} is missing"
            elif found[path] != wanted.get(path):
                yield f"{path} is {'different' if path in wanted else 'too many'}"

    def _litter(self, *leaders: int) -> Iterator[str]:
        """What dead builds have left behind."""
        hidden = (path for path in self.output.rglob(".*") if path.name != ".briefpress")
        yield from map(str, hidden)
        yield from map(str, self.output.rglob("journal.jsonl"))
        yield from (path.name for path in (self.folder / "scratch").iterdir())
        yield from (f"process {leader}" for leader in leaders if not _vanishes(leader))


def state_of(output: Path) -> State:
    """What stands in a folder; a build that has just begun has made nothing yet."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.name not in LEFT_OUT
    }


def _edit(source: Path, change: str) -> None:
    if change == "reworded":
        path = source / "publication.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'version: "[^"]*"', 'version: "7.7"', text), encoding="utf-8")
    elif change == "without":
        shutil.rmtree(source / "brands" / "wexbridge")


def _kill(leader: int, way: str) -> None:
    """End it at once, as the system does that runs out of memory; it may be gone already."""
    with suppress(ProcessLookupError):
        if way == EVERYBODY:
            os.killpg(leader, signal.SIGKILL)
        elif way == PARENT:
            os.kill(leader, signal.SIGKILL)
        else:
            for child in _children(leader)[:1]:
                os.kill(child, signal.SIGKILL)


def _children(leader: int) -> list[int]:
    try:
        text = Path(f"/proc/{leader}/task/{leader}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(pid) for pid in text.split()]


def _vanishes(leader: int) -> bool:
    """Whether no process of a build is left within a while."""
    for _ in range(200):
        try:
            os.killpg(leader, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
