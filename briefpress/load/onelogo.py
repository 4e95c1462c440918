"""One logo: what a brand shows on light and on dark is its own, or is its parent's, never mixed."""

from collections.abc import Iterable, Iterator

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault
from briefpress.load.packs import Pack
from briefpress.model.entry import LocatedMap


def settled_logo(merged: LocatedMap, pack: Pack) -> list[tuple[Fault, Where]]:
    """Settle, in what a pack and its parents give together, which images are shown.

    A child that gives one logo of its own would otherwise show it on paper and its parent's on
    the cover, and one whose images have other names would show its parent's everywhere.
    """
    logo = _part(merged, "logo")
    return [*_shown(logo, _part(pack.data, "logo"), pack.slug), *_dark(logo)]


def named_images(merged: LocatedMap, chain: Iterable[Pack]) -> Iterator[tuple[Fault, Where]]:
    """Give an image of a `_brand.yml` the brand's name as its words, if it has none of its own.

    The convention does not ask for them; we do in our own files.
    """
    plain = {pack.slug for pack in chain if pack.plain}
    logo, name = _part(merged, "logo"), _full_name(merged)
    images = _part(logo, "images")
    wordless = [
        key
        for key, picture in images.items()
        if isinstance(picture, LocatedMap) and not picture.get("alt") and _owner(logo, key) in plain
    ]
    for key in wordless if name else ():
        images[key]["alt"] = name
    shown = [key for key in _shown_names(logo) if key in wordless]
    if shown and name:
        message = f"the logo has no words of its own: screen readers say {name!r}"
        yield Fault("BRAND-ALT", message, "add `alt:` with what it shows"), images[shown[0]].where


def _shown(logo: LocatedMap, own: LocatedMap, slug: str) -> Iterator[tuple[Fault, Where]]:
    """A pack that has images and does not say which it shows, shows its first, not another's."""
    images = _part(own, "images")
    if images and "medium" not in own and _owner(logo, _light(logo)) != slug:
        name = next(iter(images))
        message = f"logo.medium is not given: {name!r} is shown, the first of the images"
        logo["medium"] = name
        where = own.lines.get(("images",), own.where)
        yield Fault("BRAND-LOGO", message, f"add `medium: {name}`, or the one that is meant"), where


def _dark(logo: LocatedMap) -> Iterator[tuple[Fault, Where]]:
    """A logo for dark backgrounds is inherited only together with that for light ones."""
    medium = _part(logo, "medium")
    light, dark = _owner(logo, _light(logo)), _owner(logo, medium.get("dark"))
    if light and dark and light != dark:
        message = f"the logo for dark backgrounds is that of {dark!r}: that of {light!r} is shown"
        hint = f"add a light version of it as `dark`, or write `dark: {_light(logo)}`"
        del medium["dark"]
        yield Fault("BRAND-LOGO", message, hint), _part(logo, "images")[_light(logo)].where


def _shown_names(logo: LocatedMap) -> tuple[object, ...]:
    medium = logo.get("medium")
    return tuple(medium.values()) if isinstance(medium, LocatedMap) else (medium,)


def _light(logo: LocatedMap) -> str:
    """The name of the image on light backgrounds; empty if none is given."""
    medium = logo.get("medium")
    name = medium.get("light") if isinstance(medium, LocatedMap) else medium
    return name if isinstance(name, str) else ""


def _owner(logo: LocatedMap, name: object) -> str:
    """The brand whose folder holds an image."""
    path = _part(_part(logo, "images"), name).get("path")
    return path.partition("/")[0] if isinstance(path, str) else ""


def _full_name(merged: LocatedMap) -> str:
    meta = _part(merged, "meta")
    full = _part(meta, "name").get("full", meta.get("name"))
    return full if isinstance(full, str) else ""


def _part(data: LocatedMap, key: object) -> LocatedMap:
    """The mapping under a key; an empty one where there is none."""
    found = data.get(key) if isinstance(key, str) else None
    return found if isinstance(found, LocatedMap) else LocatedMap(data.where)
