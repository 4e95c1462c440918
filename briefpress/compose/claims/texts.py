"""Texts: the headings and messages of one audience, as templates get them for any board."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefpress.compose.claims.trace import Promise, Tracer
from briefpress.compose.claims.views import CARD, TEXT, traced_message
from briefpress.compose.views import MessageView, message_view
from briefpress.model.claims import ClaimKind
from briefpress.model.edition import Manuscript, SelectedSection
from briefpress.model.messages import Message


@dataclass(frozen=True)
class Heading:
    """The title of a section, and what is promised of it."""

    title: str
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Listed:
    """Messages as a template gets them, and what is promised of them."""

    views: tuple[MessageView, ...]
    promises: tuple[Promise, ...]


class Texts:
    """What templates print in the documents of all boards. Its promises have numbers for good."""

    def __init__(self, manuscript: Manuscript) -> None:
        """Take in headings, messages and panels."""
        self._tracer = Tracer()
        limited = manuscript.layout.data.messages is not None
        self._headings = {s.section.id: self._heading(s) for s in manuscript.sections}
        self.messages = self._listed(manuscript.messages, "")
        """All messages of the audience; a layout need not print them from this list."""
        self.card_messages = self._listed(manuscript.card_messages, CARD if limited else "")
        """Those of the card, which a layout with a limit has to print."""
        self._panels = self._by_theme(manuscript.messages)

    @property
    def promises(self) -> tuple[Promise, ...]:
        """All that is promised, by number."""
        return tuple(self._tracer.promises)

    def heading(self, section: str) -> Heading:
        """That of a section."""
        return self._headings[section]

    def panel(self, theme: str) -> Listed:
        """The messages of a panel, which a section asks for."""
        return self._panels.get(theme, Listed((), ()))

    def _heading(self, selected: SelectedSection) -> Heading:
        front, start = selected.section.front, len(self._tracer.promises)
        name, where = selected.section.id, front.where_of("title")
        promise = Promise(ClaimKind.HEADING, name, front.title, where, name, firm=False)
        return Heading(self._tracer.text(promise), tuple(self._tracer.promises[start:]))

    def _by_theme(self, messages: Iterable[Message]) -> Mapping[str, Listed]:
        found: dict[str, list[Message]] = {}
        for message in messages:
            found.setdefault(message.theme, []).append(message)
        return {theme: self._listed(those, TEXT) for theme, those in found.items()}

    def _listed(self, messages: Iterable[Message], firm_way: str) -> Listed:
        start = len(self._tracer.promises)
        views = tuple(traced_message(message_view(m), m, self._tracer, firm_way) for m in messages)
        return Listed(views, tuple(self._tracer.promises[start:]))
