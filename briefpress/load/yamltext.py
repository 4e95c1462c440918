"""YAML as text: every scalar stays the string that was typed, and knows its line."""

from collections.abc import Iterator
from typing import Any

import yaml

from briefpress.diagnostics import Where
from briefpress.model.entry import LocatedMap, Path

DEPTH_LIMIT = 12
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Only its parser is used: events, no objects, no recursion (deep nesting overflows a composer)."""


class YamlFaultError(Exception):
    """The file breaks a rule of how we read YAML; `line` counts from 1."""

    def __init__(self, message: str, line: int, hint: str = "") -> None:
        """Keep what is wrong, where, and the cure."""
        super().__init__(message)
        self.line = line
        self.hint = hint


def read_yaml(text: str, file: str, first_line: int = 1) -> Any:  # noqa: ANN401 - as in the file
    """Read one YAML document into LocatedMap, list and str.

    `first_line` is the line of `file` on which `text` begins.

    Raises:
        YamlFaultError: broken syntax, a duplicate key, an anchor, an alias, a tag, several
            documents, or nesting deeper than DEPTH_LIMIT.
    """
    return _Builder(_events(text, first_line), file, first_line).document()


def _events(text: str, first_line: int) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        raise YamlFaultError(f"not readable as YAML: {error.problem}", line) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        raise YamlFaultError(f"control character U+{ord(text[error.position]):04X}", line) from None


class _Builder:
    """Builds plain data from parse events, refusing what we do not read."""

    def __init__(self, events: Iterator[yaml.Event], file: str, first_line: int) -> None:
        self._events = events
        self._file = file
        self._first_line = first_line
        self._depth = 0

    def document(self) -> Any:  # noqa: ANN401
        value: Any = None
        seen = False
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise YamlFaultError("one YAML document is expected", self._line(event))
                seen = True
                value, _ = self._value(next(self._events))
        return value

    def _line(self, event: yaml.Event) -> int:
        return int(event.start_mark.line) + self._first_line

    def _where(self, event: yaml.Event) -> Where:
        return Where(self._file, self._line(event))

    def _value(self, event: yaml.Event) -> tuple[Any, dict[Path, Where]]:
        """A value, and the lines of what is below it by path."""
        self._refuse_cleverness(event)
        if isinstance(event, yaml.ScalarEvent):
            return event.value, {}
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise YamlFaultError(f"nested deeper than {DEPTH_LIMIT} levels", self._line(event))
        built = self._map(event) if isinstance(event, yaml.MappingStartEvent) else self._list()
        self._depth -= 1
        return built

    def _refuse_cleverness(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlFaultError(
                "YAML anchors and aliases are not allowed", self._line(event), "write the value out"
            )
        if getattr(event, "tag", None):
            raise YamlFaultError(
                "YAML tags are not allowed",
                self._line(event),
                "put text that begins with ! in quotes",
            )

    def _map(self, start: yaml.Event) -> tuple[LocatedMap, dict[Path, Where]]:
        found = LocatedMap(self._where(start))
        event = next(self._events)
        while not isinstance(event, yaml.MappingEndEvent):
            self._refuse_cleverness(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise YamlFaultError("a key must be plain text", self._line(event))
            key, where = event.value, self._where(event)
            if key in found:
                first = found.lines[(key,)].line
                raise YamlFaultError(
                    f"key {key!r} is given twice (first at line {first})", where.line
                )
            found[key], below = self._value(next(self._events))
            found.lines[(key,)] = where
            found.lines.update({(key, *path): at for path, at in below.items()})
            event = next(self._events)
        return found, found.lines

    def _list(self) -> tuple[list[Any], dict[Path, Where]]:
        found: list[Any] = []
        lines: dict[Path, Where] = {}
        event = next(self._events)
        while not isinstance(event, yaml.SequenceEndEvent):
            index = len(found)
            lines[(index,)] = self._where(event)
            value, below = self._value(event)
            found.append(value)
            lines.update({(index, *path): at for path, at in below.items()})
            event = next(self._events)
        return found, lines
