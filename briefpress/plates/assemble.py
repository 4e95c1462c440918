"""The file of one edition: a plate, what its brand adds, and where every object stands."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from briefpress.palette import Palette
from briefpress.plates import numbers as n
from briefpress.plates.composed import composed
from briefpress.plates.objects import PLAIN, Row, laid, packed
from briefpress.plates.plate import Plate
from briefpress.plates.shell import Shell

HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
"""The version, and bytes by which programs see that this is not text (ISO 32000-1, 7.5.2)."""
TABLE = 1
"""How much further than the last object the table of objects has its number."""


def assemble(plate: Plate, shells: Sequence[Shell], palette: Palette) -> bytes:
    """The whole file (ISO 32000-1, 7.5): the plate first, so that it stands where it always does.

    Raises:
        UnfitError: the plate and the shells do not fit together.
    """
    data, rows = laid(sorted(composed(plate, shells, palette).items()))
    blocks = [(plate.block.data, plate.block.rows)]
    blocks += [(shell.block.data, shell.block.rows) for shell in shells]
    blocks.append((data, rows))
    parts = [HEADER]
    places: dict[int, Row] = {}
    at = len(HEADER)
    for written, own in blocks:
        places.update(_moved(own, at))
        parts.append(written)
        at += len(written)
    name = hashlib.sha256(b"".join(parts)).hexdigest()[:32].encode()
    number = max(places) + TABLE
    places[number] = (PLAIN, at, 0)
    table = _table(places, name)
    parts.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, table, at))
    return b"".join(parts)


def _moved(rows: Mapping[int, Row], at: int) -> Iterator[tuple[int, Row]]:
    """The rows of a block that begins at this place of the file."""
    for number, (kind, place, more) in rows.items():
        yield number, (kind, place + at if kind == PLAIN else place, more)


def _table(rows: Mapping[int, Row], name: bytes) -> bytes:
    """Where each object stands (ISO 32000-1, 7.5.8), run after run, as the end of the file."""
    runs: list[bytes] = []
    data: list[bytes] = []
    every = sorted({0: (0, 0, 65535), **rows}.items())
    for _, run in groupby(enumerate(every), key=lambda one: one[1][0] - one[0]):
        held = [row for _, row in run]
        runs.append(b"%d %d" % (held[0][0], len(held)))
        data += (
            kind.to_bytes(1, "big") + place.to_bytes(4, "big") + more.to_bytes(2, "big")
            for _, (kind, place, more) in held
        )
    entries = {
        b"/Type": b"/XRef",
        b"/W": b"[1 4 2]",
        b"/Size": b"%d" % (every[-1][0] + 1),
        b"/Index": b"[%b]" % b" ".join(runs),
        b"/Root": b"%d 0 R" % n.CATALOG,
        b"/Info": b"%d 0 R" % n.INFO,
        b"/ID": b"[<%b> <%b>]" % (name, name),
    }
    return packed(b"".join(data), b" ".join(b"%b %b" % entry for entry in entries.items()))
