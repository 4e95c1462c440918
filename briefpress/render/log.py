"""The engine's log, collected for the time of one render."""

import logging
from types import TracebackType

ENGINE_LOGGER = "weasyprint"
FONT_LOGGER = "fontTools"


class EngineLog(logging.Handler):
    """Collects every line of the engine at WARNING or above, and keeps it off the terminal."""

    def __init__(self) -> None:
        """Start with nothing collected."""
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._logger = logging.getLogger(ENGINE_LOGGER)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(record.getMessage())

    def __enter__(self) -> "EngineLog":
        """Begin to collect."""
        logging.getLogger(FONT_LOGGER).setLevel(logging.ERROR)
        self._others = self._logger.handlers[:]
        self._logger.handlers = [self]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop collecting."""
        self._logger.handlers = self._others
