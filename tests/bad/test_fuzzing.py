"""Files that are nearly right: each loader takes them or tells, and none takes long."""

from collections.abc import Iterator
from itertools import islice

import pytest

from tests.bad.fuzzing import Target, bent, inputs, targets, tried
from tests.bad.packs import Place, place

NAMES = ("yaml", "pack", "plain pack", "section", "drawing", "picture", "line")
COUNT = {"yaml": 150, "line": 300, "drawing": 60, "picture": 20}
FEW = 12


@pytest.fixture(scope="module")
def here() -> Iterator[Place]:
    with place() as found:
        yield found


def test_every_loader_has_its_turn(here: Place) -> None:
    assert tuple(targets(here)) == NAMES
    assert all(seeds for _, seeds in targets(here).values())


@pytest.mark.parametrize("name", NAMES)
def test_files_that_are_nearly_right(name: str, here: Place) -> None:
    target, seeds = targets(here)[name]
    found = [
        tried(name, target, number, data)
        for number, data in islice(inputs(name, seeds, seed=0), COUNT.get(name, FEW))
    ]
    assert [each for each in found if each] == []


def test_an_input_follows_from_its_seed_alone() -> None:
    one = list(islice(inputs("yaml", (b"a: b",), 1), 20))
    assert one == list(islice(inputs("yaml", (b"a: b",), 1), 20))
    assert one != list(islice(inputs("yaml", (b"a: b",), 2), 20))
    assert len({data for _, data in one}) > 10


def test_what_goes_wrong_is_found() -> None:
    def broken(data: bytes) -> None:
        raise ZeroDivisionError

    target: Target = broken
    found = tried("x", target, 3, b"a")
    assert found is not None
    assert (found.number, found.data, found.what) == (3, b"a", "ZeroDivisionError: ")
    assert tried("x", len, 3, b"a") is None  # type: ignore[arg-type]


def test_bending_changes_the_data() -> None:
    import random  # noqa: PLC0415 - only here

    dice = random.Random(0)  # noqa: S311
    assert sum(bent(b"abc: def", dice) != b"abc: def" for _ in range(50)) > 40
