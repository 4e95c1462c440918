"""A card size: what is cut, what must stay clear, and how much text it can hold."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from briefpress.model.entry import Entry
from briefpress.model.fields import Slug, Text, TextList, Whole
from briefpress.model.lengths import Millimetres, Side


class Trim(Entry):
    """The paper after it has been cut, mm."""

    width: Side
    height: Side


class Opening(Entry):
    """A hole or slot at the top edge, in the middle: what is kept clear for it, mm."""

    width: Millimetres
    height: Millimetres
    top: Millimetres
    clear: Millimetres
    """How far down from the trim nothing is printed."""

    def try_on(self, trim: Trim) -> None:
        """See whether a card of this trim has room for it.

        Raises:
            ValueError: it has not, or what is kept clear ends before the opening does.
        """
        if self.top + self.height > self.clear:
            message = f"clear ({self.clear:g}mm) ends before the opening does ("
            raise ValueError(f"{message}{self.top + self.height:g}mm)")
        if self.width >= trim.width or 2 * self.clear > trim.height:
            size = f"{trim.width:g} x {trim.height:g} mm"
            raise ValueError(f"the opening leaves no room on a card of {size}")


class CardSize(Entry):
    """One size of `sizes.yaml`, mm.

    `safe` is how far inside the trim text stands. `seal` is the clear edge that a laminate needs
    beyond the paper (about 3 mm each side); 0 where a card is not sealed. `words` says how many
    words one side can hold at a type size, as a rule of thumb.
    """

    id: Slug
    title: Text
    describe: str = ""
    trim: Trim
    corner: Millimetres = 0.0
    safe: Annotated[Millimetres, Field(gt=0)]
    seal: Millimetres = 0.0
    opening: Opening | None = None
    layouts: TextList
    words: dict[str, Whole] = {}

    @model_validator(mode="after")
    def _can_be_cut(self) -> Self:
        """Text stands inside the paper, a seal in what stays clear, and corners and slot on it."""
        short = min(self.trim.width, self.trim.height)
        if self.seal > self.safe:
            message = f"seal ({self.seal:g}mm) is wider than safe ({self.safe:g}mm)"
            raise ValueError(message)
        if 2 * self.safe >= short:
            message = f"safe ({self.safe:g}mm) leaves no room for text"
            raise ValueError(message)
        if 2 * self.corner > short:
            message = f"corner ({self.corner:g}mm) is more than half of the short side"
            raise ValueError(message)
        if self.opening:
            self.opening.try_on(self.trim)
        return self


class SizeFile(Entry):
    """`sizes.yaml`."""

    sizes: tuple[CardSize, ...]
