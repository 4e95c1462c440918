"""Raster logos: PNG and JPEG decoded within limits, trimmed, and written anew as plain pixels."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from briefpress.load.findings import Fault
from briefpress.load.logos.cutoff import expected_size
from briefpress.load.logos.flaws import RefusedError
from briefpress.model.logofile import LogoFile

PIXEL_LIMIT = 25_000_000
"""A square of 5,000 pixels: at 300 ppi 42 cm. Decoded it takes 100 MB."""
LONGEST = 2_400
"""Pixels. At the largest size at which a layout prints a logo (about 110 mm) 550 ppi."""
_MILLION = 1_000_000
_PAPER = 250
"""What is as light as this is taken for paper when margins are cut off (of 255)."""
_SEEN = 8
"""What is more transparent than this cannot be seen (of 255)."""
_SAMPLE = 96
"""Pixels a side. Enough to tell colours by."""
_COLORS = 8
_SHARE = 0.01
"""A colour of less than a hundredth of the picture is the edge of another."""
_HALF = 127
_QUALITY = 95


def read_raster(data: bytes, kind: str) -> LogoFile:
    """The logo in a PNG or JPEG file.

    Raises:
        RefusedError: it is too large, cut short, broken, or shows nothing.
    """
    with _strictly():
        picture = _decoded(data, kind)
    picture = _plain(picture)
    box = _ink(picture)
    if box is None:
        raise RefusedError(Fault("LOGO-EMPTY", "shows nothing", "export the logo again"))
    picture = picture.crop(box)
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return LogoFile(
        data=_encoded(picture, kind),
        aspect=picture.width / picture.height,
        colors=_colors(picture),
        opaque=picture.mode != "RGBA",
        pixels=picture.width,
    )


@contextmanager
def _strictly() -> Iterator[None]:
    """No half pictures and no bombs, whatever others have set: the engine lets cut files pass."""
    before = (ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS)
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = None  # ours is asked before anything is decoded
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = before


def _decoded(data: bytes, kind: str) -> Image.Image:
    try:
        picture = Image.open(BytesIO(data), formats=[kind])
        _refuse_size(picture)
        frames = getattr(picture, "n_frames", 1)
        if frames > 1:
            message = f"has {frames} pictures in it: a logo does not move"
            raise RefusedError(Fault("LOGO-READ", message, "export one picture"))
        picture.load()
    except (OSError, SyntaxError, ValueError, EOFError, Warning) as error:
        raise RefusedError(_unreadable(error, data)) from error
    return picture


def _refuse_size(picture: Image.Image) -> None:
    count = picture.width * picture.height
    if count > PIXEL_LIMIT:
        message = (
            f"{picture.width:,} x {picture.height:,} pixels ({count / _MILLION:,.0f} megapixels); "
            f"limit {PIXEL_LIMIT // _MILLION}"
        )
        raise RefusedError(Fault("LOGO-PIXELS", message, "make the picture smaller, or use SVG"))


def _unreadable(error: Exception, data: bytes) -> Fault:
    text = str(error)
    if any(word in text.lower() for word in ("truncated", "premature", "not enough", "eof")):
        whole = expected_size(data)
        of_what = f" of about {whole:,} bytes" if whole else " bytes, and the end is missing"
        message = f"file is cut short ({len(data):,}{of_what})"
        return Fault("LOGO-READ", message, "copy the logo here again")
    reason = "" if isinstance(error, UnidentifiedImageError) else f": {text}"
    return Fault("LOGO-READ", f"cannot be decoded{reason}", "export the logo again")


def _plain(picture: Image.Image) -> Image.Image:
    """The picture as it is seen: upright, in sRGB, 8 bits, with alpha only if it needs it."""
    profile = picture.info.get("icc_profile")
    picture = ImageOps.exif_transpose(picture)
    clear = picture.has_transparency_data
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256).convert("L")  # 16 bits to 8
    picture = _in_srgb(picture, profile)
    picture = picture.convert("RGBA" if clear else "L" if picture.mode in ("1", "L") else "RGB")
    if clear and picture.getchannel("A").getextrema()[0] == 255:  # noqa: PLR2004 - opaque
        picture = picture.convert("RGB")
    return picture


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as the file's own profile means them, if it has one that can be used."""
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    to = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        found = ImageCms.profileToProfile(
            picture, own, ImageCms.createProfile("sRGB"), outputMode=to
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a profile of another kind of picture, or none
    return picture if found is None else found


def _ink(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The box of what can be seen: neither clear nor as white as paper."""
    if picture.mode == "RGBA":
        return picture.getchannel("A").point(lambda value: 255 * (value > _SEEN)).getbbox()
    grey = picture.convert("L")
    return ImageChops.invert(grey).point(lambda value: 255 * (value > 255 - _PAPER)).getbbox()


def _encoded(picture: Image.Image, kind: str) -> bytes:
    """The pixels and nothing else: no profile, no comments, nothing that was hidden behind them."""
    bare: Any = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = BytesIO()
    if kind == "JPEG":
        bare.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    else:
        bare.save(out, "PNG")
    return out.getvalue()


def _colors(picture: Image.Image) -> tuple[str, ...]:
    """The colours that can be told apart, the most frequent first."""
    small = picture.copy()
    small.thumbnail((_SAMPLE, _SAMPLE), Image.Resampling.NEAREST)
    rgba = small.convert("RGBA").tobytes()
    seen = b"".join(rgba[at : at + 3] for at in range(0, len(rgba), 4) if rgba[at + 3] > _HALF)
    count = len(seen) // 3
    strip = Image.frombytes("RGB", (count, 1), seen) if count else small.convert("RGB")
    few = strip.quantize(_COLORS)
    palette = bytes(few.getpalette() or ())
    often = sorted(few.getcolors(_COLORS) or (), key=lambda found: -found[0])
    return tuple(
        f"#{palette[3 * place : 3 * place + 3].hex()}"
        for share, place in often
        if isinstance(place, int) and share >= _SHARE * count
    )
