"""What a board costs in a national run, directly, from plates, and by Typst: compare the ratios."""

import gc
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from statistics import median
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from briefpress.check import check  # noqa: E402 - found only now
from briefpress.check.known import NOTHING_KNOWN  # noqa: E402
from briefpress.compose import Composer  # noqa: E402
from briefpress.load import load  # noqa: E402
from briefpress.model.document import Document, Proof  # noqa: E402
from briefpress.model.edition import Edition  # noqa: E402
from briefpress.model.library import Library  # noqa: E402
from briefpress.pipeline import Request  # noqa: E402
from briefpress.plates.maker import Branded, Maker  # noqa: E402
from briefpress.render import Engine  # noqa: E402
from briefpress.selection import select  # noqa: E402
from briefpress.start import start_specimen  # noqa: E402
from briefpress.write import write_files  # noqa: E402
from tests.peer.data import prepare  # noqa: E402
from tests.peer.setting import Peer  # noqa: E402

TODAY = date(2026, 11, 24)
LAYOUTS = ("briefing", "card")
FONTS = ROOT / "layouts" / "_shared" / "fonts"
BOARDS, MEASURED = 150, 5
"""How many boards are invented, and with how many of them is measured; one more warms up."""
Taken = dict[str, list[float]]


@contextmanager
def clock(taken: Taken, name: str) -> Iterator[None]:
    """Seconds of this process; garbage is collected before, as it is between jobs of a build."""
    gc.collect()
    gc.disable()
    began = process_time()
    try:
        yield
    finally:
        taken[name].append(process_time() - began)
        gc.enable()


@dataclass(frozen=True)
class Nation:
    """The publication for invented boards, and who composes it."""

    library: Library
    composer: Composer

    def composed(self, edition: Edition) -> Document:
        """The document of an edition."""
        return self.composer.compose(select(self.library, edition))


def nation(folder: Path) -> Nation:
    """The publication for invented boards."""
    here = Request(ROOT / "source", ROOT / "layouts", folder / "output", TODAY)
    start_specimen(here, folder / "nation", BOARDS)
    library = load(folder / "nation" / "source", ROOT / "layouts", TODAY).library
    if library is None:
        sys.exit("bench: the boards cannot be loaded")
    return Nation(library, Composer(library))


def plates(of: Nation, engine: Engine, taken: Taken) -> Maker:
    """All plates made and tried."""
    maker = Maker(of.library, engine.render, composer=of.composer)
    board = min(of.library.brands)
    for layout in LAYOUTS:
        for audience in of.library.audiences:
            document = of.composed(Edition(board, audience, layout))
            with clock(taken, f"a plate of a {layout}, with its trial"):
                maker.proof(document)
    return maker


def board(of: Nation, slug: str, folder: Path, make: Callable[[Document], Proof]) -> list[Proof]:
    """Every edition of one board, composed, made and written."""
    proofs = []
    for layout in LAYOUTS:
        for audience in of.library.audiences:
            proof = make(of.composed(Edition(slug, audience, layout)))
            write_files(folder, {PurePosixPath(f"{proof.document.edition.id}.pdf"): proof.pdf})
            proofs.append(proof)
    return proofs


def measure(of: Nation, engine: Engine, maker: Maker, folder: Path) -> Taken:
    """Boards made in both ways by turns, and their proofs checked."""
    taken: Taken = defaultdict(list)
    left = 0
    proofs: list[Proof] = []

    def branded(document: Document) -> Proof:
        nonlocal left
        proof = maker.proof(document)
        if isinstance(proof, Proof):
            return proof
        left += 1
        return engine.render(document)

    slugs = sorted(of.library.brands)[40 : 40 + MEASURED + 1]
    typst = Peer(folder, FONTS)
    for number, slug in enumerate(slugs):
        kept = taken if number else defaultdict(list)
        with clock(kept, "direct"):
            rendered = board(of, slug, folder, engine.render)
        with clock(kept, "  its proof"):
            for proof in rendered:
                check(proof)
        with clock(kept, "from plates"):
            proofs = board(of, slug, folder, branded)
        with clock(kept, "  its proof, shared"):
            for proof in proofs:
                check(proof, proof.known() if isinstance(proof, Branded) else NOTHING_KNOWN)
        names = [prepare(of.library, proof.document.edition, folder).stem for proof in proofs]
        with clock(kept, "Typst"):
            for name in names:
                typst.write(name)
    print(f"made directly for a reason: {left} of {len(slugs) * len(proofs)}")
    return taken


def show(made: Taken, taken: Taken) -> None:
    """Milliseconds of the processor, and ratios to the direct way and to Typst."""
    for name, seconds in made.items():
        print(f"{name:40}{1000 * median(seconds):>10.0f} ms")
    whole, typst = (1000 * median(taken[name]) for name in ("direct", "Typst"))
    made_of, proved = taken["from plates"], taken["  its proof, shared"]
    taken["made and proved, from plates"] = [a + b for a, b in zip(made_of, proved, strict=True)]
    print(f"\n{'ten files of a board, written':40}{'':13}{'to direct':>12}{'to Typst':>12}")
    for name, seconds in taken.items():
        ms = 1000 * median(seconds)
        print(f"{name:40}{ms:>10.0f} ms{ms / whole:>12.3f}{ms / typst:>12.2f}")
    start = sum(1000 * sum(seconds) for seconds in made.values())
    cold = (start + BOARDS * 1000 * median(made_of)) / (BOARDS * typst)
    print(f"\nreckoned for {BOARDS} boards, plates and their trials with it: {cold:.2f} of Typst")


def main() -> None:
    """Print all tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        of, engine = nation(folder), Engine()
        made: Taken = defaultdict(list)
        maker = plates(of, engine, made)
        show(made, measure(of, engine, maker, folder))


if __name__ == "__main__":
    main()
