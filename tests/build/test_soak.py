"""Builds that are killed at any moment leave nothing torn, and the next one makes all whole."""

import random
from pathlib import Path

import pytest

from tests.build.killing import Field

FEW, MANY = 2, 100


def soaked(folder: Path, rounds: int, seed: int) -> list[str]:
    """What was wrong after some builds that were killed."""
    field = Field(folder, random.Random(seed))  # noqa: S311 - no secret
    field.prepare()
    return [fault for _ in range(rounds) for fault in field.round()]


def test_a_few_builds_that_are_killed(tmp_path: Path) -> None:
    assert soaked(tmp_path, FEW, seed=11) == []


@pytest.mark.slow
def test_many_builds_that_are_killed(tmp_path: Path) -> None:
    assert soaked(tmp_path, MANY, seed=0) == []
