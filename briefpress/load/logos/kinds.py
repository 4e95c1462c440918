"""Kinds of files: told by what they begin with, and held against their names."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from briefpress.load.findings import Fault
from briefpress.load.logos.flaws import RefusedError

SUFFIXES: Mapping[str, str] = {".svg": "SVG", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
"""The kinds that a logo may have, by the end of its name."""
HEAD = 4_096
"""Bytes. What of a file tells its kind."""
_SIGNATURES = (
    (rb"\x89PNG\r\n\x1a\n", "PNG"),
    (rb"\xff\xd8\xff", "JPEG"),
    (rb"GIF8", "GIF"),
    (rb"RIFF....WEBP", "WebP"),
    (rb"%PDF", "PDF"),
    (rb"%!PS|\xc5\xd0\xd3\xc6", "EPS"),
    (rb"\x1f\x8b", "compressed SVG"),
    (rb"II\*\0|MM\0\*", "TIFF"),
    (rb"BM", "BMP"),
    (rb"8BPS", "Photoshop"),
    (rb"....ftyp", "HEIC or AVIF"),
    (rb"PK\x03\x04", "ZIP"),
    (rb"(?:\xef\xbb\xbf)?\s*<!doctype html|(?:\xef\xbb\xbf)?\s*<html", "HTML"),
    (rb"(?:\xef\xbb\xbf)?\s*<|[\xff\xfe]{2}<|[\xff\xfe]{2}\0<", "SVG"),
)
_VECTORS = ("PDF", "EPS", "compressed SVG", "ZIP")


def kind_of(name: str, data: bytes) -> str:
    """The kind of a logo file: SVG, PNG or JPEG.

    Raises:
        RefusedError: it is of another kind, or its name says something else than its contents.
    """
    if not data:
        raise RefusedError(Fault("LOGO-READ", "the file is empty", "copy the logo here again"))
    suffix = PurePosixPath(name).suffix.lower()
    wanted = SUFFIXES.get(suffix)
    found = _sniffed(data)
    if wanted is None and found not in SUFFIXES.values():
        raise RefusedError(_other_kind(found or f"a {suffix or 'nameless'} file"))
    if wanted != found:
        raise RefusedError(_wrong_name(name, found))
    return found


def _sniffed(data: bytes) -> str:
    head = data[:HEAD]
    return next(
        (kind for start, kind in _SIGNATURES if re.match(start, head, re.DOTALL | re.IGNORECASE)),
        "",
    )


def _other_kind(kind: str) -> Fault:
    better = "SVG" if kind in _VECTORS else "SVG or PNG"
    hint = f"ask for the logo as {better}, or export it again"
    return Fault("LOGO-KIND", f"contents are {kind}; a logo is SVG, PNG or JPEG", hint)


def _wrong_name(name: str, found: str) -> Fault:
    if found not in SUFFIXES.values():
        return _other_kind(found) if found else Fault("LOGO-KIND", "contents are no picture")
    suffix = next(suffix for suffix, kind in SUFFIXES.items() if kind == found)
    better = PurePosixPath(name).with_suffix(suffix).name
    return Fault("LOGO-KIND", f"contents are {found}", f"rename the file to {better}")
