"""Fuzz the loaders for a while: `make fuzz`, or `make fuzz SECONDS=600 SEED=7`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.bad.fuzzing import Found, inputs, targets, tried  # noqa: E402 - found only now
from tests.bad.packs import place  # noqa: E402

KEPT = ROOT / ".fuzz"


def main(seconds: int = 60, seed: int = 0) -> None:
    """Give each loader its share of the time; keep what is found in `.fuzz/`, and fail."""
    found: list[Found] = []
    with place() as here:
        loaders = targets(here)
        for name, (target, seeds) in loaders.items():
            ends = monotonic() + seconds / len(loaders)
            count = 0
            for number, data in inputs(name, seeds, seed):
                found += filter(None, [tried(name, target, number, data)])
                count = number + 1
                if monotonic() > ends:
                    break
            print(f"{name:12}{count:>8} inputs")
    for line in kept(found):
        print(line)
    sys.exit(bool(found))


def kept(found: list[Found]) -> Iterator[str]:
    """Write each input to a file; a line that says what it did."""
    for each in found:
        KEPT.mkdir(exist_ok=True)
        path = KEPT / f"{each.target.replace(' ', '-')}-{each.number}"
        path.write_bytes(each.data)
        yield f"{path.relative_to(ROOT)}: {each.what[:300]}"


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]))
