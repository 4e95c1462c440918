"""How long a PNG file should have been that was cut short: told from what is left of it."""

import zlib
from collections.abc import Iterator

LIMIT = 2**28
"""Bytes. More is not unpacked only to count it."""
HEAD = 33
"""Bytes: the signature and the header (PNG, 5.2 and 11.2.2)."""
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""By colour type."""


def expected_size(data: bytes) -> int:
    """About how many bytes the whole file has; 0 if too little is left to tell."""
    if len(data) < HEAD or data[25] not in _CHANNELS:
        return 0
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    whole = height * (1 + -(-width * data[24] * _CHANNELS[data[25]] // 8))
    if whole > LIMIT:
        return 0
    packed = b"".join(_pixels(data))
    try:
        unpacked = len(zlib.decompressobj().decompress(packed, whole))
    except zlib.error:
        return 0
    return round(len(data) * whole / unpacked) if unpacked else 0


def _pixels(data: bytes) -> Iterator[bytes]:
    """The packed pixels that are left."""
    at = 8
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IDAT":
            yield data[at + 8 : at + 8 + size]
        at += size + 12
