"""The engine's log, collected for the time of one render."""

import logging
from types import TracebackType
from typing import Self

ENGINE_LOGGER = "weasyprint"
FONT_LOGGER = "fontTools"


def complain(message: str) -> None:
    """Say what is wrong on a page, as the engine does."""
    logging.getLogger(ENGINE_LOGGER).error(message)


class EngineLog(logging.Handler):
    """Collects every line of the engine at WARNING or above, and keeps it off the terminal."""

    def __init__(self) -> None:
        """Start with nothing collected."""
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._logger = logging.getLogger(ENGINE_LOGGER)
        self._fonts = logging.getLogger(FONT_LOGGER)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(record.getMessage())

    def __enter__(self) -> Self:
        """Begin to collect."""
        self._before = (self._logger.handlers[:], self._logger.propagate, self._fonts.level)
        self._logger.handlers = [self]
        self._logger.propagate = False
        self._fonts.setLevel(logging.ERROR)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop collecting, and leave everything as it was found."""
        self._logger.handlers, self._logger.propagate, level = self._before
        self._fonts.setLevel(level)
