"""Colours of a brand: its palette, what each is for, and the tokens that layouts may use."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from briefpress.model.entry import Entry
from briefpress.model.fields import Text

HEX = r"^#[0-9a-fA-F]{6}$"
_SHARE = r"(?:100|[0-9]{1,2})"
CMYK = rf"^cmyk\({_SHARE}(?: {_SHARE}){{3}}\)$"


class Contrast(StrEnum):
    """How far colours are driven apart."""

    NORMAL = "normal"
    """WCAG 2.2 AA: 4.5:1 for text, 3:1 for large text and graphics."""
    HIGH = "high"
    """WCAG 2.2 AAA: 7:1 for text, 4.5:1 for large text and graphics."""


class Color(Entry):
    """`color` of the _brand.yml convention: a palette, and names that point into it.

    A colour is `#rrggbb`, another form of CSS (`navy`, `rgb(0 75 135)`), or the name of another.
    """

    palette: dict[str, Annotated[str, Field(pattern=HEX)]] = {}
    """Colours by names of your own."""
    primary: Text
    """The brand's colour: the field of covers and bands; headings have it, darkened if need be."""
    secondary: str = ""
    """The accent: the audience's label, the bar that a chart speaks of. Without it, primary."""
    foreground: str = ""
    """The colour of running text. Without it, the ink of the series."""
    background: str = ""
    """The convention's page background. Documents are printed on white paper."""
    tertiary: str = ""
    """Of the convention; documents do not use it."""
    success: str = ""
    """Of the convention; documents do not use it."""
    info: str = ""
    """Of the convention; documents do not use it."""
    warning: str = ""
    """Of the convention; documents do not use it."""
    danger: str = ""
    """Of the convention; documents do not use it: what means danger is red for every brand."""
    light: str = ""
    """Of the convention; documents do not use it."""
    dark: str = ""
    """Of the convention; documents do not use it."""
    link: str = ""
    """Of the convention; documents do not use it: links have the colour of their text."""
    tokens: dict[str, Text] = {}
    """Tokens of layouts that a brand fills itself instead of having them derived: `text`,
    `on_primary`, `on_accent`, `tint`, `mid`, `ink`, `quiet`. Each is held against its grounds."""
    print_: dict[str, Annotated[str, Field(pattern=CMYK)]] = Field(default={}, alias="print")
    """Inks for a print shop, by the name of a colour above: `teal: cmyk(100 40 30 40)`, in
    per cent of cyan, magenta, yellow and black."""

    def value(self, name: str) -> str:
        """`#rrggbb` of a named colour, looked up in the palette; empty if it is not given."""
        given: str = getattr(self, name)
        return self.palette.get(given, given)
