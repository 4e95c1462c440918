"""Chart specifications: how a chart is drawn. What is drawn are facts, and never stands here."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from briefpress.diagnostics import Scope, Where
from briefpress.load.files import Reader
from briefpress.load.findings import Fault, Findings
from briefpress.load.markup import figure_faults
from briefpress.model.library import Library
from briefpress.model.uses import readers_of_figures

SUFFIX = ".vl.json"
_WORDS = ("text", "title", "subtitle", "description")
_CURE = "a specification draws what figures/*.yaml gives it; take the figure out"


class Specification(NamedTuple):
    """A specification as it was read, and its place."""

    text: str
    where: Where


def read_specifications(reader: Reader) -> dict[str, Specification]:
    """The chart specifications of a folder, by name."""
    texts = {name: reader.text(name) for name in reader.names(SUFFIX)}
    return {
        name.removesuffix(SUFFIX): Specification(text, reader.where(name))
        for name, text in texts.items()
        if text is not None
    }


def check_specifications(
    charts: Mapping[str, Specification], library: Library, findings: Findings
) -> None:
    """Report what specifications say themselves, to those who are shown the chart."""
    readers = readers_of_figures(library)
    for name, chart in charts.items():
        shown = [
            readers[figure_id]
            for figure_id, figure in library.figures.items()
            if figure.chart == name and figure_id in readers
        ]
        audiences = None if None in shown else frozenset().union(*(a or () for a in shown))
        for line, fault in specification_faults(chart.text):
            where = Where(chart.where.file, line)
            findings.report([fault], where, Scope(audiences=audiences))


def specification_faults(text: str) -> Iterator[tuple[int, Fault]]:
    """What a specification says itself instead of drawing facts, by line.

    One that cannot be read draws nothing: whoever draws it says so.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    for fault, piece in _faults(data):
        yield _line_of(text, piece), fault


def _faults(node: Any) -> Iterator[tuple[Fault, str]]:  # noqa: ANN401 - any JSON
    """Each fault, with a piece of the text that shows where it stands."""
    if isinstance(node, list):
        for item in node:
            yield from _faults(item)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key in ("data", "datasets") and _holds_data(value):
            yield Fault("CHART-DATA", "a specification with data of its own", _CURE), f'"{key}"'
        elif key == "datum" and isinstance(value, int | float) and value:
            yield Fault("CHART-DATA", f"the figure {value} is drawn", _CURE), f'"{key}"'
        elif key in _WORDS:
            yield from _written(value)
        yield from _faults(value)


def _holds_data(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, dict) and any(value.values()) and set(value) != {"name"}


def _written(value: Any) -> Iterator[tuple[Fault, str]]:  # noqa: ANN401
    """Figures in words that a specification writes beside the data."""
    literal = value.get("value") if isinstance(value, dict) else value
    texts = literal if isinstance(literal, list) else [literal]
    for text in texts:
        if isinstance(text, str) and any(figure_faults(text)):
            yield Fault("CHART-DATA", f"{text!r} is written beside the data", _CURE), text


def _line_of(text: str, piece: str) -> int:
    match = re.search(re.escape(piece), text)
    return text.count("\n", 0, match.start()) + 1 if match else 1
