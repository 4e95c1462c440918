"""YAML as text: every scalar stays the string that was typed, and knows its line."""

from collections.abc import Iterator
from typing import Any

import yaml

from briefpress.diagnostics import Where
from briefpress.load.characters import hidden_characters
from briefpress.model.entry import LocatedMap, Path

DEPTH_LIMIT = 12
_CURES = {
    "tab character": "indent with spaces, two for each level",
    "mapping values": "put text that has a colon in it in quotes, or after >-",
    "cannot start any token": "put text that begins with this sign in quotes",
    "unexpected end of stream": "close the quotes",
    "expected ',' or": "close the bracket",
    "expected key": "begin this line as deep as the lines of its level",
    "expected '-'": "begin this line as deep as the lines of its level",
    "could not find expected ':'": "write `key: value`, or begin the line deeper than its key",
}
"""What the parser says, and what an author can do about it."""
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Only its parser is used: events, no objects, no recursion (deep nesting overflows a composer)."""


class YamlFaultError(Exception):
    """The file breaks a rule of how we read YAML; `line` counts from 1."""

    def __init__(self, message: str, line: int, hint: str = "", code: str = "YAML-SYNTAX") -> None:
        """Keep what is wrong, where, and the cure."""
        super().__init__(message)
        self.line = line
        self.hint = hint
        self.code = code


def read_yaml(text: str, file: str, first_line: int = 1) -> Any:  # noqa: ANN401 - as in the file
    """Read one YAML document into LocatedMap, list and str.

    `first_line` is the line of `file` on which `text` begins.

    Raises:
        YamlFaultError: broken syntax, a duplicate key, an anchor, an alias, a tag, several
            documents, an invisible character, or nesting deeper than DEPTH_LIMIT.
    """
    for position, _ in hidden_characters(text):
        _refuse_hidden(text[position], text.count("\n", 0, position) + first_line)
    builder = _Builder(_events(text, first_line), file, first_line)
    builder.is_escaped = "\\" in text
    return builder.document()


def _events(text: str, first_line: int) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        problem = str(error.problem)
        cure = _cure(problem, text, line - first_line)
        raise YamlFaultError(f"not readable as YAML: {problem}", line, cure) from None


def _cure(problem: str, text: str, place: int) -> str:
    """What an author can do; `place` is the line, from 0, at which the parser gave up."""
    line = text.split("\n")[place] if place <= text.count("\n") else ""
    if line.lstrip(" ").startswith("\t"):
        return _CURES["tab character"]
    if "expected key" in problem and line.count('"') > 2:  # noqa: PLR2004 - one text has two
        return "inside quotes write “ ” in the place of more quotes"
    return next((cure for sign, cure in _CURES.items() if sign in problem), "")


def _refuse_hidden(text: str, line: int) -> None:
    for _, (code, message, hint) in hidden_characters(text):
        raise YamlFaultError(message, line, hint, code)


class _Builder:
    """Builds plain data from parse events, refusing what we do not read."""

    def __init__(self, events: Iterator[yaml.Event], file: str, first_line: int) -> None:
        self._events = events
        self._file = file
        self._first_line = first_line
        self._depth = 0
        self.is_escaped = True
        """Whether a value may have signs that the text has not: `"\\u200b"` is one sign."""

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
        mark = event.start_mark
        return (int(mark.line) if mark else 0) + self._first_line

    def _where(self, event: yaml.Event) -> Where:
        return Where(self._file, self._line(event))

    def _value(self, event: yaml.Event) -> tuple[Any, dict[Path, Where]]:
        """A value, and the lines of what is below it by path."""
        self._refuse_cleverness(event)
        if isinstance(event, yaml.ScalarEvent):
            if self.is_escaped:
                _refuse_hidden(event.value, self._line(event))
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
