"""Text parts: what the documents of one audience in one layout are made of, whatever the brand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefpress.freshness.naming import Named, named_by
from briefpress.hashing import told
from briefpress.model.edition import Manuscript, SelectedSection
from briefpress.model.entry import Entry
from briefpress.model.library import Library
from briefpress.model.messages import Message
from briefpress.model.review import Reviewed
from briefpress.model.templates import CALLED_BY_SECTIONS, EXAMINED_TEMPLATE
from briefpress.model.tokens import BLOCK
from briefpress.model.uses import facts_in, facts_of

Part = tuple[str, str]
"""What it is called (`message W1`), and all that it says."""
ALWAYS = ("title", "series", "version", "language", "name", "people", "id")
"""Fields that are printed whatever a template asks for: in the title, in metadata, for tokens."""
REVIEWED = frozenset(Reviewed.model_fields)
"""Who checked an item and when: no document says so."""


@dataclass(frozen=True)
class TextParts:
    """Tells the parts of a manuscript that are not its brand's.

    What a template does not ask for is left out (see `naming`), and so is what no document shows.
    """

    library: Library
    manuscript: Manuscript

    def all(self) -> Iterator[Part]:
        """Every part, and the facts that its parts name."""
        named = self.named
        parts = [*self._ground(named), *self._asked_for(named)]
        yield from parts
        yield from self.facts(facts_in(" ".join(text for _, text in parts)))

    def facts(self, names: Iterable[str]) -> Iterator[Part]:
        """Those facts that there are."""
        for name in dict.fromkeys(names):
            if name in self.library.facts:
                yield f"fact {name}", _without(self.library.facts[name], REVIEWED)

    @cached_property
    def named(self) -> Named:
        """What its template asks for."""
        layout = self.manuscript.layout
        own = (f"{layout.name}/{layout.data.template}",)
        named = named_by(layout.texts, own)
        if named.asks_for("sections") and named.asks_for("html"):
            named = named_by(layout.texts, (*own, *CALLED_BY_SECTIONS))
        return named

    def _ground(self, named: Named) -> Iterator[Part]:
        """The layout, and what every document says of itself."""
        manuscript = self.manuscript
        layout, texts = manuscript.layout, manuscript.layout.texts
        styles = {name: texts[name] for name in layout.data.styles if name in texts}
        drawn = {n: text for n, text in texts.items() if n.endswith((".svg", ".js"))}
        page = named_by(texts, [EXAMINED_TEMPLATE]).texts
        held = [layout.data, named.texts, styles, drawn, layout.pictures]
        yield f"the layout {layout.name}", told(held)
        yield "the page of the report", told(page)
        yield "the words of layouts", told(layout.words)
        yield "the card size", told(manuscript.size)
        yield "publication.yaml", _asked(manuscript.publication, named)
        yield f"the audience {manuscript.audience.id}", _asked(manuscript.audience, named)

    def _asked_for(self, named: Named) -> Iterator[Part]:
        """What the template asks for by name."""
        if named.asks_for("others"):
            yield "the other audiences", told(self.manuscript.others)
        if any(map(named.asks_for, ("published", "layouts", "formats"))):
            yield "what else is built", told(self._siblings())
        whole = named.asks_for("html")
        sections = self.manuscript.sections if named.asks_for("sections") else ()
        for selected in sections:
            yield from self._section(selected, whole=whole)
        if sections and whole:
            yield "abbreviations.yaml", told(self.library.abbreviations)
        messages = self._messages(named)
        for message in messages:
            yield f"message {message.id}", self._message(message, named)
        order = [[one.section.id for one in sections], [message.id for message in messages]]
        yield "the order of sections and messages", told(order)

    def _messages(self, named: Named) -> list[Message]:
        """Those that it may print; a layout without a limit has to print all."""
        manuscript = self.manuscript
        limited = manuscript.layout.data.messages is not None
        found: list[Message] = []
        if limited or named.asks_for("card_messages"):
            found += manuscript.card_messages
        if not limited or named.asks_for("messages"):
            found += manuscript.messages
        elif named.asks_for("sections") and named.asks_for("html"):
            blocks = (pair for one in manuscript.sections for pair in _blocks(one.text))
            themes = {argument for name, argument in blocks if name == "messages"}
            found += [m for m in manuscript.messages if m.theme in themes]
        return found

    def _message(self, message: Message, named: Named) -> str:
        """What the document may say of a message; a layout without a limit has to print its text.

        Its place on the card is in the order of messages.
        """
        limited, asks = self.manuscript.layout.data.messages is not None, named.asks_for_field
        told_of: list[Any] = [message.pages] if asks("pages") else []
        told_of += [message.theme] if named.asks_for("sections") and asks("html") else []
        told_of += [message.kind] if asks("is_question") else []
        told_of += [message.text] if not limited or asks("text") else []
        if message.card is not None:
            told_of += [message.card.command] if limited or asks("command") else []
            told_of += [message.card.line] if limited or asks("line") else []
        return told(told_of)

    def _section(self, selected: SelectedSection, *, whole: bool) -> Iterator[Part]:
        section, front = selected.section, selected.section.front
        head = [selected.number, section.id, front.title, front.label, front.summary]
        yield f"section {section.id}", told([*head, selected.text if whole else ""])
        for name, argument in _blocks(selected.text) if whole else ():
            if name == "messages" and argument in self.library.themes:
                yield f"theme {argument}", told(self.library.themes[argument])
            elif name == "figure" and argument in self.library.figures:
                yield from self._figure(argument)
            elif name == "number":
                yield from self.facts([argument.partition(".")[0]])

    def _figure(self, name: str) -> Iterator[Part]:
        figure, charts = self.library.figures[name], self.library.charts
        form = self.manuscript.edition.format
        spec = charts.get(f"{figure.chart}.{form}", charts.get(figure.chart, ""))
        yield f"figure {name}", told([figure, spec])
        yield from self.facts(facts_of(figure))

    def _siblings(self) -> Any:  # noqa: ANN401 - anything that has a hash
        """What decides which other editions a page leads to."""
        library, builds = self.library, self.library.publication.builds
        found = {n: library.layouts[n].data for n in builds.layouts if n in library.layouts}
        forms = {name: [data.title, sorted(data.formats)] for name, data in found.items()}
        return [forms, builds.formats, list(library.audiences)]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        block = BLOCK.match(line)
        if block is not None:
            yield block["name"], block["argument"]


def _asked(entry: Entry, named: Named) -> str:
    """The fields of an entry that a template asks for, or that are always printed."""
    kept = [n for n in type(entry).model_fields if n in ALWAYS or named.asks_for(n)]
    return told({name: getattr(entry, name) for name in kept})


def _without(entry: Entry, left_out: frozenset[str]) -> str:
    fields = (name for name in type(entry).model_fields if name not in left_out)
    return told({name: getattr(entry, name) for name in fields})
