"""What somebody has held against the report, and when that is due again."""

from typing import Self

from pydantic import model_validator

from briefpress.model.entry import Entry
from briefpress.model.fields import Day


class Vouched(Entry):
    """An entry that says who held it against the report, and when."""

    checked_by: str = ""
    checked_on: Day | None = None

    @model_validator(mode="after")
    def _says_who_and_when(self) -> Self:
        if bool(self.checked_by) != bool(self.checked_on):
            message = "give checked_by and checked_on together: who checked it, and when"
            raise ValueError(message)
        return self


class Reviewed(Vouched):
    """An entry that also says when it is to be held against the report again."""

    review_by: Day | None = None
