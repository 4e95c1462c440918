"""Files that nothing reads: a misspelt name would be passed over without a word."""

from collections.abc import Callable, Collection

from briefpress.load.confirmations import FILES
from briefpress.load.files import Reader
from briefpress.names import did_you_mean

PLACES = (
    "abbreviations.yaml",
    "audiences.yaml",
    "brands",
    "facts.yaml",
    "figures",
    "messages.yaml",
    "print-profiles",
    "preflight-exceptions.yaml",
    "printers",
    "profiles",
    "publication.yaml",
    "sections",
)
_PAPERS = ("readme", "licence", "license")


def report_strays(source: Reader) -> None:
    """Warn of each file of a publication that has no place in it. Brand folders are theirs."""
    _report(source, PLACES.__contains__, PLACES)
    _report(source.below("sections"), lambda name: name.endswith(".md"), ())
    _report(source.below("figures"), lambda name: name.endswith((".yaml", ".vl.json")), ())
    for folder in ("printers", "print-profiles"):
        _report(source.below(folder), lambda name: name.endswith(".yaml"), ())
    _report(source.below("profiles"), lambda name: name.endswith(".icc"), ())
    brands = source.below("brands")
    _report(brands, (*brands.folders(), *FILES).__contains__, FILES)


def _report(reader: Reader, belongs: Callable[[str], bool], known: Collection[str]) -> None:
    for name in reader.names():
        if not belongs(name) and not name.lower().startswith(_PAPERS):
            hint = did_you_mean(name, known)
            reader.findings.add(
                "FILE-UNKNOWN", "nothing reads this file", reader.where(name), hint=hint
            )
