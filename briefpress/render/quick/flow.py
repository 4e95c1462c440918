"""The flow: whether a box stands in it, and on which kinds of pages it begins and ends."""

from typing import Any, Literal

_FLOATS = frozenset({"left", "right", "inline-start", "inline-end", "footnote"})
_PLACED = frozenset({"absolute", "fixed"})
_TAKEN_OUT = frozenset({"running()", "note()"})
"""What `position` begins with where it is a list."""


def is_in_normal_flow(box: Any) -> bool:  # noqa: ANN401 - the engine has no types
    """As the engine's own, which asks five others for it."""
    style = box.style
    position = style["position"]
    if style["float"] in _FLOATS or position in _PLACED:
        return False
    return position[0] not in _TAKEN_OUT


def page_values(box: Any) -> tuple[str, str]:  # noqa: ANN401
    """As the engine's own, which asks everything on both edges for both ends at each level."""
    return _page_at(box, 0), _page_at(box, 1)


def _page_at(box: Any, edge: Literal[0, 1]) -> str:  # noqa: ANN401
    """The kind of page that the innermost box at the head or the foot names, if one does."""
    value: str = box.style["page"]
    inner = _innermost(box.children, edge)
    while inner is not None:
        if getattr(type(inner), "page_values", None) is not page_values:
            return inner.page_values()[edge] or value
        value = inner.style["page"] or value
        inner = _innermost(inner.children, edge)
    return value


def _innermost(children: Any, edge: Literal[0, 1]) -> Any:  # noqa: ANN401
    """The first or last of the children that flow or float."""
    turn = reversed(children) if edge else iter(children)
    return next((c for c in turn if c.is_in_normal_flow() or c.is_floated()), None)
