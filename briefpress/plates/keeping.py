"""A plate as bytes and back, to be kept between builds: plain data, which can do nothing."""

import json
import zlib
from functools import cache

from pydantic import ConfigDict, TypeAdapter, ValidationError

from briefpress.plates.making import ReadyPlate

LEVEL = 6


@cache
def _kind() -> TypeAdapter[tuple[ReadyPlate]]:
    """How a plate is read: every part of it is held against what it should be."""
    config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
    return TypeAdapter(tuple[ReadyPlate], config=config)


def to_bytes(plate: ReadyPlate) -> bytes:
    """A plate as it is kept."""
    return zlib.compress(_kind().dump_json((plate,)), LEVEL)


def from_bytes(data: bytes) -> ReadyPlate | None:
    """A plate that was kept; None if it cannot be understood."""
    try:
        return _kind().validate_json(zlib.decompress(data))[0]
    except (ValidationError, ValueError, json.JSONDecodeError, zlib.error):
        return None
