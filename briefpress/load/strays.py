"""Files that nothing reads: a misspelt name would be passed over without a word."""

from collections.abc import Callable, Collection
from functools import partial

from briefpress.diagnostics import Scope
from briefpress.load.confirmations import FILES
from briefpress.load.files import Reader
from briefpress.load.findings import Fault
from briefpress.load.packs import OURS, PLAIN
from briefpress.names import did_you_mean

PLACES = (
    "abbreviations.yaml",
    "audiences.yaml",
    "brands",
    "checked.yaml",
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
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".ico", ".webp")
"""What may lie in a pack unread: an older logo, or the sign of a web site."""
DEEP = 4
"""How far down a pack is looked through: `assets/images/logos/` is seen."""
_PAPERS = ("readme", "licence", "license")


def report_strays(source: Reader) -> None:
    """Warn of each file of a publication that has no place in it."""
    _report(source, PLACES.__contains__, PLACES)
    _report(source.below("sections"), lambda name: name.endswith(".md"), ())
    _report(source.below("figures"), lambda name: name.endswith((".yaml", ".vl.json")), ())
    for folder in ("printers", "print-profiles"):
        _report(source.below(folder), lambda name: name.endswith(".yaml"), ())
    _report(source.below("profiles"), lambda name: name.endswith(".icc"), ())
    brands = source.below("brands")
    _report(brands, (*brands.folders(), *FILES).__contains__, FILES)
    for slug in brands.folders():
        _report_in_pack(brands.below(slug, Scope(brands=frozenset({slug}))))


def _report_in_pack(pack: Reader, depth: int = 0) -> None:
    """A pack has data and logos. Whoever sends styles or templates learns that nobody uses them."""
    folders = pack.folders() if depth < DEEP else ()
    known = folders if depth else (OURS, *PLAIN, *folders)
    _report(
        pack, partial(_is_of_a_pack, known), known, "a pack is brand.yaml and logos, nothing else"
    )
    for name in folders:
        _report_in_pack(pack.below(name, pack.scope), depth + 1)


def _is_of_a_pack(known: Collection[str], name: str) -> bool:
    return name in known or name.lower().endswith(PICTURES)


def _report(
    reader: Reader, belongs: Callable[[str], bool], known: Collection[str], told: str = ""
) -> None:
    for name in reader.names():
        if not belongs(name) and not name.lower().startswith(_PAPERS):
            near = did_you_mean(name, known)
            hint = near if near.startswith("did") else told or near
            fault = Fault("FILE-UNKNOWN", "nothing reads this file", hint)
            reader.findings.report([fault], reader.where(name), reader.scope)
