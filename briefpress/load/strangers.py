"""Strangers: what of a plain `_brand.yml` documents do not use, each told at its line."""

from collections.abc import Iterator

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault
from briefpress.model.brand import Brand
from briefpress.model.colors import FIELDS, Color
from briefpress.model.entry import Entry, LocatedMap, Path
from briefpress.model.logos import Logo
from briefpress.palette import to_hex

UNUSED = {
    "typography": "documents are set in one family, made for readers with low vision",
    "defaults": "settings of other programs may stand",
}
"""Parts of the convention that mean nothing here, and why."""
_OTHERS = "it may stand: other programs read the file too"
_SHOWN = ("primary", "secondary", "foreground")
"""The colours that documents show."""
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
"""How YAML writes that there is nothing."""
_PARTS: dict[str, type[Entry]] = {"": Brand, "color": Color, "logo": Logo}
_KNOWN = {
    part: {field.alias or name for name, field in kind.model_fields.items()}
    for part, kind in _PARTS.items()
}

Found = list[tuple[Fault, Where]]
Step = tuple[str, ...]
"""Where a colour stands: the name of its field, or `palette` and its name there."""


def without_strangers(data: LocatedMap) -> tuple[LocatedMap, Found]:
    """A plain `_brand.yml` without what is empty and what we do not know, and what that was.

    The file is another program's as well, so a key that we do not know is no slip.
    """
    kept = _like(data)
    found: Found = []
    for key, value in data.items():
        if key not in _KNOWN[""]:
            found.append(_told(data, (key,)))
        elif isinstance(value, LocatedMap) and key in _KNOWN and "path" not in value:
            strange = [name for name in value if name not in _KNOWN[key]]
            found += [_told(data, (key, name)) for name in strange]
            kept[key] = _filled(value, _KNOWN[key])
        elif isinstance(value, LocatedMap) and key == "meta":
            kept[key] = _filled(value, set(value))
        elif not _is_empty(value):
            kept[key] = value
    if isinstance(kept.get("meta"), LocatedMap):
        found += _unlinked(kept["meta"])
    if isinstance(kept.get("color"), LocatedMap):
        found += _recolored(kept["color"])
    return kept, found


def unused(data: LocatedMap) -> Found:
    """The parts of the convention that mean nothing here, whichever file they stand in."""
    return [_told(data, (name,), hint) for name, hint in UNUSED.items() if name in data]


def _told(data: LocatedMap, path: Path, hint: str = _OTHERS) -> tuple[Fault, Where]:
    message = f"documents do not use {'.'.join(map(str, path))}"
    return Fault("BRAND-UNUSED", message, hint), data.lines.get(path, data.where)


def _unlinked(meta: LocatedMap) -> Iterator[tuple[Fault, Where]]:
    """Take out a home page that is not https: documents link to no other."""
    for key in ("link", "links"):
        link = meta.get(key)
        home = link.get("home", "") if isinstance(link, LocatedMap) else link
        if not isinstance(home, str) or _is_empty(home) or home.startswith("https://"):
            continue
        hint = "write https://…; until then the address of what it extends stands, if there is one"
        fault = Fault("BRAND-UNUSED", f"documents do not use meta.{key}: it is not https", hint)
        yield fault, meta.lines.get((key, "home"), meta.lines.get((key,), meta.where))
        if isinstance(link, LocatedMap):
            meta[key] = _filled(link, set(link) - {"home"})
        else:
            del meta[key]


def _recolored(color: LocatedMap) -> Iterator[tuple[Fault, Where]]:
    """Take out colours that cannot be printed and that documents do not show."""
    if isinstance(color.get("palette"), LocatedMap):
        color["palette"] = _filled(color["palette"], set(color["palette"]))
    texts = _texts(color)
    shown = {path for name in _SHOWN for path in _steps(_lit(color.get(name)), texts)}
    for path, text in texts.items():
        last = [text, *(texts[step] for step in _steps(text, texts))][-1]
        is_printed = path in shown or path[-1] in _SHOWN
        if not is_printed and to_hex(last) is None:
            message = f"documents do not use color.{'.'.join(path)}: {text!r} cannot be printed"
            yield Fault("BRAND-UNUSED", message, _OTHERS), color.lines.get(path, color.where)
            del (color["palette"] if len(path) > 1 else color)[path[-1]]


def _texts(color: LocatedMap) -> dict[Step, str]:
    """The texts of colours, those of the palette first, by where they stand."""
    palette = color.get("palette")
    inside = palette if isinstance(palette, LocatedMap) else {}
    places: list[tuple[Step, object]] = [(("palette", name), inside[name]) for name in inside]
    places += [((name,), color.get(name)) for name in FIELDS]
    return {step: text for step, text in places if isinstance(text, str)}


def _steps(name: object, texts: dict[Step, str]) -> tuple[Step, ...]:
    """Where the colour of a name stands, and all that it is named after in turn."""
    by_name = {step[-1]: step for step in reversed(texts)}
    found: dict[Step, None] = {}
    while isinstance(name, str) and name in by_name and by_name[name] not in found:
        found[by_name[name]] = None
        name = texts[by_name[name]]
    return tuple(found)


def _lit(value: object) -> object:
    return value.get("light", value.get("dark")) if isinstance(value, LocatedMap) else value


def _filled(data: LocatedMap, known: set[str]) -> LocatedMap:
    kept = _like(data)
    kept.update({k: value for k, value in data.items() if k in known and not _is_empty(value)})
    return kept


def _is_empty(value: object) -> bool:
    return isinstance(value, str) and value in _EMPTY


def _like(data: LocatedMap) -> LocatedMap:
    copy = LocatedMap(data.where)
    copy.lines = dict(data.lines)
    return copy
