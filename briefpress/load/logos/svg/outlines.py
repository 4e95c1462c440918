"""Outlines: path data and basic shapes as lines and curves, all absolute.

The engine draws circles and long arcs with too few curves and loses the thread of some path data
(`T` after another letter); in this form there is nothing left for it to interpret.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from briefpress.load.logos.svg.arcs import arc
from briefpress.load.logos.svg.drawing import Outline, Segment
from briefpress.load.logos.svg.values import NUMBER, believed, numbers

CIRCLE = 0.5522847498
"""How far the handles of a quarter of a circle reach, for a radius of 1."""
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_WHOLE = frozenset("MLCQZ")
"""Commands that leave nothing out."""
_BLANKS = " \t\r\n\f"
_APART = dict.fromkeys(map(ord, "MLHVCSQTZ,"), " ")
_LETTERS = dict.fromkeys(map(ord, f"0123456789+-.eE,{_BLANKS}"))
_PLAIN = {"L": 2, "H": 1, "V": 1, "Q": 4, "C": 6}
"""Absolute commands that need nothing but their numbers, between those that do."""
_ENDS = ("", "Z")
"""What no line or curve can follow as it is."""


_APART_NUMBER = r"[+-]?+(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+"
_ANOTHER = rf"(?:[{_BLANKS},]++{_APART_NUMBER})"


def _run_pattern() -> str:
    """Lines to more than one point that share a command."""
    return rf"[ML][{_BLANKS}]*+{_APART_NUMBER}{_ANOTHER}(?:{_ANOTHER}{_ANOTHER})++"


def _plain_pattern() -> str:
    """Contours of absolute commands, no arcs among them, with something between all numbers."""
    number, more = _APART_NUMBER, _ANOTHER
    sets = ("L", 1), ("[HV]", 0), ("C", 5), ("[SQ]", 3), ("T", 1)
    lines = "|".join(rf"{letter}[{_BLANKS}]*+{number}{more}{{{count}}}+" for letter, count in sets)
    start, blank = rf"M[{_BLANKS}]*+{number}{more}", rf"[{_BLANKS}]*+"
    return rf"{blank}(?:{start}{blank}(?:(?:{lines}){blank})*+(?:Z{blank})?+)*+"


_PLAIN_DATA = re.compile(_plain_pattern())
_RUNS = re.compile(_run_pattern())
_TOKEN = re.compile(rf"[MmZzLlHhVvCcSsQqTtAa]|{NUMBER}")
_DATA = re.compile(rf"(?>(?:[\s,]*+(?>{_TOKEN.pattern}))*+)[\s,]*+")
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa]|^)([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBER = re.compile(NUMBER)
_GAP = r"[\s,]*+"
# The two flags of an arc are single digits that need nothing between them (SVG 1.1, 8.3.9).
_ARC = re.compile(
    rf"{_GAP}({NUMBER}){_GAP}({NUMBER}){_GAP}({NUMBER}){_GAP}([01]){_GAP}([01])"
    rf"{_GAP}({NUMBER}){_GAP}({NUMBER})"
)
_ARCS = re.compile(r"[Aa]([^MmZzLlHhVvCcSsQqTtAa]*)")


@lru_cache(maxsize=32)
def path(data: str) -> Outline:
    """The outline of path data. Remembers a few: light and dark versions differ in colour only.

    Raises:
        ValueError: the data is broken; the message says where.
    """
    if "a" in data or "A" in data:
        data = _ARCS.sub(_spaced, data)
    plain = _plain(data)
    if plain is not None:
        return plain
    match = _DATA.match(data)
    if match is None or match.end() < len(data):
        at = match.end() if match else 0
        message = f"path data is broken at {data[at : at + 20]!r}"
        raise ValueError(message)
    commands = [(letter, _values(text)) for letter, text in _COMMAND.findall(data)]
    believed([value for _, values in commands for value in values])
    pen = _Pen()
    for letter, values in commands:
        pen.follow(letter, values)
    return tuple(pen.drawn)


def _values(text: str) -> tuple[float, ...]:
    """The numbers of one command. Most programs put something between them; not all."""
    try:
        return tuple(map(float, (text.replace(",", " ") if "," in text else text).split()))
    except ValueError:
        return tuple(map(float, _NUMBER.findall(text)))


def _plain(data: str) -> Outline | None:
    """What absolute commands draw that have one set of numbers each; None where others are.

    Nearly all of what logos are made of: they need no pen to follow them, and all their numbers
    are read at once.
    """
    data = _RUNS.sub(_spelled, data)
    if _PLAIN_DATA.fullmatch(data) is None:
        return None
    values = believed(list(map(float, data.translate(_APART).split())))
    drawn: list[Segment] = []
    at = 0
    for letter in data.translate(_LETTERS):
        end = at + _ARITY[letter]
        segment = (letter, tuple(values[at:end]))
        drawn.append(segment if letter in _WHOLE else _completed(*segment, drawn[-1]))
        at = end
    return tuple(drawn)


def _spelled(run: re.Match[str]) -> str:
    """A run of lines with a command for each; those that follow a move are lines, too (8.3.2)."""
    letter, values = run[0][0], run[0][1:].replace(",", " ").split()
    pairs = (f"{x} {y}" for x, y in zip(values[::2], values[1::2], strict=True))
    return letter + "L".join(pairs)


def _completed(letter: str, values: tuple[float, ...], before: Segment) -> Segment:
    """A command that leaves out what the one before says."""
    kind, points = before
    x, y = points[-2:]
    if letter == "H":
        return "L", (values[0], y)
    if letter == "V":
        return "L", (x, values[0])
    curve = "C" if letter == "S" else "Q"
    if kind != curve:
        return curve, (x, y, *values)
    return curve, (2 * x - points[-4], 2 * y - points[-3], *values)


def shape(name: str, size: Callable[[str], float], attributes: Mapping[str, str]) -> Outline:
    """The outline of a basic shape; `size` reads one of its lengths, 0 if it is not given.

    Raises:
        ValueError: its points are broken.
    """
    match name:
        case "rect":
            return _rectangle(size, attributes)
        case "circle":
            return _ellipse(size("cx"), size("cy"), size("r"), size("r"))
        case "ellipse":
            return _ellipse(size("cx"), size("cy"), size("rx"), size("ry"))
        case "line":
            return (("M", (size("x1"), size("y1"))), ("L", (size("x2"), size("y2"))))
    values = numbers(attributes.get("points", ""))
    if len(values) % 2:
        message = "points come in pairs"
        raise ValueError(message)
    return _polyline(values, closed=name == "polygon")


def _spaced(arcs: re.Match[str]) -> str:
    """Arcs whose flags are told apart from what follows them; the rest as it is."""
    letter, text = arcs[0][0], arcs[1]
    found: list[str] = []
    at = 0
    while (match := _ARC.match(text, at)) is not None:
        found += match.groups()
        at = match.end()
    return f"{letter}{' '.join(found)}{text[at:]}"


class _Pen:
    """Follows path data and keeps what it draws."""

    def __init__(self) -> None:
        self.drawn: list[Segment] = []
        self._x = self._y = 0.0
        self._start = (0.0, 0.0)
        self._last = ""
        self._handle = (0.0, 0.0)
        """The last handle of the curve drawn last, which S and T mirror."""
        self._ways: Mapping[str, Callable[..., None]] = {
            "M": self._move,
            "L": self._line,
            "H": self._across,
            "V": self._upright,
            "C": self._cubic,
            "S": lambda *rest: self._cubic(*self._mirrored("CS"), *rest),
            "Q": self._quadratic,
            "T": lambda *rest: self._quadratic(*self._mirrored("QT"), *rest),
            "A": self._arc,
        }

    def follow(self, letter: str, values: tuple[float, ...]) -> None:
        """Do one command as often as it has arguments."""
        if len(values) == _PLAIN.get(letter) and self._last not in _ENDS:
            self._ways[letter](*values)
            self._last = letter
            return
        if not letter and not values:
            return
        kind = letter.upper()
        count = _ARITY.get(kind, 0)
        if (len(values) % count or not values) if count else values:
            message = f"path data is broken: {letter} with {len(values)} numbers"
            raise ValueError(message)
        if not self.drawn and kind != "M":
            message = f"path data is broken: it begins with {letter}"
            raise ValueError(message)
        if kind == "Z":
            self._close()
            return
        if self._last == "Z" and kind != "M":
            self.drawn.append(("M", self._start))
        self._repeat(kind, values, count, relative=letter.islower())

    def _repeat(self, kind: str, values: tuple[float, ...], count: int, *, relative: bool) -> None:
        for at in range(0, len(values), count):
            some: Sequence[float] = values[at : at + count]
            if relative:
                some = self._absolute(kind, some)
            self._ways[kind](*some)
            self._last = kind
            if kind == "M":  # what follows a move is lines (SVG 1.1, 8.3.2)
                kind = "L"

    def _absolute(self, kind: str, values: Sequence[float]) -> Sequence[float]:
        x, y = self._x, self._y
        if kind == "H":
            return [values[0] + x]
        if kind == "V":
            return [values[0] + y]
        if kind == "A":
            return [*values[:5], values[5] + x, values[6] + y]
        return [value + (y if at % 2 else x) for at, value in enumerate(values)]

    def _close(self) -> None:
        self.drawn.append(("Z", ()))
        self._x, self._y = self._start
        self._last = "Z"

    def _move(self, x: float, y: float) -> None:
        self.drawn.append(("M", (x, y)))
        self._start = (x, y)
        self._x, self._y = x, y

    def _line(self, x: float, y: float) -> None:
        self.drawn.append(("L", (x, y)))
        self._x, self._y = x, y

    def _across(self, x: float) -> None:
        self.drawn.append(("L", (x, self._y)))
        self._x = x

    def _upright(self, y: float) -> None:
        self.drawn.append(("L", (self._x, y)))
        self._y = y

    def _cubic(self, *points: float) -> None:
        self.drawn.append(("C", points))
        self._handle = (points[2], points[3])
        self._x, self._y = points[4], points[5]

    def _quadratic(self, *points: float) -> None:
        self.drawn.append(("Q", points))
        self._handle = (points[0], points[1])
        self._x, self._y = points[2], points[3]

    def _mirrored(self, letters: str) -> tuple[float, float]:
        """The handle of the curve before, mirrored; the point itself after anything else."""
        if self._last not in letters:
            return self._x, self._y
        return 2 * self._x - self._handle[0], 2 * self._y - self._handle[1]

    def _arc(self, *values: float) -> None:
        radii, turn, (large, sweep), end = values[:2], values[2], values[3:5], values[5:]
        curves = arc((self._x, self._y), radii, turn, (bool(large), bool(sweep)), end)
        for points in curves:
            self._cubic(*points)
        if not curves:
            self._line(*end)


def _rectangle(size: Callable[[str], float], attributes: Mapping[str, str]) -> Outline:
    x, y, width, height = (size(name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return ()
    across = size("rx" if "rx" in attributes else "ry")
    down = size("ry" if "ry" in attributes else "rx")
    rx, ry = min(across, width / 2), min(down, height / 2)
    right, bottom = x + width, y + height
    if rx <= 0 or ry <= 0:
        return _polyline([x, y, right, y, right, bottom, x, bottom], closed=True)
    return (
        ("M", (x + rx, y)),
        ("L", (right - rx, y)),
        _quarter((right - rx, y), (right, y), (right, y + ry)),
        ("L", (right, bottom - ry)),
        _quarter((right, bottom - ry), (right, bottom), (right - rx, bottom)),
        ("L", (x + rx, bottom)),
        _quarter((x + rx, bottom), (x, bottom), (x, bottom - ry)),
        ("L", (x, y + ry)),
        _quarter((x, y + ry), (x, y), (x + rx, y)),
        ("Z", ()),
    )


def _ellipse(x: float, y: float, rx: float, ry: float) -> Outline:
    if rx <= 0 or ry <= 0:
        return ()
    left, top, right, bottom = x - rx, y - ry, x + rx, y + ry
    return (
        ("M", (right, y)),
        _quarter((right, y), (right, bottom), (x, bottom)),
        _quarter((x, bottom), (left, bottom), (left, y)),
        _quarter((left, y), (left, top), (x, top)),
        _quarter((x, top), (right, top), (right, y)),
        ("Z", ()),
    )


def _quarter(
    start: tuple[float, float], corner: tuple[float, float], end: tuple[float, float]
) -> Segment:
    """A quarter of an ellipse from start to end, round the inside of a corner."""
    (ax, ay), (cx, cy), (bx, by) = start, corner, end
    first = (ax + CIRCLE * (cx - ax), ay + CIRCLE * (cy - ay))
    return "C", (*first, bx + CIRCLE * (cx - bx), by + CIRCLE * (cy - by), bx, by)


def _polyline(values: Sequence[float], *, closed: bool) -> Outline:
    return tuple(_joined(values, closed=closed))


def _joined(values: Sequence[float], *, closed: bool) -> Iterator[Segment]:
    for at in range(0, len(values), 2):
        yield "L" if at else "M", (values[at], values[at + 1])
    if closed and values:
        yield "Z", ()
