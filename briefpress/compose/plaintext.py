"""The plain-text edition: the words of the web page in lines, for e-mail and screen readers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import indent, wrap
from xml.etree.ElementTree import Element

from briefpress.compose.notation import NO_BREAK
from briefpress.compose.views import plain_address
from briefpress.markup import BLOCKS, HIDDEN, classes, elements, is_element, read_markup

WIDTH = 72
"""Characters a line, as e-mail has them (RFC 3676, 4.2)."""
UNDERLINES = {"h1": "=", "h2": "-", "h3": "~"}
QUOTED = 4
HANGING = 2
_SKIPPED = frozenset({"anchor", "forms"})
"""What only a page can do: links to its own places, and to files beside it."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\N{LINE SEPARATOR}"


def plain_text(html: str) -> str:
    """The main part of a web page as text; a line is over 72 characters only for an address.

    A chart is told by its description and its table.
    """
    main = next(elements(read_markup(html).root, "main"), None)
    return "\n\n".join(_blocks(main, _Room(WIDTH))) + "\n" if main is not None else ""


@dataclass(frozen=True)
class _Room:
    """Where a block is set: so many characters wide, and perhaps in an item of a list."""

    width: int
    in_item: bool = False

    def narrower(self, by: int) -> "_Room":
        return replace(self, width=self.width - by)


def _blocks(element: Element, room: _Room) -> Iterator[str]:
    """The blocks in an element, one after another; loose text between them is a paragraph."""
    loose = element.text or ""
    for child in element:
        if not _is_block(child):
            loose += _inline(child) + (child.tail or "")
            continue
        yield from _paragraph(loose, room)
        yield from () if _is_skipped(child) else _block(child, room)
        loose = child.tail or ""
    yield from _paragraph(loose, room)


def _block(element: Element, room: _Room) -> Iterator[str]:
    """One block as it is set, or the blocks that it holds."""
    tag = str(element.tag)
    if tag in UNDERLINES:
        yield _heading(element, room)
    elif tag in ("ul", "ol"):
        yield _list(element, room)
    elif tag == "table":
        yield "\n".join(_rows(element, room))
    elif tag == "dl":
        yield "\n".join(_terms(element, room))
    elif tag == "blockquote":
        yield indent("\n".join(_blocks(element, room.narrower(QUOTED))), " " * QUOTED)
    elif "number" in classes(element):
        yield "\n".join(_blocks(element, room))
    elif tag == "img":
        yield from _paragraph(element.get("alt", ""), room)
    else:
        yield from _blocks(element, room)


def _heading(element: Element, room: _Room) -> str:
    """A heading with a line under it; in an item of a list its place says what it is."""
    lines = _lines(_held(element), room)
    sign = "" if room.in_item else UNDERLINES[str(element.tag)]
    return "\n".join((*lines, sign * max(map(len, lines), default=0))).rstrip()


def _list(element: Element, room: _Room) -> str:
    """Items with a star or their number; one with a heading of its own needs no star."""
    items = [child for child in element if child.tag == "li"]
    told = []
    for number, item in enumerate(items, 1):
        star = "" if _has(item, *UNDERLINES) else "* "
        told.append(_item(item, f"{number}. " if element.tag == "ol" else star, room))
    return ("\n\n" if any(_has(item, "p") for item in items) else "\n").join(told)


def _item(item: Element, mark: str, room: _Room) -> str:
    """One item: what follows its first line stands a little to the right."""
    hang = len(mark) or HANGING
    inner = "\n".join(_blocks(item, replace(room.narrower(hang), in_item=True)))
    first, _, rest = inner.partition("\n")
    return mark + first + (f"\n{indent(rest, ' ' * hang)}" if rest else "")


def _rows(table: Element, room: _Room) -> Iterator[str]:
    for row in elements(table, "tr"):
        cells = (_squeezed(_held(cell)) for cell in row)
        yield "\n".join(_lines(" | ".join(cells), room, HANGING))


def _terms(element: Element, room: _Room) -> Iterator[str]:
    """`Term: what it is`, a line each."""
    term = ""
    for part in elements(element, "dt", "dd"):
        if part.tag == "dt":
            term = _squeezed(_held(part))
        else:
            yield "\n".join(_lines(f"{term}: {_held(part)}", room, HANGING))


def _paragraph(text: str, room: _Room) -> Iterator[str]:
    lines = _lines(text, room)
    if lines:
        yield "\n".join(lines)


def _lines(text: str, room: _Room, hang: int = 0) -> list[str]:
    """A paragraph in lines. What must not be parted is not; then its spaces are ordinary ones."""
    return [
        line.replace(NO_BREAK, " ")
        for piece in text.split(_BREAK)
        for line in wrap(
            _squeezed(piece),
            room.width,
            subsequent_indent=" " * hang,
            break_long_words=False,
            break_on_hyphens=False,
        )
    ]


def _held(element: Element) -> str:
    """The text in an element that holds no blocks."""
    parts = (_inline(child) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(parts)


def _inline(element: Element) -> str:
    """A piece of a line: a page in brackets, for it has no grey; a link with its whole address."""
    if not is_element(element) or _is_skipped(element) or element.tag in HIDDEN:
        return ""
    if element.tag == "br":
        return _BREAK
    text = _held(element)
    if "page-ref" in classes(element):
        lead = NO_BREAK if text.startswith(NO_BREAK) else ""
        return f"{lead}({text.strip()})"
    address = element.get("href", "")
    if not address.startswith("https:"):
        return text
    shown = plain_address(address)
    return text.replace(shown, address) if shown in text else f"{text} <{address}>"


def _is_block(element: Element) -> bool:
    return element.tag in BLOCKS - {"br"}


def _is_skipped(element: Element) -> bool:
    return bool(
        element.tag == "summary"
        or _SKIPPED & classes(element)
        or element.get("role") == "img"
        or element.get("aria-hidden") == "true"
    )


def _has(element: Element, *names: str) -> bool:
    return next(elements(element, *names), None) is not None


def _squeezed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
