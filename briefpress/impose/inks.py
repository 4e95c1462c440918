"""Inks: screen colours as shares of cyan, magenta, yellow and black, under a limit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

Cmyk = tuple[float, float, float, float]
"""Shares of ink, each 0 to 1."""
NEUTRAL = 2
"""Steps of 255 by which red, green and blue may differ in a grey."""
_BLACK_POINT_COMPENSATION = 0x2000
_RELATIVE_COLORIMETRIC = 1
_KEPT = 4096
"""Colours that are remembered; a document has about ten."""


@dataclass(frozen=True)
class Inks:
    """How colours are printed.

    `icc` is the profile of the printing condition, `limit` the most ink in one place (per cent of
    one ink's full cover), `given` the inks that a brand gives for its own colours, by (red, green,
    blue) of 255 each.
    """

    icc: bytes
    limit: int
    given: Mapping[tuple[int, int, int], Cmyk]

    def of(self, red: float, green: float, blue: float) -> Cmyk:
        """The inks of a colour (0 to 1 each). A grey is black ink alone; text stays sharp so."""
        rgb = (round(red * 255), round(green * 255), round(blue * 255))
        if rgb in self.given:
            return self.given[rgb]
        if max(rgb) - min(rgb) <= NEUTRAL:
            return (0.0, 0.0, 0.0, 1 - sum(rgb) / 3 / 255)
        found: Cmyk = self._converted(rgb)
        return found

    def picture(self, image: "Image") -> "Image":
        """An RGB picture in CMYK, through the profile and under the limit."""
        import numpy  # noqa: ICN001, PLC0415 - only print files have pictures in inks
        from PIL import Image, ImageCms  # noqa: PLC0415 - as above

        converted = ImageCms.applyTransform(image, self._transform)
        shares = numpy.asarray(converted, dtype=numpy.float32)
        colour = shares[..., :3].sum(axis=-1, keepdims=True)
        room = numpy.clip(255 * self.limit / 100 - shares[..., 3:], 0, None)
        shrunk = shares[..., :3] * numpy.minimum(1, room / numpy.maximum(colour, 1))
        inks = numpy.concatenate([shrunk, shares[..., 3:]], axis=-1)
        return Image.fromarray(numpy.floor(inks + 0.5).astype(numpy.uint8), "CMYK")

    @cached_property
    def _converted(self) -> Any:  # noqa: ANN401 - a function with a memory
        return lru_cache(_KEPT)(self._convert)

    def _convert(self, rgb: tuple[int, int, int]) -> Cmyk:
        from PIL import Image  # noqa: PLC0415 - as above

        pixel = self.picture(Image.new("RGB", (1, 1), rgb)).getpixel((0, 0))
        assert isinstance(pixel, tuple)  # noqa: S101 - of four bands
        cyan, magenta, yellow, black = (share / 255 for share in pixel)
        return (cyan, magenta, yellow, black)

    @cached_property
    def _transform(self) -> Any:  # noqa: ANN401 - of the library
        from PIL import ImageCms  # noqa: PLC0415 - as above

        return ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            ImageCms.ImageCmsProfile(BytesIO(self.icc)),
            "RGB",
            "CMYK",
            renderingIntent=ImageCms.Intent(_RELATIVE_COLORIMETRIC),
            flags=ImageCms.Flags(_BLACK_POINT_COMPENSATION),
        )
