"""Key messages and their themes: what a reader should do, and which of it goes on a card."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from briefpress.model.entry import PLAIN, PROSE, Entry
from briefpress.model.fields import Audiences, PageList, Slug, Text, Whole
from briefpress.model.review import Reviewed


class Kind(StrEnum):
    """What a key message asks of its reader."""

    PRACTICE = "practice"
    QUESTION = "question"


class Theme(Entry):
    """A group of key messages; `lead_in` heads its panel instead of the usual title."""

    id: Slug
    title: Annotated[Text, PLAIN]
    lead_in: Annotated[str, PROSE] = ""


class CardText(Entry):
    """What a card prints of a key message. The lowest priority number comes first."""

    command: Annotated[Text, PROSE]
    line: Annotated[str, PROSE] = ""
    priority: Whole
    priority_for: dict[str, Whole] = {}

    def priority_of(self, audience: str) -> int:
        """The place that the message takes on this audience's card."""
        return self.priority_for.get(audience, self.priority)


class Message(Reviewed):
    """One key message of `messages.yaml`. Its id is permanent."""

    id: str = Field(pattern=r"^[A-Z][A-Z0-9]{0,11}$")
    theme: Text
    text: Annotated[Text, PROSE]
    pages: PageList = ()
    no_page: str = ""
    audiences: Audiences
    kind: Kind = Kind.PRACTICE
    card: CardText | None = None

    @model_validator(mode="after")
    def _has_pages_or_says_why(self) -> Self:
        if bool(self.pages) == bool(self.no_page):
            message = "give either pages, or no_page with the reason why there is none"
            raise ValueError(message)
        return self


class MessageFile(Entry):
    """`messages.yaml`."""

    themes: tuple[Theme, ...]
    messages: tuple[Message, ...]
