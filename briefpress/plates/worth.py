"""Which editions are so many that a plate of them pays."""

from collections import Counter
from collections.abc import Iterable

from briefpress.model.edition import Edition
from briefpress.model.layout import Format

LEAST = 24
"""Brands. A plate costs about eight renders and comparisons, once in each process; a brand of it a
quarter to a half of a render (measured with two processes: at 13 brands it did not pay yet)."""


def worth_plates(editions: Iterable[Edition]) -> frozenset[Edition]:
    """The editions, without their brand, that enough brands get in the format for the screen."""
    counts = Counter(e.unbranded for e in editions if e.format == Format.SCREEN)
    return frozenset(edition for edition, count in counts.items() if count >= LEAST)
