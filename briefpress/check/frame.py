"""Rules on the frame of a file: the boxes of its pages, and its images."""

from collections.abc import Iterator

import pikepdf

from briefpress.check.judged import Judged, counted, judged
from briefpress.check.opened import Opened
from briefpress.check.reading.seen import Drawn, SeenPage
from briefpress.model.checked import Fault, Spot
from briefpress.model.layout import Format
from briefpress.units import pt_to_mm

TOLERANCE = 0.2
"""mm."""
LARGEST_MARGIN = 20.0
"""mm. What a bleed with its marks may add to each side of the trim."""
LEAST_DPI = 150
"""Dots to the inch of an image as it is printed; below this its pixels can be seen."""
WHOLE = (Format.SCREEN, Format.LARGE_PRINT)
"""Formats whose paper is the page: nothing is cut off."""


def boxes(opened: Opened) -> Judged:
    """Each page is its trim, upright and at its true size, and there are as many as laid out."""
    laid = len(opened.proof.pages)
    faults = [*_boxes(opened)]
    if laid and laid != len(opened.pages):
        faults.append(Fault(f"{len(opened.pages)} pages in the file, {laid} were laid out"))
    sizes = dict.fromkeys(f"{page.width:.1f} x {page.height:.1f} mm" for page in opened.pages)
    return judged(", ".join(sizes), faults)


def _boxes(opened: Opened) -> Iterator[Fault]:
    laid = dict(enumerate(opened.proof.pages, 1))
    for page, seen in zip(opened.file.pages, opened.pages, strict=True):
        spots = (Spot(seen.number, 0.0, 0.0, seen.width, seen.height),)
        wanted = laid.get(seen.number, opened.document.layout.page)
        for what in (*_off(seen, wanted.width, wanted.height), *_bent(page), *_cut(opened, page)):
            yield Fault(f"page {seen.number} {what}", spots)


def _off(seen: SeenPage, width: float, height: float) -> Iterator[str]:
    if max(abs(seen.width - width), abs(seen.height - height)) > TOLERANCE:
        found = f"{seen.width:.1f} x {seen.height:.1f} mm"
        yield f"is trimmed to {found}, not to {width:.1f} x {height:.1f} mm"


def _bent(page: pikepdf.Page) -> Iterator[str]:
    if int(page.obj.get("/Rotate", 0)):
        yield "is turned"
    if "/UserUnit" in page.obj:
        yield "is stretched"


def _cut(opened: Opened, page: pikepdf.Page) -> Iterator[str]:
    """What is around the trim, and what is not shown."""
    media = [float(value) for value in page.mediabox]
    trim = [float(value) for value in page.trimbox]
    margins = (trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
    most = LARGEST_MARGIN if opened.document.edition.format not in WHOLE else 0.0
    if any(not -TOLERANCE <= pt_to_mm(margin) <= most + TOLERANCE for margin in margins):
        yield "is larger than its trim, or smaller"
    if [float(value) for value in page.cropbox] != media:
        yield "is cropped"


def images(opened: Opened) -> Judged:
    """No image is so coarse that its pixels can be seen."""
    found = [image for page in opened.pages for image in page.images]
    if not found:
        return judged("no images", ())
    lowest = min(image.dpi for image in found)
    coarse = (_coarse(image) for image in found if image.dpi < LEAST_DPI)
    return judged(f"{counted(len(found), 'image')}, lowest {lowest:.0f} dpi", coarse)


def _coarse(image: Drawn) -> Fault:
    left, top, right, bottom = image.box
    pixels = f"{image.width} x {image.height} pixels"
    message = (
        f"page {image.page}: an image of {pixels} has {image.dpi:.0f} to the inch; "
        f"{LEAST_DPI} are needed"
    )
    return Fault(message, (Spot(image.page, left, top, right - left, bottom - top),))
