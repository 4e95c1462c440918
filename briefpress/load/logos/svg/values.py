"""Values of SVG: numbers, lengths, transforms, references and colours, each in one plain form."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from math import cos, radians, sin, tan

from tinycss2.color4 import parse_color

from briefpress.matrices import IDENTITY, Matrix, product
from briefpress.palette import to_hex
from briefpress.units import MM_PER_INCH, PX_PER_INCH

REACH = 1e6
"""The largest number that is believed."""
NUMBER = r"(?>[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
# Atomic throughout: a number can be cut in two in many ways, and nothing may try them all.
_LIST = re.compile(rf"(?>(?:[\s,]*+{NUMBER})*+[\s,]*+)")
_EACH = re.compile(NUMBER)
_ALPHA = re.compile(r"\s*/[^)]*\)")
_LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|%)?\s*")
_CALL = re.compile(r"\s*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*")
_REFERENCE = re.compile(
    r"""\s*url\(\s*(["']?)#([^"'()\s]+)\1\s*\)\s*(.*)""", re.DOTALL | re.IGNORECASE
)
_UNITS = {
    None: 1.0,
    "px": 1.0,
    "pt": PX_PER_INCH / 72,
    "pc": PX_PER_INCH / 6,
    "mm": PX_PER_INCH / MM_PER_INCH,
    "cm": PX_PER_INCH / MM_PER_INCH * 10,
    "in": PX_PER_INCH,
}


def numbers(text: str) -> list[float]:
    """A list of numbers, with or without commas.

    Raises:
        ValueError: something else stands among them, or one is out of reach.
    """
    if _LIST.fullmatch(text) is None:
        message = f"{_short(text)} is no list of numbers"
        raise ValueError(message)
    return believed([float(each) for each in _EACH.findall(text)])


def number(text: str) -> float:
    """One number.

    Raises:
        ValueError: it is none, or out of reach.
    """
    found = numbers(text)
    if len(found) != 1:
        message = f"{_short(text)} is not one number"
        raise ValueError(message)
    return found[0]


def length(text: str, whole: float) -> float:
    """A length in user units; `whole` is what a percentage is of.

    Raises:
        ValueError: it is none, or depends on a font.
    """
    match = _LENGTH.fullmatch(text)
    if match is None:
        message = f"{_short(text)} is no length"
        raise ValueError(message)
    scale = whole / 100 if match[2] == "%" else _UNITS[match[2]]
    return believed([float(match[1]) * scale])[0]


def share(text: str) -> float:
    """An opacity or the place of a stop: 0 to 1, or a percentage.

    Raises:
        ValueError: it is none.
    """
    return min(1.0, max(0.0, length(text, 1.0)))


@lru_cache(maxsize=512)
def transform(text: str) -> Matrix:
    """The matrix of a `transform` attribute (SVG 1.1, 7.6).

    Raises:
        ValueError: it is none.
    """
    matrix, at = IDENTITY, 0
    text = "" if text == "none" else text.strip()
    while at < len(text):
        match = _CALL.match(text, at)
        if match is None:
            message = f"{_short(text)} is no transform"
            raise ValueError(message)
        matrix = product(matrix, _step(match[1], numbers(match[2])))
        at = match.end()
    believed(list(matrix))
    return matrix


def reference(text: str) -> tuple[str, str] | None:
    """The id that `url(#id)` names and what follows it; None if the text is no such thing."""
    match = _REFERENCE.fullmatch(text)
    return None if match is None else (match[2], match[3])


@lru_cache(maxsize=512)
def color(text: str) -> tuple[str, float] | None:
    """A colour as `#rrggbb` and its opacity; None if it is no colour."""
    text = text.partition("icc-color")[0]
    found = parse_color(text)
    if found is None or isinstance(found, str):
        return None
    try:
        red, green, blue, alpha = found.to("srgb")
    except NotImplementedError:  # Lab, Display P3 and others that screens show and few logos have
        near = to_hex(_ALPHA.sub(")", text))
        return None if near is None else (near, float(found.alpha))
    parts = (round(255 * min(1.0, max(0.0, part))) for part in (red, green, blue))
    return "#{:02x}{:02x}{:02x}".format(*parts), float(alpha)


def believed(values: list[float]) -> list[float]:
    """The values, unless one is so large that it is a slip or an attack.

    Raises:
        ValueError: one is.
    """
    if values and not (min(values) >= -REACH and max(values) <= REACH):
        message = f"{max(values, key=abs):g} is out of reach"
        raise ValueError(message)
    return values


def _short(text: str) -> str:
    return repr(text if len(text) < 40 else f"{text[:40]}…")  # noqa: PLR2004


def _step(name: str, values: list[float]) -> Matrix:
    counts, make = _STEPS.get(name, ((), None))
    if make is None or len(values) not in counts:
        message = f"{name} with {len(values)} numbers is no transform"
        raise ValueError(message)
    return make(*values)


def _turn(degrees: float, x: float = 0, y: float = 0) -> Matrix:
    angle = radians(degrees)
    turned: Matrix = (cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0)
    return product(product((1, 0, 0, 1, x, y), turned), (1, 0, 0, 1, -x, -y))


_STEPS: Mapping[str, tuple[tuple[int, ...], Callable[..., Matrix] | None]] = {
    "matrix": ((6,), lambda *values: values),
    "translate": ((1, 2), lambda x, y=0.0: (1, 0, 0, 1, x, y)),
    "scale": ((1, 2), lambda x, y=None: (x, 0, 0, x if y is None else y, 0, 0)),
    "rotate": ((1, 3), _turn),
    "skewX": ((1,), lambda angle: (1, 0, tan(radians(angle)), 1, 0, 0)),
    "skewY": ((1,), lambda angle: (1, tan(radians(angle)), 0, 1, 0, 0)),
}
"""How many numbers each kind of transform takes, and the matrix that it is."""
