"""The box tree read: where each run of text stands, and which text of the document does not."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

from briefpress.model.checked import Spot
from briefpress.model.document import Drawing, PageProof, TextRun
from briefpress.render.library import boxes, line_break
from briefpress.render.lines import LineReader, children, is_content
from briefpress.render.tagging.roles import HOLE
from briefpress.units import px_to_mm, px_to_pt

Clip = tuple[float, float, float, float]
_UNREAD = ("head", "style", "script", "title", "svg")
STRAIGHT = 0.01
"""How much a transform may turn or slant before it can be seen."""
RECASING = ("lowercase", "capitalize")
"""Values of `text-transform` by which a name or an abbreviation becomes another word."""
_UNSEEN = re.compile(r"[\s\u00ad\u200b]+")


@dataclass(frozen=True)
class _Around:
    """What a text stands in: what clips it, px of the page, its link, and how it is transformed."""

    clip: Clip | None = None
    link: str = ""
    matrix: Any = None


_NOTHING = _Around()


@dataclass(frozen=True)
class Extent:
    """How wide and high (mm) a box is, as the properties `width` and `height` would set it.

    `spot` is where its first part stands, with padding and border.
    """

    width: float
    height: float
    spot: Spot


def page_proof(page: Any, reader: LineReader, *, is_forced: bool) -> PageProof:  # noqa: ANN401 - the engine has no types
    """Where the text and the pictures of one page stand."""
    root = page._page_box  # noqa: SLF001
    return PageProof(
        px_to_mm(page.width),
        px_to_mm(page.height),
        runs=tuple(_run(box, around) for box, around in _texts(root, _NOTHING)),
        lines=tuple(reader.lines(root)),
        drawings=tuple(_drawings(root, None, 1.0)),
        is_forced=is_forced,
    )


def lost_text(document: Any, root: Any) -> str:  # noqa: ANN401
    """The text of the document that can be seen on no page, in reading order.

    Each element is held against the text that was laid out for it, character by character but in
    any order, because columns and floats may reorder lines. What an element shows twice (the head
    of a table on its second page) so never makes up for what another lacks.
    """
    laid: defaultdict[Any, Counter[str]] = defaultdict(Counter)
    for page in document.pages:
        for box, _ in _texts(page._page_box, _NOTHING):  # noqa: SLF001
            if is_content(box):
                laid[box.element].update(_seen(box.text))
    return " ".join("".join(_lost(root, laid)).split())


def extents(document: Any, names: frozenset[str]) -> Mapping[str, Extent]:  # noqa: ANN401
    """The elements with these ids. One that breaks over pages is as high as its parts together."""
    found: dict[str, Extent] = {}
    for number, page in enumerate(document.pages, 1):
        for name, box in named_boxes(page, names):
            width, height = (px_to_mm(side) for side in _sizes(box))
            if name in found:
                found[name] = replace(found[name], width=width, height=found[name].height + height)
            else:
                found[name] = Extent(width, height, _spot(number, box))
    return found


def named_boxes(page: Any, names: frozenset[str]) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """The outermost box of each element with one of these ids on a page."""
    yield from _named(page._page_box, names)  # noqa: SLF001


def upper_edge(box: Any) -> float:  # noqa: ANN401
    """Where (mm) on its page the height of a box begins, as the property `height` would set it."""
    is_border = box.style["box_sizing"] == "border-box"
    return px_to_mm(box.border_box_y() if is_border else box.content_box_y())


def _spot(page: int, box: Any) -> Spot:  # noqa: ANN401
    sides = (box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())
    return Spot(page, *(px_to_mm(side) for side in sides))


def holes(document: Any) -> Mapping[str, tuple[int, ...]]:  # noqa: ANN401
    """The pages, from 1, on which each hole stands, in margins too."""
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for number, page in enumerate(document.pages, 1):
        for name in _holes(page._page_box):  # noqa: SLF001
            found[name][number] = None
    return {name: tuple(pages) for name, pages in found.items()}


def _holes(box: Any) -> Iterator[str]:  # noqa: ANN401
    name = None if box.element is None else box.element.get(HOLE)
    if name is not None:
        yield name
    for child in children(box):
        yield from _holes(child)


def _named(box: Any, names: frozenset[str]) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    name = None if box.element is None else box.element.get("id")
    if name in names and is_content(box):
        yield name, box
        return
    for child in children(box):
        yield from _named(child, names)


def _sizes(box: Any) -> tuple[float, float]:  # noqa: ANN401
    if box.style["box_sizing"] == "border-box":
        return box.border_width(), box.border_height()
    return box.width, box.height


def _texts(box: Any, around: _Around) -> Iterator[tuple[Any, _Around]]:  # noqa: ANN401
    """Every text box that can be seen, with what it stands in."""
    if isinstance(box, boxes.TextBox):
        if box.text.strip() and _is_visible(box.style):
            yield box, around
        return
    if box.style["opacity"] == 0:
        return
    matrix = _transformed(box, around.matrix)
    clip = _clipped(box, around.clip, matrix)
    inner = _Around(clip, _link(box) or around.link, matrix)
    for child in children(box):
        yield from _texts(child, inner)


def _drawings(box: Any, matrix: Any, opacity: float) -> Iterator[Drawing]:  # noqa: ANN401
    """The pictures in a box that are files of the document, with what is around them."""
    matrix, opacity = _transformed(box, matrix), opacity * box.style["opacity"]
    if not isinstance(box, boxes.ReplacedBox):
        for child in children(box):
            yield from _drawings(child, matrix, opacity)
    elif box.element.tag == "img":
        x, y = box.content_box_x(), box.content_box_y()
        left, top, right, foot = _on_page((x, y, x + box.width, y + box.height), matrix)
        yield Drawing(
            url=box.element.get("src"),
            x=px_to_mm(left),
            y=px_to_mm(top),
            width=px_to_mm(right - left),
            height=px_to_mm(foot - top),
            is_upright=matrix is None or _is_upright(matrix),
            opacity=opacity,
        )


def _is_upright(matrix: Any) -> bool:  # noqa: ANN401
    """Whether a transform neither turns nor slants nor mirrors."""
    (a, b, _), (c, d, _), _ = matrix
    return bool(a > 0 and d > 0 and max(abs(b), abs(c)) < STRAIGHT)


def _transformed(box: Any, outer: Any) -> Any:  # noqa: ANN401
    """From the space of a box to the page, if anything around it or itself is transformed."""
    own = box.transformation_matrix
    if own is None or outer is None:
        return own or outer
    return own @ outer


def _on_page(rect: Clip, matrix: Any) -> Clip:  # noqa: ANN401
    """The upright rectangle that holds a rectangle after a transform."""
    if matrix is None:
        return rect
    corners = [matrix.transform_point(x, y) for x in rect[::2] for y in rect[1::2]]
    xs, ys = zip(*corners, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _link(box: Any) -> str:  # noqa: ANN401
    """Where a box leads to, if it is that of a link."""
    element = box.element
    return (element.get("href") or "") if element is not None and element.tag == "a" else ""


def _is_visible(style: Any) -> bool:  # noqa: ANN401
    shown: bool = style["visibility"] == "visible"
    return shown and style["font_size"] > 0 and style["color"].alpha > 0


def _clipped(box: Any, clip: Clip | None, matrix: Any) -> Clip | None:  # noqa: ANN401
    """The clip for what stands inside `box`, px."""
    if not isinstance(box, boxes.BlockContainerBox) or box.style["overflow"] == "visible":
        return clip
    if box.element is None or box.element.tag in ("html", "body"):
        return clip
    x, y = box.padding_box_x(), box.padding_box_y()
    own = _on_page((x, y, x + box.padding_width(), y + box.padding_height()), matrix)
    if clip is None:
        return own
    return (max(clip[0], own[0]), max(clip[1], own[1]), min(clip[2], own[2]), min(clip[3], own[3]))


def _run(box: Any, around: _Around) -> TextRun:  # noqa: ANN401
    x, y = box.position_x, box.position_y + box.margin_top
    own = _on_page((x, y, x + _drawn_width(box), y + box.height), around.matrix)
    left, top, right, bottom = own
    return TextRun(
        text=box.text,
        x=px_to_mm(left),
        y=px_to_mm(top),
        width=px_to_mm(right - left),
        height=px_to_mm(bottom - top),
        size=px_to_pt(box.style["font_size"]) * _scale(around.matrix),
        clip=None if around.clip is None else _in_mm(around.clip),
        link=around.link,
        italic=box.style["font_style"] != "normal",
        underlined="underline" in box.style["text_decoration_line"],
        struck="line-through" in box.style["text_decoration_line"],
        is_made=box.element is None or not is_content(box),
        is_recased=box.style["text_transform"] in RECASING,
        letter_spacing=_in_em(box.style, "letter_spacing"),
        word_spacing=_in_em(box.style, "word_spacing"),
        family=box.style["font_family"][0],
    )


def _in_em(style: Any, name: str) -> float:  # noqa: ANN401
    value = style[name]
    return 0.0 if value == "normal" else float(value / style["font_size"])


def _scale(matrix: Any) -> float:  # noqa: ANN401
    """By how much a transform enlarges type: its height, or its width if that is less."""
    if matrix is None:
        return 1.0
    (a, b, _), (c, d, _), _ = matrix
    return min(hypot(a, b), hypot(c, d))


def _drawn_width(box: Any) -> float:  # noqa: ANN401
    """The width (px) of what is drawn of a text.

    From right to left the engine draws the space at the end of a line, though it counts it no more.
    """
    layout = box.pango_layout
    ends_in_space = layout.text.endswith(" ") and not box.text.endswith(" ")
    if not (layout.first_line_direction % 2 and ends_in_space):
        return float(box.width)
    layout.reactivate(box.style)
    line, _ = layout.get_first_line()
    width, _ = line_break.line_size(line, box.style)
    layout.deactivate()
    return float(width)


def _in_mm(clip: Clip) -> Clip:
    left, top, right, bottom = clip
    return (px_to_mm(left), px_to_mm(top), px_to_mm(right), px_to_mm(bottom))


def _seen(text: str) -> str:
    return _UNSEEN.sub("", text).casefold()


def _lost(element: Any, laid: Mapping[Any, Counter[str]]) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] in _UNREAD:
        return
    shown = Counter(laid.get(element, ()))
    yield _missing(element.text, shown)
    for child in element:
        yield from _lost(child, laid)
        yield _missing(child.tail, shown)


def _missing(text: str | None, shown: Counter[str]) -> str:
    """What of `text` is not among the characters shown, which it uses up."""
    needed = Counter(_seen(text or ""))
    if needed <= shown:
        shown.subtract(needed)
        return " "
    kept = []
    for character in text or "":
        seen = _seen(character)
        if seen and not Counter(seen) - shown:
            shown.subtract(seen)
        else:
            kept.append(character if seen else " ")
    return "".join(kept)
