"""Chart specifications: what they may not say of themselves, and where they say it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from briefpress.load.specifications import specification_faults
from briefpress.model.library import Loaded
from tests.conftest import Edit


def said(data: Any) -> list[str]:  # noqa: ANN401 - any JSON
    text = json.dumps(data, indent=1, ensure_ascii=False)
    return [f"{line}: {fault.code} {fault.message}" for line, fault in specification_faults(text)]


@pytest.mark.parametrize(
    "data",
    [
        {"mark": "bar", "data": {"name": "rows"}},
        {"layer": [{"mark": {"type": "text", "text": {"expr": "datum.shown"}}}]},
        {"encoding": {"x": {"datum": 0}, "text": {"value": "all"}}},
        {"title": {"text": "Since 2016"}, "height": 36},
        [],
        3,
    ],
)
def test_what_only_draws(data: Any) -> None:  # noqa: ANN401
    assert said(data) == []


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"data": {"values": [1]}}, "2: CHART-DATA a specification with data of its own"),
        ({"a": [{"data": {"url": "a.csv"}}]}, "4: CHART-DATA a specification with data of its own"),
        ({"datasets": {"a": [1]}}, "2: CHART-DATA a specification with data of its own"),
        ({"x": {"datum": 66}}, "3: CHART-DATA the figure 66 is drawn"),
        ({"mark": {"text": "65 of 66"}}, "3: CHART-DATA '65 of 66' is written beside the data"),
        ({"text": {"value": "41%"}}, "3: CHART-DATA '41%' is written beside the data"),
        ({"title": ["A", "12 more"]}, "4: CHART-DATA '12 more' is written beside the data"),
    ],
)
def test_what_says_figures_of_its_own(data: Any, fault: str) -> None:  # noqa: ANN401
    assert said(data) == [fault]


@pytest.mark.parametrize("text", ["{", "[" * 100_000, "", '{"a": 1,}'])
def test_what_is_no_specification_is_the_business_of_who_draws_it(text: str) -> None:
    assert list(specification_faults(text)) == []


def test_it_is_told_to_those_who_are_shown_the_chart(
    edit: Edit, load_it: Callable[[], Loaded]
) -> None:
    edit.write("figures/bars.vl.json", '{"data": {"values": [1]}}')
    edit.write("figures/pie.vl.json", '{"data": {"values": [1]}}')
    scopes = {found.where.file: found.scope.audiences for found in load_it().diagnostics}
    assert scopes == {
        "source/figures/bars.vl.json": frozenset({"fixers", "trustees"}),
        "source/figures/pie.vl.json": frozenset(),
    }
