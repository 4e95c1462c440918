"""Printers and print shops: what paper, edges, bleed and inks they take, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from briefpress.model.entry import Entry
from briefpress.model.fields import Text, Whole, YesNo
from briefpress.model.lengths import Millimetres


class Paper(StrEnum):
    """A sheet as it goes into the printer (ISO 216; SRA3: ISO 217)."""

    A4 = "a4"
    A3 = "a3"
    SRA3 = "sra3"

    @property
    def sides(self) -> tuple[float, float]:
        """The short and the long side, mm."""
        return _SIDES[self]


_SIDES = {Paper.A4: (210.0, 297.0), Paper.A3: (297.0, 420.0), Paper.SRA3: (320.0, 450.0)}


class Binding(StrEnum):
    """The edge on which a printer turns the sheet for its back."""

    LONG = "long-edge"
    SHORT = "short-edge"


class Method(StrEnum):
    """Which comes first when cards are laminated.

    Cut first: inserts are laid apart in a pouch, and the film is cut with a clear seal round each.
    Laminate first: the whole sheet goes through, and cards are cut flush, without a seal.
    """

    CUT_FIRST = "cut-first"
    LAMINATE_FIRST = "laminate-first"


Edge = Annotated[Millimetres, Field(ge=0, le=30)]
"""The calibration sheet shows 15 mm; what is twice as wide has not been read from one."""


class Margins(Entry):
    """The edges on which a printer cannot print, mm, the sheet upright and seen from its front."""

    top: Edge = 0.0
    right: Edge = 0.0
    bottom: Edge = 0.0
    left: Edge = 0.0


class Drift(Entry):
    """How far backs land right of and below where they belong, mm, seen from the back."""

    right: Annotated[float, Field(ge=-10, le=10)] = 0.0
    down: Annotated[float, Field(ge=-10, le=10)] = 0.0


class Cutting(Entry):
    """How cards stand on a sheet, and how they are cut out, mm."""

    bleed: Annotated[Millimetres, Field(ge=0, le=10)] = 2.0
    gutter: Annotated[Millimetres, Field(ge=0, le=50)] = 6.0
    marks: YesNo = True
    corners: YesNo = False
    openings: YesNo = True
    method: Method = Method.CUT_FIRST

    @model_validator(mode="after")
    def _bleeds_do_not_meet(self) -> Self:
        if self.gutter < 2 * self.bleed:
            message = (
                f"gutter ({self.gutter:g}mm) is narrower than the two bleeds in it "
                f"(2 x {self.bleed:g}mm)"
            )
            raise ValueError(message)
        return self


class Printer(Entry):
    """`printers/<name>.yaml`: an office printer, as its calibration sheet shows it."""

    title: Text
    paper: Paper = Paper.A4
    margins: Margins = Margins()
    binding: Binding = Binding.LONG
    drift: Drift = Drift()
    cutting: Cutting = Cutting()
    notes: str = ""


class PrintProfile(Entry):
    """`print-profiles/<name>.yaml`: what a print shop asks for."""

    title: Text
    bleed: Annotated[Millimetres, Field(ge=0, le=20)] = 3.0
    marks: YesNo = True
    """Crop marks, outside the bleed."""
    profile: Text = "coated-fogra39"
    """The ICC profile of the printing condition: a file of `_shared/profiles/`, without `.icc`."""
    condition: Text = "FOGRA39"
    """Its name in the registry of printing conditions (registry.color.org)."""
    ink_limit: Annotated[Whole, Field(ge=150, le=400)] = 300
    """Per cent of one ink's full cover, all inks together."""
    resolution: Annotated[Whole, Field(ge=72, le=1200)] = 300
    """Pixels per inch that a picture needs at its printed size."""
    outlines: YesNo = False
    """Text as shapes, for shops that refuse fonts. Nobody can search or copy such text."""
    notes: str = ""


@dataclass(frozen=True)
class Printing:
    """Everything that is known of printers, print shops and ICC profiles, by name."""

    printers: Mapping[str, Printer] = field(default_factory=dict)
    shops: Mapping[str, PrintProfile] = field(default_factory=dict)
    icc: Mapping[str, bytes] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    """The names of files that are there and have errors."""
