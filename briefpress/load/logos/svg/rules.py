"""What SVG may hold: the elements and properties that are understood, and why others are not."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from briefpress.load.findings import Fault
from briefpress.load.logos.flaws import Flaws
from briefpress.load.logos.svg.tree import SVG, XLINK_HREF, Tree, name_of

SHAPES = frozenset(("circle", "ellipse", "line", "path", "polygon", "polyline", "rect"))
PASSED_OVER = frozenset(
    (
        *(
            "clipPath",
            "color-profile",
            "cursor",
            "defs",
            "desc",
            "filter",
            "font",
            "linearGradient",
        ),
        *("marker", "mask", "metadata", "pattern", "radialGradient", "solidColor", "style"),
        *("symbol", "title", "view"),
    )
)
"""What draws nothing where it stands; what of it is used is read where it is used."""

INHERITED = frozenset(
    (
        *("clip-rule", "color", "fill", "fill-opacity", "fill-rule", "paint-order", "stroke"),
        *("stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin"),
        *("stroke-miterlimit", "stroke-opacity", "stroke-width", "visibility"),
    )
)
PROPERTIES = INHERITED | frozenset(
    (
        *("clip-path", "display", "filter", "marker", "marker-end", "marker-mid", "marker-start"),
        *("mask", "mask-type", "mix-blend-mode", "opacity", "stop-color", "stop-opacity"),
        *("transform", "vector-effect"),
    )
)
"""All that changes how a shape looks. Others (fonts, hints to renderers) change nothing here."""
WITHOUT_EFFECT: Mapping[str, frozenset[str]] = {
    "filter": frozenset(("none",)),
    "marker": frozenset(("none",)),
    "marker-end": frozenset(("none",)),
    "marker-mid": frozenset(("none",)),
    "marker-start": frozenset(("none",)),
    "mix-blend-mode": frozenset(("normal",)),
    "vector-effect": frozenset(("none",)),
}
"""Properties that cannot be drawn here, and the values with which they do nothing."""

PLAIN = "export the logo again as plain SVG"
_FLAT = "flatten it in the drawing program, or give the logo as PNG"
_OUTLINE = (
    "Illustrator: Type > Create Outlines; Inkscape: Path > Object to Path; Figma: Outline stroke"
)
_TEXT = frozenset(("altGlyph", "flowRoot", "text", "textArea", "textPath", "tref", "tspan"))
_MOVING = frozenset(
    ("animate", "animateColor", "animateMotion", "animateTransform", "discard", "set")
)
_DANGEROUS = _MOVING | {"feImage", "foreignObject", "image", "script"}
_LINKS = ("href", f"{SVG}href", XLINK_HREF)
_HINTS: Mapping[str, str] = {
    "image": "draw it as shapes, or give the whole logo as PNG",
    "feImage": "draw it as shapes, or give the whole logo as PNG",
    "foreignObject": PLAIN,
}


def refusal(name: str) -> Fault:
    """Why an element is not drawn."""
    if name in _TEXT:
        return Fault("LOGO-TEXT", "convert text to outlines: its font may be missing", _OUTLINE)
    if name == "script":
        return Fault("LOGO-SVG", "scripts are not allowed", PLAIN)
    if name in _MOVING:
        return Fault("LOGO-SVG", f"<{name}> is not allowed: a logo does not move", PLAIN)
    return Fault("LOGO-SVG", f"<{name}> is not allowed", _HINTS.get(name, PLAIN))


def reference_refusal(address: str) -> Fault:
    """Why something may not be referred to; `address` may be wrapped in `url()`."""
    bare = re.sub(r"""^\s*url\(\s*["']?|["']?\s*\)?\s*$""", "", address)
    message = f"a reference to {bare[:60]!r} is not allowed"
    return Fault("LOGO-SVG", message, "a logo refers to nothing outside its own file")


def property_refusal(name: str, value: str) -> Fault:
    """Why a property cannot be drawn."""
    return Fault("LOGO-SVG", f"{name}: {value[:40]} cannot be drawn", _FLAT)


def mask_refusal() -> Fault:
    """Why a mask cannot be drawn."""
    return Fault("LOGO-SVG", "a mask with shades or holes cannot be drawn", _FLAT)


def check_safety(tree: Tree, flaws: Flaws) -> None:
    """Report what is dangerous wherever it stands, even where it would never be drawn."""
    for element, line in tree.lines.items():
        for fault in _dangers(element):
            flaws.add(fault, line)


def _dangers(element: Element) -> Iterator[Fault]:
    name = name_of(element)
    if not name:
        return
    if name in _DANGEROUS and not (name == "foreignObject" and element.get("requiredExtensions")):
        yield refusal(name)
    for attribute, value in element.attrib.items():
        if attribute.lower().startswith("on"):
            yield Fault("LOGO-SVG", f"event handlers ({attribute}) are not allowed", PLAIN)
        elif attribute in _LINKS and name not in _DANGEROUS and not value.startswith("#"):
            yield reference_refusal(value)
