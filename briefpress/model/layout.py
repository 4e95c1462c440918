"""A layout: a folder of `layouts/` that says how one kind of document looks and what it holds."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from briefpress.model.colors import Pair
from briefpress.model.entry import Entry
from briefpress.model.fields import NamesOr, Text, TextList, Whole, YesNo
from briefpress.model.lengths import Millimetres, Points, Side
from briefpress.model.rooms import LogoLine, LogoRoom


class Format(StrEnum):
    """In which form an edition comes out."""

    SCREEN = "screen"
    LARGE_PRINT = "large-print"
    HTML = "html"
    TEXT = "text"
    PRINT = "print"
    SHEET = "sheet"
    BOOKLET = "booklet"

    @property
    def suffix(self) -> str:
        """How the name of its files ends."""
        return _SUFFIXES.get(self, ".pdf")

    @property
    def is_paged(self) -> bool:
        """Whether it is laid out on pages, as a PDF; if not, it flows to its reader's width."""
        return self not in _SUFFIXES

    @property
    def is_finished(self) -> bool:
        """Whether it is for a printer or a shop, made of the PDFs of editions."""
        return self in _FINISHED


_FINISHED = (Format.SHEET, Format.BOOKLET, Format.PRINT)
_SUFFIXES = {Format.HTML: ".html", Format.TEXT: ".txt"}


class PageSize(Entry):
    """The trimmed page, mm."""

    width: Side
    height: Side


class PageCount(Entry):
    """How many pages a document may have."""

    least: Whole = Field(default=1, ge=1)
    most: Whole = Field(default=200, ge=1)

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        if self.least > self.most:
            message = f"least ({self.least}) is more than most ({self.most})"
            raise ValueError(message)
        return self


class Slot(Entry):
    """A box of fixed height whose type grows to the ceiling and shrinks to the floor.

    `id` is the id of the element. The template's stylesheet reads `--fit-<id>` (type size, pt)
    and `--fit-<id>-height` (mm).
    """

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    height: Annotated[Millimetres, Field(gt=0)]
    floor: Annotated[Points, Field(gt=0)]
    ceiling: Points
    step: Annotated[Points, Field(gt=0)] = 0.1

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        if self.floor > self.ceiling:
            message = f"floor ({self.floor:g}pt) is more than ceiling ({self.ceiling:g}pt)"
            raise ValueError(message)
        return self


class TypeSizes(Entry):
    """The smallest type (pt) that a layout promises: for messages, for contacts, for anything.

    Nothing that is printed may go below 9pt, nor contacts below 10pt.
    """

    body: Annotated[Points, Field(ge=9)] = 9.0
    contacts: Annotated[Points, Field(ge=10)] = 10.0
    least: Annotated[Points, Field(ge=9)] = 9.0

    def or_more(self, other: "TypeSizes") -> "TypeSizes":
        """What satisfies both."""
        return TypeSizes(
            body=max(self.body, other.body),
            contacts=max(self.contacts, other.contacts),
            least=max(self.least, other.least),
        )


LARGE_PRINT = TypeSizes(body=18.0, contacts=18.0, least=16.0)
"""UKAAF, clear and large print (G003): 16pt at least, 18pt at best."""


class Variant(Entry):
    """What differs in one format or size: each key given here replaces that of the layout."""

    page: PageSize | None = None
    template: str = ""
    styles: TextList | None = None
    pages: PageCount | None = None
    type: TypeSizes | None = None
    slots: tuple[Slot, ...] | None = None
    messages: Annotated[Whole, Field(ge=1)] | None = None
    routes: TextList | None = None
    logo: LogoRoom | None = None
    partners: LogoLine | None = None
    qr: Millimetres | None = None


class Layout(Entry):
    """`layout.yaml`."""

    title: Text
    describe: str = ""
    page: PageSize
    template: Text
    styles: TextList
    formats: Annotated[dict[str, Variant], NamesOr()] = {Format.SCREEN: Variant()}
    sizes: Annotated[dict[str, Variant], NamesOr()] = {}
    """Card sizes that it is made in; the first is that of `page`, and needs not be asked for."""
    pages: PageCount = PageCount()
    type: TypeSizes = TypeSizes()
    messages: Whole | None = Field(default=None, ge=1)
    slots: tuple[Slot, ...] = ()
    pairs: tuple[Pair, ...] = ()
    """Inks and grounds that it uses besides those of the shared parts; colours are held to them."""
    needs: TextList = ()
    safe: Annotated[Millimetres, Field(ge=0)] = 5.0
    """How far inside the trim all text stands."""
    routes: TextList = ()
    """Kinds of contact that it shows; empty: all."""
    brief: YesNo = False
    """Contacts in brief, for small cards: the short label, the numbers, the hours in one line."""
    logo: LogoRoom | None = None
    """The room for the board's logo."""
    partners: LogoLine | None = None
    """The line for the partners' logos; without it, none are shown."""
    qr: Millimetres = 0.0
    """The side of the QR code (mm), without the white round it; 0 if there is none."""

    def shows(self, kind: str) -> bool:
        """Whether it shows contacts of this kind."""
        return not self.routes or kind in self.routes

    @property
    def own_size(self) -> str:
        """The size that it is made in unless another is asked for; empty where it has none."""
        return next(iter(self.sizes), "")

    def in_format(self, name: str, size: str = "") -> "Layout":
        """The layout as this format has it, in one of its sizes; both must be among its own.

        What a format gives counts for more than what a size gives. Large print is never smaller
        than large print.
        """
        sized = self._with(self.sizes[size]) if size else self
        found = sized._with(self.formats[name])  # noqa: SLF001 - of its own class
        if name != Format.LARGE_PRINT:
            return found
        return found.model_copy(update={"type": found.type.or_more(LARGE_PRINT)})

    def _with(self, variant: Variant) -> "Layout":
        given = {key: getattr(variant, key) for key in Variant.model_fields}
        changes = {key: value for key, value in given.items() if value not in (None, "")}
        return self.model_copy(update=changes)
