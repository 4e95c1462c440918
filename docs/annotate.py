"""Marks on pages where each field of a brand shows: numbered discs for docs/brands.md."""

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parent.parent
FONT = ROOT / "layouts" / "_shared" / "fonts" / "AtkinsonHyperlegibleNext_700Bold.ttf"
DISC = "#c2004f"
"""No brand's colour, and dark enough for white figures (5.9:1)."""
SCALE = 2.2
RADIUS = 15
MM = 72 / 25.4
Place = str | tuple[float, float]
"""Words on the page, or millimetres from its top left corner."""


@dataclass(frozen=True)
class Mark:
    """A field of a brand, and where it shows."""

    field: str
    place: Place


@dataclass(frozen=True)
class Sheet:
    """A page of a finished document (counted from 1; -1 is the last), and its marks in order."""

    file: str
    page: int
    marks: tuple[Mark, ...]


CARD = "eastmarsh/eastmarsh-social-work-card.pdf"
BRIEFING = "eastmarsh/eastmarsh-social-work-briefing.pdf"
MARKS: dict[str, tuple[Sheet, ...]] = {
    "cover": (
        Sheet(
            BRIEFING,
            1,
            (
                Mark("logo.medium.dark", (17, 27)),
                Mark("color.primary", (12, 110)),
                Mark("color.secondary", (17, 67)),
                Mark("document.issued", "16 November 2026"),
                Mark("document.review_by", "16 November 2027"),
                Mark("document.owner", "Learning and Improvement"),
                Mark("partners.logo", (16, 282)),
            ),
        ),
    ),
    "last page": (
        Sheet(
            BRIEFING,
            -1,
            (
                Mark("contacts.kind", "A child is in danger"),
                Mark("contacts.label", "Children’s Front Door: professionals"),
                Mark("contacts.phones", "01632 960 114"),
                Mark("contacts.email", "frontdoor@"),
                Mark("contacts.hours", "Monday to Thursday"),
                Mark("contacts.note", "Free to call"),
                Mark("contacts.hours_note", "Nights, weekends"),
                Mark("contacts.url", "eastmarsh.example.org/early"),
                Mark("local.title", "In Eastmarsh"),
                Mark("local.text", "Professionals and the public"),
                Mark("qr", (16, 223)),
                Mark("links", "Child protection procedures"),
                Mark("document.issue", "Eastmarsh Safeguarding Children Partnership, issue"),
                Mark("demonstration", "Demonstration edition"),
                Mark("meta.name.full", (16, 283)),
            ),
        ),
    ),
    "card": (
        Sheet(
            CARD,
            1,
            (
                Mark("logo.medium.dark", (93, 11)),
                Mark("color.primary", (5, 26)),
                Mark("color.tokens.text", "Share by default"),
            ),
        ),
        Sheet(
            CARD,
            2,
            (
                Mark("meta.name.full", "Eastmarsh Safeguarding"),
                Mark("links.<name>.label", "Referral form"),
                Mark("qr", (110, 8)),
                Mark("color.tokens.tint", "Say who you"),
                Mark("local.place", "Rang the Front Door"),
                Mark("contacts.checked_on", (6.5, 200.8)),
            ),
        ),
    ),
}
"""By the name that brands.md gives each picture; the numbers run on over the pages of one."""


def annotated(output: Path, name: str) -> list[Image.Image]:
    """The pages of a picture with their marks.

    Raises:
        LookupError: words are no longer on the page.
    """
    pages, number = [], 0
    for sheet in MARKS[name]:
        document = pypdfium2.PdfDocument(output / sheet.file)
        page = document[sheet.page % len(document) if sheet.page < 0 else sheet.page - 1]
        image = page.render(scale=SCALE).to_pil().convert("RGB")
        pen = ImageDraw.Draw(image)
        for mark in sheet.marks:
            number += 1
            _disc(pen, _found(page, mark.place), number)
        pages.append(image)
    return pages


def _found(page: pypdfium2.PdfPage, place: Place) -> tuple[float, float]:
    """The middle of a disc: in front of the words, or at the place. Pixels."""
    if not isinstance(place, str):
        return place[0] * MM * SCALE, place[1] * MM * SCALE
    text = page.get_textpage()
    hit = text.search(place).get_next()
    if hit is None:
        message = f"{place!r} is not on the page"
        raise LookupError(message)
    left, bottom, _, top = text.get_charbox(hit[0])
    return left * SCALE - RADIUS - 5, (page.get_height() - (bottom + top) / 2) * SCALE


def _disc(pen: ImageDraw.ImageDraw, middle: tuple[float, float], number: int) -> None:
    x, y = middle
    pen.ellipse(
        (x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS), fill=DISC, outline="white", width=2
    )
    font = ImageFont.truetype(FONT, 19 if number < 10 else 17)  # noqa: PLR2004 - two figures
    pen.text((x, y), str(number), fill="white", font=font, anchor="mm")
