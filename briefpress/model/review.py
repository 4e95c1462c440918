"""What somebody has held against the report, and when that is due again."""

from typing import Self

from pydantic import model_validator

from briefpress.model.entry import Entry
from briefpress.model.fields import Day


class Reviewed(Entry):
    """An entry that says who checked it against the report, when, and when to do so again."""

    review_by: Day | None = None
    checked_by: str = ""
    checked_on: Day | None = None

    @model_validator(mode="after")
    def _says_who_and_when(self) -> Self:
        if bool(self.checked_by) != bool(self.checked_on):
            message = "give checked_by and checked_on together: who checked it, and when"
            raise ValueError(message)
        return self
