"""The drawings of docs/printing.md, made from sheets that the project makes itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
from drawing import AMBER, FILM, INK, PAPER, QUIET, RED, TEAL, TINT, Board, Box
from PIL import Image, ImageChops, ImageDraw

from briefpress.finish import Makers
from briefpress.finish.calibrations import calibration_of
from briefpress.finish.sheets import SheetFinisher
from briefpress.impose import SheetPlan, SheetSpec
from briefpress.impose.booklet import spreads
from briefpress.load import load
from briefpress.made import Manner
from briefpress.model.edition import Edition
from briefpress.model.printing import Binding
from briefpress.press import Press

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 24)
BRAND, AUDIENCE = "eastmarsh", "police"
SCALE = 3.0
"""Pixels to the point of pages that are shown."""
MM = 72 / 25.4
USUAL, OTHER = "office-a4", "other-way"
"""The printer of the drawings, and the same one where it turns sheets over their short edge."""
BOLD = "700Bold"
HAIR = 0.4
"""mm by which a card that has been cut out is smaller than its marks."""


class Paper:
    """Pages as they come from the project, as pictures."""

    def __init__(self) -> None:
        """Load the publication once."""
        library = load(ROOT / "source", ROOT / "layouts", DAY).library
        if library is None:
            message = "the source cannot be loaded; run `python build.py check`"
            raise SystemExit(message)
        printers = dict(library.printing.printers)
        printers[OTHER] = printers[USUAL].model_copy(update={"binding": Binding.SHORT})
        printing = replace(library.printing, printers=printers)
        self.library = replace(library, printing=printing)

    def sheet(self, layout: str, size: str, printer: str = USUAL) -> list[Image.Image]:
        """The pages of a sheet."""
        edition = Edition(BRAND, AUDIENCE, layout, "sheet", size)
        made = Press(self.library, Manner(makers=Makers(printer))).make(edition)
        return pages(made.files[edition.path])

    def plan(self, layout: str, size: str) -> SheetSpec:
        """How that sheet is laid out."""
        edition = Edition(BRAND, AUDIENCE, layout, "sheet", size)
        return SheetFinisher(self.library, edition, self.library.printing.printers[USUAL]).spec

    def calibration(self) -> list[Image.Image]:
        """The two sides of the calibration sheet."""
        return pages(calibration_of(self.library, USUAL))


def pages(pdf: bytes) -> list[Image.Image]:
    """Every page of a PDF."""
    return [page.render(scale=SCALE).to_pil() for page in pypdfium2.PdfDocument(BytesIO(pdf))]


def marks(paper: Paper) -> Image.Image:
    """A sheet and its marks, each with a number."""
    front, *_ = paper.sheet("card", "a6")
    plan = paper.plan("card", "a6").plan
    left, top = 14.0, 14.0
    board = Board(plan.width + 28, plan.height + 28, 4.2)
    board.sheet((left, top, left + plan.width, top + plan.height))
    board.paste(front, (left, top, left + plan.width, top + plan.height))
    edge = plan.margin[0]
    board.frame(
        (left + edge, top + edge, left + plan.width - edge, top + plan.height - edge),
        RED,
        0.4,
        1.5,
    )
    one, two = plan.fronts
    (wide, high), bleed = plan.card, plan.bleed
    x, y = left + one.x, top + one.y
    board.point(1, (x - 22, y + 14), (x - bleed - 2, y))
    board.point(2, (x + 20, y - 14), (x + 12, y - bleed / 2))
    board.point(3, (x + wide + 3, y - 18), (x + wide + (two.x - one.x - wide) / 2, y + 20))
    board.point(4, (left - 7, y + 70), (left + edge, y + 70))
    board.point(5, (left + 62, top + plan.height - 18), (left + 56, top + plan.height - 7.5))
    board.point(6, (left + two.x + wide + 18, y + high - 22), (left + two.x + wide - 1, y + high))
    return board.finished()


def turning(paper: Paper) -> Image.Image:
    """Front, back, and both against the light, for both ways of turning a sheet."""
    rows = (
        ("Long edge", "as you turn the\npage of a book", USUAL),
        ("Short edge", "as you turn the\npage of a calendar", OTHER),
    )
    board = Board(330, 250, 4.0)
    wide, high = 70.0, 99.0
    for number, (title, told, printer) in enumerate(rows):
        y = 16 + number * 122
        front, back, _ = paper.sheet("pocket", "a7", printer)
        flip = Image.Transpose.FLIP_LEFT_RIGHT if number == 0 else Image.Transpose.FLIP_TOP_BOTTOM
        board.words(title, (12, y + 8), 6.4, TEAL, BOLD)
        board.words(told, (12, y + 16), 4.2, QUIET)
        for place, picture in enumerate((front, back, light(front, back, flip))):
            x = 70 + place * 88
            board.sheet((x, y, x + wide, y + high))
            board.paste(picture, (x, y, x + wide, y + high))
            board.words(
                ("front", "back", "against the light")[place],
                (x + wide / 2, y + high + 6),
                4.2,
                INK,
                anchor="ms",
            )
        if number == 0:
            board.line([(70 + wide, y), (70 + wide, y + high)], AMBER, 1.6)
            board.turn((79 + wide, y + 12), (9, 8), 180, 355)
        else:
            board.line([(70, y + high), (70 + wide, y + high)], AMBER, 1.6)
            board.turn((72 + wide, y + high - 20), (8, 20), 88, -75)
    return board.finished()


def light(front: Image.Image, back: Image.Image, flip: Image.Transpose) -> Image.Image:
    """Both sides of a sheet, the back seen through the paper."""
    grey = back.transpose(flip).convert("L").point(lambda value: 170 + value // 3)
    return ImageChops.multiply(front.convert("RGB"), grey.convert("RGB"))


@dataclass(frozen=True)
class Kit:
    """What the drawings of laminating are put together from."""

    board: Board
    sheet: Image.Image
    guide: Image.Image
    card: Image.Image
    plan: SheetPlan
    laying: SheetPlan

    def area(self, place: int, y: float) -> Box:
        """Where a sheet stands in a row of three."""
        x, wide = 78.0 + place * 84, 62.0
        return (x, y, x + wide, y + wide * self.plan.height / self.plan.width)

    def paper(self, area: Box) -> None:
        """The printed sheet."""
        self.board.sheet(area)
        self.board.paste(self.sheet, area)

    def film(self, area: Box) -> None:
        """A pouch round a sheet."""
        left, top, right, bottom = area
        self.board.box((left - 2, top - 2, right + 2, bottom + 2), FILM, radius=2)


def laminating(paper: Paper) -> Image.Image:
    """Both ways to laminate, step by step."""
    sheet, _, guide = paper.sheet("pocket", "a7")
    spec = paper.plan("pocket", "a7")
    place, (wide, high) = spec.plan.fronts[0], spec.plan.card
    card = crop(sheet, place.x + HAIR, place.y + HAIR, wide - HAIR, high - HAIR)
    kit = Kit(Board(330, 236, 4.0), sheet, guide, card, spec.plan, spec.laying or spec.plan)
    ways = (
        ("Cut first", "a clear seal all round:\nlasts for years", cut_first),
        ("Laminate first", "soon done, no seal:\nlasts some months", laminate_first),
    )
    for row, (title, kept, draw) in enumerate(ways):
        y = 14.0 + row * 112
        kit.board.words(title, (12, y + 8), 6.4, TEAL, BOLD)
        kit.board.words(kept, (12, y + 16), 4.2, QUIET)
        for number, step in enumerate(draw(kit, y)):
            left, _, _, bottom = kit.area(number, y)
            kit.board.words(f"{number + 1}  {step}", (left, bottom + 7), 4.2, INK)
    return kit.board.finished()


def cut_first(kit: Kit, y: float) -> tuple[str, ...]:
    """Cards are cut, laid apart and sealed; what each step is called."""
    kit.paper(kit.area(0, y))
    cutting(kit.board, kit.plan, kit.area(0, y))
    kit.film(kit.area(1, y))
    laid(kit, kit.area(1, y))
    finished(kit, kit.area(2, y), seal=2.2)
    return "cut on the marks", "lay apart in a pouch", "laminate, cut the film"


def laminate_first(kit: Kit, y: float) -> tuple[str, ...]:
    """The whole sheet is sealed and then cut; what each step is called."""
    for place in (0, 1):
        kit.film(kit.area(place, y))
        kit.paper(kit.area(place, y))
    cutting(kit.board, kit.plan, kit.area(1, y))
    finished(kit, kit.area(2, y), seal=0.0)
    return "laminate the sheet", "cut on the marks", "the edges are open"


def crop(picture: Image.Image, x: float, y: float, wide: float, high: float) -> Image.Image:
    """A part of a page, mm."""
    dot = SCALE * MM
    left, top, right, bottom = (round(v * dot) for v in (x, y, x + wide, y + high))
    return picture.crop((left, top, right, bottom))


def laid(kit: Kit, area: Box) -> None:
    """Cards laid on the guide."""
    kit.board.paste(kit.guide, area)
    ratio = (area[2] - area[0]) / kit.laying.width
    wide, high = (side * ratio for side in kit.laying.card)
    for place in kit.laying.fronts:
        x, y = area[0] + place.x * ratio, area[1] + place.y * ratio
        kit.board.paste(kit.card, (x, y, x + wide, y + high))


def finished(kit: Kit, area: Box, *, seal: float) -> None:
    """One card as it is handed out, with its seal or without."""
    wide = 46.0
    high = wide * kit.card.height / kit.card.width
    x, y, edge = area[0] + 6, area[1] + 10, max(seal, 0.3)
    around = (x - edge, y - edge, x + wide + edge, y + high + edge)
    kit.board.box(around, FILM, QUIET, radius=seal)
    kit.board.paste(kit.card, (x, y, x + wide, y + high))


def cutting(board: Board, plan: SheetPlan, area: Box) -> None:
    """Where the knife goes."""
    left, top, right, bottom = area
    ratio = (right - left) / plan.width
    for x in sorted({e for c in plan.columns for e in (c, c + plan.card[0])}):
        at = left + x * ratio
        board.line([(at, top - 4), (at, bottom + 2)], RED, 0.35, 1.2)
    for y in sorted({e for c in plan.rows for e in (c, c + plan.card[1])}):
        at = top + y * ratio
        board.line([(left - 4, at), (right + 4, at)], RED, 0.35, 1.2)


def pouch(paper: Paper) -> Image.Image:
    """A pouch with its seal, from above and cut through."""
    board = Board(250, 116, 4.6)
    front, *_ = paper.sheet("pocket", "lanyard-95")
    plan = paper.plan("pocket", "lanyard-95").plan
    card = crop(front, plan.fronts[0].x, plan.fronts[0].y, *plan.card)
    x, y, (wide, high) = 22.0, 14.0, plan.card
    seal = 3.0
    board.box((x - seal, y - seal, x + wide + seal, y + high + seal), FILM, QUIET, radius=4)
    board.paste(card, (x, y, x + wide, y + high))
    board.measure((x + wide, y + 60), (x + wide + seal, y + 60), "3 mm", (x + wide + 5, y + 61.4))
    board.words("clear film,\nsealed to itself", (x + wide + 5, y + 66.5), 3.8, QUIET)
    board.measure(
        (x, y + high + 7), (x + wide, y + high + 7), "the card: 61 mm", (x + 14, y + high + 12)
    )
    left, middle = 122.0, 44.0
    board.words("Cut through, much enlarged", (left, 20), 4.8, TEAL, BOLD)
    for up in (-1, 1):
        film = [(left, middle), (left + 14, middle), (left + 22, middle + up * 7)]
        film += [(left + 84, middle + up * 7), (left + 92, middle), (left + 106, middle)]
        board.line(film, FILM, 2.6)
    board.box((left + 22, middle - 4.4, left + 84, middle + 4.4), PAPER, INK)
    board.words("paper", (left + 53, middle + 1.6), 4.4, INK, anchor="ms")
    board.words("film", (left + 53, middle - 11), 4.4, QUIET, anchor="ms")
    for start in (left, left + 92):
        ends = (start, middle + 14), (start + 14, middle + 14)
        board.measure(*ends, "seal", (start + 3, middle + 20))
        cut = start if start == left else start + 14
        board.line([(cut, middle - 9), (cut, middle + 11)], RED, 0.5, 1.5)
    board.words(
        "Film holds only where it meets itself. Cut it on the\n"
        "dashed lines, never nearer to the paper: damp creeps in.",
        (left, 82),
        4.2,
        INK,
    )
    return board.finished()


def reading(paper: Paper) -> Image.Image:
    """How the calibration sheet is read: an edge that is not printed, and a back that drifts."""
    front, back = paper.calibration()
    board = Board(330, 144, 4.0)
    board.words("A margin", (12, 16), 5.6, TEAL, BOLD)
    unprinted = front.copy()
    ImageDraw.Draw(unprinted).rectangle((0, 0, unprinted.width, round(4.4 * SCALE * MM)), "white")
    part = crop(unprinted, 60, 0, 90, 24)
    board.box((12, 24, 162, 64), PAPER)
    board.paste(part, (12, 24, 162, 64))
    board.line([(12, 24), (162, 24)], AMBER, 1.4)
    five = 12 + (5 * 5 + 5 + 2.5) * 150 / 90
    board.frame((five - 4.5, 29, five + 4.5, 59), RED, 0.6)
    board.words(
        "The edge of the paper is at the top. Lines 0 to 4 are\n"
        "missing; 5 is the first that is printed:\n",
        (12, 74),
        4.2,
    )
    board.words("top: 5mm", (12, 89), 5.2, RED, BOLD)
    board.words("The drift", (178, 16), 5.6, TEAL, BOLD)
    middle = crop(back, 80, 128, 70, 46)
    board.box((178, 24, 318, 116), PAPER)
    board.paste(middle, (178, 24, 318, 116))
    zoom = 140 / 70
    x, y = 178 + (105 - 80 - 3) * zoom, 24 + (148.5 - 128 + 2) * zoom
    board.line([(x - 10, y), (x + 10, y)], RED, 0.9)
    board.line([(x, y - 10), (x, y + 10)], RED, 0.9)
    board.words("The cross of the front, in red, shows through at", (178, 126), 4.2)
    board.words("right: 3, down: -2", (178, 135), 5.2, RED, BOLD)
    return board.finished()


def booklet(paper: Paper) -> Image.Image:
    """The order of the pages of a booklet, its fold and its staples."""
    del paper
    board = Board(330, 128, 4.0)
    sides = spreads(8)
    names = ("outer sheet, front", "outer sheet, back", "inner sheet, front", "inner sheet, back")
    wide, high = 28.0, 39.6
    for number, (name, side) in enumerate(zip(names, sides, strict=True)):
        x, y = 14 + (number % 2) * 72, 14 + (number // 2) * 58
        board.sheet((x, y, x + 2 * wide, y + high))
        board.line([(x + wide, y), (x + wide, y + high)], QUIET, 0.4, 1.2)
        for place, page in enumerate(side):
            cover = page in (0, 7)
            if page == 0:
                board.box((x + wide, y, x + 2 * wide, y + high * 0.68), TEAL)
            shade = PAPER if page == 0 else TEAL if cover else INK
            text = "" if page is None else str(page + 1)
            spot = (x + wide * (place + 0.5), y + high / 2)
            board.words(text, spot, 11, shade, BOLD, anchor="mm")
        board.words(name, (x, y + high + 6), 4.2, QUIET)
    x, y = 190.0, 30.0
    folded(board, x, y)
    board.words("Fold all sheets together, page 1 outside,", (176, 108), 4.2)
    board.words("and staple twice from outside, in the fold.", (176, 114.5), 4.2)
    return board.finished()


def folded(board: Board, x: float, y: float) -> None:
    """Sheets lying open on the table, cover down, with their staples."""
    for away in (6.0, 3.0, 0.0):
        for wing in (-1, 1):
            fold, end = (x + 58, y + 10 + away / 2), (x + 58 + wing * 52, y - 4 + away)
            quad = [fold, end, (end[0], end[1] + 58), (fold[0], fold[1] + 58)]
            board.shape(quad, PAPER if away == 0.0 else TINT, QUIET)
    fold = x + 58
    board.line([(fold, y + 10), (fold, y + 68)], QUIET, 0.5, 1.2)
    for at in (24.5, 53.5):
        board.line([(fold, y + at - 4), (fold, y + at + 4)], RED, 1.5)
    board.words("a quarter", (fold + 4, y + 26), 4.0, RED, BOLD)
    board.words("three quarters", (fold + 4, y + 55), 4.0, RED, BOLD)


DRAWINGS: dict[str, Callable[[Paper], Image.Image]] = {
    "print-marks": marks,
    "print-turning": turning,
    "print-laminating": laminating,
    "print-pouch": pouch,
    "print-calibration": reading,
    "print-booklet": booklet,
}
"""By the name of the picture."""
