"""The ledger of one document: hands its texts to templates, and keeps account of each."""

from collections.abc import Iterable

from briefpress.compose.claims.assemble import assemble
from briefpress.compose.claims.ground import Ground
from briefpress.compose.claims.passages import Page
from briefpress.compose.claims.sources import Letters, Sources
from briefpress.compose.claims.texts import Listed
from briefpress.compose.claims.trace import Promise, Tracer
from briefpress.compose.claims.views import TEXT, traced_contact, traced_note
from briefpress.compose.views import (
    ContactView,
    MessageView,
    brief_contact_view,
    contact_view,
    day,
)
from briefpress.model.brand import LocalNote
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.contacts import Contact
from briefpress.model.edition import Manuscript
from briefpress.model.facts import Figure


class Ledger:
    """What a document says, as templates see it, and which of it they printed."""

    def __init__(self, manuscript: Manuscript, ground: Ground, own: Letters) -> None:
        """Open an empty account; `own` are the texts of the brand."""
        self._manuscript = manuscript
        self._ground = ground
        self._sources = Sources(ground.leads, own)
        self._tracer = Tracer(ground.texts.promises)
        self._limited = manuscript.layout.data.messages is not None
        self._sections_made: set[str] = set()
        self._panels_made = False
        self._charts: list[Promise] = []

    def messages(self) -> tuple[MessageView, ...]:
        """All messages of the audience; a layout need not print them from this list."""
        return self._told(self._ground.texts.messages)

    def card_messages(self) -> tuple[MessageView, ...]:
        """Those of the card, which a layout with a limit has to print."""
        return self._told(self._ground.texts.card_messages)

    def panel(self, theme: str) -> None:
        """Note that a section has asked for the messages of a theme."""
        self._panels_made = True
        self._told(self._ground.texts.panel(theme))

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

    def heading(self, section: str) -> str:
        """The title of a section."""
        heading = self._ground.texts.heading(section)
        self._tracer.tell(heading.promises)
        return heading.title

    def made(self, section: str) -> None:
        """Note that a template has asked for the text of a section."""
        self._sections_made.add(section)

    def chart(self, name: str, figure: Figure) -> None:
        """Note that a chart is drawn: each label, and the figure that it has."""
        facts = self._ground.facts
        for number, bar in enumerate(figure.bars, 1):
            shown = {"label": bar.label, "fact": facts[bar.fact].shown}
            if bar.share:
                shown["share"] = facts[bar.share].shown
            for part, text in shown.items():
                id_ = f"{name} {number} {part}"
                self._charts.append(Promise(ClaimKind.CHART, id_, text, bar.where_of(part), id_))

    def claims(self, page: Page) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
        """What a page with signs claims, and what the layout forgot."""
        loose = (*self._control(), *self._unasked())
        claims, forgotten = assemble(page, self._ground, self._tracer, loose, self._sources)
        return (*claims, *map(self._ground.claim, self._charts)), forgotten

    def _told(self, listed: Listed) -> tuple[MessageView, ...]:
        self._tracer.tell(listed.promises)
        return listed.views

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
