"""A logo file: a picture that has been made safe, and what layouts need to know of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LogoFile:
    """A picture without margins of its own.

    `aspect` is its width by its height; `colors` are its colours as `#rrggbb`, the largest first;
    one that is `opaque` covers all of its box. `pixels` is the width of a raster picture, 0 for a
    vector one.
    """

    data: bytes
    aspect: float
    colors: tuple[str, ...] = ()
    opaque: bool = False
    pixels: int = 0
    placeholder: bool = False
    """Whether it was drawn from the board's name, until its own logo is there."""

    @property
    def is_vector(self) -> bool:
        """Whether it can be printed at any size."""
        return not self.pixels
