"""Charts: drawn from facts, the same each time, with their text as text."""

import json
import re
import sys
import zlib
from dataclasses import replace
from html import unescape

import pytest

from briefpress.compose import charts
from briefpress.compose.charts import ChartFaultError, Inks, draw
from briefpress.palette import palette_of
from tests.unit.compose.support import specimen_library

LIBRARY = specimen_library()
NAME, FIGURE = next(iter(LIBRARY.figures.items()))
SPEC = LIBRARY.charts[FIGURE.chart]
INKS = Inks(palette_of(LIBRARY.brands["wexbridge"].data), "Atkinson Hyperlegible Next")


def drawn() -> str:
    return draw(NAME, FIGURE, LIBRARY.facts, SPEC, INKS).decode()


class Shelf(dict[str, bytes]):
    """Keeps drawings as a storeroom does."""

    def put(self, name: str, data: bytes) -> None:
        self[name] = data


def without_memory(monkeypatch: pytest.MonkeyPatch, *, may_draw: bool) -> None:
    """As in another process: nothing is remembered, and the library that draws may be missing."""
    charts._pattern.cache_clear()
    charts._drawn.cache_clear()
    if not may_draw:
        monkeypatch.setitem(sys.modules, "vl_convert", None)


def test_what_an_earlier_build_has_drawn_is_not_drawn_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf = Shelf()
    first = draw(NAME, FIGURE, LIBRARY.facts, SPEC, INKS, drawings=shelf)
    without_memory(monkeypatch, may_draw=False)
    assert draw(NAME, FIGURE, LIBRARY.facts, SPEC, INKS, drawings=shelf) == first
    with pytest.raises(ImportError):
        draw(NAME, FIGURE, LIBRARY.facts, SPEC.replace("}", " }", 1), INKS, drawings=Shelf())


@pytest.mark.parametrize("change", ["figures", "specification", "family"])
def test_what_is_drawn_otherwise_is_not_taken_from_what_was_kept(change: str) -> None:
    shelf = Shelf()
    draw(NAME, FIGURE, LIBRARY.facts, SPEC, INKS, drawings=shelf)
    facts, spec, inks = LIBRARY.facts, SPEC, INKS
    if change == "figures":
        bar = FIGURE.bars[0]
        fact = facts[bar.fact].model_copy(update={"value": facts[bar.fact].value + 1})
        facts = {**facts, bar.fact: fact}
    elif change == "specification":
        found = json.loads(SPEC)
        spec = json.dumps({**found, "height": {"step": 99}})
    else:
        inks = replace(INKS, family="Other Family")
    made = draw(NAME, FIGURE, facts, spec, inks, drawings=shelf)
    assert made == draw(NAME, FIGURE, facts, spec, inks)
    assert len(shelf) == 2


@pytest.mark.parametrize("damage", [b"", b"x", zlib.compress(b"\xff")])
def test_a_damaged_drawing_is_drawn_again(damage: bytes) -> None:
    shelf = Shelf()
    first = draw(NAME, FIGURE, LIBRARY.facts, SPEC, INKS, drawings=shelf)
    whole = dict(shelf)
    for name in shelf:
        shelf[name] = damage
    assert draw(NAME, FIGURE, LIBRARY.facts, SPEC, INKS, drawings=shelf) == first
    assert shelf == whole


def test_the_same_bytes_each_time() -> None:
    assert drawn() == drawn()


def test_every_label_and_figure_stands_in_it_as_text() -> None:
    texts = unescape(" ".join(re.findall(r"<text[^>]*>(.*?)</text>", drawn())))
    for bar in FIGURE.bars:
        assert bar.label in texts
        assert LIBRARY.facts[bar.fact].shown in texts
        if bar.share:
            assert LIBRARY.facts[bar.share].shown in texts


def test_it_is_drawn_in_the_colours_and_the_type_of_the_brand() -> None:
    svg = drawn()
    assert INKS.palette.mid in svg
    assert INKS.family in svg


def test_no_address_leads_out_of_it() -> None:
    assert not re.search(r'(href|src)="(?!#)', drawn())


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "is no specification"),
        (json.dumps({"mark": "nonsense", "encoding": {"x": 3}}), "cannot be drawn"),
    ],
)
def test_a_broken_specification_names_the_figure(spec: str, words: str) -> None:
    with pytest.raises(ChartFaultError, match=words) as fault:
        draw(NAME, FIGURE, LIBRARY.facts, spec, INKS)
    assert repr(NAME) in str(fault.value)


def test_a_label_that_would_be_cut_is_refused() -> None:
    label = "Brought in by somebody who had no room left on the shelf at home"
    bar = FIGURE.bars[0].model_copy(update={"label": label})
    figure = FIGURE.model_copy(update={"bars": (bar, *FIGURE.bars[1:])})
    with pytest.raises(ChartFaultError, match="is not drawn in full") as fault:
        draw(NAME, figure, LIBRARY.facts, SPEC, INKS)
    assert label in str(fault.value)
