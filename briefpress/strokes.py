"""Strokes: what a page of a PDF draws besides its text, each with its place and its outline.

Two files whose pages have the same strokes show the same panels, rules, logos and charts at the
same places and in the same colours, one over the other in the same order.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import pikepdf

from briefpress.matrices import IDENTITY, Matrix, product
from briefpress.model.document import Stroke
from briefpress.operators import Operands, Path, Point, Step, steps_of
from briefpress.units import pt_to_mm

BLACK = "#000000"
"""What everything is painted in until something else is said (ISO 32000-1, 8.6.3)."""
_ENDS = {
    "n": "",
    **dict.fromkeys(("f", "F", "f*"), "fill"),
    **dict.fromkeys(("S", "s"), "line"),
    **dict.fromkeys(("B", "B*", "b", "b*"), "fill and line"),
}
_COLOURS = frozenset({"g", "rg", "k", "cs", "sc", "scn"})
_DEPTH = 3
"""Red, green and blue; a palette has them for each of its entries (ISO 32000-1, 8.6.6.3)."""
_STEPS = 100
"""Places are told in hundredths of a point: numbers are written in files with six decimals."""
_DEEPEST = 12
"""Forms within forms. More is a trap."""


class _State(NamedTuple):
    """What the operators q and Q keep and bring back (ISO 32000-1, 8.4), as far as it matters."""

    matrix: Matrix
    width: float = 1.0
    fill: str = BLACK
    line: str = BLACK
    spaces: tuple[Any, Any] = (None, None)
    opacity: tuple[float, float] = (1.0, 1.0)


@dataclass
class _Pen:
    """Follows the operators of one stream."""

    state: _State
    kept: list[_State] = field(default_factory=list)
    path: list[Point] = field(default_factory=list)
    verbs: bytes = b""
    is_clip: bool = False

    def add(self, piece: Path) -> None:
        """Add to the path, in the space of the page."""
        a, b, c, d, e, f = self.state.matrix
        self.path += [(a * x + c * y + e, b * x + d * y + f) for x, y in piece.points]
        self.verbs += piece.verbs

    def strokes(self, name: str) -> Iterator[Stroke]:
        """What becomes of the path by the operator that ends it; the next one begins empty."""
        if self.path:
            for kind in (_ENDS[name], "clip" if self.is_clip else ""):
                if kind:
                    yield self.stroke(kind, name)
        self.path, self.verbs, self.is_clip = [], b"", False

    def stroke(self, kind: str, what: str) -> Stroke:
        """The path as a stroke; `what` is all else that tells it from others."""
        xs, ys = zip(*self.path, strict=True)
        points = [round(side * _STEPS) for point in self.path for side in point]
        width = round(self.state.width * _STEPS) if "line" in kind else 0
        told = repr((self.verbs, points, width, self.state.opacity, what)).encode()
        box = (min(xs), min(ys), max(xs), max(ys))
        inks = {"fill": self.state.fill, "line": self.state.line}
        used = tuple(ink for way, ink in inks.items() if way in kind)
        return Stroke(kind, *box, hashlib.sha256(told).hexdigest()[:16], used)

    def picture(self, kind: str, what: str) -> Stroke:
        """What fills the unit square of the space that is in force (ISO 32000-1, 8.9.5)."""
        self.path, self.verbs = [], b""
        self.add(_UNIT)
        found = self.stroke(kind, what)
        self.path, self.verbs = [], b""
        return found


_UNIT = Path(b"re", ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)))


def strokes_of(page: pikepdf.Page) -> tuple[Stroke, ...]:
    """What a page draws besides text, as it is painted: mm from the top left of its trim."""
    trim = [float(value) for value in page.trimbox]
    found = _below(page, page.obj.get("/Resources"), _State(IDENTITY), _DEEPEST)
    return tuple(_on_page(stroke, trim[0], trim[3]) for stroke in found)


def _on_page(stroke: Stroke, left: float, top: float) -> Stroke:
    """From points and the lower left corner of the file to mm and the top left of the trim."""
    sides = (stroke.left - left, top - stroke.bottom, stroke.right - left, top - stroke.top)
    low, high, far, foot = (round(pt_to_mm(side), 2) for side in sides)
    return replace(stroke, left=low, top=high, right=far, bottom=foot)


def _below(stream: Any, resources: Any, state: _State, depth: int) -> Iterator[Stroke]:  # noqa: ANN401 - any PDF object
    pen = _Pen(state)
    for step in _steps(stream):
        if step.path is not None:
            pen.add(step.path)
        elif step.name in _ENDS:
            yield from pen.strokes(step.name)
        elif step.name == "Do":
            yield from _drawn(pen, _named(resources, "/XObject", step.operands[0]), depth)
        elif step.name in ("sh", "INLINE IMAGE"):
            yield pen.picture("shade", "")
        else:
            _follow(pen, step.name, step.operands, resources)


def _steps(item: Any) -> Iterator[Step]:  # noqa: ANN401 - as above
    """The operators of a page or form. Streams that are whole are read one by one."""
    held = item.obj.get("/Contents") if isinstance(item, pikepdf.Page) else item
    streams = list(held) if isinstance(held, pikepdf.Array) else [held]
    data = [stream.read_bytes() for stream in streams if stream is not None]
    whole = all(one.startswith(b"q\n") and one.endswith(b"\nQ") for one in data)
    for one in data if whole else [b"\n".join(data)]:
        yield from steps_of(one)


def _follow(pen: _Pen, name: str, operands: Operands, resources: Any) -> None:  # noqa: ANN401
    """An operator that paints nothing: states, matrices, clips."""
    if name == "q":
        pen.kept.append(pen.state)
    elif name == "Q":
        pen.state = pen.kept.pop() if pen.kept else pen.state
    elif name == "cm":
        a, b, c, d, e, f = _numbers(operands)
        pen.state = pen.state._replace(matrix=product(pen.state.matrix, (a, b, c, d, e, f)))
    elif name == "w":
        pen.state = pen.state._replace(width=_numbers(operands)[0])
    elif name == "gs":
        pen.state = pen.state._replace(opacity=_opacity(pen.state, resources, operands[0]))
    elif name.lower() in _COLOURS:
        pen.state = _inked(pen.state, name, operands, resources)
    elif name in ("W", "W*"):
        pen.is_clip = True


def _numbers(operands: Operands) -> list[float]:
    return [float(value) for value in operands]


def _inked(state: _State, name: str, operands: Operands, resources: Any) -> _State:  # noqa: ANN401
    """The state after an operator on colour (ISO 32000-1, table 74): capitals are for lines."""
    fill, line = state.spaces
    is_line, kind = name.isupper(), name.lower()
    if kind == "cs":
        space = _named(resources, "/ColorSpace", operands[0])
        return state._replace(spaces=(fill, space) if is_line else (space, line))
    space = (line if is_line else fill) if kind.startswith("sc") else None
    ink = _colour(operands, space)
    return state._replace(line=ink) if is_line else state._replace(fill=ink)


def _colour(operands: Operands, space: Any) -> str:  # noqa: ANN401
    """A colour as `#0f4c5c`; one that is not of red, green and blue by its numbers."""
    if any(isinstance(operand, str) for operand in operands):
        return "pattern"
    if isinstance(space, pikepdf.Array) and space[0] == pikepdf.Name.Indexed:
        at = int(operands[0]) * _DEPTH
        return f"#{bytes(space[3])[at : at + _DEPTH].hex()}"
    values = _numbers(operands)
    if len(values) != _DEPTH:
        return " ".join(f"{value:.3f}" for value in values)
    return "#" + "".join(f"{round(value * 255):02x}" for value in values)


def _opacity(state: _State, resources: Any, name: Any) -> tuple[float, float]:  # noqa: ANN401
    held = _named(resources, "/ExtGState", name)
    fill, line = state.opacity
    if held is None:
        return state.opacity
    return (float(held.get("/ca", fill)), float(held.get("/CA", line)))


def _named(resources: Any, kind: str, name: Any) -> Any:  # noqa: ANN401
    held = resources.get(kind) if resources is not None else None
    return held.get(name) if held is not None else None


def _drawn(pen: _Pen, item: Any, depth: int) -> Iterator[Stroke]:  # noqa: ANN401
    """What a form draws, or the picture."""
    if item is None or not depth:
        yield pen.picture("unknown", "")
    elif item.get("/Subtype") == pikepdf.Name.Form:
        a, b, c, d, e, f = (float(value) for value in item.get("/Matrix", IDENTITY))
        state = pen.state._replace(matrix=product(pen.state.matrix, (a, b, c, d, e, f)))
        yield from _below(item, item.get("/Resources"), state, depth - 1)
    else:
        yield pen.picture("picture", hashlib.sha256(item.read_raw_bytes()).hexdigest())
