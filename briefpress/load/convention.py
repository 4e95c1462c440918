"""The _brand.yml convention: its many ways of saying a thing, put in the one way of our model."""

from pathlib import PurePosixPath
from typing import Any

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault
from briefpress.model.colors import FIELDS
from briefpress.model.entry import LocatedMap

SIZES = ("medium", "large", "small")
"""In the order in which one stands for another."""
_REMOTE = ("http://", "https://", "data:", "//")
_PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".pdf", ".eps"}

Found = list[tuple[Fault, Where]]


def in_our_form(data: LocatedMap) -> tuple[LocatedMap, Found]:
    """A brand's file with one form for its link, its logos and its colours, and what is refused.

    The convention lets a text stand for a mapping, a path for the name of an image, a pair of
    light and dark for a colour, and a logo be fetched from the web; that last we never do.
    """
    found: Found = []
    ours = _like(data)
    for key, value in data.items():
        ours[key] = value
    if isinstance(data.get("meta"), LocatedMap):
        ours["meta"] = _meta(data["meta"])
    if isinstance(data.get("color"), LocatedMap):
        ours["color"] = _color(data["color"])
    logo = data.get("logo")
    if isinstance(logo, LocatedMap | str) and logo:
        logos = _Logos(_logo(logo, data.lines.get(("logo",), data.where)))
        ours["logo"] = logos.in_our_form()
        found += logos.found
    return ours, found


def _like(data: LocatedMap) -> LocatedMap:
    copy = LocatedMap(data.where)
    copy.lines = dict(data.lines)
    return copy


def _meta(data: LocatedMap) -> LocatedMap:
    """`links` is in the convention's own first example, so many write it for `link`."""
    meta = _like(data)
    for key, value in data.items():
        meta["link" if key == "links" and "link" not in data else key] = value
    meta.lines.setdefault(("link",), meta.lines.get(("links",), data.where))
    if isinstance(meta.get("link"), str):
        home = LocatedMap(meta.lines[("link",)])
        home["home"] = meta["link"]
        meta["link"] = home
    return meta


def _color(data: LocatedMap) -> LocatedMap:
    """Documents are printed on white paper: of a pair for light and dark they take the light."""
    color = _like(data)
    for key, value in data.items():
        color[key] = _lit(value) if key in FIELDS else value
    if isinstance(data.get("palette"), LocatedMap):
        color["palette"] = _like(data["palette"])
        color["palette"].update({name: _lit(value) for name, value in data["palette"].items()})
    return color


def _logo(value: LocatedMap | str, where: Where) -> LocatedMap:
    """The section, though one logo for all sizes was given in its place."""
    if isinstance(value, LocatedMap) and "path" not in value:
        return value
    section = LocatedMap(where)
    section["medium"] = value
    return section


def _lit(value: Any) -> Any:  # noqa: ANN401 - as in the file
    pair = isinstance(value, LocatedMap) and set(value) <= {"light", "dark"}
    return value.get("light", value.get("dark")) if pair else value


class _Logos:
    """`logo` on its way into our form."""

    def __init__(self, data: LocatedMap) -> None:
        self.found: Found = []
        self._data = data
        self._given = data["images"] if isinstance(data.get("images"), LocatedMap) else None
        self._images = _like(data if self._given is None else self._given)

    def in_our_form(self) -> LocatedMap:
        """Every logo an image with a name, and the sizes as names of images."""
        logo = _like(self._data)
        logo.update(self._data)
        for name, value in ({} if self._given is None else self._given).items():
            self._take(name, value, self._images.lines.get((name,), self._images.where))
        for size in SIZES:
            if size in self._data:
                logo[size] = self._size(size)
                if logo[size] == "":
                    del logo[size]
        stand_in = next((logo[size] for size in SIZES if size in logo), None)
        if stand_in is not None:
            logo["medium"] = stand_in
        if self._images or self._given is not None:
            logo["images"] = self._images
        return logo

    def _take(self, name: str, value: Any, where: Where) -> str:  # noqa: ANN401 - as in the file
        """Keep an image under a name; none is kept that would have to be fetched."""
        path = value.get("path") if isinstance(value, LocatedMap) else value
        if isinstance(path, str) and path.lower().startswith(_REMOTE):
            hint = (
                "save it beside this file, and give its name here; until then another logo of the "
                "file stands, or that of what it extends"
            )
            self.found.append((Fault("BRAND-REMOTE", f"{path} is never fetched", hint), where))
            return ""
        self._images[name] = _picture(value, where)
        return name

    def _size(self, size: str) -> Any:  # noqa: ANN401 - what is neither is left for the model
        """The name of an image, or a pair of names; empty where none is left."""
        value = self._data[size]
        where = self._data.lines.get((size,), self._data.where)
        if not isinstance(value, LocatedMap) or "path" in value:
            return self._named(value, size, where)
        pair = _like(value)
        for key, one in value.items():
            name = self._named(one, f"{size}-{key}", value.lines.get((key,), where))
            if name != "":
                pair[key] = name
        if "light" not in pair and "dark" in pair:
            pair["light"] = pair["dark"]
        return pair or ""

    def _named(self, value: Any, name: str, where: Where) -> Any:  # noqa: ANN401
        """The name of the image that a text or a mapping stands for."""
        if isinstance(value, LocatedMap):
            return self._take(name, value, where)
        if not isinstance(value, str) or value in self._images:
            return value
        if self._given is not None and value in self._given:
            return ""  # It was one to be fetched.
        is_file = value.lower().startswith(_REMOTE) or PurePosixPath(value).suffix in _PICTURES
        return self._take(value, value, where) if is_file else value


def _picture(value: Any, where: Where) -> Any:  # noqa: ANN401 - as in the file
    if isinstance(value, str):
        picture = LocatedMap(where)
        picture["path"] = value
        return picture
    return value
