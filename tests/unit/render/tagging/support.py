"""What tests of tags share: the structure of a small page, read back from its PDF."""

from tests.structure import Structure, structure_of
from tests.unit.render.support import proof

SQUARE = b"""<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">
<rect width="9" height="9"/></svg>"""

BULLET = ("Lbl", "•")


def tags(body: str, css: str = "") -> Structure:
    """The structure of a page, which must have nothing to complain of."""
    made = proof(body, css, assets={"a.svg": SQUARE})
    assert made.log == ()
    found = structure_of(made.pdf)
    assert set(found.uses.values()) <= {1}, "each mark is held once"
    return found


def shape(body: str, css: str = "") -> tuple[object, ...]:
    """What is in the document."""
    found = tags(body, css).root.shape()
    return tuple(found[1:])
