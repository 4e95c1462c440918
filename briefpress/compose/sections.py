"""Sections: their text as HTML, with the panels and charts in it, the same for all boards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from markupsafe import Markup

from briefpress.compose.abbreviations import Expander
from briefpress.compose.assets import asset_url
from briefpress.compose.blocks import Makers
from briefpress.compose.charts import rows_of
from briefpress.compose.claims import Ground, Passage, shared_passage
from briefpress.compose.memory import Memory
from briefpress.compose.notation import Register
from briefpress.compose.prose import Prose
from briefpress.compose.templates import Converters, Words, environment, fill
from briefpress.compose.tongues import Tongues
from briefpress.compose.views import ChartView
from briefpress.model.edition import Manuscript, SelectedSection
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.templates import CHART_PART, PANEL_PART, WEB_CHART_PART, WEB_PANEL_PART

"""The templates that no other one calls: the blocks of sections do."""
TEXTS, SECTIONS = 2048, 64
"""How many runs of text and how many sections are remembered."""


class Kind(Enum):
    """What a section may call, and a document has to know of."""

    PANEL = auto()
    CHART = auto()
    DRAWING = auto()
    TONGUE = auto()


@dataclass(frozen=True)
class Call:
    """What a section calls: the panel of a theme, a chart or its drawing by name, a language."""

    kind: Kind
    name: str


@dataclass(frozen=True)
class SectionText:
    """The HTML of a section, with signs, and what it calls, in order.

    `written` are the abbreviations that have been written out by its end. `passage` is what it
    claims, where that is the same on every page.
    """

    html: str
    calls: tuple[Call, ...]
    written: frozenset[str]
    passage: Passage | None


def chart_url(figure: str) -> str:
    """The address of the drawing of a figure."""
    return asset_url(chart_path(figure))


def chart_path(figure: str) -> str:
    """Where the drawing of a figure stands among the files of a document."""
    return f"charts/{figure}.svg"


def words_of(manuscript: Manuscript) -> dict[str, object]:
    """What every template can name, the parts that sections call among them."""
    return {
        "words": Words(manuscript.layout.words),
        "wording": manuscript.publication.wording,
        "audience": manuscript.audience,
    }


class Sections:
    """Makes the texts of sections, and remembers them and every run of text.

    A part that a section calls is given nothing of a brand, and is filled by itself, so that
    nothing of one is left in the next: it is the same for all boards.
    """

    def __init__(self, manuscript: Manuscript, library: Library, ground: Ground) -> None:
        """Take what is not the brand's from a manuscript."""
        self._manuscript = manuscript
        self._library = library
        self._ground = ground
        self._is_paged = Format(manuscript.edition.format).is_paged
        register = Register(library.facts, manuscript.audience)
        self._prose = Prose(Makers(register, self._panel, self._chart))
        self._calls: list[Call] = []
        self._made: Memory[SectionText] = Memory(SECTIONS)
        self.inline: Callable[[str], str] = lru_cache(TEXTS)(self._prose.inline)
        """One run of text as HTML."""
        self.paragraphs: Callable[[str], str] = lru_cache(TEXTS)(self._prose.paragraphs)
        """A short text of its own as HTML."""

    def text(self, selected: SelectedSection, written: frozenset[str]) -> SectionText:
        """The text of a section, before which these abbreviations have been `written` out."""
        key = (selected.section.id, selected.text, written)
        return self._made.get(key, lambda: self._text(selected, written))

    def _text(self, selected: SelectedSection, written: frozenset[str]) -> SectionText:
        self._calls = []
        expander = Expander(self._library.abbreviations, written)
        html = expander.expand(self._prose.block(selected.text))
        passage = shared_passage(html, self._ground)
        return SectionText(html, tuple(self._calls), expander.written, passage)

    def _panel(self, theme: str) -> str:
        self._calls.append(Call(Kind.PANEL, theme))
        values = {
            "theme": self._library.themes[theme],
            "panel_messages": self._ground.texts.panel(theme).views,
        }
        return self._filled(PANEL_PART if self._is_paged else WEB_PANEL_PART, values)

    def _chart(self, name: str) -> str:
        figure = self._library.figures[name]
        self._calls.append(Call(Kind.CHART, name))
        rows = tuple(rows_of(figure, self._library.facts))
        chart = ChartView(rows=rows, draw=lambda: self._drawing(name))
        values = {"figure": figure, "id": name, "chart": chart}
        return self._filled(CHART_PART if self._is_paged else WEB_CHART_PART, values)

    def _drawing(self, figure: str) -> str:
        """The address of the drawing, which each board gets in its colours."""
        self._calls.append(Call(Kind.DRAWING, figure))
        return chart_url(figure)

    def _filled(self, part: str, values: Mapping[str, object]) -> str:
        converters = Converters(self.inline, self.paragraphs, self._tongue)
        env = environment(self._manuscript.layout.texts, converters)
        return fill(env, part, {**words_of(self._manuscript), **values})

    def _tongue(self, language: str) -> Markup:
        self._calls.append(Call(Kind.TONGUE, language))
        return Tongues(self._library.scripts, paged=self._is_paged).attributes(language)
