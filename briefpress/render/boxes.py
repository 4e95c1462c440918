"""The box tree read: where each run of text stands, and which characters of the document do not."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefpress.model.document import PageProof, TextRun
from briefpress.render.library import AbsolutePlaceholder, boxes
from briefpress.units import px_to_mm, px_to_pt

Clip = tuple[float, float, float, float]
_INVISIBLE = re.compile(r"[\s\u00ad\u200b]+")
_UNREAD = ("head", "style", "script", "title", "svg")


def page_proof(page: Any) -> PageProof:  # noqa: ANN401 - the engine has no types
    """Where the text of one page stands."""
    runs = tuple(_run(box, clip) for box, clip in _texts(page._page_box, None))  # noqa: SLF001
    return PageProof(px_to_mm(page.width), px_to_mm(page.height), runs)


def lost_text(document: Any, root: Any) -> str:  # noqa: ANN401
    """The characters of the document that are on no page, in the order of the alphabet.

    Counted as a multiset, because columns and floats may reorder lines. Text that styles make
    (counters, markers) is left out on the one side, running matter on both: it repeats.
    """
    running: set[Any] = set()
    laid: Counter[str] = Counter()
    for page in document.pages:
        for box in _children(page._page_box):  # noqa: SLF001
            if isinstance(box, boxes.MarginBox):
                running |= {below.element for below in box.descendants()}
            else:
                laid.update(
                    c
                    for text, _ in _texts(box, None)
                    if _is_content(text)
                    for c in _seen(text.text)
                )
    asked = Counter(_seen("".join(_source(root, running))))
    return "".join(sorted((asked - laid).elements()))


def natural_height(document: Any, element_id: str) -> float | None:  # noqa: ANN401
    """The height in mm of the element with this id, margins included; None if it is not there."""
    for page in document.pages:
        for box in _below(page._page_box):  # noqa: SLF001
            element = box.element
            if element is not None and element.get("id") == element_id and not _is_pseudo(box):
                return px_to_mm(box.margin_height())
    return None


def _children(box: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in getattr(box, "children", ()):
        yield child._box if isinstance(child, AbsolutePlaceholder) else child  # noqa: SLF001


def _below(box: Any) -> Iterator[Any]:  # noqa: ANN401
    yield box
    for child in _children(box):
        yield from _below(child)


def _texts(box: Any, clip: Clip | None) -> Iterator[tuple[Any, Clip | None]]:  # noqa: ANN401
    if isinstance(box, boxes.TextBox):
        if box.text.strip():
            yield box, clip
        return
    inner = _clipped(box, clip)
    for child in _children(box):
        yield from _texts(child, inner)


def _clipped(box: Any, clip: Clip | None) -> Clip | None:  # noqa: ANN401
    """The clip for what stands inside `box`, px."""
    if not isinstance(box, boxes.BlockBox) or box.style["overflow"] == "visible":
        return clip
    if box.element is None or box.element.tag in ("html", "body"):
        return clip
    x, y = box.padding_box_x(), box.padding_box_y()
    own = (x, y, x + box.padding_width(), y + box.padding_height())
    if clip is None:
        return own
    return (max(clip[0], own[0]), max(clip[1], own[1]), min(clip[2], own[2]), min(clip[3], own[3]))


def _run(box: Any, clip: Clip | None) -> TextRun:  # noqa: ANN401
    return TextRun(
        text=box.text,
        x=px_to_mm(box.position_x),
        y=px_to_mm(box.position_y + box.margin_top),
        width=px_to_mm(box.width),
        height=px_to_mm(box.height),
        size=px_to_pt(box.style["font_size"]),
        clip=None if clip is None else tuple(px_to_mm(v) for v in clip),  # type: ignore[arg-type]
    )


def _is_pseudo(box: Any) -> bool:  # noqa: ANN401
    return "::" in (box.element_tag or "")


def _is_content(box: Any) -> bool:  # noqa: ANN401
    return not _is_pseudo(box)


def _seen(text: str) -> str:
    return _INVISIBLE.sub("", text).casefold()


def _source(element: Any, running: set[Any]) -> Iterator[str]:  # noqa: ANN401
    if (
        element in running
        or not isinstance(element.tag, str)
        or element.tag.rpartition("}")[2] in _UNREAD
    ):
        return
    yield element.text or ""
    for child in element:
        yield from _source(child, running)
        yield child.tail or ""
