"""Documents: what compose hands to render, and the proof that render hands to check."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefpress.model.checked import Spot
from briefpress.model.claims import Claim
from briefpress.model.edition import Edition
from briefpress.model.layout import Layout, Slot
from briefpress.model.ownership import Ownership


@dataclass(frozen=True)
class Document:
    """A composed edition: HTML, stylesheets by name, and every file that they may ask for.

    `claims` are what a reader must find on its pages, in reading order, each block of
    text followed by the items in it; `forgotten` is what the layout should print and does not;
    `safe` is how far (mm) from the trim its text stays. `ownership` is
    what belongs to which brand and audience. One that is `stamped` is a proof to look at, not to
    hand out.
    """

    edition: Edition
    layout: Layout
    title: str
    html: str
    styles: Mapping[str, str]
    assets: Mapping[str, bytes]
    messages: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    forgotten: tuple[Claim, ...] = ()
    safe: float = 0.0
    ownership: Ownership | None = field(default=None, repr=False, compare=False)
    stamped: bool = False


@dataclass(frozen=True)
class TextRun:
    """A piece of text as it stands on a page: mm from the top left corner, size in pt.

    `link` is where it leads to, if it is (part of) a link; `is_made`: a style makes it, and it is
    not in the document; `is_recased`: a style has changed its capitals. Spacings are in em.
    """

    text: str
    x: float
    y: float
    width: float
    height: float
    size: float
    clip: tuple[float, float, float, float] | None = None
    link: str = ""
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    is_made: bool = False
    is_recased: bool = False
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    family: str = ""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom: mm from the top left corner."""
        return (self.x, self.y, self.x + self.width, self.y + self.height)


class Alignment(StrEnum):
    """How the lines of a block stand in it, as a reader sees it."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"
    JUSTIFY = "justify"


@dataclass(frozen=True)
class TextLine:
    """A line of a block of text: mm from the top left corner of its page.

    `size` (pt) is that in which the block is set. The lines of one block share a number, over pages
    too. `within` are the ids of the elements that hold it, the outermost first; `is_heading` says
    whether the block is a heading.
    """

    text: str
    x: float
    y: float
    width: float
    height: float
    size: float
    block: int
    align: Alignment = Alignment.LEFT
    rtl: bool = False
    within: tuple[str, ...] = ()
    is_heading: bool = False


@dataclass(frozen=True)
class Drawing:
    """A picture as it stands on a page: the address of its file, mm from the top left corner.

    `is_upright`: neither turned, slanted nor mirrored; `opacity` counts what is around it, too.
    """

    url: str
    x: float
    y: float
    width: float
    height: float
    is_upright: bool = True
    opacity: float = 1.0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom: mm from the top left corner."""
        return (self.x, self.y, self.x + self.width, self.y + self.height)


@dataclass(frozen=True)
class Stroke:
    """Something that is drawn and is no text: its kind, and mm from the top left of its page.

    `outline` is a hash of all that is known of its form; `inks` are `#0f4c5c` of what is filled
    and of its line.
    """

    kind: str
    left: float
    top: float
    right: float
    bottom: float
    outline: str
    inks: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageProof:
    """One page: its size in mm and the text on it in paint order; lines without running matter.

    `strokes` is what the engine has drawn besides text, in paint order. `is_forced`: a style lets
    it begin here, and not only that the page before it was full.
    """

    width: float
    height: float
    runs: tuple[TextRun, ...]
    lines: tuple[TextLine, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    is_forced: bool = False
    strokes: tuple[Stroke, ...] = ()


ROUNDING = 1e-6
"""mm. What sums of lengths are out by: 6 mm that begin at 13 mm end at 19.000000000000004."""


@dataclass(frozen=True)
class TextBlock:
    """A block of text of a slot, as high as it likes: mm from the top of the slot to its two ends.

    `within` are the ids of the elements that hold it.
    """

    text: str
    top: float
    bottom: float
    within: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shortfall:
    """What is known of a slot that does not fit at its floor: where it stands, and its text there.

    `surplus` are the fewest of its last key messages without which the rest of it fits, `rest` (mm)
    high; none if it would not fit with one message alone.
    """

    spot: Spot
    blocks: tuple[TextBlock, ...] = ()
    surplus: tuple[str, ...] = ()
    rest: float = 0.0


@dataclass(frozen=True)
class Fitted:
    """How a slot came out: the size chosen (pt), and its natural height at that size (mm)."""

    slot: Slot
    size: float
    natural: float
    shortfall: Shortfall | None = None

    @property
    def fits(self) -> bool:
        """Whether everything in the slot stands inside it."""
        return self.natural <= self.slot.height + ROUNDING

    @property
    def spare(self) -> float:
        """The room (mm) left over, which a layout may spread between its parts."""
        return max(0.0, self.slot.height - self.natural)


@dataclass(frozen=True)
class Proof:
    """A rendered document that has not passed preflight yet.

    `lost` are the characters of the document that reached no page; `log` what the engine said at
    WARNING or above; `refused` the addresses that the document asked for and did not get;
    `bookmarks` have a title, a depth from 1, and a page from 1; `holes` are the pages, from 1, on
    which each place stands that is filled from another document.
    """

    document: Document
    pdf: bytes
    pages: tuple[PageProof, ...]
    fitted: tuple[Fitted, ...] = ()
    lost: str = ""
    log: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    bookmarks: tuple[tuple[str, int, int], ...] = ()
    holes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
