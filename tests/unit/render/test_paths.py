"""The memory for paths: each is worked out once, and changes nothing of what is drawn."""

from typing import Any

import pytest

from briefpress.model.document import Document
from briefpress.render import Engine, paths
from briefpress.render.library import draw_path, drawers
from briefpress.render.paths import TAG, PathMemory
from tests.unit.render.support import document

KNOT = "M1 1c2 2 4 4 6 1zm3 3q1 2 2 2t3 1s1 1 2 2h3v-2a2 3 20 0 1 4 4z"
MARKS = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
<marker id="m" markerWidth="3" markerHeight="3"><path d="M0 0h1v1z"/></marker>
<clipPath id="c"><path d="M0 0h30v9z"/></clipPath>
<path d="{KNOT}" fill="#123456"/><path d="{KNOT}" marker-mid="url(#m)" transform="scale(.5)"/>
<g clip-path="url(#c)" opacity=".5"><path d="{KNOT}" stroke="red"/></g>
<path d="M0 0L50% 20%" stroke="blue"/><path d="M1 1L2 oops 3 c" stroke="blue"/></svg>"""
WIDE = MARKS.replace('viewBox="0 0 40 20"', 'viewBox="0 0 80 20" font-size="3"')
PAGE = "".join(
    f'<p><img src="https://briefpress.invalid/{name}" alt="mark" style="width:{width}mm"></p>'
    for name in ("marks.svg", "wide.svg", "marks.svg")
    for width in (20, 31)
)


def page(body: str = PAGE) -> Document:
    """A document with drawings of the same paths in several sizes."""
    return document(body, assets={"marks.svg": MARKS.encode(), "wide.svg": WIDE.encode()})


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that the engine works out, as it does."""
    found: list[str] = []

    def counted(svg: Any, node: Any, font_size: float) -> None:  # noqa: ANN401 - the engine’s
        found.append(node.get("d"))
        draw_path(svg, node, font_size)

    monkeypatch.setattr(paths, "draw_path", counted)
    return found


def test_the_same_bytes_with_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine()
    remembered = [engine.render(page()), engine.render(page())]
    monkeypatch.setattr(PathMemory, "_draw", lambda self, *args: draw_path(*args))
    without = Engine().render(page())
    assert [proof.pdf for proof in remembered] == [without.pdf] * 2
    assert (without.log, without.refused) == ((), ())
    assert without.pages[0].strokes


def test_a_path_is_worked_out_once_for_all_its_places(drawn: list[str]) -> None:
    engine = Engine()
    engine.render(page(PAGE * 2))
    engine.render(page())
    knots = [path for path in drawn if path == KNOT]
    assert len(knots) == 4, "with markers and without, in two sizes, of which percentages are"
    assert drawn.count("M0 0L50% 20%") == 2


def test_paths_as_we_write_them_are_not_read_by_the_engine(drawn: list[str]) -> None:
    ours = "M1 1L2 9.5Q3 4 5 6C1 2 3 4 5 6ZM7 7h3v2h-3z"
    mark = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="{ours}"/></svg>'
    body = '<p><img src="https://briefpress.invalid/ours.svg" alt="mark"></p>'
    made = document(body, assets={"ours.svg": mark.encode()})
    assert Engine().render(made).pages[0].strokes
    marked = mark.replace("<path", '<path marker-end="url(#m)"')
    assert drawn == []
    Engine().render(document(body, assets={"ours.svg": marked.encode()}))
    assert drawn == [ours]


def test_a_path_that_breaks_off_does_so_each_time(drawn: list[str]) -> None:
    Engine().render(page())
    assert drawn.count("M1 1L2 oops 3 c") == 6


def test_the_engine_is_left_as_it_was() -> None:
    with PathMemory().at_work():
        assert drawers[TAG] is not draw_path
    with pytest.raises(ZeroDivisionError), PathMemory().at_work():
        _ = 1 / 0
    assert drawers[TAG] is draw_path


def test_it_is_bounded(drawn: list[str]) -> None:
    engine = Engine()
    engine._paths = PathMemory(30)
    wanted = Engine().render(page()).pdf
    drawn.clear()
    assert engine.render(page()).pdf == wanted
    assert len(drawn) > len(set(drawn))
    kept = [len(one.lines) for one in engine._paths._drawn.values()]
    assert 0 < sum(kept) == engine._paths._count <= 30
