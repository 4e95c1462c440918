"""What documents with the same stylesheets share: the sheets as read, their fonts, broken lines."""

from collections import OrderedDict
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from briefpress.model.document import Document
from briefpress.render.fetch import LockedFetcher
from briefpress.render.library import FontConfiguration, fontconfig, weasyprint
from briefpress.render.log import EngineLog
from briefpress.render.memo import LineMemory
from briefpress.scratch import scratch_folder

MADE = 64
"""How many sheets are kept that are made for one brand or document; a board has about ten."""
Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Sheet:
    """A stylesheet as it was read: what the engine said then, and which files it got or not."""

    css: Any
    said: tuple[str, ...]
    refused: tuple[str, ...]
    files: Mapping[str, bytes]


def _fonts_in_a_folder_that_goes() -> Any:  # noqa: ANN401 - the engine has no types
    """Fonts whose files stand in a folder that is removed when the process ends.

    The engine removes it when the object is collected, which no end of a process waits for.
    """
    fonts = FontConfiguration()
    fonts._folder = scratch_folder()  # noqa: SLF001
    return fonts


class Shelf:
    """For one set of stylesheets, so that a family name means the same files for all."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.fonts = _fonts_in_a_folder_that_goes()
        self._memory = LineMemory()
        self._read: dict[str, _Sheet] = {}
        self._made: OrderedDict[tuple[str, str], _Sheet] = OrderedDict()

    def styles(self, document: Document, fetcher: LockedFetcher, log: EngineLog) -> list[Any]:
        """The sheets of a document as the engine takes them.

        One that has been read before speaks up again, so that each document hears of its faults.
        """
        return [self._style(name, document, fetcher, log) for name in document.styles]

    def fits(self, document: Document) -> bool:
        """Whether what its sheets got, and did not get, would still be the same."""
        return all(
            all(document.assets.get(url) == data for url, data in sheet.files.items())
            and document.assets.keys().isdisjoint(sheet.refused)
            for sheet in self._read.values()
        )

    @property
    def has_fonts(self) -> bool:
        """Whether the sheets that were read brought any font that the engine could take."""
        config = self.fonts._config  # noqa: SLF001
        found = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetApplication)
        return bool(found) and found.nfont > 0

    def at_work(self) -> AbstractContextManager[None]:
        """While this lasts, the engine remembers the lines that it has broken."""
        return self._memory.at_work()

    def _style(self, name: str, document: Document, fetcher: LockedFetcher, log: EngineLog) -> Any:  # noqa: ANN401
        text = document.styles[name]
        sheet = self._read.get(name) or self._made.get((name, text))
        if sheet is not None:
            log.lines += sheet.said
            fetcher.refused += sheet.refused
            return sheet.css
        sheet = self._sheet(name, document, fetcher, log)
        if is_shared(name):
            self._read[name] = sheet
        elif not sheet.files and not sheet.refused:
            self._made[name, text] = sheet
            if len(self._made) > MADE:
                self._made.popitem(last=False)
        return sheet.css

    def _sheet(
        self, name: str, document: Document, fetcher: LockedFetcher, log: EngineLog
    ) -> _Sheet:
        said, refused, served = len(log.lines), len(fetcher.refused), len(fetcher.served)
        css = weasyprint.CSS(
            string=document.styles[name],
            base_url=name,
            url_fetcher=fetcher,
            font_config=self.fonts,
        )
        return _Sheet(
            css,
            tuple(log.lines[said:]),
            tuple(fetcher.refused[refused:]),
            {url: document.assets[url] for url in fetcher.served[served:]},
        )


def is_shared(style: str) -> bool:
    """Whether a stylesheet is a file; the others are made for one brand or one document."""
    return "://" in style


def shelf_key(document: Document) -> Key:
    """The same for all documents that may share a shelf."""
    return tuple(style for style in document.styles.items() if is_shared(style[0]))
