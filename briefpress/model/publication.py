"""The publication and its audiences: what is published, from which report, and for whom."""

from typing import Annotated

from pydantic import Field

from briefpress.model.entry import PROSE, Entry
from briefpress.model.fields import Day, Slug, TextList


class PageSpan(Entry):
    """The pages of the report that may be referred to, both ends included."""

    first: int = Field(ge=1)
    last: int = Field(ge=1)


class Report(Entry):
    """The report that the publication is drawn from."""

    short: str
    citation: str
    pages: PageSpan
    rights: Annotated[str, PROSE] = ""


class Reference(Entry):
    """One line of the reference list."""

    citation: str
    url: str = ""


class Wording(Entry):
    """Words that layouts print and that belong to the subject of the publication."""

    messages_title: Annotated[str, PROSE]
    practice_title: Annotated[str, PROSE]
    contacts_title: Annotated[str, PROSE]
    contacts_say: Annotated[str, PROSE] = ""
    rights: Annotated[str, PROSE] = ""


class Builds(Entry):
    """What a build makes unless the command line asks for less."""

    layouts: TextList
    formats: TextList = ("screen",)


class Publication(Entry):
    """`publication.yaml`."""

    title: str
    series: str
    version: str
    language: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    publisher: str
    issued: Day
    review_by: Day
    summary: Annotated[str, PROSE]
    report: Report
    references: tuple[Reference, ...] = ()
    wording: Wording
    builds: Builds


class Audience(Entry):
    """One audience of `audiences.yaml`: who they are, and why this edition is theirs."""

    id: Slug
    name: str
    people: str
    readers: TextList
    also_for: TextList = ()
    promise: Annotated[str, PROSE]
    standfirst: Annotated[str, PROSE]
    why: Annotated[str, PROSE]
    how_to_use: Annotated[str, PROSE]
    opens_with: TextList = ()
    questions: Annotated[TextList, PROSE] = ()
    derived_from: Annotated[str, PROSE] = ""


class AudienceFile(Entry):
    """`audiences.yaml`."""

    audiences: tuple[Audience, ...] = Field(min_length=1)
