"""Lengths as they are written in YAML: millimetres and points, each with its unit."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from briefpress.units import parse_mm, parse_pt


def _mm(value: object) -> object:
    return parse_mm(value) if isinstance(value, str) else value


def _pt(value: object) -> object:
    return parse_pt(value) if isinstance(value, str) else value


_AS_WRITTEN = WithJsonSchema(
    {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?(mm|pt)$", "description": "148mm or 12pt"}
)
Millimetres = Annotated[float, BeforeValidator(_mm), _AS_WRITTEN]
Points = Annotated[float, BeforeValidator(_pt), _AS_WRITTEN]
Side = Annotated[Millimetres, Field(ge=20, le=1300)]
"""From a label to A0 with its bleed; what lies beyond is a slip of the unit."""
