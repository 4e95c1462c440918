"""Our notation inside a line of Markdown: facts, the audience's name, page references."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from briefpress.model.facts import Fact
from briefpress.model.fields import parse_run
from briefpress.model.publication import Audience
from briefpress.model.tokens import PAGE_REFERENCE, TOKEN, page_runs

NO_BREAK = "\N{NO-BREAK SPACE}"
AUDIENCE_FIELDS = ("name", "people")
Found = tuple[ET.Element | str, int, int]


@dataclass(frozen=True)
class Register:
    """What tokens stand for in one edition."""

    facts: Mapping[str, Fact]
    audience: Audience

    def shown(self, name: str) -> str:
        """A fact, or one of its forms (`under_one.share`), as it stands in a sentence.

        Raises:
            LookupError: there is none of that name.
        """
        fact_id, _, form = name.partition(".")
        fact = self.facts[fact_id]
        return fact.form(form) if form else fact.shown

    def mark(self, name: str) -> ET.Element:
        """A fact as an element that says which it is."""
        mark = ET.Element("span", {"class": "fact", "data-fact": name.partition(".")[0]})
        mark.text = AtomicString(self.shown(name))
        return mark

    def value(self, token: str) -> ET.Element | str:
        """What a token stands for.

        Raises:
            LookupError: it is unknown.
        """
        kind, _, name = token.strip().partition(".")
        if kind == "fact":
            return self.mark(name)
        if kind == "audience" and name in AUDIENCE_FIELDS:
            return str(getattr(self.audience, name))
        message = f"unknown token {{{{ {token.strip()} }}}}"
        raise LookupError(message)


class TokenPattern(InlineProcessor):
    """`{{ fact.id }}` and `{{ audience.name }}`."""

    def __init__(self, md: Markdown, register: Register) -> None:
        """Look tokens up in `register`."""
        super().__init__(TOKEN.pattern, md)
        self._register = register

    # The library's name; its types are those of an older kind of pattern.
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        """Put the value in the place of the token."""
        del data
        return self._register.value(m[1]), m.start(0), m.end(0)


class PageReferencePattern(InlineProcessor):
    """`(p166)`, kept on the line of the word before it."""

    def __init__(self, md: Markdown) -> None:
        """Take the space before a reference with it."""
        super().__init__(rf"\s*{PAGE_REFERENCE.pattern}", md)

    # As above.
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        """Make the small reference."""
        del data
        mark = ET.Element("span", {"class": "page-ref"})
        runs = f",{NO_BREAK}".join(str(parse_run(run)) for run in page_runs(m))
        mark.text = AtomicString(f"{NO_BREAK}{runs}" if m.start(0) else runs)
        return mark, m.start(0), m.end(0)
