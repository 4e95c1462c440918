"""The areas of links, cleared before they are written: no more of them than a link needs."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from briefpress.render.library import boxes
from briefpress.render.log import complain
from briefpress.render.tagging.roles import is_decoration

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def clear_links(document: Any, root: Element) -> None:  # noqa: ANN401 - the engine has no types
    """Leave of each page the areas that a reader is to meet.

    The engine makes one for each box inside a link, so that one word would be several links. And a
    link in what readers are not told of could not be told (ISO 14289-1, 7.18.5).
    """
    owners = dict(_owners(root, None))
    for page in document.pages:
        margins = {box for box in page._page_box.children if isinstance(box, boxes.MarginBox)}  # noqa: SLF001
        untold = {box for margin in margins for box in margin.descendants()}
        by_link: dict[Element | None, list[Any]] = {}
        for link in page.links:
            box = link[3]
            owner = None if box in untold else owners.get(box.element)
            by_link.setdefault(owner, []).append(link)
        for link in by_link.pop(None, ()):
            complain(f"the link to {link[1]} stands where no screen reader comes")
        page.links[:] = [link for links in by_link.values() for link in _apart(links)]


def _apart(links: list[Any]) -> list[Any]:
    """The areas of one link, without those whose middle a larger one covers."""
    kept: list[Any] = []
    for link in sorted(links, key=lambda one: -_size(one[2])):
        if not any(_covers(other[2], link[2]) for other in kept):
            kept.append(link)
    return [link for link in links if link in kept]


def _size(area: Rectangle) -> float:
    return (area[2] - area[0]) * (area[3] - area[1])


def _covers(area: Rectangle, other: Rectangle) -> bool:
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def _owners(element: Element, owner: Element | None) -> Iterator[tuple[Element, Element | None]]:
    """The link of each element that stands in one; none of those that are hidden."""
    if is_decoration(element):
        return
    owner = element if element.tag == "a" else owner
    if owner is not None:
        yield element, owner
    for child in element:
        yield from _owners(child, owner)
