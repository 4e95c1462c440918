"""What can be seen in a finished file, page by page: text, images, and how the text is painted."""

from dataclasses import dataclass
from functools import cached_property

from briefpress.model.checked import Spot

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, mm from the top left corner of the trim."""


@dataclass(frozen=True)
class Ink:
    """How a piece of text is painted, measured from pixels.

    `pixels` are those that its glyphs mostly cover; `hidden` the share of them on which the page
    looks the same without the text; `gap` the widest run of columns (mm) whose ink is hidden,
    `band` the highest of rows; `contrast` that which nine in ten of the other pixels reach, with
    what is around them.
    """

    pixels: int
    hidden: float
    gap: float
    contrast: float
    band: float = 0.0


NO_INK = Ink(0, 1.0, 0.0, 1.0)


@dataclass(frozen=True)
class Seen:
    """A piece of text of a page, as it stands in the file: mostly a line, or a part of one.

    `box` is that of its glyphs; `size` the height of the type (pt) or, of narrowed letters, its
    width; `opacity` that of the text and of all groups around it; `clip`
    what its clips let through; `mcid` the number of its marked content, -1 of an artifact; `spoken`
    is what is read out in its place, if anything; `oddity` says in words what is done to it that
    nothing of ours does.
    """

    page: int
    text: str
    box: Box
    size: float
    font: str
    opacity: float
    mcid: int
    clip: Box | None = None
    spoken: str = ""
    oddity: str = ""
    ink: Ink = NO_INK

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        left, top, right, bottom = self.box
        return Spot(self.page, left, top, right - left, bottom - top)


@dataclass(frozen=True)
class Drawn:
    """An image of a page: where it stands, and how many pixels it has to the inch."""

    page: int
    box: Box
    width: int
    height: int
    dpi: float


@dataclass(frozen=True)
class SeenPage:
    """A page of a finished file: its trim (mm), and what is on it in the order of painting.

    `marks` says of each place that was asked about how much of it is not of one colour.
    """

    number: int
    width: float
    height: float
    texts: tuple[Seen, ...]
    images: tuple[Drawn, ...]
    marks: tuple[float, ...] = ()

    @cached_property
    def words(self) -> str:
        """All its text, in the order of painting, without spaces."""
        return "".join("".join(seen.text.split()) for seen in self.texts)


def visible(box: Box, clip: Box | None) -> Box | None:
    """The part of a box that its clip lets through."""
    left, top, right, bottom = box
    if clip is None:
        return box if left < right and top < bottom else None
    left, top = max(left, clip[0]), max(top, clip[1])
    right, bottom = min(right, clip[2]), min(bottom, clip[3])
    return (left, top, right, bottom) if left < right and top < bottom else None
