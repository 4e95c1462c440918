"""Natural heights read off slots that have been laid out in their rooms, without measuring them.

A room keeps its height whatever stands in it, and what stands in it goes on below where it is too
much. So its own height can be seen, but for what depends on the engine's inner accounts: of such a
slot nothing is told, and it is measured.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from briefpress.model.layout import Slot
from briefpress.render.boxes import lost_text, named_boxes
from briefpress.render.fit import DECIMALS
from briefpress.render.library import boxes
from briefpress.render.lines import children
from briefpress.units import px_to_mm

_MOVED = ("top", "bottom")
_PICTURES = frozenset({"canvas", "embed", "hr", "iframe", "img", "input", "object", "svg", "video"})
"""What stands in a slot without being text, by the names of its elements."""


def natural_heights(
    laid: Any,  # noqa: ANN401 - the engine has no types
    root: Any,  # noqa: ANN401
    slots: tuple[Slot, ...],
) -> Mapping[str, float] | None:
    """The natural height (mm) of each slot, as `measure` gives it; None if one is not clear.

    At the foot of a page the engine leaves out what goes on below a room, and what is to stand
    together with that; so all that the document has must be there.
    """
    if lost_text(laid, root):
        return None
    names = frozenset(slot.id for slot in slots)
    found: dict[str, float] = {}
    for page in laid.pages:
        foot = _foot(page._page_box)  # noqa: SLF001
        for name, box in named_boxes(page, names):
            is_clear = name not in found and _bottom(box) <= foot and _has_its_pictures(box)
            height = _natural(box) if is_clear else None
            if height is None:
                return None
            found[name] = round(px_to_mm(height), DECIMALS)
    return found if len(found) == len(names) else None


def _foot(page: Any) -> float:  # noqa: ANN401
    """Where what flows on a page ends. Past it, the engine leaves out what is in a room."""
    return float(page.content_box_y() + page.height)


def _has_its_pictures(box: Any) -> bool:  # noqa: ANN401
    shown = {id(inner.element) for inner in _inside(box)}
    return all(id(one) in shown for one in box.element.iter() if one.tag in _PICTURES)


def _inside(box: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in children(box):
        yield child
        yield from _inside(child)


def _natural(box: Any) -> float | None:  # noqa: ANN401
    """The height (px) that a box would have for itself, as the property `height` would set it."""
    end = _end(box) if type(box) is boxes.BlockBox else None
    if end is None:
        return None
    if box.establishes_formatting_context():
        end = max([end, *_floats(box)])
    height = max(0.0, end - float(box.content_box_y()))
    if box.style["box_sizing"] == "border-box":
        height += float(box.border_height() - box.height)
    return height


def _end(box: Any) -> float | None:  # noqa: ANN401
    """Where the contents of a block end, with the margins that stay in it."""
    at = box
    margins = [0.0]
    while True:
        last = next((child for child in reversed(at.children) if child.is_in_normal_flow()), None)
        if last is None:
            return float(box.content_box_y()) if at is box else None
        if isinstance(last, boxes.LineBox):
            end = last.position_y + last.height
            break
        if _is_unclear(last):
            return None
        end = _bottom(last)
        margins.append(last.margin_bottom)
        if not _lets_margins_out(last):
            break
        at = last
    stays = not box.bottom_margin_collapses()
    return float(end + (max(margins) + min(margins) if stays else 0.0))


def _is_unclear(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is moved after it has been laid out, or may let margins pass through it."""
    style = box.style
    is_moved = style["position"] == "relative" and any(style[side] != "auto" for side in _MOVED)
    return is_moved or not box.border_height()


def _lets_margins_out(box: Any) -> bool:  # noqa: ANN401
    """Whether the margin of the last block in it is one with its own."""
    is_open = type(box) is boxes.BlockBox and box.style["height"] == "auto"
    return is_open and bool(box.bottom_margin_collapses())


def _bottom(box: Any) -> float:  # noqa: ANN401
    return float(box.border_box_y() + box.border_height())


def _floats(box: Any) -> Iterator[float]:  # noqa: ANN401
    """Where what floats in a block ends, unless something around it keeps it in."""
    for child in children(box):
        if child.is_floated():
            yield child.position_y + child.margin_height()
        elif not child.establishes_formatting_context():
            yield from _floats(child)
