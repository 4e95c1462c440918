"""Hands: many small things done side by side, by threads that are gone when all is done."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

HANDS = 4
"""Threads that read and hash at once; more wait for the disk."""
T = TypeVar("T")
R = TypeVar("R")


def by_many(do: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """What comes of each. It helps where Python waits: for files, for hashes, for what is packed.

    No thread is left behind, so that workers may be forked.
    """
    share = -(-len(things) // HANDS) or 1
    shares = [things[start : start + share] for start in range(0, len(things), share)]
    with ThreadPoolExecutor(HANDS) as hands:
        found = hands.map(lambda some: [do(thing) for thing in some], shares)
        return [one for some in found for one in some]
