"""Chart specifications: how a chart is drawn. What is drawn are facts, and never stands here."""

import json
import re
from collections.abc import Iterator
from typing import Any

from briefpress.load.files import Reader
from briefpress.load.findings import Fault
from briefpress.load.markup import figure_faults

SUFFIX = ".vl.json"
_WORDS = ("text", "title", "subtitle", "description")
_CURE = "a specification draws what figures/*.yaml gives it; take the figure out"


def read_specifications(reader: Reader) -> dict[str, str]:
    """The chart specifications of a folder, by name; a finding for figures of their own."""
    found: dict[str, str] = {}
    for name in reader.names(SUFFIX):
        text = reader.text(name)
        if text is not None:
            found[name.removesuffix(SUFFIX)] = text
            for line, fault in specification_faults(text):
                reader.findings.report([fault], reader.where(name, line), reader.scope)
    return found


def specification_faults(text: str) -> Iterator[tuple[int, Fault]]:
    """What a specification says of itself instead of drawing facts, by line."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        yield error.lineno, Fault("CHART-SPEC", f"not JSON: {error.msg}", "mend the line")
        return
    except RecursionError:
        yield 1, Fault("CHART-SPEC", "nested too deep", "make it flatter")
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
