"""Where the time of a build goes, measured in one run: compare the ratios, not the milliseconds."""

import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from briefpress.check import check  # noqa: E402 - found only now
from briefpress.compose import compose  # noqa: E402
from briefpress.finish.sheets import SheetFinisher  # noqa: E402
from briefpress.load import load  # noqa: E402
from briefpress.model.edition import ALL_AUDIENCES, Edition  # noqa: E402
from briefpress.model.library import Library  # noqa: E402
from briefpress.render import Engine, engine, picture  # noqa: E402
from briefpress.render.fit import fit  # noqa: E402
from briefpress.render.library import weasyprint  # noqa: E402
from briefpress.selection import Wanted, editions_of, select  # noqa: E402
from briefpress.write import write_files  # noqa: E402

TODAY = date(2026, 11, 24)
ROUNDS = 3
COLD_ROUNDS = 3
WIDTH = 240
KINDS = {"briefing": "social-work", "card": "police", "seven-minute": "health"}
STEPS = (
    "compose",
    "render",
    "· read",
    "· fit",
    "· lay out",
    "· draw",
    "check",
    "thumbnail",
    "write",
)
AUDIENCES = ("--audience", "police", "--audience", "social-work")
COMMAND = (sys.executable, str(ROOT / "build.py"))


@dataclass
class Clock:
    """Sums the seconds of a round by name; keeps the sums of all rounds."""

    rounds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    now: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    @contextmanager
    def on(self, name: str) -> Iterator[None]:
        """Time what is done in here."""
        began = perf_counter()
        try:
            yield
        finally:
            self.now[name] += perf_counter() - began

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        def timed(*given: Any, **named: Any) -> Any:  # noqa: ANN401
            with self.on(name):
                return function(*given, **named)

        return timed

    def next_round(self, *, kept: bool) -> None:
        """Keep the sums of this round and begin anew; the first round only warms up."""
        now = self.now
        now["· lay out"] -= now["· fit"]  # Fitting lays out, too.
        now["· read"] = now["render"] - now["· fit"] - now["· lay out"] - now["· draw"]
        if kept:
            for name, seconds in now.items():
                self.rounds[name].append(seconds)
        self.now = defaultdict(float)

    def ms(self, name: str) -> float:
        """The median of all rounds."""
        return 1000 * median(self.rounds[name])


def press(clock: Clock, tools: tuple[Library, Engine, Path], edition: Edition) -> None:
    """One edition through all steps after load."""
    library, press_engine, folder = tools
    with clock.on("compose"):
        document = compose(select(library, edition), library)
    with (
        clock.on("render"),
        patch.object(engine, "fit", clock.around("· fit", fit)),
        patch.object(weasyprint.HTML, "render", clock.around("· lay out", weasyprint.HTML.render)),
        patch.object(
            weasyprint.Document, "write_pdf", clock.around("· draw", weasyprint.Document.write_pdf)
        ),
    ):
        proof = press_engine.render(document)
    with clock.on("check"):
        check(proof)
    with clock.on("thumbnail"):
        thumbnail = picture(proof.pdf, WIDTH)
    with clock.on("write"):
        names = (PurePosixPath("thumbnail.png"), PurePosixPath(f"{edition.id}.pdf"))
        write_files(folder, dict(zip(names, (thumbnail, proof.pdf), strict=True)))


def steps(folder: Path) -> None:
    """Each step for a briefing, a card and a seven-minute page, warm, in one process."""
    began = perf_counter()
    library = load(ROOT / "source", ROOT / "layouts", TODAY).library
    print(f"load, once a build: {1000 * (perf_counter() - began):.0f} ms\n")
    if library is None:
        sys.exit("bench: the source cannot be loaded; run `python build.py check`")
    wanted = Wanted(("eastmarsh",), tuple(KINDS.values()), tuple(KINDS), ("screen",))
    chosen = {e.layout: e for e in editions_of(library, wanted)[0] if KINDS[e.layout] == e.audience}
    clocks = {layout: Clock() for layout in chosen}
    tools = (library, Engine(), folder)
    for number in range(ROUNDS + 1):
        for layout, edition in chosen.items():
            press(clocks[layout], tools, edition)
            clocks[layout].next_round(kept=number > 0)
    show_steps(clocks)


def show_steps(clocks: dict[str, Clock]) -> None:
    """A row for each step: milliseconds, and its share of the whole."""
    print(f"{'warm, one process':20}" + "".join(f"{name:>22}" for name in clocks))
    whole = {
        name: sum(clock.ms(step) for step in STEPS if not step.startswith("·"))
        for name, clock in clocks.items()
    }
    for step in STEPS:
        cells = (
            f"{clock.ms(step):>12.1f} ms {clock.ms(step) / whole[name]:>5.0%} "
            for name, clock in clocks.items()
        )
        print(f"{step:20}" + "".join(f"{cell:>22}" for cell in cells))
    print(f"{'together':20}" + "".join(f"{f'{ms:.1f} ms  100% ':>22}" for ms in whole.values()))
    ratios = (clock.ms("check") / clock.ms("render") for clock in clocks.values())
    print(f"{'check / render':20}" + "".join(f"{f'ratio {ratio:.2f}  ':>22}" for ratio in ratios))


def tags() -> None:
    """What the structure for screen readers costs: without it, with the engine's own, with ours."""
    library = load(ROOT / "source", ROOT / "layouts", TODAY).library
    if library is None:
        return
    bare = (patch.object(engine, "tagged", untagged), patch.object(engine, "VARIANT", "pdf/a-2b"))
    ways = {"no tags": bare, "the engine's": bare[:1], "ours": ()}
    print(f"\n{'render, warm':20}" + "".join(f"{way:>22}" for way in ways))
    for layout, audience in KINDS.items():
        document = compose(select(library, Edition("eastmarsh", audience, layout)), library)
        taken: dict[str, list[float]] = {way: [] for way in ways}
        press_engine = Engine()
        for _ in range(ROUNDS + 2):
            for way, patches in ways.items():
                with ExitStack() as stack:
                    for one in patches:
                        stack.enter_context(one)
                    began = perf_counter()
                    press_engine.render(document)
                    taken[way].append(perf_counter() - began)
        least = {way: min(seconds) for way, seconds in taken.items()}
        cells = (f"{1000 * s:.0f} ms {s / least['no tags']:>5.2f} " for s in least.values())
        print(f"{layout:20}" + "".join(f"{cell:>22}" for cell in cells))


def sheets() -> None:
    """Cards set out on paper, warm, from finished ones: what is asked for is under 50 ms."""
    library = load(ROOT / "source", ROOT / "layouts", TODAY).library
    if library is None:
        return
    printer = library.printing.printers["office-a4"]
    press_engine = Engine()
    print(f"\n{'a sheet of cards, warm':38}{'one card':>12}{'the sheet':>12}{'ratio':>8}")
    for layout, size, audience in (("card", "a6", ALL_AUDIENCES), ("pocket", "", "police")):
        finisher = SheetFinisher(
            library, Edition("eastmarsh", audience, layout, "sheet", size), printer
        )
        parts = [replace(finisher.edition, audience=name) for name in finisher.audiences]
        documents = [compose(select(library, p), library, bleed=finisher.bleed) for p in parts]
        finished = [press_engine.render(document).pdf for document in documents]
        card = least(lambda: press_engine.render(documents[0]))  # noqa: B023 - called here
        sheet = least(lambda: finisher.finish(finished))  # noqa: B023
        pages = finisher.spec.pages(len(finished))
        name = f"{layout} {size or 'cr80'}, {len(finished)} on {pages} pages"
        print(f"{name:38}{card:>9.1f} ms{sheet:>9.1f} ms{sheet / card:>8.2f}")


def least(work: Callable[[], object]) -> float:
    """The shortest of some rounds, ms: the one that nothing else disturbed."""
    taken = []
    for _ in range(ROUNDS + 2):
        began = perf_counter()
        work()
        taken.append(perf_counter() - began)
    return 1000 * min(taken)


@contextmanager
def untagged(document: object, root: object) -> Iterator[None]:
    """The engine left to itself."""
    del document, root
    yield


def wall(*arguments: str) -> float:
    """The seconds that a process of its own takes."""
    began = perf_counter()
    ran = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"bench: {' '.join(arguments)} failed\n{ran.stderr}")
    return perf_counter() - began


def cold(folder: Path) -> None:
    """Whole processes, interleaved."""
    card = ("--brand", "eastmarsh", "--audience", "police", "--layout", "card", "--jobs", "1")
    runs = {
        "python -c pass": (sys.executable, "-c", "pass"),
        "briefpress --help": (*COMMAND, "--help"),
        "briefpress list": (*COMMAND, "list"),
        "one card": (*COMMAND, *card, "--output", str(folder / "card")),
    }
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(COLD_ROUNDS):
        for name, arguments in runs.items():
            taken[name].append(wall(*arguments))
    print("\nwhole processes, cold")
    for name, seconds in taken.items():
        print(f"{name:20}{1000 * median(seconds):>10.0f} ms")


def builds(folder: Path) -> None:
    """Every edition, with one job and with two."""
    taken = {
        jobs: wall(*COMMAND, "--quiet", "--jobs", str(jobs), "--output", str(folder / f"all{jobs}"))
        for jobs in (1, 2)
    }
    count = sum(1 for _ in (folder / "all1").rglob("*.pdf"))
    print(f"\nall {count} editions, on {os.cpu_count()} cores")
    for jobs, seconds in taken.items():
        print(f"{f'--jobs {jobs}':20}{seconds:>10.1f} s   ratio {seconds / taken[1]:.2f}")


def packs(folder: Path) -> None:
    """Loading, linting and telling of 150 invented packs: what is asked for is under 3 s."""
    nation, output = folder / "nation", folder / "told"
    made = wall(*COMMAND, "specimen", str(nation))
    places = ("--source", str(nation / "source"), "--output", str(output))
    told = [wall(*COMMAND, "brands", "--json", *places) for _ in range(COLD_ROUNDS)]
    own = [wall(*COMMAND, "brands", "--json", "--output", str(output)) for _ in range(COLD_ROUNDS)]
    print("\nthe packs of 150 boards, whole processes")
    print(f"{'made':20}{made:>10.2f} s")
    print(f"{'loaded, judged, told':20}{median(told):>10.2f} s")
    print(f"{'those of source/':20}{median(own):>10.2f} s   ratio {median(told) / median(own):.1f}")


def changes(folder: Path) -> None:
    """What a change costs, against making all: the cards of two audiences for 150 boards."""
    source, output = folder / "nation" / "source", folder / "changed"
    if not source.exists():
        wall(*COMMAND, "specimen", str(folder / "nation"))
    chosen = ("--layout", "card", "--format", "screen", *AUDIENCES)
    run = (*COMMAND, "--quiet", *chosen, "--source", str(source), "--output", str(output))
    taken = {"all": wall(*run)}
    taken["nothing changed"] = median(wall(*run) for _ in range(COLD_ROUNDS))
    brand = sorted((source / "brands").glob("[a-z]*/brand.yaml"))[40]
    edited(brand, r'issue: "[^"]*"', 'issue: "9.9"')
    taken["one brand"] = wall(*run)
    edited(source / "messages.yaml", r"(id: AS1\n(?:.*\n)*?\s+command: .*)", r"\1 today")
    taken["one message"] = wall(*run)
    count = sum(1 for _ in output.rglob("*-card.pdf"))
    print(f"\nwhat a change costs, of {count} cards")
    for name, seconds in taken.items():
        print(f"{name:20}{seconds:>10.2f} s   ratio {seconds / taken['all']:.3f}")


def edited(path: Path, old: str, new: str) -> None:
    """Change the first place of a file that matches."""
    text, count = re.subn(old, new, path.read_text(encoding="utf-8"), count=1)
    assert count, f"{path.name} has no {old}"
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Print all tables."""
    with tempfile.TemporaryDirectory() as name:
        steps(Path(name))
        tags()
        sheets()
        cold(Path(name))
        builds(Path(name))
        packs(Path(name))
        changes(Path(name))


if __name__ == "__main__":
    main()
