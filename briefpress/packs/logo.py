"""Logos drawn from a name: a mark and beside it the words, as outlines, in one ink or two."""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from briefpress.model.placeholder import PLACEHOLDER
from briefpress.packs.lettering import Lettering

HEIGHT = 112
"""The height of a logo in units of its viewBox; its width follows from the words."""
GAP = 22
"""Between the mark and the words."""
HEAD, TAIL = 40.0, 25.0
"""Sizes of the place in a name, and of what the body is, unless there are too many lines."""
_HEAD_WIDTH, _TAIL_WIDTH = 24, 38
"""Characters of a line at most."""
_LEADING = 1.18
_CAP = 0.67
"""The height of capitals, as a share of the size (`OS/2.sCapHeight` of the font: 668 of 1000)."""
_BODY_BEGINS = ("Safeguarding", "Safer", "Children", "Children’s", "Children's")


@dataclass(frozen=True)
class Faces:
    """The letters of logos: heavy ones for the place, lighter ones for the rest."""

    heavy: Lettering
    light: Lettering

    def can_set(self, text: str) -> bool:
        """Whether all of it can be drawn."""
        return self.heavy.can_set(text) and self.light.can_set(text)


@dataclass(frozen=True)
class Mark:
    """The drawn part of a logo: `data` of a path whose holes are even-odd, and its width."""

    data: str
    width: float = HEIGHT


@dataclass(frozen=True)
class Inks:
    """The colours of a logo, `#rrggbb`: that of the mark, and that of the words."""

    mark: str
    words: str


def logo(
    mark: Mark, name: str, faces: Faces | None, inks: Inks, *, placeholder: bool = False
) -> bytes:
    """An SVG with the mark and the name; the mark alone where a letter is not in the fonts."""
    shapes = [_path(mark.data, inks.mark)]
    width = mark.width
    if faces and faces.can_set(name):
        data, wide = _words(name, faces, mark.width + GAP if mark.width else 0)
        shapes.append(_path(data, inks.words))
        width += wide + (GAP if mark.width else 0)
    root = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width:.1f} {HEIGHT}"}
    return _svg({**root, "id": PLACEHOLDER} if placeholder else root, shapes)


def initials_mark(name: str, faces: Faces | None) -> Mark:
    """A square with round corners, from which initials of the place are cut, or a disc."""
    square = (
        "M18 0H94A18 18 0 0 1 112 18V94A18 18 0 0 1 94 112H18A18 18 0 0 1 0 94V18A18 18 0 0 1 18 0Z"
    )
    letters = "".join(word[0].upper() for word in split_name(name)[0].split() if word[0].isupper())[
        :2
    ]
    if not letters or not faces or not faces.heavy.can_set(letters):
        return Mark(f"{square}M56 28A28 28 0 1 0 56 84A28 28 0 1 0 56 28Z")
    size = min(68.0, 68.0 * 84 / faces.heavy.width(letters, 68))
    left = (HEIGHT - faces.heavy.width(letters, size)) / 2
    baseline = (HEIGHT + _CAP * size) / 2
    return Mark(square + faces.heavy.line(letters, size, left, baseline))


def _words(name: str, faces: Faces, left: float) -> tuple[str, float]:
    """The path of the words, in the middle of the height, and how wide they are."""
    head, tail = split_name(name)
    rows = [(faces.heavy, HEAD, line) for line in textwrap.wrap(head, _HEAD_WIDTH)]
    rows += [(faces.light, TAIL, line) for line in textwrap.wrap(tail, _TAIL_WIDTH)]
    scale = min(1.0, HEIGHT / sum(size * _LEADING for _, size, _ in rows))
    top = (HEIGHT - scale * sum(size * _LEADING for _, size, _ in rows)) / 2
    data, width = "", 0.0
    for face, full, line in rows:
        size = full * scale
        baseline = top + size * (_LEADING + _CAP) / 2
        data += face.line(line, size, left, baseline)
        width = max(width, face.width(line, size))
        top += size * _LEADING
    return data, width


def split_name(name: str) -> tuple[str, str]:
    """The place in a name, and what the body is; the second is empty if it does not show."""
    words = name.split()
    begins = next((n for n, word in enumerate(words) if word in _BODY_BEGINS), 0) or len(words)
    return " ".join(words[:begins]), " ".join(words[begins:])


def _path(data: str, ink: str) -> str:
    return f'<path d="{data}" fill="{escape(ink)}" fill-rule="evenodd"/>' if data else ""


def _svg(attributes: Mapping[str, str], shapes: Iterable[str]) -> bytes:
    root = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    lines = [f"<svg {root}>", *(shape for shape in shapes if shape), "</svg>", ""]
    return "\n".join(lines).encode()
