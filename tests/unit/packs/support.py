"""What tests of packs share: the letters of the project's fonts, and SVG as a reader sees it."""

import re
from functools import cache
from pathlib import Path

from defusedxml import ElementTree

from briefpress.packs.lettering import Lettering
from briefpress.packs.logo import Faces

FONTS = Path(__file__).parents[3] / "layouts" / "_shared" / "fonts"
SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def lettering(weight: str = "700Bold") -> Lettering:
    """The letters of one weight."""
    return Lettering((FONTS / f"AtkinsonHyperlegibleNext_{weight}.ttf").read_bytes())


@cache
def faces() -> Faces:
    """The letters that logos are drawn with."""
    return Faces(lettering(), lettering("500Medium"))


def paths(svg: bytes) -> list[tuple[str, str]]:
    """The shapes of a logo: data and ink. Nothing but shapes may be in it."""
    root = ElementTree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert {child.tag for child in root} <= {f"{SVG}path"}
    return [(child.attrib["d"], child.attrib["fill"]) for child in root]


def size(svg: bytes) -> tuple[float, float]:
    """Width and height of the viewBox."""
    left, top, width, height = ElementTree.fromstring(svg).attrib["viewBox"].split()
    assert (left, top) == ("0", "0")
    return float(width), float(height)
