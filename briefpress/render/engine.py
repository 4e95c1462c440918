"""The engine at work: a document laid out, fitted and written as PDF, with what it said of it."""

from collections.abc import Mapping
from typing import Any

from briefpress.model.document import Document, Proof
from briefpress.model.layout import Slot
from briefpress.render.boxes import lost_text, natural_height, page_proof
from briefpress.render.fetch import LockedFetcher
from briefpress.render.fit import Sizes, fit
from briefpress.render.library import FontConfiguration, weasyprint
from briefpress.render.log import EngineLog

VARIANT = "pdf/ua-1"
ENDLESS = "5000mm"
"""The height of the page on which natural heights are measured: nothing falls off its end."""


class RenderFaultError(Exception):
    """The engine gave up on a document."""


class Engine:
    """Renders documents one after another. Fonts and stylesheets are read once and shared."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self._fonts = FontConfiguration()
        self._styles: dict[tuple[str, str], Any] = {}

    def render(self, document: Document) -> Proof:
        """Lay out, fit and write one document.

        Raises:
            RenderFaultError: the engine gave up; the message is its own.
        """
        fetcher = LockedFetcher(document.assets)
        with EngineLog() as log:
            try:
                return self._render(document, fetcher, log)
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
                message = f"{type(error).__name__}: {error}"
                raise RenderFaultError(message) from error
            except (AssertionError, NotImplementedError, RecursionError, OSError) as error:
                message = f"{type(error).__name__}: {error}"
                raise RenderFaultError(message) from error

    def _render(self, document: Document, fetcher: LockedFetcher, log: EngineLog) -> Proof:
        html = weasyprint.HTML(string=document.html, base_url=_base(document), url_fetcher=fetcher)
        sheets = [self._sheet(url, css, fetcher) for url, css in document.styles.items()]

        def measure(sizes: Sizes) -> Mapping[str, float]:
            laid = self._lay_out(
                html, [*sheets, self._endless(document), self._fitting(document, sizes)]
            )
            return {s.id: _height(laid, s) for s in document.layout.slots}

        fitted = fit(document.layout.slots, measure)
        log.lines.clear()
        sizes = {f.slot.id: f.size for f in fitted}
        laid = self._lay_out(html, [*sheets, self._fitting(document, sizes)])
        pdf = laid.write_pdf(pdf_variant=VARIANT)
        return Proof(
            document=document,
            pdf=pdf,
            pages=tuple(page_proof(page) for page in laid.pages),
            fitted=fitted,
            lost=lost_text(laid, html.etree_element),
            log=tuple(log.lines),
            refused=tuple(dict.fromkeys(fetcher.refused)),
        )

    def _lay_out(self, html: Any, sheets: list[Any]) -> Any:  # noqa: ANN401
        return html.render(font_config=self._fonts, stylesheets=sheets, pdf_variant=VARIANT)

    def _sheet(self, url: str, css: str, fetcher: LockedFetcher) -> Any:  # noqa: ANN401
        sheet = self._styles.get((url, css))
        if sheet is None:
            sheet = weasyprint.CSS(
                string=css, base_url=url, url_fetcher=fetcher, font_config=self._fonts
            )
            self._styles[(url, css)] = sheet
        return sheet

    def _fitting(self, document: Document, sizes: Sizes) -> Any:  # noqa: ANN401
        """The sizes and rooms of the slots as custom properties."""
        rows = [f"--fit-{s.id}-height:{s.height:.4f}mm" for s in document.layout.slots]
        rows += [f"--fit-{name}:{size:.4f}pt" for name, size in sizes.items()]
        return (
            weasyprint.CSS(string=f":root{{{';'.join(rows)}}}")
            if rows
            else weasyprint.CSS(string="")
        )

    def _endless(self, document: Document) -> Any:  # noqa: ANN401
        """Slots as high as they like, on a page that does not end."""
        names = ",".join(f"#{slot.id}" for slot in document.layout.slots)
        return weasyprint.CSS(
            string=f"@page{{size:{document.layout.page.width:.4f}mm {ENDLESS} !important}}"
            f"{names}{{height:auto !important;overflow:visible !important}}"
        )


def _base(document: Document) -> str:
    """The address of the document itself, below which it finds its files."""
    return next((url for url in document.styles if "://" in url), "https://briefpress.invalid/")


def _height(laid: Any, slot: Slot) -> float:  # noqa: ANN401
    height = natural_height(laid, slot.id)
    if height is None:
        message = f"the template has no element with the id {slot.id!r} of a slot"
        raise LookupError(message)
    return height
