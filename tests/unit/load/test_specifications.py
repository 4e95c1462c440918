"""Chart specifications: what they may not say of themselves, and where they say it."""

import json
from typing import Any

import pytest

from briefpress.load.specifications import specification_faults


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
def test_what_is_no_specification(text: str) -> None:
    ((_, fault),) = specification_faults(text)
    assert fault.code == "CHART-SPEC"
