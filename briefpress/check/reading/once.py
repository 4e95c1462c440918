"""Once: what was read of bytes that many files have, by those bytes.

It is for whoever reads files one after another, in several threads, too: it starts again when it is
full, and never puts anything in order.
"""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Once(Generic[Kept]):
    """Keeps at most so many things. A key has to hold all that a thing depends on."""

    def __init__(self, most: int) -> None:
        """Start with nothing kept."""
        self._most = most
        self._kept: dict[Hashable, Kept] = {}

    def find(self, key: Hashable) -> Kept | None:
        """What is kept under the key, if anything is."""
        return self._kept.get(key)

    def keep(self, key: Hashable, made: Kept) -> Kept:
        """Keep something, and give it back."""
        if len(self._kept) >= self._most:
            self._kept = {}
        self._kept[key] = made
        return made

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What is kept under the key; it is made when it is not there."""
        found = self._kept.get(key)
        return found if found is not None else self.keep(key, make())
