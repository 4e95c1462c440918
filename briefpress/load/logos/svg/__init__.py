"""SVG of strangers: read within limits, understood, and written anew from what may be in it."""

from briefpress.load.logos.svg.bounds import bounds
from briefpress.load.logos.svg.drawing import Box, Drawing
from briefpress.load.logos.svg.tree import parse
from briefpress.load.logos.svg.walk import draw
from briefpress.load.logos.svg.writing import written

__all__ = ["Box", "Drawing", "bounds", "draw", "parse", "written"]
