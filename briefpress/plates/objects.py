"""Objects of a PDF as bytes: read from a finished file, given new numbers, packed into blocks."""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

Item = Any
"""Whatever the library reads."""
Numbers = Callable[[int], int]
"""From the number of an object in its own file to that in ours."""
FREE, PLAIN, PACKED = 0, 1, 2
"""Kinds of rows in the table of objects (ISO 32000-1, 7.5.8.3)."""
Row = tuple[int, int, int]
LEVEL = 6
STREAM = b"\nstream\n"
_TOKEN = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]*>|(\d+) 0 R", re.DOTALL)
"""A string, in which nothing is meant, or a reference (ISO 32000-1, 7.3.4, 7.3.10)."""


@dataclass(frozen=True)
class Block:
    """Objects as they stand one after another in a file, and a row for each.

    Where a row tells a place in the file, it counts from the beginning of the block.
    """

    data: bytes
    rows: Mapping[int, Row]


def text_of(item: Item, numbers: Numbers) -> bytes:
    """An object that is no stream, or the dictionary of one, with its references renumbered."""
    return renumbered(item.unparse(resolved=True), numbers)


def renumbered(data: bytes, numbers: Numbers) -> bytes:
    """Each reference to another object under its new number."""

    def renamed(match: re.Match[bytes]) -> bytes:
        return match[0] if match[1] is None else b"%d 0 R" % numbers(int(match[1]))

    return _TOKEN.sub(renamed, data)


def references(data: bytes) -> Iterator[int]:
    """The numbers of the objects that an object refers to."""
    return (int(match[1]) for match in _TOKEN.finditer(data) if match[1] is not None)


def is_stream(item: Item) -> bool:
    """Whether an object is a stream."""
    return isinstance(item, pikepdf.Stream)


def dictionary(entries: Mapping[bytes, bytes]) -> bytes:
    """A dictionary of entries that are written already."""
    return b"<<%b>>" % b" ".join(b"%b %b" % entry for entry in entries.items())


def stream(entries: bytes, data: bytes) -> bytes:
    """A stream of these data as they are; `entries` are those of its dictionary without Length.

    Data that end in a carriage return would run into the line end that closes them
    (ISO 19005-2, 6.1.7.1).
    """
    end = b"\r\nendstream" if data.endswith(b"\r") else b"\nendstream"
    return b"<<%b /Length %d>>%b%b%b" % (entries, len(data), STREAM, data, end)


def packed(data: bytes, entries: bytes = b"", level: int = LEVEL) -> bytes:
    """A stream of these data, compressed."""
    return stream(b"%b /Filter /FlateDecode" % entries, zlib.compress(data, level))


def copied(item: Item, numbers: Numbers) -> bytes:
    """A stream as it stands in its file, filters and all."""
    entries = without(item.stream_dict, "/Length")
    return stream(text_of(entries, numbers)[2:-2].strip(), item.read_raw_bytes())


def without(item: Item, *names: str) -> Item:
    """A dictionary without some of its entries."""
    return pikepdf.Dictionary({key: item[key] for key in item.keys() if key not in names})  # noqa: SIM118 - of the library


def block(objects: Mapping[int, bytes], holder: int, level: int = LEVEL) -> Block:
    """Objects by their numbers as a block. Those that are no streams are packed into `holder`.

    An object that holds others is a stream itself (ISO 32000-1, 7.5.7).
    """
    loose = {n: data for n, data in objects.items() if STREAM in data}
    small = {n: data for n, data in objects.items() if n not in loose}
    rows: dict[int, Row] = {n: (PACKED, holder, place) for place, n in enumerate(small)}
    if small:
        loose[holder] = _held(small, level)
    data, places = laid(loose.items())
    return Block(data, {**rows, **places})


def laid(objects: Iterable[tuple[int, bytes]]) -> tuple[bytes, dict[int, Row]]:
    """Objects one after another as they stand in a file, and where each begins."""
    parts: list[bytes] = []
    rows: dict[int, Row] = {}
    at = 0
    for number, data in objects:
        rows[number] = (PLAIN, at, 0)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, data))
        at += len(parts[-1])
    return b"".join(parts), rows


def _held(objects: Mapping[int, bytes], level: int) -> bytes:
    """Objects one after another, and before them where each begins."""
    index: list[bytes] = []
    at = 0
    for number, data in objects.items():
        index.append(b"%d %d" % (number, at))
        at += len(data) + 1
    head = b" ".join(index)
    entries = b"/Type /ObjStm /N %d /First %d" % (len(objects), len(head) + 1)
    return packed(b"\n".join((head, *objects.values())), entries, level)
