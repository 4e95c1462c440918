"""An entry: one typed mapping of a source file that remembers the lines it was read from."""

from collections.abc import Iterator
from dataclasses import dataclass
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
class Prose:
    """Marks a field whose text readers see: facts, page references and bold may stand in it."""


PROSE = Prose()


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

    _where: Where = PrivateAttr(default=NOWHERE)
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
        return self._where

    def where_of(self, *path: str | int) -> Where:
        """Where a field (or an item of a list in it) stands; the entry's own place if unknown."""
        for end in range(len(path), 0, -1):
            where = self._lines.get(path[:end])
            if where is not None:
                return where
        return self._where

    def prose(self) -> Iterator[tuple[str, Where]]:
        """Every text that readers see in this entry and in the entries below it, with its place."""
        for name, field in type(self).model_fields.items():
            marked = PROSE in field.metadata
            yield from self._prose_in(getattr(self, name), (name,), marked=marked)

    def _prose_in(self, value: object, path: Path, *, marked: bool) -> Iterator[tuple[str, Where]]:
        if isinstance(value, Entry):
            yield from value.prose()
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from self._prose_in(item, (*path, index), marked=marked)
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from self._prose_in(item, (*path, key), marked=marked)
        elif isinstance(value, str) and marked:
            yield value, self.where_of(*path)
