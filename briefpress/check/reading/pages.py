"""Pages read: every piece of text of a finished file with its place, its size and its ink."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from briefpress.check.reading.ink import Area, marks, measure
from briefpress.check.reading.objects import (
    FILL,
    IMAGE,
    TEXT,
    Colour,
    Placed,
    Rect,
    colour_of,
    dpi_of,
    font_of,
    is_masked,
    mode_of,
    placed,
    size_of,
    take_spoken,
    text_of,
)
from briefpress.check.reading.pictures import SCALE, Pictures, take
from briefpress.check.reading.seen import NO_INK, Box, Drawn, Seen, SeenPage
from briefpress.units import mm_to_pt, pt_to_mm

PdfiumError = pypdfium2.PdfiumError
NONE_SEEN: Mapping[int, SeenPage] = {}
LEANING = 0.05
"""The sine of about 3 degrees: how far stems of letters may lean, and lines hang over a quarter."""
_MARGIN = 1
"""Pixels around glyphs that their edges may reach."""


@dataclass(frozen=True)
class Look:
    """A page while it is read: what is seen of it, and the pictures that tell.

    `areas` are where its pieces of text stand in them, `colours` those in which they are painted;
    `places` are those that were asked about.
    """

    seen: SeenPage
    pictures: Pictures
    areas: tuple[Area, ...]
    colours: tuple[Colour, ...]
    places: tuple[Area, ...] = ()


def read_pages(
    pdf: bytes,
    places: Sequence[Sequence[Box]] = (),
    known: Mapping[int, SeenPage] = NONE_SEEN,
) -> tuple[SeenPage, ...]:
    """All pages of a file, each with what is to be seen at some `places` (mm) of it.

    Those that are `known`, by number from 1, are taken as they are, if they tell of all places.

    Raises:
        PdfiumError: PDFium cannot open the file, or a page of it.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        asked = (places[index] if index < len(places) else () for index in range(len(document)))
        return tuple(
            _told(known.get(index + 1), here) or _read(document[index], index + 1, here).seen
            for index, here in enumerate(asked)
        )
    finally:
        document.close()


def _told(page: SeenPage | None, places: Sequence[Box]) -> SeenPage | None:
    """A page that is known, if that answers all that is asked."""
    return page if page is not None and len(page.marks) == len(places) else None


def read_page(pdf: bytes, number: int, places: Sequence[Box], first: int = 0) -> SeenPage:
    """One page of a file, from 1, with what is to be seen at some places (mm) of it.

    Ink is measured of its `first` piece of text, from 0, and those that are painted after it.

    Raises:
        PdfiumError: PDFium cannot open the file, or a page of it.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        return _read(document[number - 1], number, places, first).seen
    finally:
        document.close()


def looks(pdf: bytes, places: Sequence[Sequence[Box]] = ()) -> Iterator[Look]:
    """The pages of a file one after another, with their pictures; `places` as above.

    Raises:
        PdfiumError: PDFium cannot open the file, or a page of it.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        for index in range(len(document)):
            yield _read(document[index], index + 1, places[index] if places else ())
    finally:
        document.close()


def _read(page: Any, number: int, places: Sequence[Box], first: int = 0) -> Look:  # noqa: ANN401 - PDFium has no types
    """One page. Its objects are changed on the way, so it is closed at the end."""
    trim = page.get_trimbox()
    view = page.get_cropbox()
    items = tuple(placed(page.raw))
    texts = [item for item in items if item.kind == TEXT]
    spoken = [take_spoken(item) for item in texts]
    text_page = pdfium.FPDFText_LoadPage(page.raw)
    try:
        seen = [
            replace(_seen(item, number, text_page, trim), spoken=words)
            for item, words in zip(texts, spoken, strict=True)
        ]
        images = [_drawn(item, number, page, trim) for item in items if item.kind == IMAGE]
        areas = [_area(item.bounds, view) for item in texts]
        colours = [colour_of(item) for item in texts]
        pictures = take(page.raw, items)
        inks = [NO_INK] * min(first, len(areas)) + measure(pictures, areas[first:])
        asked = tuple(_area(_points(place, trim), view) for place in places)
        marked = marks(pictures, asked)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
        page.close()
    kept = [place for place, one in enumerate(seen) if one.text or inks[place].pixels]
    whole = SeenPage(
        number,
        pt_to_mm(trim[2] - trim[0]),
        pt_to_mm(trim[3] - trim[1]),
        tuple(replace(seen[place], ink=inks[place]) for place in kept),
        tuple(images),
        tuple(marked),
    )
    own = tuple(areas[place] for place in kept)
    return Look(whole, pictures, own, tuple(colours[place] for place in kept), asked)


def _seen(item: Placed, number: int, text_page: Any, trim: Rect) -> Seen:  # noqa: ANN401
    clip = _clip(item.clips)
    return Seen(
        page=number,
        text=text_of(item, text_page).strip(),
        box=_mm(item.bounds, trim),
        size=size_of(item),
        font=font_of(item),
        opacity=item.opacity,
        mcid=item.mcid,
        clip=None if clip is None else _mm(clip, trim),
        oddity=_oddity(item),
    )


def _oddity(item: Placed) -> str:
    """What is done to it that a reader cannot read through, in words."""
    a, b, c, d, _, _ = item.matrix
    if mode_of(item) != FILL:
        return "is not painted as letters are"
    if is_masked(item):
        return "is painted through a mask or a blend"
    if a * d - b * c < 0:
        return "stands in mirror writing"
    if a < -LEANING * hypot(a, b):
        return "stands upside down"
    slant = abs(a * c + b * d) / max(hypot(a, b) * hypot(c, d), 1e-9)
    return "is slanted" if slant > LEANING else ""


def _drawn(item: Placed, number: int, page: Any, trim: Rect) -> Drawn:  # noqa: ANN401
    width, height, dpi = dpi_of(item, page.raw)
    return Drawn(number, _mm(item.bounds, trim), width, height, dpi)


def _clip(clips: Sequence[Rect]) -> Rect | None:
    """What several clips let through together."""
    if not clips:
        return None
    lefts, bottoms, rights, tops = zip(*clips, strict=True)
    return (max(lefts), max(bottoms), min(rights), min(tops))


def _mm(rect: Rect, trim: Rect) -> Box:
    """From points and the lower left corner of the file to mm and the top left of the trim."""
    left, bottom, right, top = rect
    return (
        pt_to_mm(left - trim[0]),
        pt_to_mm(trim[3] - top),
        pt_to_mm(right - trim[0]),
        pt_to_mm(trim[3] - bottom),
    )


def _points(box: Box, trim: Rect) -> Rect:
    """From mm and the top left of the trim to points and the lower left corner of the file."""
    left, top, right, foot = (mm_to_pt(value) for value in box)
    return (trim[0] + left, trim[3] - foot, trim[0] + right, trim[3] - top)


def _area(rect: Rect, view: Rect) -> Area:
    """The pixels of a rectangle, within the picture."""
    left, bottom, right, top = rect
    return (
        max(0, int((left - view[0]) * SCALE) - _MARGIN),
        max(0, int((view[3] - top) * SCALE) - _MARGIN),
        max(0, int((right - view[0]) * SCALE) + 1 + _MARGIN),
        max(0, int((view[3] - bottom) * SCALE) + 1 + _MARGIN),
    )
