"""The page of an SVG file: what its `viewBox` shows, and how a symbol fits into its place."""

from xml.etree.ElementTree import Element

from briefpress.load.findings import Fault
from briefpress.load.logos.flaws import RefusedError
from briefpress.load.logos.svg.drawing import Box
from briefpress.load.logos.svg.values import length, numbers
from briefpress.matrices import IDENTITY, Matrix

_HINT = "export the logo again as plain SVG, with a viewBox as large as the drawing"


def page_of(root: Element) -> Box:
    """The box that the file shows.

    Raises:
        RefusedError: it has none, or one without size.
    """
    text = root.get("viewBox")
    if text is None:
        raise RefusedError(Fault("LOGO-VIEWBOX", "no viewBox", _HINT))
    try:
        box = view_box(text)
        sides = [length(root.get(side, "100%"), 100) for side in ("width", "height")]
    except ValueError as error:
        raise RefusedError(Fault("LOGO-VIEWBOX", f"viewBox or size: {error}", _HINT)) from error
    if min(sides) <= 0:
        raise RefusedError(Fault("LOGO-VIEWBOX", "its width or height is 0", _HINT))
    return box


def view_box(text: str) -> Box:
    """A `viewBox` as a box.

    Raises:
        ValueError: it is none, or has no size.
    """
    values = numbers(text)
    if len(values) != 4 or min(values[2:]) <= 0:  # noqa: PLR2004 - left, top, width, height
        message = f"{text[:60]!r} is no viewBox"
        raise ValueError(message)
    left, top, width, height = values
    return (left, top, left + width, top + height)


def viewport(symbol: Element, width: str | None, height: str | None) -> Matrix:
    """The matrix that puts a symbol into its place: as large as fits, in the middle.

    Raises:
        ValueError: its `viewBox` or a length is none.
    """
    text = symbol.get("viewBox")
    if text is None:
        return IDENTITY
    left, top, right, bottom = view_box(text)
    wide, high = right - left, bottom - top
    across = length(width or symbol.get("width") or f"{wide:g}", wide)
    down = length(height or symbol.get("height") or f"{high:g}", high)
    x, y = across / wide, down / high
    if symbol.get("preserveAspectRatio", "").split(" ")[0] != "none":
        x = y = min(x, y)
    return (x, 0, 0, y, (across - x * wide) / 2 - x * left, (down - y * high) / 2 - y * top)
