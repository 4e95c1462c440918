"""What a second person has keyed again from the report: figures and pages, and who it was."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from briefpress.model.facts import DECIMAL, Fact, parse_decimal
from briefpress.model.fields import FactId, PageList, Text
from briefpress.model.messages import Message
from briefpress.model.review import Vouched


@dataclass(frozen=True)
class Hand:
    """Who keyed something, and when."""

    by: str
    on: date | None


class KeyedFact(Vouched):
    """A fact as it was read in the report; without `page`, no page was found for it."""

    id: FactId
    value: Annotated[
        Decimal,
        BeforeValidator(parse_decimal),
        WithJsonSchema({"type": ["number", "string"], "pattern": f"^{DECIMAL}$"}),
    ]
    page: PageList = ()

    def says_as(self, fact: Fact) -> bool:
        """Whether it is the same fact, with the same value and page."""
        return (self.id, self.value, self.page) == (fact.id, fact.value, fact.page)


class KeyedMessage(Vouched):
    """The pages of the report on which a key message rests."""

    id: Text
    pages: PageList = ()

    def says_as(self, message: Message) -> bool:
        """Whether it is the same message, with the same pages."""
        return (self.id, self.pages) == (message.id, message.pages)


class KeyedText(Vouched):
    """The page references of a file, `sections/home.md`, one after the other as they stand."""

    file: Text
    pages: PageList = Field(min_length=1)


class KeyedFile(Vouched):
    """`checked.yaml`: who read the report again, when, and what it says."""

    facts: tuple[KeyedFact, ...] = ()
    """Each fact of facts.yaml, with the value and page that the report gives."""
    messages: tuple[KeyedMessage, ...] = ()
    """Each key message that names pages."""
    references: tuple[KeyedText, ...] = ()
    """Each file whose text refers to pages."""

    @model_validator(mode="after")
    def _somebody_answers_for_each_entry(self) -> Self:
        if not self.checked_by and not all(entry.checked_by for entry in self._entries()):
            message = "give checked_by and checked_on, for the file or for each entry"
            raise ValueError(message)
        return self

    def hand_of(self, item: Fact | Message) -> Hand | None:
        """Who has keyed a fact or message again, and when; None unless it says the same."""
        same: Vouched | None
        if isinstance(item, Fact):
            same = next((entry for entry in self.facts if entry.says_as(item)), None)
        else:
            same = next((entry for entry in self.messages if entry.says_as(item)), None)
        if same is None:
            return None
        return Hand(same.checked_by or self.checked_by, same.checked_on or self.checked_on)

    def _entries(self) -> tuple[Vouched, ...]:
        return (*self.facts, *self.messages, *self.references)
