"""What is known of a file before it is opened, for its parts were read and judged one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pikepdf

from briefpress.check.reading.seen import SeenPage


@dataclass(frozen=True)
class Known:
    """What need not be found out once more.

    `pages` is what is seen on pages, by number from 1. Pages that are `drawn` are put together of
    drawings that are each what was laid out. `standards` are by profile what a validator said of
    all parts that the file is made of, where it found nothing. The `file` is open where who knows
    has read in it.
    """

    pages: Mapping[int, SeenPage] = field(default_factory=dict)
    drawn: frozenset[int] = frozenset()
    standards: Mapping[str, str] = field(default_factory=dict)
    file: pikepdf.Pdf | None = field(default=None, compare=False)


NOTHING_KNOWN = Known()
