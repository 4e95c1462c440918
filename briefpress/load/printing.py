"""Printing: profiles of printers and print shops, of the layouts and of the publication."""

from collections.abc import Iterator
from typing import TypeVar

from briefpress.diagnostics import Scope
from briefpress.load.files import Reader
from briefpress.load.findings import Fault, Names
from briefpress.load.sections import SLUG
from briefpress.load.typed import read_entry
from briefpress.model.entry import Entry
from briefpress.model.printing import Printer, Printing, PrintProfile

PRINTERS, SHOPS, PROFILES = "printers", "print-profiles", "profiles"
SUFFIX, ICC = ".yaml", ".icc"
NOBODY = Scope(brands=frozenset())
"""A profile that is wrong stops only who asks for it: it is not among those that can be had."""

E = TypeVar("E", bound=Entry)


def read_printing(shared: Reader, source: Reader) -> Printing:
    """What the layouts bring; what the publication has of the same name stands in for it."""
    icc = _icc(shared.below(PROFILES, NOBODY)) | _icc(source.below(PROFILES, NOBODY))
    shops = _read(shared, SHOPS, PrintProfile) | _read(source, SHOPS, PrintProfile)
    printers = _read(shared, PRINTERS, Printer) | _read(source, PRINTERS, Printer)
    known = Names(frozenset(icc))
    for name, shop in shops.items():
        if shop and known.lack(shop.profile):
            fault = known.fault("PRINT-PROFILE", "ICC profile", shop.profile)
            shared.findings.report([fault], shop.where_of("profile"), NOBODY)
            shops[name] = None
    broken = (name for found in (shops, printers) for name, entry in found.items() if not entry)
    return Printing(_sound(printers), _sound(shops), icc, frozenset(broken))


def _sound(found: dict[str, E | None]) -> dict[str, E]:
    return {name: entry for name, entry in found.items() if entry}


def _icc(folder: Reader) -> dict[str, bytes]:
    """The profiles of printing conditions by name; a finding for each that is something else."""
    found = {}
    for name in folder.names(ICC):
        data = folder.binary(name)
        faults = list(_icc_faults(data)) if data is not None else []
        folder.findings.report(faults, folder.where(name), NOBODY)
        if data is not None and not faults:
            found[name.removesuffix(ICC)] = data
    return found


def _icc_faults(data: bytes) -> Iterator[Fault]:
    """The header of a profile says what it is (ICC.1:2022, 7.2): bytes 16 to 19 and 36 to 39."""
    space = data[16:20].decode("ascii", "replace").strip()
    hint = "ask the shop for the profile of its printing condition"
    if data[36:40] != b"acsp":
        yield Fault("PRINT-PROFILE", "is no ICC profile", hint)
    elif space != "CMYK":
        yield Fault("PRINT-PROFILE", f"is a profile of {space}; a press prints CMYK", hint)


def _read(reader: Reader, name: str, kind: type[E]) -> dict[str, E | None]:
    """The profiles of a folder by name; None where a file has errors."""
    folder = reader.below(name, NOBODY)
    found: dict[str, E | None] = {}
    for file in folder.names(SUFFIX):
        stem = file.removesuffix(SUFFIX)
        if not SLUG.fullmatch(stem):
            fault = Fault("SLUG", f"profile {stem!r}: use a-z, 0-9 and '-', 2 to 63 characters")
            folder.findings.report([fault], folder.where(file), NOBODY)
        found[stem] = read_entry(folder, file, kind)
    return found
