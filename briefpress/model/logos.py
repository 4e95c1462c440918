"""Logos: files beside brand.yaml, each with the words for those who cannot see it."""

from typing import Annotated

from briefpress.model.entry import FREE, Entry
from briefpress.model.fields import Text, TextOr


class Picture(Entry):
    """A logo file beside brand.yaml, and the words for those who cannot see it."""

    path: Text
    """The file, from the brand's folder: `logo.svg`, `partners/council.png`."""
    alt: Annotated[Text, FREE]
    """What a screen reader says in its place: as a rule the name that the logo shows."""


class LightDark(Entry):
    """Which logo goes on a light background and which on a dark one: names of `images`."""

    light: Text
    """On paper and other light backgrounds."""
    dark: str = ""
    """On the field of the brand's colour and other dark backgrounds; without it, `light`."""


class Logo(Entry):
    """`logo` of the _brand.yml convention."""

    images: dict[str, Annotated[Picture, TextOr("path")]]
    """Each logo file by a name of your own."""
    medium: Annotated[LightDark, TextOr("light")]
    """The logo that documents show: the name of an image, or one for light, one for dark."""
    small: Annotated[LightDark, TextOr("light")] | None = None
    """The convention's icon; documents show it only where there is no other."""
    large: Annotated[LightDark, TextOr("light")] | None = None
    """The convention's largest form; documents show it only where there is no `medium`."""

    def on_light(self) -> Picture:
        """The logo for a light background."""
        return self.images[self.medium.light]

    def on_dark(self) -> Picture:
        """The logo for a dark background; the light one where there is no other."""
        return self.images[self.medium.dark or self.medium.light]
