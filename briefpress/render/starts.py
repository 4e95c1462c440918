"""Starts of pages: whether a style asked for one, or the page before it was full."""

from collections.abc import Iterator
from typing import Any

from briefpress.render.library import boxes
from briefpress.render.lines import children

FORCED = frozenset({"page", "always", "left", "right", "recto", "verso"})
"""Values of `break-before` and `break-after` (CSS Fragmentation 3, 3.1)."""


def forced_starts(laid: Any) -> Iterator[bool]:  # noqa: ANN401 - the engine has no types
    """For each page whether a style let it begin; the first one does by itself.

    A box that goes on from the page before has the same styles as where it began, so it is asked
    only where it begins or ends.
    """
    before: tuple[Any, ...] = ()
    for number, page in enumerate(laid.pages):
        root = page._page_box  # noqa: SLF001
        first, last = tuple(_edge(root, 0)), tuple(_edge(root, -1))
        ended, begun = _elements(before), _elements(first)
        begins = any(_asks(box, "break_before") for box in first if box.element not in ended)
        ends = any(_asks(box, "break_after") for box in before if box.element not in begun)
        yield not number or begins or ends
        before = last


def _edge(box: Any, place: int) -> Iterator[Any]:  # noqa: ANN401
    """The boxes at the head (0) or the foot (-1) of a box, from the outermost to the innermost."""
    while True:
        inner = [
            child
            for child in children(box)
            if not isinstance(child, boxes.MarginBox) and child.is_in_normal_flow()
        ]
        if not inner:
            return
        box = inner[place]
        yield box


def _elements(chain: tuple[Any, ...]) -> list[Any]:
    return [box.element for box in chain]


def _asks(box: Any, name: str) -> bool:  # noqa: ANN401
    return box.style[name] in FORCED
