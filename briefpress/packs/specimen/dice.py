"""Dice that fall the same way every time, on every machine: numbers from a hash of a name."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A row of numbers that follows from its name alone: no clock, no state of the process."""

    def __init__(self, *name: object) -> None:
        """Begin the row of this name."""
        self._name = "/".join(str(part) for part in name)
        self._thrown = 0

    def below(self, limit: int) -> int:
        """The next number, from 0 to `limit` - 1."""
        self._thrown += 1
        digest = hashlib.blake2b(f"{self._name}#{self._thrown}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % limit

    def pick(self, items: Sequence[T]) -> T:
        """The next item, each as likely as the others."""
        return items[self.below(len(items))]

    def between(self, least: float, most: float) -> float:
        """The next number between two others."""
        return least + (most - least) * self.below(10_000) / 9_999

    def mixed(self, items: Sequence[T]) -> list[T]:
        """All the items in another order."""
        waiting = list(items)
        return [waiting.pop(self.below(len(waiting))) for _ in items]
