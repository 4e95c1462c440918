"""Lines of text as they stand on pages, block by block, and the pictures between them."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefpress.model.document import Alignment, TextLine
from briefpress.render.library import AbsolutePlaceholder, boxes
from briefpress.units import px_to_mm, px_to_pt

Ids = tuple[str, ...]
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARTS_OF_TEXT = ("first-letter", "first-line")
"""Pseudo-elements that hold text of the document; all others hold text that styles make."""


class LineReader:
    """Reads the lines of a document page by page.

    A block that goes on over pages keeps its number; what each page shows again is another block.
    """

    def __init__(self) -> None:
        """Start before the first page."""
        self._blocks: dict[tuple[Any, int], int] = {}
        self._shown: Counter[Any] = Counter()

    def lines(self, page: Any) -> Iterator[TextLine]:  # noqa: ANN401 - the engine has no types
        """The lines of a page box, without those that run in its margins."""
        return self._read(page, (), 0)

    def _read(self, box: Any, within: Ids, turn: int) -> Iterator[TextLine]:  # noqa: ANN401
        """`turn` is how often what a box stands in was shown before, if each page shows it."""
        if isinstance(box, boxes.MarginBox):
            return
        if _is_on_each_page(box):
            turn = self._shown[box.element]
            self._shown[box.element] += 1
        if isinstance(box, boxes.LineBox):
            line = self._line(box, within, turn)
            if line is not None:
                yield line
        name = None if box.element is None else box.element.get("id")
        if name and within[-1:] != (name,):
            within = (*within, name)
        for child in children(box):
            yield from self._read(child, within, turn)

    def _line(self, box: Any, within: Ids, turn: int) -> TextLine | None:  # noqa: ANN401
        texts = list(_texts(box))
        said = "".join(text.text for text in texts).strip()
        if not said:
            return None
        left = min(text.position_x for text in texts)
        right = max(text.position_x + text.width for text in texts)
        return TextLine(
            text=said,
            x=px_to_mm(left),
            y=px_to_mm(box.position_y),
            width=px_to_mm(right - left),
            height=px_to_mm(box.height),
            size=px_to_pt(box.style["font_size"]),
            block=self._blocks.setdefault((box.element, turn), len(self._blocks)),
            align=_alignment(box.style),
            rtl=box.style["direction"] == "rtl",
            within=within,
            is_heading=box.element.tag in HEADINGS,
        )


def children(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """What stands in a box, absolutely placed boxes among it."""
    for child in getattr(box, "children", ()):
        yield child._box if isinstance(child, AbsolutePlaceholder) else child  # noqa: SLF001


def is_content(box: Any) -> bool:  # noqa: ANN401
    """Whether it holds text of the document, not text that styles make."""
    _, _, pseudo = (box.element_tag or "").partition("::")
    return pseudo in ("", *_PARTS_OF_TEXT)


def _is_on_each_page(box: Any) -> bool:  # noqa: ANN401
    """Whether it is the head or the foot of a table, or fixed, which every page shows again."""
    if isinstance(box, boxes.TableRowGroupBox):
        return bool(box.is_header or box.is_footer)
    return bool(box.style["position"] == "fixed")


def _texts(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """The text of a line, without that of styles and of blocks which stand in it."""
    for child in children(box):
        if isinstance(child, boxes.TextBox):
            if is_content(child):
                yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _texts(child)


def _alignment(style: Any) -> Alignment:  # noqa: ANN401
    """`start` and `end` as a reader of this script sees them."""
    rtl = style["direction"] == "rtl"
    named = {"start": "right" if rtl else "left", "end": "left" if rtl else "right"}
    return Alignment(named.get(style["text_align_all"], style["text_align_all"]))
