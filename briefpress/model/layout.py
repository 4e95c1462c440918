"""A layout: a folder of `layouts/` that says how one kind of document looks and what it may hold."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from briefpress.model.entry import Entry
from briefpress.model.fields import TextList
from briefpress.units import parse_mm, parse_pt


class Format(StrEnum):
    """In which form an edition comes out."""

    SCREEN = "screen"


def _mm(value: object) -> object:
    return parse_mm(value) if isinstance(value, str) else value


def _pt(value: object) -> object:
    return parse_pt(value) if isinstance(value, str) else value


Millimetres = Annotated[float, BeforeValidator(_mm)]
Points = Annotated[float, BeforeValidator(_pt)]


class PageSize(Entry):
    """The trimmed page, mm."""

    width: Millimetres
    height: Millimetres


class PageCount(Entry):
    """How many pages a document may have."""

    least: int = Field(default=1, ge=1)
    most: int = Field(default=200, ge=1)

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
    height: Millimetres
    floor: Points
    ceiling: Points
    step: Points = 0.1


class Layout(Entry):
    """`layout.yaml`."""

    title: str
    describe: str = ""
    page: PageSize
    template: str
    styles: TextList
    formats: TextList = ("screen",)
    pages: PageCount = PageCount()
    messages: int | None = Field(default=None, ge=1)
    slots: tuple[Slot, ...] = ()
    needs: TextList = ()
