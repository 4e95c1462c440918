"""A small drawing board for the documentation: sheets, cards, arrows and words, in millimetres."""

import math
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parent.parent / "layouts" / "_shared" / "fonts"
GROUND, PAPER, INK, QUIET = "#e4e9ec", "#ffffff", "#16262e", "#51626b"
TEAL, TINT, AMBER, FILM, RED = "#0f4c5c", "#d5e8ee", "#f2a900", "#c9d9df", "#c2004f"
FINE = 3
"""How many times larger everything is drawn than it is saved: lines come out smooth."""
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Board:
    """A picture of so many millimetres; `scale` is pixels to the millimetre as it is saved."""

    def __init__(self, width: float, height: float, scale: float = 4.0) -> None:
        """Begin with the quiet ground of all pictures."""
        self.scale = scale * FINE
        size = (round(width * self.scale), round(height * self.scale))
        self.image = Image.new("RGB", size, GROUND)
        self._pen = ImageDraw.Draw(self.image, "RGBA")

    def finished(self) -> Image.Image:
        """The picture as it is saved."""
        width, height = self.image.size
        return self.image.resize((width // FINE, height // FINE), Image.Resampling.LANCZOS)

    def box(
        self, box: Box, fill: str = PAPER, line: str | None = None, *, radius: float = 0.0
    ) -> None:
        """A filled box, with round corners of `radius` mm."""
        edges = tuple(side * self.scale for side in box)
        width = round(0.35 * self.scale)
        self._pen.rounded_rectangle(edges, radius * self.scale, fill, line, width)

    def sheet(self, box: Box) -> None:
        """Paper that lies on the ground, with a soft edge."""
        left, top, right, bottom = box
        for away, strength in ((1.2, 10), (0.8, 14), (0.4, 20)):
            around = (left - away / 2, top - away / 3, right + away / 2, bottom + away)
            self.box(around, f"#16262e{strength:02x}", radius=0.8)
        self.box(box)

    def paste(self, picture: Image.Image, box: Box) -> None:
        """A picture that fills a box."""
        left, top, right, bottom = (round(side * self.scale) for side in box)
        size = (right - left, bottom - top)
        self.image.paste(picture.convert("RGB").resize(size, Image.Resampling.LANCZOS), (left, top))

    def line(
        self, points: list[Point], colour: str = INK, width: float = 0.5, dash: float = 0.0
    ) -> None:
        """A line through points, with dashes of `dash` mm."""
        for start, end in pairwise(points):
            for one, other in _dashes(start, end, dash) if dash else [(start, end)]:
                ends = [tuple(v * self.scale for v in point) for point in (one, other)]
                self._pen.line(ends, colour, max(1, round(width * self.scale)))

    def frame(self, box: Box, colour: str = INK, width: float = 0.4, dash: float = 0.0) -> None:
        """The four sides of a box."""
        left, top, right, bottom = box
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        self.line(corners, colour, width, dash)

    def arrow(self, points: list[Point], colour: str = TEAL, width: float = 0.9) -> None:
        """A line that ends in a head."""
        self.line(points, colour, width)
        (x1, y1), (x2, y2) = points[-2:]
        way = math.atan2(y2 - y1, x2 - x1)
        tip = (x2 + 1.2 * math.cos(way), y2 + 1.2 * math.sin(way))
        wings = [(x2 - 3 * math.cos(way + a), y2 - 3 * math.sin(way + a)) for a in (0.5, -0.5)]
        head = [tuple(v * self.scale for v in point) for point in (tip, *wings)]
        self._pen.polygon(head, colour)

    def shape(self, corners: list[Point], fill: str, line: str) -> None:
        """A filled shape with an edge."""
        self._pen.polygon([tuple(v * self.scale for v in point) for point in corners], fill)
        self.line([*corners, corners[0]], line, 0.4)

    def turn(self, middle: Point, radius: Point, start: float, end: float) -> None:
        """An arrow round a part of an ellipse, from one angle (degrees) to another."""
        steps = 40
        angles = [math.radians(start + (end - start) * n / steps) for n in range(steps + 1)]
        (x, y), (wide, high) = middle, radius
        self.arrow([(x + wide * math.cos(a), y + high * math.sin(a)) for a in angles])

    def words(
        self,
        text: str,
        at: Point,
        size: float = 4.2,
        colour: str = INK,
        weight: str = "500Medium",
        anchor: str = "ls",
    ) -> None:
        """Words of `size` mm; a new line of the text begins a new one."""
        font = self._font(size, weight)
        x, y = at
        for number, part in enumerate(text.splitlines()):
            spot = (x * self.scale, (y + number * size * 1.35) * self.scale)
            self._pen.text(spot, part, colour, font, anchor)

    def disc(self, number: int, at: Point, radius: float = 3.4) -> None:
        """A numbered disc, as on the other pictures."""
        x, y = (value * self.scale for value in at)
        r = radius * self.scale
        edges = (x - r, y - r, x + r, y + r)
        self._pen.ellipse(edges, RED, "white", round(0.5 * self.scale))
        font = self._font(radius * 1.25, "700Bold")
        self._pen.text((x, y), str(number), "white", font, "mm")

    def point(self, number: int, at: Point, to: Point) -> None:
        """A disc with a thin line to what it stands for."""
        self.line([at, to], RED, 0.4)
        x, y = (value * self.scale for value in to)
        r = 0.8 * self.scale
        self._pen.ellipse((x - r, y - r, x + r, y + r), RED)
        self.disc(number, at)

    def measure(self, start: Point, end: Point, text: str, at: Point) -> None:
        """A length with its two ends, and what it is."""
        self.line([start, end], RED, 0.4)
        level = abs(start[1] - end[1]) < abs(start[0] - end[0])
        for x, y in (start, end):
            across = [(x, y - 1.2), (x, y + 1.2)] if level else [(x - 1.2, y), (x + 1.2, y)]
            self.line(across, RED, 0.4)
        self.words(text, at, 3.8, RED, "700Bold")

    def _font(self, size: float, weight: str) -> ImageFont.FreeTypeFont:
        name = f"AtkinsonHyperlegibleNext_{weight}.ttf"
        return ImageFont.truetype(FONTS / name, round(size * self.scale))


def _dashes(start: Point, end: Point, dash: float) -> list[tuple[Point, Point]]:
    length = math.dist(start, end)
    count = max(1, round(length / (2 * dash)))
    part = [(n / count, (n + 0.5) / count) for n in range(count)]
    (x1, y1), (x2, y2) = start, end
    return [
        ((x1 + (x2 - x1) * a, y1 + (y2 - y1) * a), (x1 + (x2 - x1) * b, y1 + (y2 - y1) * b))
        for a, b in part
    ]
