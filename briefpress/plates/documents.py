"""The two kinds of documents that are cut from one: the plate's, and one for each frame of it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape

from briefpress.model.document import Document
from briefpress.model.layout import Slot
from briefpress.plates.cut import HOLE, Cut, Frame

SHEET = "holes"
"""The name of the stylesheet that says what of a document is drawn; no file has it."""
_ID = re.compile(r'\bid="([^"]*)"')


def plate_document(document: Document, cut: Cut) -> Document:
    """What all brands share: nothing is drawn of slots, but each keeps its place and its room."""
    mine = tuple(slot for slot in document.layout.slots if slot.id not in cut.inside)
    return _with(document, cut.skeleton, mine, f"[{HOLE}]{{visibility:hidden;line-height:0}}")


def shell_document(document: Document, cut: Cut, frame: Frame) -> Document:
    """What one brand has in a frame: nothing but its slots is drawn."""
    ids = cut.inside & set(_ID.findall(frame.html))
    mine = tuple(slot for slot in document.layout.slots if slot.id in ids)
    seen = f"body{{visibility:hidden}}[{HOLE}]{{visibility:visible}}"
    return _with(document, _alone(cut, frame), mine, seen)


def _with(document: Document, html: str, slots: tuple[Slot, ...], css: str) -> Document:
    """The document with other HTML; `slots` are those of copyfit that are measured in it."""
    kept = {slot.id for slot in slots}
    rooms = _rooms(slot for slot in document.layout.slots if slot.id not in kept)
    return replace(
        document,
        html=html,
        styles={**document.styles, SHEET: css + rooms},
        layout=document.layout.model_copy(update={"slots": slots}),
        claims=(),
        forgotten=(),
    )


def _rooms(slots: Iterable[Slot]) -> str:
    """What styles read of slots that are not there, so that what is beside them stands as ever."""
    rows = [
        f"--fit-{slot.id}-height:{slot.height:.4f}mm;--fit-{slot.id}:{slot.ceiling:.4f}pt;"
        f"--fit-{slot.id}-spare:0mm"
        for slot in slots
    ]
    return f":root{{{';'.join(rows)}}}" if rows else ""


def _alone(cut: Cut, frame: Frame) -> str:
    """The HTML of one frame, with a title because every document has one."""
    title = escape(", ".join(frame.names))
    head = f'<head>\n<meta charset="utf-8">\n<title>{title}</title>\n{cut.own}</head>'
    return f"<!doctype html>\n{cut.language}\n{head}\n<body>\n{frame.html}\n</body>\n</html>\n"
