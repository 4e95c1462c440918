"""The ledger of one document: hands its texts to templates, and keeps account of each."""

from collections.abc import Iterable

from briefpress.compose.claims.assemble import Ground, assemble
from briefpress.compose.claims.sources import Sources
from briefpress.compose.claims.trace import Promise, Tracer
from briefpress.compose.claims.views import (
    CARD,
    TEXT,
    traced_contact,
    traced_message,
    traced_note,
)
from briefpress.compose.views import (
    ContactView,
    MessageView,
    brief_contact_view,
    contact_view,
    day,
    message_view,
)
from briefpress.model.brand import LocalNote
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.contacts import Contact
from briefpress.model.edition import Manuscript, SelectedSection
from briefpress.model.facts import Figure
from briefpress.model.library import Library
from briefpress.model.messages import Message


class Ledger:
    """What a document says, as templates see it, and which of it they printed."""

    def __init__(self, manuscript: Manuscript, library: Library) -> None:
        """Open an empty account."""
        self._manuscript = manuscript
        self._library = library
        self._tracer = Tracer()
        self._limited = manuscript.layout.data.messages is not None
        self._sections_made: set[str] = set()
        self._panels_made = False
        self._charts: list[Promise] = []

    def messages(self, messages: Iterable[Message]) -> tuple[MessageView, ...]:
        """All messages of the audience; a layout need not print them from this list."""
        return self._messages(messages, "")

    def card_messages(self, messages: Iterable[Message]) -> tuple[MessageView, ...]:
        """Those of the card, which a layout with a limit has to print."""
        return self._messages(messages, CARD if self._limited else "")

    def panel_messages(self, messages: Iterable[Message]) -> tuple[MessageView, ...]:
        """Those of a panel, which a section asked for."""
        self._panels_made = True
        return self._messages(messages, TEXT)

    def contacts(self) -> tuple[ContactView, ...]:
        """The routes of the edition."""
        named = self._named(self._manuscript.contacts)
        view = brief_contact_view if self._manuscript.layout.data.brief else contact_view
        return tuple(traced_contact(view(c), c, self._tracer, name) for name, c in named)

    def local(self, place: str) -> tuple[LocalNote, ...]:
        """The board's notes for a place, which a layout that asks for them has to print."""
        notes = [note for note in self._manuscript.local if note.place == place]
        return tuple(
            traced_note(note, self._tracer, f"{place} {number}")
            for number, note in enumerate(notes, 1)
        )

    def heading(self, selected: SelectedSection) -> str:
        """The title of a section."""
        front = selected.section.front
        name, where = selected.section.id, front.where_of("title")
        return self._tracer.text(
            Promise(ClaimKind.HEADING, name, front.title, where, name, firm=False)
        )

    def made(self, section: str) -> None:
        """Note that a template has asked for the text of a section."""
        self._sections_made.add(section)

    def chart(self, name: str, figure: Figure) -> None:
        """Note that a chart is drawn: each label, and the figure that it has."""
        for number, bar in enumerate(figure.bars, 1):
            shown = {"label": bar.label, "fact": self._library.facts[bar.fact].shown}
            if bar.share:
                shown["share"] = self._library.facts[bar.share].shown
            for part, text in shown.items():
                id_ = f"{name} {number} {part}"
                self._charts.append(Promise(ClaimKind.CHART, id_, text, bar.where_of(part), id_))

    def claims(self, html: str) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
        """What HTML with signs claims, and what the layout forgot."""
        ground = Ground(
            self._tracer.promises,
            (*self._control(), *self._unasked()),
            self._library.facts,
            Sources(self._manuscript, self._library),
            self._manuscript.layout.data.type,
        )
        claims, forgotten = assemble(html, ground)
        return (*claims, *map(ground.claim, self._charts)), forgotten

    def _messages(self, messages: Iterable[Message], way: str) -> tuple[MessageView, ...]:
        return tuple(traced_message(message_view(m), m, self._tracer, way) for m in messages)

    def _named(self, contacts: Iterable[Contact]) -> Iterable[tuple[str, Contact]]:
        """Each with its kind and, among those of one kind, its number."""
        seen: dict[str, int] = {}
        for contact in contacts:
            kind = str(contact.kind)
            seen[kind] = seen.get(kind, 0) + 1
            yield f"{kind} {seen[kind]}", contact

    def _control(self) -> Iterable[Promise]:
        """Whose document it is and until when it holds, which each has to say; and what it may."""
        data, publication = self._manuscript.brand.data, self._manuscript.publication
        control, kind = data.document, ClaimKind.CONTROL
        title, name = publication.where_of("title"), data.meta.where_of("name")
        until = control.where_of("review_by")
        yield Promise(kind, "title", publication.title, title, "title")
        yield Promise(kind, "name", data.name, name, "name", "full")
        yield Promise(kind, "short name", data.short_name, name, "name", "short", firm=False)
        yield Promise(kind, "review by", day(control.review_by), until, "review by")
        for field, text in (
            ("issue", control.issue),
            ("issued", day(control.issued)),
            ("owner", control.owner),
        ):
            yield Promise(kind, field, text, control.where_of(field), field, firm=False)

    def _unasked(self) -> Iterable[Promise]:
        """What a layout that prints sections, or no panels, did not even ask for."""
        if self._sections_made:
            for selected in self._manuscript.sections:
                section = selected.section
                if section.id not in self._sections_made:
                    where = section.front.where_of("title")
                    text = selected.text.strip() or section.front.title
                    yield Promise(ClaimKind.TEXT, section.id, text, where, section.id)
        elif not self._limited and not self._panels_made:
            for message in self._manuscript.messages:
                where, name = message.where_of("text"), message.id
                yield Promise(ClaimKind.MESSAGE, name, message.text, where, name, TEXT)
