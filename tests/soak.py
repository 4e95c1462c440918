"""Kill builds at random moments, and look: `make soak`, `make soak ROUNDS=20 SEED=7`."""

import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.build.killing import Field  # noqa: E402 - found only now


def main(rounds: int = 100, seed: int = 0) -> None:
    """Run so many rounds; each fault is a line, and any of them fails."""
    found = 0
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        field = Field(Path(name), random.Random(seed))  # noqa: S311 - no secret
        field.prepare()
        for number in range(1, rounds + 1):
            faults = list(field.round())
            found += len(faults)
            for fault in faults:
                print(f"round {number}: {fault}", flush=True)
    print(f"{rounds} builds killed, {found} faults")
    sys.exit(bool(found))


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]))
