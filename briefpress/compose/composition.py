"""A composition: the text, the brand and the templates of one edition brought together."""

from briefpress.compose.assets import asset_url, brand_path
from briefpress.compose.charts import Drawings, Inks, draw
from briefpress.compose.claims import Ledger, Letters, Passage, page_of
from briefpress.compose.codes import ASSET, code_svg, code_view
from briefpress.compose.common import Common
from briefpress.compose.paper import paper_css
from briefpress.compose.sections import Call, Kind, chart_path, words_of
from briefpress.compose.siblings import Siblings
from briefpress.compose.templates import Converters, environment, fill
from briefpress.compose.tongues import Tongues
from briefpress.compose.views import SectionView, brand_view
from briefpress.compose.web import colours, one_file
from briefpress.model.document import Document
from briefpress.model.edition import Manuscript, SelectedSection
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.palette import Palette

CHART_FAMILY = "Atkinson Hyperlegible Next"
SCRIPT = "_shared/web.js"


class Composition:
    """Composes one edition. Used once."""

    def __init__(
        self,
        manuscript: Manuscript,
        library: Library,
        common: Common,
        own: Letters,
        palette: Palette,
        drawings: Drawings | None = None,
    ) -> None:
        """Prepare to compose `manuscript` with what is `common` to all boards.

        `own` are the texts of the brand; it is composed in the colours of `palette`.
        Charts among the `drawings` are not drawn again.
        """
        self._drawings = drawings
        self._manuscript = manuscript
        self._library = library
        self._common = common
        self._is_paged = Format(manuscript.edition.format).is_paged
        self._palette = palette
        self._ledger = Ledger(manuscript, common.ground, own)
        self._written: frozenset[str] = frozenset()
        self._passages: list[Passage] = []
        self._charts: dict[str, bytes] = {}
        self._tongues = Tongues(library.scripts, paged=self._is_paged)

    def document(self, *, proof: bool, bleed: float) -> Document:
        """Fill the layout's template and gather everything that it may ask for."""
        layout = self._manuscript.layout
        template = f"{layout.name}/{layout.data.template}"
        page = page_of(self._filled(template, proof=proof), self._passages)
        claims, forgotten = self._ledger.claims(page)
        html, styles, assets = page.cleaned, self._styles(bleed), self._assets()
        if not self._is_paged:
            html = one_file(html, styles, layout.texts.get(SCRIPT, ""), assets)
            styles, assets = {}, {}
        return Document(
            edition=self._manuscript.edition,
            layout=layout.data,
            title=self._title(),
            html=html,
            styles=styles,
            assets=assets,
            messages=self._printed(),
            claims=claims,
            forgotten=forgotten,
            ownership=self._library.ownership,
            safe=self._manuscript.size.safe if self._manuscript.size else layout.data.safe,
            stamped=proof,
        )

    def _filled(self, template: str, *, proof: bool) -> str:
        sections = self._common.sections
        converters = Converters(sections.inline, sections.paragraphs, self._tongues.attributes)
        env = environment(self._manuscript.layout.texts, converters)
        return fill(env, template, {**self._values(), "proof": proof})

    def _styles(self, bleed: float) -> dict[str, str]:
        """The stylesheets by their address: colours, then what designers wrote, then the paper."""
        layout = self._manuscript.layout
        texts = {name: layout.texts[name] for name in layout.data.styles} | self._tongues.styles
        named = {asset_url(f"layouts/{name}"): text for name, text in texts.items()}
        if not self._is_paged:
            return {"palette": colours(self._palette), **named}
        paper = paper_css(layout.data.page, self._manuscript.size, bleed)
        return {"palette": self._palette.css(), **named, "paper": paper}

    def _printed(self) -> tuple[str, ...]:
        """The key messages of the document: a layout with a limit prints those of the card."""
        manuscript = self._manuscript
        limited = manuscript.layout.data.messages is not None
        return tuple(m.id for m in (manuscript.card_messages if limited else manuscript.messages))

    def _title(self) -> str:
        manuscript = self._manuscript
        kind = f"{manuscript.audience.name} {manuscript.layout.data.title.lower()}"
        if manuscript.edition.format == Format.LARGE_PRINT:
            kind += f", {manuscript.layout.words[f'format_{Format.LARGE_PRINT}'].lower()}"
        return f"{manuscript.publication.title}: {kind}"

    def _assets(self) -> dict[str, bytes]:
        own = {**self._common.fonts, **self._tongues.fonts, **self._common.pictures}
        files = {f"layouts/{name}": data for name, data in own.items()}
        files |= {brand_path(p): logo.data for p, logo in self._manuscript.brand.logos.items()}
        link = self._manuscript.brand.data.code_link
        if self._manuscript.layout.data.qr and link is not None:
            files[ASSET] = code_svg(link.url)
        files |= self._charts
        return {asset_url(path): data for path, data in files.items()}

    def _values(self) -> dict[str, object]:
        """What a template can name. `docs/designing.md` lists it for designers."""
        manuscript = self._manuscript
        siblings = Siblings(manuscript.edition, self._library)
        return {
            **words_of(manuscript),
            "published": siblings.published,
            "layouts": siblings.layouts(),
            "formats": siblings.formats(),
            "title": self._title(),
            "edition": manuscript.edition,
            "layout": manuscript.layout.data,
            "size": manuscript.size,
            "publication": manuscript.publication,
            "report": manuscript.publication.report,
            "others": manuscript.others,
            "brand": brand_view(manuscript, self._palette),
            "palette": self._palette,
            "code": code_view(manuscript, manuscript.layout.words.get("qr_code", "")),
            "contacts": self._ledger.contacts(),
            "local": self._ledger.local,
            "sections": tuple(self._section(s) for s in manuscript.sections),
            "messages": self._ledger.messages(),
            "card_messages": self._ledger.card_messages(),
        }

    def _section(self, selected: SelectedSection) -> SectionView:
        front = selected.section.front
        return SectionView(
            id=selected.section.id,
            number=selected.number,
            title=self._ledger.heading(selected.section.id),
            label=front.label or front.title,
            summary=front.summary,
            make=lambda: self._text_of(selected),
        )

    def _text_of(self, selected: SelectedSection) -> str:
        """The text of a section, all of whose calls are heard before it is printed."""
        self._ledger.made(selected.section.id)
        text = self._common.sections.text(selected, self._written)
        self._written = text.written
        for call in text.calls:
            self._hear(call)
        if text.passage is not None:
            self._passages.append(text.passage)
        return text.html

    def _hear(self, call: Call) -> None:
        name = call.name
        if call.kind is Kind.PANEL:
            self._ledger.panel(name)
        elif call.kind is Kind.CHART:
            self._ledger.chart(name, self._library.figures[name])
        elif call.kind is Kind.DRAWING:
            self._charts[chart_path(name)] = self._drawn(name)
        else:
            self._tongues.attributes(name)

    def _drawn(self, name: str) -> bytes:
        """A chart in the brand's colours; most charts are drawn alike in all formats."""
        charts, form = self._library.charts, self._manuscript.edition.format
        figure = self._library.figures[name]
        spec = charts.get(f"{figure.chart}.{form}", charts[figure.chart])
        inks = Inks(self._palette, CHART_FAMILY)
        return draw(name, figure, self._library.facts, spec, inks, drawings=self._drawings)
