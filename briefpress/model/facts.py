"""Facts, charts and abbreviations: the registers that every text draws on."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from briefpress.model.entry import FREE, PLAIN, PROSE, Entry
from briefpress.model.fields import FactId, PageList, Slug, Text, TextList, YesNo
from briefpress.model.review import Reviewed
from briefpress.model.tokens import TOKEN

HUNDRED = Decimal(100)
PER_CENT = "%"
ALL = "100%"
"""The whole of a chart whose parts are shares."""
DECIMAL = r"-?[0-9]{1,12}(\.[0-9]{1,6})?"
"""A plain figure, as a pattern."""


class Derivation(Entry):
    """How a figure follows from others: exactly one of the four ways."""

    sum: TextList = ()
    difference: TextList = ()
    share: TextList = ()
    complement: TextList = ()

    @model_validator(mode="after")
    def _is_one_way(self) -> Self:
        given = [
            name for name in ("sum", "difference", "share", "complement") if getattr(self, name)
        ]
        if len(given) != 1:
            message = "give one of sum, difference, share, complement"
            raise ValueError(message)
        if len(getattr(self, given[0])) != 2 and given[0] in ("difference", "share"):  # noqa: PLR2004
            message = f"{given[0]} takes two facts"
            raise ValueError(message)
        if given[0] == "complement" and len(self.complement) != 1:
            message = "complement takes one fact"
            raise ValueError(message)
        return self

    @property
    def operands(self) -> tuple[str, ...]:
        """The ids of the facts that it is computed from."""
        return self.sum or self.difference or self.share or self.complement

    def compute(self, values: Mapping[str, Decimal]) -> Decimal:
        """The figure that follows from `values`, which holds every operand."""
        given = [values[name] for name in self.operands]
        if self.sum:
            return sum(given, Decimal(0))
        if self.difference:
            return given[0] - given[1]
        if self.share:
            return HUNDRED * given[0] / given[1]
        return HUNDRED - given[0]


def parse_decimal(value: object) -> object:
    """Read a plain figure, `293` or `40.96`.

    Raises:
        ValueError: it is not written with the digits 0-9 and at most one point.
    """
    if isinstance(value, str) and not re.fullmatch(DECIMAL, value.strip()):
        message = f"{value!r} is not a figure; write digits, such as 293 or 40.96"
        raise ValueError(message)
    return value


class Fact(Reviewed):
    """One figure of `facts.yaml`, with the page that it comes from.

    `whole` is the fact that it is a part of. A figure that the report gives only in words, such as
    `just over half`, has as its value the bound that the words name, and says so.
    """

    id: FactId
    value: Annotated[
        Decimal,
        BeforeValidator(parse_decimal),
        WithJsonSchema({"type": ["number", "string"], "pattern": f"^{DECIMAL}$"}),
    ]
    unit: Text
    text: Annotated[str, FREE] = ""
    forms: Annotated[dict[str, Text], FREE] = {}
    given_in_words: YesNo = False
    whole: str = ""
    page: PageList = ()
    no_page: str = ""
    note: str = ""
    derived: Derivation | None = None

    @model_validator(mode="after")
    def _has_a_page_or_says_why(self) -> Self:
        if bool(self.page) == bool(self.no_page):
            message = "give either page, or no_page with the reason why there is none"
            raise ValueError(message)
        return self

    @property
    def is_share(self) -> bool:
        """Whether its value is in per cent."""
        return self.unit == PER_CENT

    @property
    def shown(self) -> str:
        """The figure as it stands in a sentence."""
        return self.text or f"{self.value}{PER_CENT if self.is_share else ''}"

    def form(self, name: str) -> str:
        """The figure in another form.

        Raises:
            KeyError: the fact has no form of that name.
        """
        return self.forms[name]

    def rounded(self, figure: Decimal) -> Decimal:
        """`figure` rounded to as many decimals as the value has."""
        return figure.quantize(self.step, rounding=ROUND_HALF_UP)

    @property
    def step(self) -> Decimal:
        """The unit of its last digit: 1 for 41, 0.01 for 40.96."""
        return Decimal(1).scaleb(int(self.value.as_tuple().exponent))


def filled(text: str, facts: Mapping[str, Fact]) -> str:
    """A text with its facts in the place of their tokens; a token that is no fact stays."""
    return TOKEN.sub(lambda match: _value(match, facts), text)


def _value(match: re.Match[str], facts: Mapping[str, Fact]) -> str:
    kind, _, name = match[1].strip().partition(".")
    fact_id, _, form = name.partition(".")
    fact = facts.get(fact_id) if kind == "fact" else None
    if fact is None:
        return match[0]
    return fact.forms.get(form, match[0]) if form else fact.shown


class FactFile(Entry):
    """`facts.yaml`."""

    facts: tuple[Fact, ...]


class Bar(Entry):
    """One part of a chart: a fact, the share that it makes, and whether the title speaks of it."""

    label: Annotated[Text, PLAIN]
    fact: Text
    share: str = ""
    emphasis: YesNo = False


class Figure(Entry):
    """A chart: its finding, its description in words, and its data, which are facts.

    `whole` is the fact that the parts sum to, or `100%`.
    """

    title: Annotated[Text, PROSE]
    description: Annotated[Text, PROSE]
    caption: Annotated[str, PROSE] = ""
    chart: Slug
    whole: str = ""
    bars: tuple[Bar, ...] = Field(min_length=1)


class Abbreviation(Entry):
    """A short form and what it stands for."""

    short: str = Field(pattern=r"^[A-Z][A-Za-z0-9]{1,11}$")
    long: Annotated[Text, PLAIN]
    plural: Annotated[str, PLAIN] = ""


class AbbreviationFile(Entry):
    """`abbreviations.yaml`."""

    abbreviations: tuple[Abbreviation, ...]
