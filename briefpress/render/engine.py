"""The engine at work: a document laid out, fitted and written as PDF, with what it said of it."""

from collections.abc import Callable, Iterator, Mapping
from copy import copy, deepcopy
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any

import pikepdf

from briefpress.model.document import Document, Fitted, Proof, Stroke
from briefpress.render.boxes import holes, lost_text, page_proof
from briefpress.render.fault import RenderFaultError
from briefpress.render.fetch import LockedFetcher
from briefpress.render.finish import finish
from briefpress.render.fit import Sizes, at_ceilings, fit
from briefpress.render.library import ElementWrapper, weasyprint
from briefpress.render.lines import LineReader
from briefpress.render.log import EngineLog
from briefpress.render.measure import Ruler, fitting_css, is_spare_read, set_aside
from briefpress.render.naturals import natural_heights
from briefpress.render.paths import PathMemory
from briefpress.render.quick import quick
from briefpress.render.shelf import Key, Shelf, is_shared, shelf_key
from briefpress.render.shortfall import shortfall, take_out
from briefpress.render.stamp import stamp
from briefpress.render.starts import forced_starts
from briefpress.render.tagging import tagged
from briefpress.render.tagging.roles import HOLE
from briefpress.strokes import strokes_of

VARIANT = "pdf/a-2a"
"""Links can be printed, and the file has an identifier. `tagging` and `finish` do the rest, and
what PDF/UA-1 asks for. The engine would open its profile of colours for each file and not close it.
"""
NO_INTENT = "none"
NOWHERE = "https://briefpress.invalid/"
"""Where a document stands that has no stylesheet with an address."""
NOT_MEASURED: Mapping[str, float] = {}
NO_FONT = "no stylesheet brings a font that can be read: @font-face, with the file beside it"
"""The engine would end the process at the first letter."""
LITTLE = 20_000
"""Characters. A document that is so short is laid out at once in the hope that all slots fit: that
costs no more than to measure them. Most shells do."""
SHELVES = 16
"""More sets of stylesheets than a publication has layouts; a preview makes one at each change."""


class Engine:
    """Renders documents one after another. What stylesheets bring is read once and shared."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self._shelves: dict[Key, Shelf] = {}
        self._paths = PathMemory()

    def render(self, document: Document) -> Proof:
        """Lay out, fit and write one document.

        Raises:
            RenderFaultError: the engine gave up; the message is its own.
        """
        shelf = self._shelf(document)
        with EngineLog() as log, shelf.at_work(), self._paths.at_work(), quick():
            try:
                return _Job(document, shelf, log).proof()
            except RenderFaultError:
                raise
            except Exception as error:
                # Whatever it is, it comes from foreign code, and the next document may do well.
                message = f"{type(error).__name__}: {error}"
                raise RenderFaultError(message) from error

    def _shelf(self, document: Document) -> Shelf:
        key = shelf_key(document)
        shelf = self._shelves.pop(key, None)
        if shelf is None or not shelf.fits(document):
            shelf = Shelf()
        self._shelves[key] = shelf
        if len(self._shelves) > SHELVES:
            del self._shelves[next(iter(self._shelves))]
        return shelf


def _bookmarks(tree: Any, level: int) -> Iterator[tuple[str, int, int]]:  # noqa: ANN401
    """Title, depth and page (both from 1) of each bookmark of the engine's tree."""
    for title, (page, _, _), children, _ in tree:
        yield title, level, page + 1
        yield from _bookmarks(children, level + 1)


def _strokes(pdf: bytes) -> tuple[tuple[Stroke, ...], ...]:
    """What is drawn on each page besides text, as it has just been written."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return tuple(strokes_of(page) for page in file.pages)


class _Job:
    """One document on its way through the engine."""

    def __init__(self, document: Document, shelf: Shelf, log: EngineLog) -> None:
        self._document = document
        self._log = log
        self._fetcher = LockedFetcher(document.assets)
        self._parsed = self._parse()
        self._tree = self._grown()
        self._styles = shelf.styles(document, self._fetcher, log)
        if not shelf.has_fonts:
            raise RenderFaultError(NO_FONT)
        self._fonts = shelf.fonts
        self._said = len(log.lines)

    def proof(self) -> Proof:
        """Everything that check asks for."""
        fitted, laid = self._fitted()
        with tagged(laid, self._tree.etree_element):
            pdf = laid.write_pdf(
                pdf_variant=VARIANT, output_intent=NO_INTENT, finisher=self._finish
            )
        reader = LineReader()
        strokes = _strokes(pdf)
        return Proof(
            document=self._document,
            pdf=pdf,
            pages=tuple(
                replace(page_proof(page, reader, is_forced=is_forced), strokes=drawn)
                for page, is_forced, drawn in zip(
                    laid.pages, forced_starts(laid), strokes, strict=True
                )
            ),
            fitted=fitted,
            lost=lost_text(laid, self._tree.etree_element),
            log=tuple(self._log.lines),
            refused=tuple(dict.fromkeys(self._fetcher.refused)),
            bookmarks=tuple(_bookmarks(laid.make_bookmark_tree(), 1)),
            holes=holes(laid) if HOLE in self._document.html else {},
        )

    def _finish(self, laid: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine has no types
        if self._document.stamped:
            stamp(pdf, self._document.safe)
        finish(laid, pdf)

    def _fitted(self) -> tuple[tuple[Fitted, ...], Any]:
        """The slots fitted, and the document laid out with them.

        A slot that turns out to have another width than when it was measured depends on what
        stands around it; then everything is laid out at each measurement.
        """
        if not self._document.layout.slots:
            return (), self._lay_out(self._tree, "")
        heights, laid = self._at_once()
        if laid is not None:
            return fit(self._document.layout.slots, lambda _: heights), laid
        make = self._slots_only
        fitted, laid, agrees = self._fitted_on(make(), heights)
        if not agrees:
            make = self._grown
            fitted, laid, _ = self._fitted_on(self._tree, NOT_MEASURED)
        return tuple(self._explained(one, laid, make) for one in fitted), laid

    def _at_once(self) -> tuple[Mapping[str, float], Any]:
        """The natural heights of slots at their ceilings, and the layout if there all fit."""
        layout = self._document.layout
        if len(self._document.html) > LITTLE or is_spare_read(self._document):
            return NOT_MEASURED, None
        sizes = at_ceilings(layout.slots)
        laid = self._lay_out(self._tree, fitting_css(layout, sizes))
        heights = natural_heights(laid, self._tree.etree_element, layout.slots)
        if heights is None:
            return NOT_MEASURED, None
        fit_all = all(Fitted(s, sizes[s.id], heights[s.id]).fits for s in layout.slots)
        return heights, laid if fit_all else None

    def _explained(self, fitted: Fitted, laid: Any, make: Callable[[], Any]) -> Fitted:  # noqa: ANN401
        """A slot that does not fit, with what is to be told; trees to try on come from `make`.

        What the engine says of the trials is said of the document already.
        """
        if fitted.fits:
            return fitted

        def without(names: frozenset[str]) -> Any:  # noqa: ANN401
            tree = make()
            take_out(tree.etree_element, names)
            ruler = Ruler(self._document.layout, partial(self._lay_out, tree))
            return ruler.laid({fitted.slot.id: fitted.slot.floor})

        said = len(self._log.lines)
        told = shortfall(fitted, self._document.messages, laid, without)
        del self._log.lines[said:]
        return replace(fitted, shortfall=told)

    def _fitted_on(
        self,
        tree: Any,  # noqa: ANN401
        first: Mapping[str, float],
    ) -> tuple[tuple[Fitted, ...], Any, bool]:
        """The slots fitted by measuring `tree`; the final layout; whether the widths agree.

        Where it is not the tree that is laid out at last, slots that have their size are emptied.
        At their ceilings, where fitting begins, they are as high as `first` says, if it does.
        """
        layout = self._document.layout
        del self._log.lines[self._said :]
        ruler = Ruler(layout, partial(self._lay_out, tree))

        def heights(sizes: Sizes) -> Mapping[str, float]:
            if first and sizes == at_ceilings(layout.slots):
                return first
            if tree is not self._tree:
                set_aside(tree.etree_element.find("body"), frozenset(sizes))
            return ruler.heights(sizes)

        fitted = fit(layout.slots, heights)
        del self._log.lines[self._said :]
        sizes = {one.slot.id: one.size for one in fitted}
        spare = {one.slot.id: one.spare for one in fitted}
        laid = self._lay_out(self._tree, fitting_css(layout, sizes, spare))
        return fitted, laid, ruler.agrees_with(laid)

    def _slots_only(self) -> Any:  # noqa: ANN401
        tree = self._grown()
        slots = frozenset(slot.id for slot in self._document.layout.slots)
        set_aside(tree.etree_element.find("body"), slots)
        return tree

    def _lay_out(self, tree: Any, css: str) -> Any:  # noqa: ANN401
        sheets = [*self._styles, weasyprint.CSS(string=css, url_fetcher=self._fetcher)]
        return tree.render(font_config=self._fonts, stylesheets=sheets, pdf_variant=VARIANT)

    def _grown(self) -> Any:  # noqa: ANN401
        """A tree of the document, to be cut and laid out. Reading it anew takes longer."""
        tree = copy(self._parsed)
        tree.etree_element = deepcopy(self._parsed.etree_element)
        tree.wrapper_element = ElementWrapper.from_html_root(tree.etree_element, None)
        return tree

    def _parse(self) -> Any:  # noqa: ANN401
        base = next(filter(is_shared, self._document.styles), NOWHERE)
        return weasyprint.HTML(string=self._document.html, base_url=base, url_fetcher=self._fetcher)
