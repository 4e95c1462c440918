"""Printing: profiles of printers and print shops, of the layouts and of the publication."""

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
    icc = _icc(shared.below(PROFILES)) | _icc(source.below(PROFILES))
    shops = _read(shared, SHOPS, PrintProfile) | _read(source, SHOPS, PrintProfile)
    printers = _read(shared, PRINTERS, Printer) | _read(source, PRINTERS, Printer)
    known = Names(frozenset(icc))
    sound = {}
    for name, shop in shops.items():
        if known.lack(shop.profile):
            fault = known.fault("PRINT-PROFILE", "ICC profile", shop.profile)
            shared.findings.report([fault], shop.where_of("profile"), NOBODY)
        else:
            sound[name] = shop
    return Printing(printers, sound, icc)


def _icc(folder: Reader) -> dict[str, bytes]:
    files = {name.removesuffix(ICC): folder.binary(name) for name in folder.names(ICC)}
    return {name: data for name, data in files.items() if data is not None}


def _read(reader: Reader, name: str, kind: type[E]) -> dict[str, E]:
    folder = reader.below(name, NOBODY)
    found = {}
    for file in folder.names(SUFFIX):
        stem = file.removesuffix(SUFFIX)
        if not SLUG.fullmatch(stem):
            fault = Fault("SLUG", f"profile {stem!r}: use a-z, 0-9 and '-', 2 to 63 characters")
            folder.findings.report([fault], folder.where(file), NOBODY)
        entry = read_entry(folder, file, kind)
        if entry is not None:
            found[stem] = entry
    return found
