"""Colours as brands write them: hex, CSS, or names that lead to one another, all made sure of."""

from collections.abc import Iterator
from typing import Any

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault
from briefpress.model.colors import FIELDS
from briefpress.model.entry import LocatedMap, Path
from briefpress.names import did_you_mean
from briefpress.palette import INK, to_hex

STAND_IN = INK
"""What a wrong colour is taken for, so that everything else of the brand can be checked too."""
_FORM = "write #rrggbb, a colour of CSS such as navy, or a name of the palette"

Found = list[tuple[Fault, Where]]


def plain_colors(data: LocatedMap) -> tuple[LocatedMap, Found]:
    """`color`, each value `#rrggbb` or a name that leads to one, and what was wrong with others."""
    colors = _Colors(data)
    found = [fault for path in colors.paths() for fault in colors.made_sure(path)]
    found += [fault for path in colors.paths() for fault in colors.uncircled(path)]
    return colors.color, [*found, *colors.print_faults()]


class _Colors:
    """A copy of `color` that is put right value by value."""

    def __init__(self, data: LocatedMap) -> None:
        self.color = _copy(data)
        self._palette = self._part("palette")
        given = {name for name in FIELDS if isinstance(self.color.get(name), str)}
        self._names = given | set(self._palette)

    def paths(self) -> list[Path]:
        """Where there is the text of a colour."""
        parts = (("palette", self._palette), ("tokens", self._part("tokens")))
        below: list[Path] = [(part, name) for part, held in parts for name in held]
        every: list[Path] = [*below, *((name,) for name in FIELDS)]
        return [path for path in every if self._text(path)]

    def made_sure(self, path: Path) -> Iterator[tuple[Fault, Where]]:
        """Turn a colour of CSS into hex; report what is neither that nor the name of another."""
        text = self._text(path)
        place = self._place(text)
        if place is not None and place != path:
            return
        found = to_hex(text)
        if found is None:
            near = did_you_mean(text, self._names)
            hint = near if near.startswith("did") else _FORM
            yield Fault("BRAND-COLOR", f"unknown colour {text!r}", hint), self._where(path)
        self._set(path, found or STAND_IN)

    def uncircled(self, path: Path) -> Iterator[tuple[Fault, Where]]:
        """Report names that lead back to where they began."""
        steps = [self._text(path)]
        place = self._place(steps[-1])
        while place is not None:
            steps.append(self._text(place))
            if steps[-1] in steps[:-1]:
                message = f"colours lead in a circle: {' > '.join(steps)}"
                yield Fault("BRAND-COLOR", message, _FORM), self._where(path)
                self._set(path, STAND_IN)
                return
            place = self._place(steps[-1])

    def print_faults(self) -> Iterator[tuple[Fault, Where]]:
        """Inks for print whose name is no colour of the brand."""
        for name in self._part("print"):
            if name not in self._names:
                hint = did_you_mean(name, self._names)
                fault = Fault("BRAND-COLOR", f"unknown colour {name!r}", hint)
                yield fault, self._where(("print", name))

    def _part(self, name: str) -> LocatedMap:
        found = self.color.get(name)
        return found if isinstance(found, LocatedMap) else LocatedMap(self.color.where)

    def _place(self, name: str) -> Path | None:
        """Where the colour of this name stands; None if it is no name."""
        if self._text(("palette", name)):
            return ("palette", name)
        return (name,) if name in FIELDS and self._text((name,)) else None

    def _text(self, path: Path) -> str:
        value: Any = self.color
        for key in path:
            value = value.get(str(key)) if isinstance(value, LocatedMap) else None
        return value if isinstance(value, str) else ""

    def _set(self, path: Path, value: str) -> None:
        holder = self._part(str(path[0])) if len(path) > 1 else self.color
        holder[str(path[-1])] = value

    def _where(self, path: Path) -> Where:
        return self.color.lines.get(path) or self.color.lines.get(path[:1]) or self.color.where


def _copy(data: LocatedMap) -> LocatedMap:
    copy = LocatedMap(data.where)
    copy.lines = data.lines
    for key, value in data.items():
        copy[key] = _copy(value) if isinstance(value, LocatedMap) else value
    return copy
