"""A memory for the paths of drawings: each path of a logo is worked out once, wherever it stands.

The engine reads the letters and numbers of a path anew for each size, document and edition, which
takes half as long as all else that it draws. What it then writes depends on nothing but what is in
the key here, for the size of a drawing is a matrix before it.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from briefpress.render.library import draw_path, drawers
from briefpress.render.outlines import outline_lines

TAG = "path"
_MARKERS = "marker"
"""What attributes begin with that have something drawn at the corners of a path."""
LINES = 100_000
"""How many lines of paths are kept, 50 bytes each; a logo in outlines has about 2000."""


@dataclass(frozen=True)
class _Drawn:
    """What a path came to: the lines that draw it, and where its markers would stand."""

    lines: list[bytes]
    vertices: Sequence[Any] = ()


class PathMemory:
    """Remembers what paths draw."""

    def __init__(self, lines: int = LINES) -> None:
        """Start with nothing remembered."""
        self._most = lines
        self._count = 0
        self._drawn: OrderedDict[Any, _Drawn] = OrderedDict()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """While this lasts, the engine asks here first."""
        drawers[TAG] = self._draw
        try:
            yield
        finally:
            drawers[TAG] = draw_path

    def _draw(self, svg: Any, node: Any, font_size: float) -> None:  # noqa: ANN401 - the engine has no types
        """As the engine's own. The sizes of the drawing are what percentages are of."""
        marked = any(name.startswith(_MARKERS) for name in node.attrib)
        key = (node.get("d", ""), font_size, svg.inner_width, svg.inner_height, marked)
        drawn = self._drawn.get(key)
        if drawn is not None:
            self._drawn.move_to_end(key)
        else:
            lines = None if marked else outline_lines(key[0])
            if lines is None:
                self._keep(key, _drawn_by_engine(svg, node, font_size))
                return
            drawn = _Drawn(lines)
            self._keep(key, drawn)
        svg.stream.stream += drawn.lines
        node.vertices += drawn.vertices

    def _keep(self, key: Any, drawn: _Drawn) -> None:  # noqa: ANN401
        self._drawn[key] = drawn
        self._count += len(drawn.lines)
        while self._count > self._most:
            _, gone = self._drawn.popitem(last=False)
            self._count -= len(gone.lines)


def _drawn_by_engine(svg: Any, node: Any, font_size: float) -> _Drawn:  # noqa: ANN401
    """Have the engine draw a path, and see what it adds. One that is false raises, as ever."""
    lines, vertices = svg.stream.stream, node.vertices
    begun, before = len(lines), len(vertices)
    draw_path(svg, node, font_size)
    return _Drawn(lines[begun:], list(vertices)[before:])
