"""Charts: a figure's facts put into a Vega-Lite specification, drawn as SVG by its library."""

import json
from collections.abc import Mapping
from typing import Any

from briefpress.compose.palette import Palette
from briefpress.model.facts import Fact, Figure

VEGA_LITE = "6.1"
"""The version of the specification language; it is part of what a page looks like."""


class ChartFaultError(Exception):
    """A chart cannot be drawn."""


def draw(
    figure: Figure, facts: Mapping[str, Fact], spec: str, palette: Palette, family: str
) -> bytes:
    """The chart as SVG whose text stays text.

    `spec` is the Vega-Lite specification; it finds its rows as `data`, and as parameters the
    colours of the brand (`primary`, `accent`, `mid`, `ink`, `quiet`) and the `family` of its type.

    Raises:
        ChartFaultError: the specification is not JSON, or cannot be drawn.
    """
    import vl_convert  # noqa: PLC0415 - starts an engine; only documents with a chart pay for it

    rows = [
        {
            "label": bar.label,
            "value": float(facts[bar.fact].value),
            "shown": facts[bar.fact].shown,
            "share": facts[bar.share].shown if bar.share else "",
            "emphasis": bar.emphasis,
            "order": place,
        }
        for place, bar in enumerate(figure.bars)
    ]
    inks = {"primary": palette.primary, "accent": palette.accent, "mid": palette.mid}
    inks |= {"ink": palette.ink, "quiet": palette.quiet, "text": palette.text, "family": family}
    full = _specification(figure.chart, spec)
    full["data"] = {"values": rows}
    full["params"] = [{"name": name, "value": value} for name, value in inks.items()]
    try:
        svg: str = vl_convert.vegalite_to_svg(full, vl_version=VEGA_LITE)
    except ValueError as error:
        message = f"chart {figure.chart!r} cannot be drawn: {error}"
        raise ChartFaultError(message) from error
    return svg.encode()


def _specification(name: str, text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError as error:
        message = f"{name}.vl.json is not JSON: {error}"
        raise ChartFaultError(message) from error
    if not isinstance(found, dict):
        message = f"{name}.vl.json is no specification"
        raise ChartFaultError(message)
    return found
