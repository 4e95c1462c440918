"""A look at a finished file before it is handed on: it is the proven parts, and holds together.

What a plate and a shell bring has been proved when they were made. What can go wrong afterwards is
how they were put together: where objects stand, and to what those refer that were written for this
document alone. The file is read from its end, as readers do.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefpress.plates.assemble import HEADER
from briefpress.plates.objects import PACKED, PLAIN, STREAM, Row, references
from briefpress.plates.plate import Plate
from briefpress.plates.shell import Shell

_START = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_INDEX = re.compile(rb"/Index \[([0-9 ]+)\]")
WIDTH = 7
"""Bytes of a row: one for its kind, four for the place, two for what is in it."""


def faults_of(pdf: bytes, plate: Plate, shells: Sequence[Shell]) -> Iterator[str]:
    """What is wrong with a file that was put together of these."""
    parts = (HEADER, plate.block.data, *(shell.block.data for shell in shells))
    at = 0
    for part in parts:
        if not pdf.startswith(part, at):
            yield f"at byte {at} stands something else than what was proved"
        at += len(part)
    rows = _rows(pdf)
    if not rows:
        yield "the file has no table of objects"
    for number, (kind, place, _) in rows.items():
        if kind == PLAIN and not pdf.startswith(b"%d 0 obj\n" % number, place):
            yield f"object {number} is not where the table has it"
        elif kind == PACKED and rows.get(place, (0, 0, 0))[0] != PLAIN:
            yield f"object {number} is in {place}, which is not there"
    for number, data in _written_last(pdf, rows, at):
        missing = [one for one in references(data) if one not in rows]
        if missing:
            yield f"object {number} refers to {missing[0]}, which is not there"


def _rows(pdf: bytes) -> dict[int, Row]:
    """The table of objects, read back (ISO 32000-1, 7.5.8)."""
    start = _START.search(pdf, len(pdf) - 64)
    if start is None:
        return {}
    head, _, rest = pdf[int(start[1]) :].partition(STREAM)
    index = _INDEX.search(head)
    if index is None:
        return {}
    data = zlib.decompressobj().decompress(rest)
    numbers = [
        number
        for first, count in _pairs([int(one) for one in index[1].split()])
        for number in range(first, first + count)
    ]
    cut = (data[at : at + WIDTH] for at in range(0, len(data), WIDTH))
    return {
        number: (row[0], int.from_bytes(row[1:5], "big"), int.from_bytes(row[5:], "big"))
        for number, row in zip(numbers, cut, strict=True)
    }


def _pairs(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(values[::2], values[1::2], strict=True)


def _written_last(pdf: bytes, rows: dict[int, Row], at: int) -> Iterator[tuple[int, bytes]]:
    """The objects behind the proven parts, without the data of streams."""
    places = sorted((row[1], number) for number, row in rows.items() if row[0] == PLAIN)
    ends = [*places, (len(pdf), 0)]
    for (start, number), (end, _) in pairwise(ends):
        if start >= at:
            yield number, pdf[start:end].partition(STREAM)[0]
