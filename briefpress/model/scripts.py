"""Scripts: which languages a note may be written in, which way they run, and what sets them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import Field

from briefpress.model.entry import Entry
from briefpress.model.fields import Text

LATIN = "latin"
"""The script that all documents are set in."""


class Direction(StrEnum):
    """Where a line begins."""

    LTR = "ltr"
    RTL = "rtl"


class ScriptFile(Entry):
    """`script.yaml`."""

    direction: Direction
    """`ltr` or `rtl`: from the left or from the right."""
    languages: dict[str, Text] = Field(min_length=1)
    """The languages that are known to work, by their codes (BCP 47): `ur: Urdu`."""


@dataclass(frozen=True)
class Script:
    """A folder of `_shared/scripts/`; its files by their path below `layouts/`.

    `id` is the first word of the Unicode names of its letters.
    """

    id: str
    data: ScriptFile
    texts: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Scripts:
    """All scripts that there are."""

    all: tuple[Script, ...] = ()

    def of(self, language: str) -> Script | None:
        """The script of a language; regions are not told apart (`ur-PK` is `ur`)."""
        code = language.partition("-")[0].lower()
        return next((script for script in self.all if code in script.data.languages), None)

    def named(self, name: str) -> Script | None:
        """The script of this id."""
        return next((script for script in self.all if script.id == name), None)

    @property
    def languages(self) -> str:
        """The languages that work, for people: `Arabic (ar), Bengali (bn)`."""
        names = {name: code for script in self.all for code, name in script.data.languages.items()}
        return ", ".join(f"{name} ({names[name]})" for name in sorted(names))
