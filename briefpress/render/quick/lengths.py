"""Lengths: what the sides of a box come to in a box around it."""

from math import inf
from typing import Any

from briefpress.render.library import boxes, css, percent

_ENGINES = percent.percentage
_LENGTH = type(css.ZERO_PIXELS)
_SIDES = ("top", "right", "bottom", "left")


def resolve_percentages(box: Any, containing_block: Any) -> None:  # noqa: ANN401 - the engine has no types
    """As the engine's own, which calls three functions for each of twenty properties."""
    around = containing_block
    is_box = isinstance(around, boxes.Box)
    width, height = (around.width, around.height) if is_box else around
    upright = height if isinstance(box, boxes.PageBox) else width
    style = box.style
    box.margin_left = _used(style["margin_left"], style, width)
    box.margin_right = _used(style["margin_right"], style, width)
    box.margin_top = _used(style["margin_top"], style, upright)
    box.margin_bottom = _used(style["margin_bottom"], style, upright)
    box.padding_left = _used(style["padding_left"], style, width)
    box.padding_right = _used(style["padding_right"], style, width)
    box.padding_top = _used(style["padding_top"], style, upright)
    box.padding_bottom = _used(style["padding_bottom"], style, upright)
    box.width = _used(style["width"], style, width)
    box.min_width = _least(style["min_width"], style, width)
    box.max_width = _used(style["max_width"], style, width)
    _resolve_height(box, style, height)
    _resolve_borders(box, style)
    if style["box_sizing"] != "content-box":
        percent.adjust_box_sizing(box, "width")
        percent.adjust_box_sizing(box, "height")


def _resolve_height(box: Any, style: Any, around: Any) -> None:  # noqa: ANN401
    if around != "auto":
        box.height = _used(style["height"], style, around)
        box.min_height = _least(style["min_height"], style, around)
        box.max_height = _used(style["max_height"], style, around)
        return
    height = style["height"]
    is_open = height == "auto" or css.check_math(height) or height.unit == "%"
    box.height = "auto" if is_open else height.value
    box.min_height = _least(style["min_height"], style, 0)
    box.max_height = _used(style["max_height"], style, inf)


def _resolve_borders(box: Any, style: Any) -> None:  # noqa: ANN401
    """Those of cells that share them have been settled."""
    if style["border_collapse"] != "collapse":
        box.border_top_width = style["border_top_width"]
        box.border_right_width = style["border_right_width"]
        box.border_bottom_width = style["border_bottom_width"]
        box.border_left_width = style["border_left_width"]
        return
    for side in _SIDES:
        name = f"border_{side}_width"
        if not hasattr(box, name):
            setattr(box, name, style[name])


def _used(value: Any, style: Any, whole: Any) -> Any:  # noqa: ANN401
    """A length as it is used, where `whole` is 100%; sums are left to the engine."""
    if value == "auto":
        return value
    if type(value) is _LENGTH and value.unit is not None:
        return whole * value.value / 100 if value.unit == "%" else value.value
    return _ENGINES(value, style, whole)


def _least(value: Any, style: Any, whole: Any) -> Any:  # noqa: ANN401
    used = _used(value, style, whole)
    return 0 if used == "auto" else used
