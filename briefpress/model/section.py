"""A section: one heading and its text, in passages that are for all its readers or for some."""

from dataclasses import dataclass
from typing import Annotated

from briefpress.diagnostics import Where
from briefpress.model.entry import PLAIN, PROSE, Entry
from briefpress.model.fields import Audiences, Text, Whole, YesNo, meant_for


class FrontMatter(Entry):
    """The head of a section file."""

    title: Annotated[Text, PLAIN]
    label: Annotated[str, PLAIN] = ""
    audiences: Audiences
    order: Whole
    summary: Annotated[str, PROSE] = ""
    numbered: YesNo = True


@dataclass(frozen=True)
class Line:
    """One line of a section's text, and for whom it is (None: whoever reads the section)."""

    number: int
    text: str
    audiences: frozenset[str] | None = None


@dataclass(frozen=True)
class Section:
    """One section. Lines of audience fences are not among its lines."""

    id: str
    front: FrontMatter
    lines: tuple[Line, ...]
    where: Where

    def where_of(self, line: int) -> Where:
        """The place of a line of its file."""
        return Where(self.where.file, line)

    def text_for(self, audience: str) -> str:
        """Its Markdown for one audience; a line for others is empty, so that numbers stay true.

        What is excluded is gone before any parser sees it.
        """
        kept = {
            line.number: line.text for line in self.lines if meant_for(line.audiences, audience)
        }
        last = max(kept, default=0)
        return "\n".join(kept.get(number, "") for number in range(1, last + 1))
