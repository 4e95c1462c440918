"""Colours of a brand: its palette, what each is for, and the tokens that layouts may use."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, WithJsonSchema

from briefpress.model.entry import Entry

HEX = r"^#[0-9a-fA-F]{6}$"
_SHARE = r"(?:100|[0-9]{1,2})"
CMYK = rf"^cmyk\({_SHARE}(?: {_SHARE}){{3}}\)$"


class Contrast(StrEnum):
    """How far colours are driven apart."""

    NORMAL = "normal"
    """WCAG 2.2 AA: 4.5:1 for text, 3:1 for large text and graphics."""
    HIGH = "high"
    """WCAG 2.2 AAA: 7:1 for text, 4.5:1 for large text and graphics."""


_PAIR = {
    "type": "object",
    "properties": {"light": {"type": "string"}, "dark": {"type": "string"}},
    "additionalProperties": False,
}
Colored = Annotated[str, WithJsonSchema({"anyOf": [{"type": "string", "default": ""}, _PAIR]})]
"""A colour as brands write it; of a pair for light and dark pages, load takes the light one."""


class Use(StrEnum):
    """What an ink is used for on its ground."""

    TEXT = "text"
    LARGE = "large"
    """Text of 18pt or more, or of 14pt or more in bold."""
    GRAPHIC = "graphic"
    """What a drawing says without words: bars, lines."""


INKS = ("ink", "quiet", "text", "on_primary", "on_accent", "mid")
GROUNDS = ("primary", "accent", "tint")
FIXED = ("paper", "emergency")
"""The same whatever the brand."""
TOKENS = (*GROUNDS, *INKS, *FIXED)
Token = Annotated[str, Field(pattern=f"^({'|'.join(TOKENS)})$")]


class Pair(Entry):
    """An ink on its ground, as a layout uses them."""

    ink: Token
    """The token of what stands there."""
    ground: Token
    """The token of what it stands on."""
    use: Use = Use.TEXT
    """`text` (4.5:1), `large` text or `graphic` (3:1)."""


FIELDS = (
    *("primary", "secondary", "tertiary", "foreground", "background", "link"),
    *("success", "info", "warning", "danger", "light", "dark"),
)
"""What the convention has colours for."""


class Tokens(Entry):
    """Tokens of layouts that a brand fills itself. Each is held against what it stands on."""

    text: str = ""
    """Headings and other text in the brand's colour, on paper and on the tint."""
    on_primary: str = ""
    """What stands on the field of the brand's colour."""
    on_accent: str = ""
    """What stands on the accent."""
    tint: str = ""
    """The ground of panels."""
    mid: str = ""
    """Thin lines, and the bars that a chart does not speak of."""
    ink: str = ""
    """Running text; it goes before `foreground`."""
    quiet: str = ""
    """Small print: page references, hours, folios."""


class Color(Entry):
    """`color` of the _brand.yml convention: a palette, and names that point into it.

    A colour is `#rrggbb`, another form of CSS (`navy`, `rgb(0 75 135)`), or the name of another.
    """

    palette: dict[str, Annotated[Colored, Field(min_length=1)]] = {}
    """Colours by names of your own."""
    primary: Annotated[Colored, Field(min_length=1)]
    """The brand's colour: the field of covers and bands; headings have it, darkened if need be."""
    secondary: Colored = ""
    """The accent: the audience's label, marks. Without it, a shade of primary."""
    foreground: Colored = ""
    """The colour of running text. Without it, the ink of the series."""
    background: Colored = ""
    """The convention's page background. Documents are printed on white paper."""
    tertiary: Colored = ""
    """Of the convention; documents do not use it."""
    success: Colored = ""
    """Of the convention; documents do not use it."""
    info: Colored = ""
    """Of the convention; documents do not use it."""
    warning: Colored = ""
    """Of the convention; documents do not use it."""
    danger: Colored = ""
    """Of the convention; documents do not use it: what means danger is red for every brand."""
    light: Colored = ""
    """Of the convention; documents do not use it."""
    dark: Colored = ""
    """Of the convention; documents do not use it."""
    link: Colored = ""
    """Of the convention; documents do not use it: links have the colour of their text."""
    tokens: Tokens = Tokens()
    """What is derived from the colours above, where a brand wants it otherwise."""
    print_: dict[str, Annotated[str, Field(pattern=CMYK)]] = Field(default={}, alias="print")
    """Inks for a print shop, by the name of a colour above: `teal: cmyk(100 40 30 40)`, in
    per cent of cyan, magenta, yellow and black."""

    def value(self, name: str) -> str:
        """`#rrggbb` of a named colour, looked up in the palette; empty if it is not given."""
        return self.followed(getattr(self, name))[-1]

    def token(self, name: str) -> str:
        """`#rrggbb` of a token that the brand fills itself; empty if it does not."""
        return self.followed(getattr(self.tokens, name))[-1]

    def followed(self, given: str) -> tuple[str, ...]:
        """A colour as given and the names that it leads over; the last of them is its value."""
        steps = [given]
        while True:
            name = steps[-1]
            target = self.palette.get(name, "") or (getattr(self, name) if name in FIELDS else "")
            if not target or target in steps:
                return tuple(steps)
            steps.append(target)
