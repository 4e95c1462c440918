"""An entry: one typed mapping of a source file that remembers the lines it was read from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)

from briefpress.diagnostics import NOWHERE, Where

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class TextKind:
    """Marks a field whose text readers see.

    `markup`: tokens, bold and links work in it; without it the text is printed as it is typed.
    `figures`: it may name figures that facts.yaml does not have. `language`: what it is written in,
    if not in the language of the publication.
    """

    markup: bool = True
    figures: bool = False
    language: str = ""


PROSE = TextKind()
PLAIN = TextKind(markup=False)
LOCAL = TextKind(figures=True)
"""A board's own text: its hours and numbers are not the report's."""
FREE = TextKind(markup=False, figures=True)


class LocatedMap(dict[str, Any]):
    """A mapping as it was read, with its place, and the line of each key and list item below it."""

    def __init__(self, where: Where) -> None:
        """Start empty at `where`; the reader fills it."""
        super().__init__()
        self.where = where
        self.lines: dict[Path, Where] = {}


class Entry(BaseModel):
    """Base of everything that is read from a YAML file: frozen, no unknown keys, placed."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    _where: Where = PrivateAttr(default_factory=lambda: NOWHERE)  # A default would be copied.
    _lines: dict[Path, Where] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401
        entry = handler(data)
        if isinstance(data, LocatedMap):
            entry._where = data.where  # noqa: SLF001
            entry._lines = data.lines  # noqa: SLF001
        return entry

    @property
    def where(self) -> Where:
        """Where the entry begins."""
        return self._places[0]

    def where_of(self, *path: str | int) -> Where:
        """Where a field (or an item of a list in it) stands; the entry's own place if unknown."""
        own, lines = self._places
        for end in range(len(path), 0, -1):
            where = lines.get(path[:end])
            if where is not None:
                return where
        return own

    @property
    def _places(self) -> tuple[Where, dict[Path, Where]]:
        """Its place and its lines; asked for by their names they take ten times as long."""
        private = self.__pydantic_private__ or {}
        return private.get("_where", NOWHERE), private.get("_lines", {})

    def places_below(self, key: str) -> Iterator[Where]:
        """Where each key of a mapping that is a field here stands."""
        return (at for path, at in self._lines.items() if path[0] == key and len(path) == 2)  # noqa: PLR2004 - the field and its key

    def texts(self) -> Iterator[tuple[str, Where, TextKind]]:
        """Every text that readers see in this entry and below it: its place, and its kind."""
        for name, kind in _kinds(type(self)):
            yield from self._texts_in(getattr(self, name), (name,), kind)

    def _texts_in(
        self, value: object, path: Path, kind: TextKind | None
    ) -> Iterator[tuple[str, Where, TextKind]]:
        if isinstance(value, str):
            if kind is not None:
                yield value, self.where_of(*path), kind
        elif isinstance(value, Entry):
            yield from value.texts()
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from self._texts_in(item, (*path, index), kind)
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from self._texts_in(item, (*path, key), kind)


@cache
def _kinds(kind: type[Entry]) -> tuple[tuple[str, TextKind | None], ...]:
    """The fields of a kind of entry, and of those that are text its kind."""
    return tuple(
        (name, next((mark for mark in field.metadata if isinstance(mark, TextKind)), None))
        for name, field in kind.model_fields.items()
    )
