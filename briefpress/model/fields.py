"""Field types that several entries share: ids, days, audiences, pages, yes or no."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$"),
]
"""An id that also serves in file names: a-z, 0-9 and '-', 2 to 63 characters."""

FactId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,62}$")]
"""The id of a fact: a-z, 0-9 and '_', beginning with a letter."""

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PAGES = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")
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
            value if isinstance(value, date) else _fail(f"{value} is not a date; write 2026-11-02")
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
    """Read `all` as None, and `a, b` or a list as a set of ids."""
    if isinstance(value, str):
        if value.strip() == "all":
            return None
        value = [part.strip() for part in value.split(",")]
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
            "anyOf": [{"const": "all"}, {"type": "array", "items": {"type": "string"}}],
            "description": "`all`, or the ids of the audiences.",
        }
    ),
]
YesNo = Annotated[
    bool,
    BeforeValidator(parse_yes_no),
    WithJsonSchema({"enum": ["yes", "no", "true", "false", True, False]}),
]
TextList = Annotated[tuple[str, ...], BeforeValidator(parse_list)]


def meant_for(audiences: frozenset[str] | None, audience: str) -> bool:
    """Whether something for these audiences (None: all) is for this one."""
    return audiences is None or audience in audiences
