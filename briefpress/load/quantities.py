"""What a piece of text says in figures: counts, shares and places, and the bounds round them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum

from briefpress.load.numerals import (
    DIGITS,
    ORDINAL,
    PART,
    WORDS,
    number_of,
    part_of,
    place_of,
)

HUNDRED = Decimal(100)
NEAR_SHARE = Decimal(5)
"""Percentage points. `almost two-thirds` may be 62%, not 60%."""
NEAR_COUNT = Decimal("0.1")
"""Of the number. `about a hundred` may be 92 or 108."""


class Kind(StrEnum):
    """What sort of figure it is."""

    COUNT = "count"
    SHARE = "share"
    PLACE = "place"


class Sense(StrEnum):
    """How the words before a figure bind it."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at least"
    JUST_OVER = "just over"
    UNDER = "under"
    AT_MOST = "at most"
    ALMOST = "almost"
    ABOUT = "about"


_SENSES = {
    "just over": Sense.JUST_OVER,
    "slightly over": Sense.JUST_OVER,
    "slightly more than": Sense.JUST_OVER,
    "a little over": Sense.JUST_OVER,
    "a little more than": Sense.JUST_OVER,
    "just under": Sense.ALMOST,
    "a little under": Sense.ALMOST,
    "almost": Sense.ALMOST,
    "nearly": Sense.ALMOST,
    "not quite": Sense.ALMOST,
    "at least": Sense.AT_LEAST,
    "at most": Sense.AT_MOST,
    "up to": Sense.AT_MOST,
    "no more than": Sense.AT_MOST,
    "no fewer than": Sense.AT_LEAST,
    "no less than": Sense.AT_LEAST,
    "more than": Sense.OVER,
    "over": Sense.OVER,
    "above": Sense.OVER,
    "less than": Sense.UNDER,
    "fewer than": Sense.UNDER,
    "under": Sense.UNDER,
    "below": Sense.UNDER,
    "about": Sense.ABOUT,
    "around": Sense.ABOUT,
    "roughly": Sense.ABOUT,
    "approximately": Sense.ABOUT,
    "some": Sense.ABOUT,
    "close to": Sense.ABOUT,
}
_IS_TRUE: Mapping[Sense, Callable[[Decimal, Decimal], bool]] = {
    Sense.OVER: lambda off, _: off > 0,
    Sense.AT_LEAST: lambda off, _: off >= 0,
    Sense.JUST_OVER: lambda off, near: 0 < off <= near,
    Sense.UNDER: lambda off, _: off < 0,
    Sense.AT_MOST: lambda off, _: off <= 0,
    Sense.ALMOST: lambda off, near: -near <= off < 0,
    Sense.ABOUT: lambda off, near: abs(off) <= near,
}
"""Whether a bound is true of a value that is `off` the figure; what is `near` it is about it."""
_BOUND = "|".join(word.replace(" ", r"\s+") for word in sorted(_SENSES, key=len, reverse=True))
_NUMBER = rf"(?:{DIGITS}|{WORDS})"
_FIGURE = re.compile(
    rf"(?<![\w.,£$€])(?=[0-9A-Za-z])(?:(?P<bound>{_BOUND})\s+)?(?:"
    rf"(?P<percent>{_NUMBER})\s?(?:%|per\s?cent\b)"
    rf"|(?P<part>{_NUMBER})\s+(?P<link>in|of|out\s+of)\s+(?P<every>every\s+)?(?P<whole>{_NUMBER})(?![\w%])"
    rf"|(?P<top>an?|{_NUMBER})[\s-]+(?P<fraction>{PART})\b"
    rf"|(?P<over>{DIGITS})/(?P<under>{DIGITS})(?!\w)"
    r"|(?P<half>half)\b"
    rf"|(?P<place>{ORDINAL})(?!\w)"
    rf"|(?P<none>none|no)\b"
    rf"|(?P<count>{_NUMBER})(?!\w))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Quantity:
    """One figure as text gives it. A share is in per cent.

    `whole` is what a share is written as a part of: 17 in `15 of 17`, 5 in `1 in 5`, 3 in
    `two-thirds`. Only the first counts single cases, so only there is `count` known.
    """

    text: str
    start: int
    end: int
    kind: Kind
    value: Decimal
    sense: Sense
    decimals: int = 0
    in_words: bool = False
    count: Decimal | None = None
    whole: Decimal | None = None

    def agrees(self, value: Decimal) -> bool:
        """Whether a figure of this value may be written so: to the last digit that is written."""
        if self.sense is Sense.EXACT:
            return self.is_given_as(value)
        near = NEAR_SHARE if self.kind is Kind.SHARE else max(Decimal(1), NEAR_COUNT * self.value)
        return _IS_TRUE[self.sense](value - self.value, near)

    def is_given_as(self, value: Decimal) -> bool:
        """Whether the figure itself, whatever bounds it, is this value when rounded like it."""
        if self.kind is Kind.SHARE and self.whole is not None:
            return value in self._roundings(_decimals(value))
        return _rounded(value, self.decimals, ROUND_HALF_UP) == self.value

    def _roundings(self, decimals: int) -> set[Decimal]:
        """The share to so many decimals; `two-thirds` is 67% and is 66%, `65 of 66` is 98%."""
        found = {_rounded(self.value, decimals, ROUND_HALF_UP)}
        return found | ({_rounded(self.value, decimals, ROUND_FLOOR)} if self.in_words else set())


def quantities_in(text: str) -> Iterator[Quantity]:
    """Every figure of a text, in English where it is in words, from left to right."""
    for match in _FIGURE.finditer(text):
        yield _quantity(match)


def shown(value: Decimal) -> str:
    """A share as messages tell it: with two decimals at the most."""
    return f"{_rounded(value, 2, ROUND_HALF_UP):f}".rstrip("0").rstrip(".")


def _quantity(match: re.Match[str]) -> Quantity:
    bound = " ".join((match["bound"] or "").lower().split())
    sense = _SENSES.get(bound, Sense.EXACT)
    kind, value, count, whole = _measure(match)
    words = kind is Kind.SHARE and not re.search("[0-9]", match[0])
    shown = match["percent"] or match["count"] or ""
    return Quantity(
        text=match[0],
        start=match.start(),
        end=match.end(),
        kind=kind,
        value=value,
        sense=sense,
        decimals=_decimals(number_of(shown)) if shown else 0,
        in_words=words,
        count=count,
        whole=whole,
    )


def _measure(match: re.Match[str]) -> tuple[Kind, Decimal, Decimal | None, Decimal | None]:
    """What sort it is, its value, and the count and the whole of a share as far as known."""
    if match["percent"]:
        return Kind.SHARE, number_of(match["percent"]), None, None
    if match["place"]:
        return Kind.PLACE, Decimal(place_of(match["place"])), None, None
    if match["none"]:
        return Kind.COUNT, Decimal(0), None, None
    if match["count"]:
        return Kind.COUNT, number_of(match["count"]), None, None
    count, whole = _parts(match)
    share = HUNDRED * count / whole if whole else Decimal(0)
    counted = match["part"] and match["link"].lower() != "in" and not match["every"]
    return Kind.SHARE, share, count if counted else None, whole


def _parts(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    if match["part"]:
        return number_of(match["part"]), number_of(match["whole"])
    if match["over"]:
        return number_of(match["over"]), number_of(match["under"])
    if match["half"]:
        return Decimal(1), Decimal(2)
    top = match["top"]
    count = Decimal(1) if top.lower() in ("a", "an") else number_of(top)
    return count, Decimal(part_of(match["fraction"]))


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _rounded(value: Decimal, decimals: int, rounding: str) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=rounding)
