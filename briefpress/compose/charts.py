"""Charts: a figure's facts put into a Vega-Lite specification, drawn as SVG by its library."""

import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from html import unescape
from typing import Any, Protocol

from briefpress.compose.recolouring import coloured, pattern_of
from briefpress.model.facts import Fact, Figure
from briefpress.palette import Palette

_TEXT = re.compile(r"<text\b[^>]*>([^<]*)</text>")
VEGA_LITE = "6.1"
"""The version of the specification language; it is part of what a page looks like."""
COLOURS = ("primary", "accent", "mid", "ink", "quiet", "text")


class ChartFaultError(Exception):
    """A chart cannot be drawn."""


class Drawings(Protocol):
    """Where drawings are kept from one build to the next."""

    def get(self, name: str) -> bytes | None:
        """What was kept under a name, if anything."""

    def put(self, name: str, data: bytes) -> None:
        """Keep it under this name."""


@dataclass(frozen=True)
class Inks:
    """What a specification takes from the brand and the layout: the colours, and the type."""

    palette: Palette
    family: str

    @property
    def colours(self) -> dict[str, str]:
        """By the names that `docs/designing.md` gives."""
        return {name: getattr(self.palette, name) for name in COLOURS}


def draw(
    name: str,
    figure: Figure,
    facts: Mapping[str, Fact],
    spec: str,
    inks: Inks,
    *,
    drawings: Drawings | None = None,
) -> bytes:
    """The chart of the figure of this name, as SVG whose text stays text.

    `spec` is the Vega-Lite specification; it finds its rows as `data`. What is in `drawings` is not
    drawn again: to start the library that draws takes a third of a second.

    Raises:
        ChartFaultError: the specification is not JSON or cannot be drawn, or a label is cut.
    """
    try:
        full = _specification(figure.chart, spec)
        told = json.dumps({**full, "data": {"values": rows_of(figure, facts)}})
        pattern = _kept_pattern(told, inks.family, drawings)
        if pattern is None:
            svg = _drawn(_in_colours(told, inks.family, inks.colours))
        else:
            svg = coloured(pattern, inks.colours)
    except ValueError as error:
        message = f"figure {name!r} cannot be drawn: {error}"
        raise ChartFaultError(message) from error
    _refuse_cut_labels(name, figure, svg)
    return svg.encode()


def _kept_pattern(specification: str, family: str, drawings: Drawings | None) -> str | None:
    """The pattern that an earlier build has made, or one made now and kept."""
    name = f"chart {VEGA_LITE} {family} {specification}"
    kept = drawings.get(name) if drawings is not None else None
    if kept is not None:
        try:
            return zlib.decompress(kept).decode() or None
        except (zlib.error, UnicodeDecodeError):  # It is damaged, and drawn again.
            pass
    made = _pattern(specification, family)
    if drawings is not None:
        drawings.put(name, zlib.compress((made or "").encode()))
    return made


@lru_cache(maxsize=64)
def _pattern(specification: str, family: str) -> str | None:
    """The drawing for all boards, if they differ in nothing but colours."""
    found: dict[str, Any] = json.loads(specification)
    del found["data"]  # Its words are no expressions.
    draw_in = partial(_in_colours, specification, family)
    return pattern_of(found, COLOURS, lambda colours: _drawn(draw_in(colours)))


def _in_colours(specification: str, family: str, colours: Mapping[str, str]) -> str:
    """A specification with what the brand and the layout give, as parameters."""
    values = {**colours, "family": family}
    params = [{"name": name, "value": value} for name, value in values.items()]
    return json.dumps({**json.loads(specification), "params": params})


@lru_cache(maxsize=256)
def _drawn(specification: str) -> str:
    """The drawing; all documents of a brand show the same, whoever they are for."""
    import vl_convert  # noqa: PLC0415 - starts an engine; only documents with a chart pay for it

    svg: str = vl_convert.vegalite_to_svg(specification, vl_version=VEGA_LITE)
    return svg


def rows_of(figure: Figure, facts: Mapping[str, Fact]) -> list[dict[str, object]]:
    """The bars of a chart as data: label, value, how it is written, its share, its place."""
    return [
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


def _refuse_cut_labels(name: str, figure: Figure, svg: str) -> None:
    """The library ends a label that has no room with an ellipsis, and says nothing."""
    written = {unescape(text) for text in _TEXT.findall(svg)}
    for bar in figure.bars:
        if bar.label not in written:
            message = f"figure {name!r}: the label {bar.label!r} is not drawn in full; shorten it"
            raise ChartFaultError(message)


def _specification(name: str, text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError as error:
        message = f"{name}.vl.json is not JSON: {error}"
        raise ValueError(message) from error
    if not isinstance(found, dict):
        message = f"{name}.vl.json is no specification"
        raise ValueError(message)  # noqa: TRY004 - a value of the file, not a type of ours
    return found
