"""Rules on the ways through a file: its bookmarks, and its links."""

from collections import Counter
from collections.abc import Iterator

from briefpress.check.judged import Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.check.reading.anatomy import Link
from briefpress.check.reading.plain import digits_of, plain
from briefpress.check.reading.seen import Box, Seen
from briefpress.markup import Markup, elements
from briefpress.model.belongings import national
from briefpress.model.checked import Fault

SCHEMES = ("https:", "mailto:", "tel:")


def bookmarks(opened: Opened) -> Judged:
    """The bookmarks are those that were laid out, in their order, each leading to its page."""
    laid = [(plain(title), level, page) for title, level, page in opened.proof.bookmarks]
    found = [(plain(mark.title), mark.level, mark.page) for mark in opened.marks]
    gone, strange = Counter(laid) - Counter(found), Counter(found) - Counter(laid)
    faults = [Fault(f"bookmark {title!r} to page {page} is gone") for title, _, page in gone]
    faults += (
        Fault(f"bookmark {title!r} to page {page} is not ours") for title, _, page in strange
    )
    if not faults and laid != found:
        faults = [Fault("the bookmarks stand in another order")]
    return judged(counted(len(found), "bookmark"), faults)


def links(opened: Opened) -> Judged:
    """Every link is one of the document, of a safe kind, and dials what stands there."""
    away = [link for link in opened.links if link.address]
    found = {link.address for link in away}
    known = dict(_addresses(opened.markup))
    faults = [
        *(_fault(link, "is no safe address") for link in away if not _is_safe(link)),
        *(_fault(link, "is not in the document") for link in away if link.address not in known),
        *(
            Fault(f"the link to {to} is gone")
            for to, words in known.items()
            if words and to not in found
        ),
        *_misdialled(opened, away),
    ]
    return judged(counted(len(away), "link"), faults)


def _addresses(markup: Markup) -> Iterator[tuple[str, str]]:
    """Where links of the document lead to, and their words."""
    for anchor in elements(markup.root, "a"):
        address = anchor.get("href", "")
        if address and not address.startswith("#"):
            yield address, "".join(anchor.itertext()).strip()


def _is_safe(link: Link) -> bool:
    return link.address.startswith(SCHEMES)


def _misdialled(opened: Opened, away: list[Link]) -> Iterator[Fault]:
    """Links that dial another number than the one that stands in their place."""
    for link in away:
        scheme, _, number = link.address.partition(":")
        if scheme != "tel":
            continue
        texts = (seen for page in opened.pages[link.page - 1 : link.page] for seen in page.texts)
        shown = digits_of(" ".join(seen.text for seen in texts if _is_under(seen, link)))
        wanted = national(number.partition(";")[0])
        if shown and wanted not in national(shown):
            yield _fault(link, f"stands on {shown}")


def _is_under(seen: Seen, link: Link) -> bool:
    x, y = (seen.box[0] + seen.box[2]) / 2, (seen.box[1] + seen.box[3]) / 2
    return _holds(link.box, x, y)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _fault(link: Link, what: str) -> Fault:
    return Fault(f"page {link.page}: the link to {link.address} {what}", (link.spot,))
