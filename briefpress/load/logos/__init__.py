"""Logos: checked and made safe before the engine sees them."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from briefpress.load.files import Reader
from briefpress.load.logos.flaws import Flaw, RefusedError
from briefpress.load.logos.kinds import kind_of
from briefpress.load.logos.memory import LogoMemory
from briefpress.model.logofile import LogoFile
from briefpress.model.logos import Picture
from briefpress.model.placeholder import is_placeholder

__all__ = ["LogoMemory", "read_logo", "read_logos"]


def read_logos(reader: Reader, pictures: Iterable[Picture]) -> dict[str, LogoFile]:
    """The logo files of pictures by their path below `reader`; a finding for each that is wrong."""
    found: dict[str, LogoFile] = {}
    for picture in pictures:
        data = reader.binary(picture.path, named=picture.where_of("path"))
        if data is None:
            continue
        logo, flaws = _remembered(reader.logos, picture.path, data)
        for flaw in flaws:
            where = reader.where(picture.path, flaw.line)
            reader.findings.report([flaw.fault], where, reader.scope)
        if logo is not None:
            found[picture.path] = logo
    return found


def _remembered(
    memory: LogoMemory | None, name: str, data: bytes
) -> tuple[LogoFile | None, tuple[Flaw, ...]]:
    """The logo in a file, as it was found out before or as it is now."""
    known = memory.get(name, data) if memory is not None else None
    if known is not None:
        return known, ()
    logo, flaws = read_logo(name, data)
    if memory is not None and logo is not None and not flaws:
        memory.put(name, data, logo)
    return logo, flaws


@lru_cache(maxsize=64)
def read_logo(name: str, data: bytes) -> tuple[LogoFile | None, tuple[Flaw, ...]]:
    """The logo in a file of this name; or None, and what is wrong with it.

    Remembers some: what a brand inherits is read for each of its children.
    """
    from briefpress.load.logos.raster import read_raster  # noqa: PLC0415 - only for logos that
    from briefpress.load.logos.vector import read_vector  # noqa: PLC0415 - nobody knows yet

    try:
        kind = kind_of(name, data)
        logo, flaws = read_vector(data) if kind == "SVG" else (read_raster(data, kind), ())
    except RefusedError as error:
        return None, (error.flaw,)
    if logo is not None and is_placeholder(data):
        logo = replace(logo, placeholder=True)
    return logo, flaws
