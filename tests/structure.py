"""The structure of a finished PDF as a screen reader meets it, read back without our own writer."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_MAPPED = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>")
Name = tuple[int, int]
"""The number and generation of an object."""
Mark = tuple[Name, int]
"""The stream that draws it, and its own number in there."""


Item = Any
"""Whatever the library reads."""
Open = Sequence[tuple[str, Item, list[str]]]
"""Marks that are open: their role, their properties, and the text in them so far."""
Shape = str | tuple[object, ...]


@dataclass(frozen=True)
class Artifact:
    """What is drawn and not told: its kind (`Pagination/Header`), and the text in it."""

    page: int
    kind: str
    text: str


@dataclass
class Tag:
    """One structure element: what it holds in order, text as it is heard."""

    role: str
    keys: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: "list[Tag | str]" = field(default_factory=list)
    links: list[Mapping[str, Any]] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """All that is heard of it; blocks are apart, words that a line broke are whole."""
        return " ".join(self._heard().replace(SOFT_HYPHEN, "").split())

    def _heard(self) -> str:
        if "Alt" in self.keys:
            return ""  # Its alternative is read in its place, whatever is drawn.
        if "ActualText" in self.keys:
            return self.keys["ActualText"]
        parts = [kid if isinstance(kid, str) else kid._block() for kid in self.kids]
        return "".join(parts)

    def _block(self) -> str:
        inline = self.role in ("Span", "Link", "Quote", "Reference")
        return self._heard() if inline else f"\n{self._heard()}\n"

    @property
    def below(self) -> "list[Tag]":
        """The elements directly in it."""
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    def all(self, *roles: str) -> "Iterator[Tag]":
        """It and all below it, in reading order; only those with one of these roles."""
        if not roles or self.role in roles:
            yield self
        for kid in self.below:
            yield from kid.all(*roles)

    def shape(self) -> Shape:
        """Nested roles, with the text where there is only text, to compare at one glance."""
        if not self.below:
            return (self.role, self.text) if self.text else self.role
        inside = [kid.shape() if isinstance(kid, Tag) else kid.strip() for kid in self.kids]
        return (self.role, *(item for item in inside if item))


@dataclass(frozen=True)
class Structure:
    """A whole document: its tree, its artifacts, and how often each mark is held by the tree."""

    root: Tag
    artifacts: tuple[Artifact, ...]
    uses: Mapping[Mark, int]


def structure_of(pdf: bytes) -> Structure:
    """Read a PDF back."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        reader = _Reader(opened)
        root = opened.Root.StructTreeRoot
        (kid,) = root.K
        return Structure(reader.tag(kid), tuple(reader.artifacts), reader.uses)


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.texts: dict[Mark, str] = {}
        self.uses: dict[Mark, int] = {}
        self.artifacts: list[Artifact] = []
        self._fonts: dict[Name, Mapping[int, str]] = {}
        self._pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        for number, page in enumerate(pdf.pages):
            self._draw(page.obj, page.obj.objgen, number)

    def tag(self, element: Item, page: Item = None) -> Tag:
        keys = {
            key: str(element[f"/{key}"])
            for key in ("ActualText", "Alt", "E", "Lang", "ID")
            if f"/{key}" in element
        }
        made = Tag(str(element.S)[1:], keys)
        for owner in element.get("/A", []):
            made.attributes |= {str(key)[1:]: value for key, value in owner.items() if key != "/O"}
        made.attributes = {key: _plain(value) for key, value in made.attributes.items()}
        page = element.get("/Pg", page)
        for kid in element.get("/K", []):
            self._kid(made, kid, page)
        return made

    def _kid(self, made: Tag, kid: Item, page: Item) -> None:
        kind = None if isinstance(kid, int) else kid.get("/Type")
        if kind == "/OBJR":
            target = kid.Obj.get("/A", {}).get("/URI", kid.Obj.get("/Dest", ""))
            rectangle = [float(value) for value in kid.Obj.Rect]
            words = str(kid.Obj.Contents)
            made.links.append({"to": str(target), "says": words, "at": rectangle})
        elif kind is None or kind == "/MCR":
            page = page if kind is None else kid.Pg
            number = int(kid if kind is None else kid.MCID)
            drawn = page if kind is None else kid.get("/Stm", page)
            mark = (drawn.objgen, number)
            self.uses[mark] = self.uses.get(mark, 0) + 1
            made.kids.append(self.texts[mark])
            made.pages.add(self._pages[page.objgen])
        else:
            made.kids.append(self.tag(kid, page))

    def _draw(self, drawn: Item, name: Name, page: int, within: Open = ()) -> None:
        """Take note of each mark of a page, or of a group that it draws inside another mark."""
        opened = list(within)
        font: Mapping[int, str] = {}
        for operands, operator in _operators(drawn):
            match operator:
                case "BDC" | "BMC":
                    properties = operands[1] if len(operands) > 1 else {}
                    opened.append((str(operands[0])[1:], properties, []))
                case "EMC":
                    self._close(*opened.pop(), name, page)
                case "Tf":
                    font = self._font(drawn.Resources.Font[str(operands[0])])
                case "TJ":
                    assert opened, f"text on page {page + 1} is neither told nor an artifact"
                    opened[-1][2].append(_shown(operands[0], font))
                case "Do":
                    group = drawn.Resources.XObject[str(operands[0])]
                    if group.get("/Subtype") == "/Form":
                        self._draw(group, group.objgen, page, opened)

    def _close(self, role: str, properties: Item, shown: list[str], name: Name, page: int) -> None:
        text = str(properties.get("/ActualText", "".join(shown)))
        if "/MCID" in properties:
            mark = (name, int(properties["/MCID"]))
            assert mark not in self.texts, f"{mark} is drawn twice"
            self.texts[mark] = text
            self.uses.setdefault(mark, 0)
        else:
            assert role == "Artifact"
            kinds = (str(properties.get(key, ""))[1:] for key in ("/Type", "/Subtype"))
            self.artifacts.append(Artifact(page, "/".join(filter(None, kinds)), text))

    def _font(self, font: Item) -> Mapping[int, str]:
        if font.objgen not in self._fonts:
            pairs = _MAPPED.findall(font.ToUnicode.read_bytes())
            self._fonts[font.objgen] = {
                int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
                for code, text in pairs
            }
        return self._fonts[font.objgen]


def _operators(drawn: Item) -> Iterator[tuple[Item, str]]:
    for instruction in pikepdf.parse_content_stream(drawn):
        yield instruction.operands, str(instruction.operator)


def _shown(operand: Item, font: Mapping[int, str]) -> str:
    codes = b"".join(bytes(item) for item in operand if isinstance(item, pikepdf.String))
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(font.get(high << 8 | low, "") for high, low in pairs)


def _plain(value: Item) -> Item:
    """As Python has it."""
    if isinstance(value, pikepdf.Array):
        return [_plain(item) for item in value]
    return (
        str(value)
        if isinstance(value, pikepdf.Object)
        else value
        if isinstance(value, int)
        else float(value)
    )
