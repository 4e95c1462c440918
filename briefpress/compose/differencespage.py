"""What changed between two builds, as a page that a reviewer reads in five minutes."""

from base64 import b64encode
from collections.abc import Iterable

from briefpress.compose.report import filled_page
from briefpress.model.differences import Differences, LookChange, Sort
from briefpress.model.edition import Edition
from briefpress.model.library import Library

TEMPLATE = "_shared/diff.html.j2"
KINDS = ("messages", "facts", "contacts")


def compose_differences(library: Library, changes: Differences) -> str:
    """`output/diff.html`: self-contained, and works from the disk.

    Raises:
        TemplateFaultError: the template is broken.
    """
    values = {
        "changes": changes,
        "kinds": [kind for kind in KINDS if any(item.kind == kind for item in changes.items)],
        "sorts": list(Sort),
        "pictures": _pictures,
        "told": _told,
    }
    return filled_page(library, TEMPLATE, values)


def _pictures(look: LookChange) -> list[dict[str, object]]:
    """The pages that are shown, as templates print them."""
    return [
        {
            "before": pair.before,
            "now": pair.now,
            "url_before": _url(pair.picture_before),
            "url_now": _url(pair.picture_now),
        }
        for pair in look.pages
        if pair.picture_before or pair.picture_now
    ]


def _url(picture: bytes) -> str:
    return f"data:image/png;base64,{b64encode(picture).decode()}" if picture else ""


def _told(editions: Iterable[Edition]) -> dict[str, dict[str, list[str]]]:
    """Editions by layout and audience, with their boards."""
    found: dict[str, dict[str, list[str]]] = {}
    for edition in editions:
        boards = found.setdefault(edition.layout, {}).setdefault(edition.audience, [])
        if edition.brand not in boards:
            boards.append(edition.brand)
    return found
