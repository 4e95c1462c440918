"""Styles asked for what nobody has set: most of what the engine asks, answered without a search.

For each box the engine asks for a hundred properties, of which rules set ten. It looks for each in
all ways in which it may have come about. Where it is inherited or initial there is only one.
"""

from collections.abc import Mapping
from typing import Any

from briefpress.render.library import css

_SEARCH = css.ComputedStyle.__missing__
_OTHERWISE = frozenset({"display", "float", "page", "position"})
"""What hangs on other properties, or on the boxes around."""
_PLAIN = frozenset(
    name
    for name in css.INITIAL_VALUES
    if name not in _OTHERWISE and not name.startswith(("__", "text_decoration_"))
)
_SIMPLE = frozenset({float, int, str, type(css.ZERO_PIXELS)})
"""No sum is one of these."""
_COMPUTED = css.INITIAL_NOT_COMPUTED & css.COMPUTER_FUNCTIONS.keys()
"""What is initial in one way for some boxes and in another for others: nothing where no line is."""
_LOGICAL: Mapping[str, Mapping[str, str]] = {
    name: {inline: function(block="ttb", inline=inline) for inline in ("ltr", "rtl")}
    for name, function in css.PHYSICAL_FUNCTIONS.items()
}
"""By side, and by direction of the text, the name under which a rule may have set the same."""


def missing(style: Any, key: str) -> Any:  # noqa: ANN401 - the engine has no types
    """As the engine's own, which is asked for all that is not plain."""
    if key in style.cascaded or key not in _PLAIN:
        return _SEARCH(style, key)
    sides = _LOGICAL.get(key)
    if sides is not None and sides[style["direction"]] in style.cascaded:
        return _SEARCH(style, key)
    if key in css.INHERITED and style.parent_style is not None:
        value = style.parent_style[key]
        if type(value) not in _SIMPLE and css.check_math(value):  # Then it may complain.
            return _SEARCH(style, key)
    else:
        value = css.INITIAL_VALUES[key]
        if key in _COMPUTED:
            value = css.COMPUTER_FUNCTIONS[key](style, key, value)
    style[key] = value
    return value
