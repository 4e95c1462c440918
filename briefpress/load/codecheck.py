"""The link behind a brand's QR code: it is one of its own, and short enough to be read."""

from collections.abc import Iterator

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault, Names
from briefpress.model.brand import Brand

NONE = "none"
LONGEST = 80
"""Characters. A longer one has no room beside a long name on the card, and nobody types it; its
code would have more than 37 modules, so that on a scratched card of 20 mm cameras begin to fail."""


def code_faults(brand: Brand) -> Iterator[tuple[Fault, Where]]:
    """What keeps the QR code of a brand from being printed."""
    links = Names(frozenset((*brand.links, NONE)))
    if brand.qr and links.lack(brand.qr):
        yield links.fault("BRAND-LINK", "link", brand.qr), brand.where_of("qr")
    link = brand.code_link
    size = len(link.url.encode()) if link else 0
    if size > LONGEST:
        message = f"{size} characters are too many for a QR code; at most {LONGEST}"
        hint = "ask for a short address, or write `qr: none`"
        yield Fault("LINK-LONG", message, hint), brand.where_of("links", brand.qr, "url")
