"""The publication and its audiences: what is published, from which report, and for whom."""

from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from briefpress.model.entry import FREE, PLAIN, PROSE, Entry
from briefpress.model.fields import (
    Day,
    Slug,
    Text,
    TextList,
    Url,
    Whole,
    distinct,
    parse_list,
)
from briefpress.model.layout import Format


class PageSpan(Entry):
    """The pages of the report that may be referred to, both ends included."""

    first: Whole = Field(ge=1)
    last: Whole = Field(ge=1)

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        if self.first > self.last:
            message = f"first ({self.first}) is more than last ({self.last})"
            raise ValueError(message)
        return self


class Report(Entry):
    """The report that the publication is drawn from."""

    short: Annotated[Text, FREE]
    citation: Annotated[Text, FREE]
    url: Url = ""
    pages: PageSpan
    rights: Annotated[str, PROSE] = ""


class Reference(Entry):
    """One line of the reference list."""

    citation: Annotated[Text, FREE]
    url: Url = ""


class Wording(Entry):
    """Words that layouts print and that belong to the subject of the publication."""

    messages_title: Annotated[Text, PROSE]
    practice_title: Annotated[Text, PROSE]
    contacts_title: Annotated[Text, PROSE]
    contacts_say: Annotated[str, PROSE] = ""
    rights: Annotated[str, PROSE] = ""


class Builds(Entry):
    """What a build makes unless the command line asks for less."""

    layouts: Annotated[TextList, AfterValidator(distinct), Field(min_length=1)]
    formats: Annotated[
        tuple[Format, ...],
        BeforeValidator(parse_list),
        AfterValidator(distinct),
        Field(min_length=1),
    ] = (Format.SCREEN,)


class Publication(Entry):
    """`publication.yaml`."""

    title: Annotated[Text, PLAIN]
    series: Annotated[Text, PLAIN]
    version: Annotated[Text, FREE]
    language: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    publisher: Annotated[Text, FREE]
    issued: Day
    review_by: Day
    summary: Annotated[Text, PROSE]
    report: Report
    references: tuple[Reference, ...] = ()
    wording: Wording
    builds: Builds


class Audience(Entry):
    """One audience of `audiences.yaml`: who they are, and why this edition is theirs."""

    id: Slug
    name: Annotated[Text, PLAIN]
    people: Annotated[Text, PLAIN]
    readers: Annotated[TextList, PLAIN]
    also_for: Annotated[TextList, PLAIN] = ()
    promise: Annotated[Text, PROSE]
    standfirst: Annotated[Text, PROSE]
    why: Annotated[Text, PROSE]
    how_to_use: Annotated[Text, PROSE]
    opens_with: Annotated[TextList, AfterValidator(distinct)] = ()
    questions: Annotated[TextList, PROSE] = ()
    derived_from: Annotated[str, PROSE] = ""


class AudienceFile(Entry):
    """`audiences.yaml`."""

    audiences: tuple[Audience, ...] = Field(min_length=1)
