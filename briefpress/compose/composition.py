"""The composer: brings the text, the brand and the templates of one edition together."""

from briefpress.compose.abbreviations import Expander
from briefpress.compose.assets import asset_url, brand_path
from briefpress.compose.blocks import Makers
from briefpress.compose.charts import Inks, draw, rows_of
from briefpress.compose.claims import Ledger, cleaned
from briefpress.compose.codes import ASSET, code_svg, code_view
from briefpress.compose.notation import Register
from briefpress.compose.paper import paper_css
from briefpress.compose.prose import Prose
from briefpress.compose.siblings import Siblings
from briefpress.compose.templates import Converters, Words, environment, fill
from briefpress.compose.tongues import Tongues
from briefpress.compose.views import ChartView, SectionView, brand_view
from briefpress.compose.web import colours, one_file
from briefpress.model.document import Document
from briefpress.model.edition import Manuscript, SelectedSection
from briefpress.model.facts import Figure
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.palette import Palette, palette_of

PANEL_PART, WEB_PANEL_PART = "_shared/_messages.html.j2", "_shared/_web-messages.html.j2"
CHART_PART, WEB_CHART_PART = "_shared/_figure.html.j2", "_shared/_web-figure.html.j2"
CALLED_BY_SECTIONS = (PANEL_PART, WEB_PANEL_PART, CHART_PART, WEB_CHART_PART)
"""The templates that no other one calls: the blocks of sections do."""
CHART_FAMILY = "Atkinson Hyperlegible Next"
SCRIPT = "_shared/web.js"


class Composer:
    """Composes one edition. Used once."""

    def __init__(
        self, manuscript: Manuscript, library: Library, palette: Palette | None = None
    ) -> None:
        """Prepare to compose `manuscript` with the registers of `library`.

        `palette` takes the place of the brand's own.
        """
        self._manuscript = manuscript
        self._library = library
        self._is_paged = Format(manuscript.edition.format).is_paged
        self._palette = palette or palette_of(manuscript.brand.data)
        self._ledger = Ledger(manuscript, library)
        self._charts: dict[str, bytes] = {}
        self._expander = Expander(library.abbreviations)
        register = Register(library.facts, manuscript.audience)
        self._prose = Prose(Makers(register, self._panel, self._chart))
        self._tongues = Tongues(library.scripts, paged=self._is_paged)
        converters = Converters(
            self._prose.inline, self._prose.paragraphs, self._tongues.attributes
        )
        self._env = environment(manuscript.layout.texts, converters)

    def document(self, *, proof: bool, bleed: float) -> Document:
        """Fill the layout's template and gather everything that it may ask for."""
        layout = self._manuscript.layout
        template = f"{layout.name}/{layout.data.template}"
        html = fill(self._env, template, {**self._values(), "proof": proof})
        claims, forgotten = self._ledger.claims(html)
        html, styles, assets = cleaned(html), self._styles(bleed), self._assets()
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
        layout = self._manuscript.layout
        fonts = {n: d for n, d in layout.fonts.items() if self._is_paged != n.endswith(".woff2")}
        fonts |= self._tongues.fonts
        own = {**fonts, **layout.pictures}
        files = {f"layouts/{name}": data for name, data in own.items()}
        files |= {
            f"layouts/{name}": text.encode()
            for name, text in layout.texts.items()
            if name.endswith(".svg")
        }
        files |= {brand_path(p): logo.data for p, logo in self._manuscript.brand.logos.items()}
        link = self._manuscript.brand.data.code_link
        if layout.data.qr and link is not None:
            files[ASSET] = code_svg(link.url)
        files |= self._charts
        return {asset_url(path): data for path, data in files.items()}

    def _values(self) -> dict[str, object]:
        """What a template can name. `docs/designing.md` lists it for designers."""
        manuscript = self._manuscript
        siblings = Siblings(manuscript.edition, self._library)
        return {
            **self._words(),
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
            "messages": self._ledger.messages(manuscript.messages),
            "card_messages": self._ledger.card_messages(manuscript.card_messages),
        }

    def _section(self, selected: SelectedSection) -> SectionView:
        front = selected.section.front
        return SectionView(
            id=selected.section.id,
            number=selected.number,
            title=self._ledger.heading(selected),
            label=front.label or front.title,
            summary=front.summary,
            make=lambda: self._text_of(selected),
        )

    def _text_of(self, selected: SelectedSection) -> str:
        self._ledger.made(selected.section.id)
        return self._expander.expand(self._prose.block(selected.text))

    def _panel(self, theme_id: str) -> str:
        messages = [m for m in self._manuscript.messages if m.theme == theme_id]
        values = {
            **self._words(),
            "theme": self._library.themes[theme_id],
            "panel_messages": self._ledger.panel_messages(messages),
        }
        return fill(self._env, PANEL_PART if self._is_paged else WEB_PANEL_PART, values)

    def _chart(self, figure_id: str) -> str:
        figure = self._library.figures[figure_id]
        self._ledger.chart(figure_id, figure)
        values = {
            **self._words(),
            "figure": figure,
            "id": figure_id,
            "chart": ChartView(
                rows=tuple(rows_of(figure, self._library.facts)),
                draw=lambda: self._drawn(figure_id, figure),
            ),
        }
        return fill(self._env, CHART_PART if self._is_paged else WEB_CHART_PART, values)

    def _drawn(self, figure_id: str, figure: Figure) -> str:
        """The address of the chart; most charts are drawn alike in all formats."""
        charts, form = self._library.charts, self._manuscript.edition.format
        spec = charts.get(f"{figure.chart}.{form}", charts[figure.chart])
        inks = Inks(self._palette, CHART_FAMILY)
        path = f"charts/{figure_id}.svg"
        self._charts[path] = draw(figure_id, figure, self._library.facts, spec, inks)
        return asset_url(path)

    def _words(self) -> dict[str, object]:
        """What the parts of a layout can name, too."""
        manuscript = self._manuscript
        return {
            "words": Words(manuscript.layout.words),
            "wording": manuscript.publication.wording,
            "audience": manuscript.audience,
        }
