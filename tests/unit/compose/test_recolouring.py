"""Recolouring: a chart that is coloured is the chart that would have been drawn."""

import json
from typing import Any

import pytest
import vl_convert

from briefpress.compose.charts import COLOURS, VEGA_LITE, Inks, draw, rows_of
from briefpress.compose.recolouring import coloured, pattern_of
from briefpress.palette import palette_of
from tests.nation import library

LIBRARY = library()
NAME, FIGURE = next(iter(LIBRARY.figures.items()))
FAMILY = "Atkinson Hyperlegible Next"
BARS = {"type": "bar", "color": {"expr": "mid"}}
SHARED: dict[str, Any] = {
    "encoding": {
        "y": {"field": "label", "type": "nominal", "axis": {"labelLimit": 0}},
        "x": {"field": "value", "type": "quantitative"},
    }
}


def directly(spec: str, colours: dict[str, str]) -> str:
    """What the library draws in these colours."""
    values = {**colours, "family": FAMILY}
    params = [{"name": name, "value": value} for name, value in values.items()]
    data = {"values": rows_of(FIGURE, LIBRARY.facts)}
    full = {**json.loads(spec), "data": data, "params": params}
    svg: str = vl_convert.vegalite_to_svg(json.dumps(full), vl_version=VEGA_LITE)
    return svg


def pattern(spec: str) -> str | None:
    return pattern_of(json.loads(spec), COLOURS, lambda colours: directly(spec, dict(colours)))


@pytest.mark.parametrize("name", sorted(LIBRARY.charts))
def test_the_charts_of_the_project_are_coloured_as_they_would_be_drawn(name: str) -> None:
    found = pattern(LIBRARY.charts[name])
    assert found is not None
    for brand in LIBRARY.brands.values():
        colours = Inks(palette_of(brand.data), FAMILY).colours
        assert coloured(found, colours) == directly(LIBRARY.charts[name], colours)


@pytest.mark.parametrize(
    "mark",
    [
        {"type": "bar", "color": {"expr": "luminance(mid) > 0.5 ? '#000000' : '#ffffff'"}},
        {"type": "bar", "color": {"expr": "mid"}, "stroke": "#a0b100"},
        {"type": "bar", "color": {"expr": "replace(mid, '#', '#')"}},
        {"type": "bar", "tooltip": {"expr": "primary == mid"}},
    ],
)
def test_a_chart_that_reckons_with_colours_is_drawn_for_each_board(mark: dict[str, Any]) -> None:
    spec = json.dumps({**SHARED, "mark": mark})
    assert pattern(json.dumps({**SHARED, "mark": BARS}))
    assert pattern(spec) is None
    for brand in LIBRARY.brands.values():
        inks = Inks(palette_of(brand.data), FAMILY)
        assert draw(NAME, FIGURE, LIBRARY.facts, spec, inks).decode() == directly(
            spec, inks.colours
        )


def test_a_colour_by_another_name_or_between_two_is_drawn_for_each_board() -> None:
    named = {"params": [{"name": "other", "expr": "mid"}], "mark": BARS, **SHARED}
    assert pattern(json.dumps({"layer": [named]})) is None
    between = {"field": "value", "type": "quantitative", "legend": None}
    ends = [{"expr": "mid"}, {"expr": "primary"}]
    both = {**SHARED["encoding"], "color": {**between, "scale": {"range": ends}}}
    assert pattern(json.dumps({"mark": "bar", "encoding": both})) is None


def test_colours_that_are_marks_of_others_are_not_taken_for_them() -> None:
    colours = dict.fromkeys(COLOURS, "#a0b100") | {"ink": "#a0b133", "mid": "#a0b155"}
    spec = LIBRARY.charts[FIGURE.chart]
    found = pattern(spec)
    assert found is not None
    assert coloured(found, colours) == directly(spec, colours)
