"""Field types that several entries share: ids, days, audiences, pages, yes or no."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")

Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$"),
]
"""An id that also serves in file names: a-z, 0-9 and '-', 2 to 63 characters."""

Text = Annotated[str, StringConstraints(min_length=1)]
"""Text that has to be there."""

WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]
Url = Annotated[str, StringConstraints(pattern=r"^(https://[^\s<>\"]+)?$")]
"""A web address, or nothing."""

Email = Annotated[str, StringConstraints(pattern=r"^([^\s@<>\"]+@[^\s@<>\"]+\.[a-z]{2,})?$")]
"""An email address, or nothing."""

FactId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,62}$")]
"""The id of a fact: a-z, 0-9 and '_', beginning with a letter."""

# \d would take the digits of every script; what is read here takes 0-9 alone.
_DAY = re.compile(r"([1-9][0-9]{3})-([0-9]{2})-([0-9]{2})")
_PAGES = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True, order=True)
class Pages:
    """A run of pages of the report, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        """As readers see it: `p166` or `p71-72` with a dash between figures."""
        return f"p{self.first}" if self.first == self.last else f"p{self.first}–{self.last}"


def parse_day(value: object) -> object:
    """Read `2026-11-02`; a day that the calendar does not have says why.

    Raises:
        ValueError: the text is not a day of the calendar.
    """
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return (
            value if isinstance(value, date) else _fail(f"{value!r} is no date; write 2026-11-02")
        )
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return _fail(f"{value} is not a date (a year has 12 months)")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = calendar.month_name[month]
        return _fail(f"{value} is not a date ({name} {year} has {last} days)")
    return date(year, month, day)


def parse_pages(value: object) -> object:
    """Read `166`, `71-72` or a list of them into page runs.

    Raises:
        ValueError: one of them is no page or run of pages.
    """
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        return value
    return tuple(_parse_run(item) for item in value)


def parse_run(text: str) -> Pages:
    """Read one run, `166` or `71-72`.

    Raises:
        ValueError: it is no page or run of pages, or runs backwards.
    """
    match = _PAGES.fullmatch(text.strip())
    if match is None:
        message = f"{text!r} is not a page; write 166 or 71-72"
        raise ValueError(message)
    first = int(match[1])
    last = int(match[2] or first)
    if last < first:
        message = f"pages {text} run backwards"
        raise ValueError(message)
    return Pages(first, last)


def parse_audiences(value: object) -> object:
    """Read `all` as None, and `a, b` or a list as a set of ids.

    Raises:
        ValueError: it names nobody.
    """
    if isinstance(value, str):
        if value.strip() == "all":
            return None
        value = [part.strip() for part in value.split(",")]
    if isinstance(value, list) and ("" in value or not value):
        return _fail("names nobody; write all, or the ids of audiences")
    return value


def parse_whole(value: object) -> object:
    """Read a whole number.

    Raises:
        ValueError: the text is not written with the digits 0-9 alone.
    """
    if isinstance(value, str):
        text = value.strip()
        return int(text) if _WHOLE.fullmatch(text) else _fail(f"{value!r} is no whole number")
    return value


def parse_yes_no(value: object) -> object:
    """Read yes, no, true or false.

    Raises:
        ValueError: it is another word.
    """
    if isinstance(value, str):
        return _YES_NO[value] if value in _YES_NO else _fail(f"{value!r}: write yes or no")
    return value


def parse_list(value: object) -> object:
    """Let a single text stand for a list of one."""
    return [value] if isinstance(value, str) else value


def distinct(items: tuple[T, ...]) -> tuple[T, ...]:
    """Let a list pass that names nothing twice.

    Raises:
        ValueError: an item is there twice.
    """
    for index, item in enumerate(items):
        if item in items[:index]:
            message = f"{str(item)!r} is named twice"
            raise ValueError(message)
    return items


@dataclass(frozen=True)
class TextOr:
    """Lets a single text stand for a mapping that gives only `key`."""

    key: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Wrap a text before the mapping is read."""
        return core_schema.no_info_before_validator_function(self._wrapped, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Either of the two."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}

    def _wrapped(self, value: object) -> object | Mapping[str, object]:
        return {self.key: value} if isinstance(value, str) else value


@dataclass(frozen=True)
class NamesOr:
    """Lets a list of names stand for a mapping that gives nothing under each of them."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Turn a list into such a mapping before it is read."""
        return core_schema.no_info_before_validator_function(self._named, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Either of the two."""
        names = {"type": "array", "items": {"type": "string"}}
        return {"anyOf": [{"type": "string"}, names, handler(schema)]}

    def _named(self, value: object) -> object:
        names = [value] if isinstance(value, str) else value
        return {str(name): {} for name in names} if isinstance(names, list) else names


def _parse_run(item: object) -> Pages:
    return item if isinstance(item, Pages) else parse_run(str(item))


def _fail(message: str) -> Any:  # noqa: ANN401 - never returns
    raise ValueError(message)


Day = Annotated[date, BeforeValidator(parse_day)]
PageList = Annotated[
    tuple[Pages, ...],
    BeforeValidator(parse_pages),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer"},
                {"type": "string"},
                {"type": "array", "items": {"type": ["integer", "string"]}},
            ],
            "description": "Pages of the report: 166, 71-72, or a list of them.",
        }
    ),
]
Audiences = Annotated[
    frozenset[str] | None,
    BeforeValidator(parse_audiences),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            "description": "`all`, or the ids of the audiences.",
        }
    ),
]
YesNo = Annotated[
    bool,
    BeforeValidator(parse_yes_no),
    WithJsonSchema({"enum": ["yes", "no", "true", "false", True, False]}),
]
TextList = Annotated[
    tuple[Text, ...],
    BeforeValidator(parse_list),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    ),
]
Whole = Annotated[int, BeforeValidator(parse_whole)]


def meant_for(audiences: frozenset[str] | None, audience: str) -> bool:
    """Whether something for these audiences (None: all) is for this one."""
    return audiences is None or audience in audiences
