"""The national run by the clock: whole commands on two cores, against Typst, and their memory."""

import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from briefpress.load import load  # noqa: E402 - found only now
from briefpress.model.edition import Edition  # noqa: E402
from tests.bench import edited  # noqa: E402
from tests.peer.data import prepare  # noqa: E402
from tests.peer.setting import timed  # noqa: E402

TODAY = date(2026, 11, 24)
LAYOUTS = ("briefing", "card")
FONTS = ROOT / "layouts" / "_shared" / "fonts"
COMMAND = (sys.executable, str(ROOT / "build.py"))
EDITED = 40
"""Which board has another number, and is not the first to be made."""
ROUNDS = 3
PROCESSES = 2
EVERY = 1.0
"""Seconds between two looks at memory."""
SETTLED = 300
"""Documents after which memory is asked to be flat."""
MEGABYTE = 1024
Looks = list[tuple[int, int]]
"""How many documents there were, and how much memory (MB) all processes had."""


@dataclass(frozen=True)
class Run:
    """What a command took: seconds by the clock, and of the processors."""

    wall: float
    work: float


def run(arguments: tuple[str, ...], output: Path, looks: Looks | None = None) -> Run:
    """A whole command; `looks` gets what is seen of its memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = perf_counter()
    process = subprocess.Popen(
        arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    done = Event()
    watcher = Thread(target=_watch, args=(process.pid, output, done, looks))
    if looks is not None:
        watcher.start()
    said, _ = process.communicate()
    wall = perf_counter() - began
    done.set()
    if process.returncode:
        sys.exit(f"bench: {' '.join(arguments)} failed\n{said}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = sum(getattr(after, k) - getattr(before, k) for k in ("ru_utime", "ru_stime"))
    return Run(wall, work)


def _watch(first: int, output: Path, done: Event, looks: Looks) -> None:
    while not done.wait(EVERY):
        count = sum(1 for _ in output.rglob("*.pdf"))
        looks.append((count, sum(_memory(one) for one in _family(first)) // MEGABYTE))


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        below = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return
    for one in below.split():
        yield from _family(int(one))


def _memory(process: int) -> int:
    """The share of a process in what it has (kB): what several have is counted once."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", told, re.MULTILINE)
    return int(found[1]) if found else 0


def peer(source: Path, folder: Path) -> float:
    """Seconds in which Typst sets the same editions; what it is given is made before."""
    library = load(source, ROOT / "layouts", TODAY).library
    if library is None:
        sys.exit("bench: the boards cannot be loaded")
    folder.mkdir()
    names = [
        prepare(library, Edition(brand, audience, layout), folder).stem
        for brand in sorted(library.brands)
        for layout in LAYOUTS
        for audience in library.audiences
    ]
    return timed(folder, FONTS, names, PROCESSES)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, output = folder / "nation" / "source", folder / "output"
        run((*COMMAND, "specimen", str(folder / "nation")), output)
        asked = [option for layout in LAYOUTS for option in ("--layout", layout)]
        places = ("--source", str(source), "--output", str(output), "--today", str(TODAY))
        build = (*COMMAND, "--quiet", "--format", "screen", *asked, *places)
        looks: Looks = []
        taken = {"everything, from nothing": run(build, output, looks)}
        same = [run(build, output) for _ in range(ROUNDS)]
        taken["nothing changed"] = sorted(same, key=lambda one: one.wall)[ROUNDS // 2]
        brand = sorted((source / "brands").glob("[a-z]*/brand.yaml"))[EDITED]
        edited(brand, r'(phones: \["01\d\d 496 0)\d', r"\g<1>9")
        taken["one number of one board"] = run(build, output)
        edited(source / "messages.yaml", r"(id: AS1\n(?:.*\n)*?\s+text: >-\n\s+)", r"\1Today: ")
        taken["one message"] = run(build, output)
        count = sum(1 for _ in output.rglob("*.pdf"))
        typst = peer(source, folder / "peer")
    show(count, taken, typst, looks)


def show(count: int, taken: dict[str, Run], typst: float, looks: Looks) -> None:
    """Seconds, and ratios to the whole run and to Typst."""
    whole = taken["everything, from nothing"].wall
    print(f"{f'{count} PDFs, {os.cpu_count()} cores':30}{'by the clock':>14}{'of processors':>16}")
    for name, one in taken.items():
        print(f"{name:30}{one.wall:>12.2f} s{one.work:>14.2f} s{one.wall / whole:>9.1%}")
    print(f"{f'Typst, {PROCESSES} processes':30}{typst:>12.2f} s")
    print(f"\nfrom nothing, with proof, report and pictures: {whole / typst:.2f} of Typst")
    settled = [memory for made, memory in looks if made >= SETTLED]
    if settled:
        half = len(settled) // 2
        first, last = median(settled[:half]), median(settled[half:])
        print(
            f"memory of all processes: at most {max(m for _, m in looks)} MB; from document "
            f"{SETTLED} on {first:.0f} MB in the first half, {last:.0f} in the second"
        )


if __name__ == "__main__":
    main()
