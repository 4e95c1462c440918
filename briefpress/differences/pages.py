"""Files compared: the words that differ, and of what has pages those that look different."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape
from io import BytesIO
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw

from briefpress.differences.words import shortened, word_changes
from briefpress.model.differences import PagePair, Words

WIDTH = 640
"""Pixels of a picture: two of them stand side by side."""
_BEFORE, _NOW = (196, 30, 30), (0, 112, 60)
_NEAR = 14
"""Pixels. Differences that are nearer to one another than this are shown as one."""
_MARGIN = 4
_UNREAD = re.compile(rb"<(style|script|title)\b.*?</\1>|<svg\b.*?</svg>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_Boxes = list[tuple[int, int, int, int]]


@dataclass(frozen=True)
class Sheets:
    """A file that was read: its words by page, and how to draw them if it has pages."""

    texts: tuple[str, ...]
    document: Any = None

    @classmethod
    def of(cls, data: bytes, path: str) -> "Sheets":
        """Read a PDF, a web page or plain text, told apart by their names."""
        if not path.endswith(".pdf"):
            words = _TAG.sub(b" ", _UNREAD.sub(b" ", data)) if path.endswith(".html") else data
            return cls((" ".join(unescape(words.decode("utf-8", "replace")).split()),))
        document = pypdfium2.PdfDocument(data)
        return cls(tuple(_text(document, number) for number in range(len(document))), document)

    def drawn(self, number: int) -> Image.Image:
        """One page, WIDTH pixels wide; pages count from 0."""
        page = self.document[number]
        image: Image.Image = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
        page.close()
        return image


def text_changes(before: Sheets, now: Sheets) -> tuple[Words, ...]:
    """What differs in the words of all pages, with a few that do not round it."""
    changes = word_changes(" ".join(before.texts), " ".join(now.texts))
    return shortened(changes) if any(run.sort for run in changes) else ()


def page_changes(before: Sheets, now: Sheets, most: int) -> Iterator[PagePair]:
    """The pages that look different, the first `most` of them with pictures of what differs."""
    if before.document is None or now.document is None:
        return
    found = 0
    for one, other in _aligned(before.texts, now.texts):
        pair = _pair(before, now, one, other, shown=found < most)
        if pair is not None:
            found += 1
            yield pair


def _pair(
    before: Sheets, now: Sheets, one: int | None, other: int | None, *, shown: bool
) -> PagePair | None:
    old = None if one is None else before.drawn(one)
    new = None if other is None else now.drawn(other)
    if old is not None and new is not None:
        boxes = _differences(old, new)
        if not boxes:
            return None
        _box(old, boxes, _BEFORE)
        _box(new, boxes, _NOW)
    return PagePair(
        before=0 if one is None else one + 1,
        now=0 if other is None else other + 1,
        picture_before=_png(old) if shown else b"",
        picture_now=_png(new) if shown else b"",
    )


def _aligned(
    before: tuple[str, ...], now: tuple[str, ...]
) -> Iterator[tuple[int | None, int | None]]:
    """Pages that belong together: those with the same words, and the others in their order."""
    for _, i1, i2, j1, j2 in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        for step in range(max(i2 - i1, j2 - j1)):
            yield (
                i1 + step if i1 + step < i2 else None,
                j1 + step if j1 + step < j2 else None,
            )


def _differences(old: Image.Image, new: Image.Image) -> _Boxes:
    """The boxes (left, top, right, bottom) in which the pictures differ, from the top down."""
    if old.size != new.size:
        return [(0, 0, min(old.width, new.width) - 1, min(old.height, new.height) - 1)]
    differ = (np.asarray(old) != np.asarray(new)).any(axis=2)
    rows = np.flatnonzero(differ.any(axis=1))
    bands = np.split(rows, np.flatnonzero(np.diff(rows) > _NEAR) + 1) if rows.size else []
    boxes = []
    for band in bands:
        columns = np.flatnonzero(differ[band[0] : band[-1] + 1].any(axis=0))
        boxes.append((int(columns[0]), int(band[0]), int(columns[-1]), int(band[-1])))
    return boxes


def _box(image: Image.Image, boxes: _Boxes, color: tuple[int, int, int]) -> None:
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in boxes:
        around = (left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN)
        draw.rectangle(around, outline=color, width=2)


def _png(image: Image.Image | None) -> bytes:
    if image is None:
        return b""
    out = BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _text(document: Any, number: int) -> str:  # noqa: ANN401 - the library has no types
    page = document[number]
    text = page.get_textpage().get_text_bounded()
    page.close()
    return " ".join(text.split())
