"""Printers: the profiles that come with the layouts, and those of the publication beside them."""

from collections.abc import Mapping

from briefpress.load.files import Reader
from briefpress.load.findings import Fault
from briefpress.load.sections import SLUG
from briefpress.load.typed import read_entry
from briefpress.model.printing import Printer

FOLDER = "printers"
SUFFIX = ".yaml"


def read_printers(shared: Reader, source: Reader) -> Mapping[str, Printer]:
    """Every printer by name; one of the publication stands in for one of the same name."""
    return {**_read(shared.below(FOLDER)), **_read(source.below(FOLDER))}


def _read(folder: Reader) -> dict[str, Printer]:
    found = {}
    for file in folder.names(SUFFIX):
        name = file.removesuffix(SUFFIX)
        if not SLUG.fullmatch(name):
            fault = Fault("SLUG", f"printer {name!r}: use a-z, 0-9 and '-', 2 to 63 characters")
            folder.findings.report([fault], folder.where(file), folder.scope)
        printer = read_entry(folder, file, Printer)
        if printer is not None:
            found[name] = printer
    return found
